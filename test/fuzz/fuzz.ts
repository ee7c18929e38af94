/** Plays random moves against a site and says what was answered, what was slow and what was wrong. */
import fc from 'fast-check'
import type { DatabaseKind } from '../stores.ts'
import { faultsOf } from './checks.ts'
import { bytesOf, changed, type Draft, draftOf, plainDraft } from './draft.ts'
import { newMemory } from './memory.ts'
import { type Move, move, ROLES, type Role } from './moves.ts'
import { patternOf } from './routes.ts'
import { type Answer, openWire, type Sent } from './wire.ts'
import { newWorld } from './world.ts'

export interface Report {
  requests: number
  /** By "METHOD pattern", how many answers of each class: 2 for 2xx. */
  answers: Map<string, Map<number, number>>
  /** The ten slowest. */
  slowest: { ms: number; request: string }[]
  faults: { what: string; request: string; number: number }[]
  seconds: number
}

/** After so many moves everyone is signed in anew and there is something to play with again. */
const TENDED_EVERY = 400
/** So many moves are made up at a time. */
const AT_A_TIME = 200
const SLOWEST = 10
/** One fault is often hit again and again; more of a kind than this tell nothing new. */
const SHOWN_OF_A_KIND = 3

export async function fuzz(
  kind: DatabaseKind,
  { seed, requests }: { seed: number; requests: number },
): Promise<Report> {
  const world = await newWorld(kind)
  const wire = openWire(world.port)
  const memory = newMemory()
  const report: Report = { requests: 0, answers: new Map(), slowest: [], faults: [], seconds: 0 }
  const kinds = new Map<string, number>()
  const started = performance.now()

  const fault = (what: string, request: string) => {
    const ofKind = what.startsWith('logged') ? what : `${what.slice(0, 60)} ${patternOf(request.split(' ')[2] ?? '')}`
    kinds.set(ofKind, (kinds.get(ofKind) ?? 0) + 1)
    if ((kinds.get(ofKind) as number) <= SHOWN_OF_A_KIND) report.faults.push({ what, request, number: report.requests })
  }

  async function play(role: Role, draft: Draft, network: number, isOrderly: boolean): Promise<void> {
    const sent = bytesOf({
      ...draft,
      headers: [['Host', `127.0.0.1:${world.port}`], ['X-Forwarded-For', networkOf(network)], ...draft.headers],
    })
    const answer = await wire.send(sent)
    report.requests += 1
    note(report, sent, answer)
    const request = written(sent)
    for (const what of faultsOf({ draft, isOrderly }, answer)) fault(what, `${role}: ${request}`)
    for (const line of world.complaints()) fault(`logged ${complaintOf(line)}`, `${role}: ${request}`)
    memory.learn(role, draft.path, answer)
  }

  /** Every page that a role finds by its links, once of each kind. */
  async function explore(): Promise<void> {
    for (const role of ROLES) {
      const seen = new Set<string>()
      for (let round = 0; round < 60; round++) {
        const path = round === 0 ? '/' : round === 1 ? '/newsroom' : memory.path(role, round, round)
        if (seen.has(path)) continue
        seen.add(path)
        const at = path.indexOf('?')
        await play(
          role,
          {
            ...plainDraft(at < 0 ? path : path.slice(0, at)),
            rawQuery: at < 0 ? '' : path.slice(at + 1),
            headers: [['Cookie', world.cookies(role)]],
          },
          round,
          true,
        )
      }
    }
  }

  try {
    await explore()
    let moves: Move[] = []
    for (let made = 0; report.requests < requests; made++) {
      if (made % AT_A_TIME === 0) moves = fc.sample(move, { seed: seed + made, numRuns: AT_A_TIME })
      if (made % TENDED_EVERY === TENDED_EVERY - 1) await world.tend()
      const one = moves[made % AT_A_TIME] as Move
      world.wait(one.wait)
      const plain = draftOf(one, memory, world.formToken)
      const cookie = world.cookies(one.role)
      const draft = changed({ ...plain, headers: cookie ? [['Cookie', cookie]] : [] }, one.changes, memory)
      const isOrderly = one.changes.every(({ at }) => at === 'field') && one.what.act === 'submit'
      await play(one.role, draft, one.network, isOrderly)
    }
    for (const problem of await world.prove()) fault(`in the end: ${problem}`, 'doctor')
  } finally {
    wire.close()
    await world.drop()
  }
  report.seconds = (performance.now() - started) / 1000
  return report
}

const networkOf = (number: number): string => `10.${number % 200}.${Math.floor(number / 200) % 250}.1`

function note(report: Report, sent: Sent, { status, ms }: Answer): void {
  const key = `${/^[A-Z]+$/.test(sent.method) ? sent.method : '?'} ${patternOf(sent.target)}`
  const classes = report.answers.get(key) ?? new Map<number, number>()
  report.answers.set(key, classes)
  const ofClass = Math.floor(status / 100)
  classes.set(ofClass, (classes.get(ofClass) ?? 0) + 1)
  const last = report.slowest.at(-1)
  if (report.slowest.length === SLOWEST && last && last.ms >= ms) return
  report.slowest.push({ ms, request: written(sent) })
  report.slowest.sort((a, b) => b.ms - a.ms)
  report.slowest.length = Math.min(report.slowest.length, SLOWEST)
}

/** A request as one line: method, address, headers and what was sent, escaped where a terminal would not show it. */
export function written({ method, target, headers, body }: Sent): string {
  const parts = headers
    .filter(([name]) => !/^(host|content-length|x-forwarded-for)$/i.test(name))
    .map(
      ([name, value]) =>
        `-H ${quoted(`${name}: ${/^cookie$/i.test(name) ? value.replace(/(courant_\w+=).{43}/g, '$1…') : value}`)}`,
    )
  return [method || '""', shown(target), ...parts, body ? `--data-binary ${quoted(body.toString('latin1'))}` : '']
    .filter(Boolean)
    .join(' ')
}

const quoted = (text: string): string => `$'${shown(text).replaceAll("'", "\\'")}'`

const shown = (text: string): string => {
  const short = text.length > 700 ? `${text.slice(0, 700)}…(${text.length})` : text
  return short.replace(/[^ -~…]/g, (one) => `\\x${one.charCodeAt(0).toString(16).padStart(2, '0')}`)
}

function complaintOf(line: string): string {
  try {
    const { msg, message, code, stack } = JSON.parse(line) as Record<string, string | undefined>
    return [msg, code, message, /\n\s+at (.*?(?:src|test)\/[^\n]*)/.exec(stack ?? '')?.[1]].filter(Boolean).join(' | ')
  } catch {
    return line.slice(0, 300)
  }
}

/** The report for people: by address, then the slowest, then what was wrong. */
export function told(report: Report, head: string): string {
  const rows = [...report.answers]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, classes]) => {
      const counts = [...classes]
        .sort(([a], [b]) => a - b)
        .map(([of, count]) => `${of === 0 ? 'closed' : `${of}xx`} ${count}`)
      return `  ${key}: ${counts.join(', ')}`
    })
  return [
    head,
    ...rows,
    'slowest:',
    ...report.slowest.map(({ ms, request }) => `  ${ms.toFixed(0)} ms  ${request.slice(0, 300)}`),
    `${report.requests} requests in ${report.seconds.toFixed(0)} s (${Math.round(report.requests / report.seconds)} a second), ${report.faults.length} faults`,
    ...report.faults.map(({ what, request, number }) => `FAULT ${number}: ${what}\n  ${request}`),
  ].join('\n')
}
