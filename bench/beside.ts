/**
 * `npm run bench:beside`: this build beside an earlier one, in turns on the same
 * machine: what it costs to read, to comment, to review and to start, on both
 * databases. `npm run bench:beside -- 542cad6` names another commit.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildOf } from './_build-of.ts'
import { type DatabaseKind, onEachDatabase } from './_databases.ts'
import { GZIP, median, pause, shown } from './_figures.ts'
import { type Build, row, type Site, siteOf, thisBuild } from './_two-builds.ts'
import { requestsPerSecond } from './servers.ts'

const BEFORE = process.argv[2] ?? '59dc529'
const TURNS = 15
const SENDERS = 32
const SENT_TOGETHER = 320
const ALONE = 20
const DECIDED = 12
/** A build that stood still has this long to see to what fell due. */
const WOKEN_MS = 200

/** One figure of one turn; `more` is better where it says so, else less is. */
type Figure = keyof typeof FIGURES
const FIGURES = {
  page: { name: 'a kept page, requests/s', more: true },
  unchanged: { name: '304 answers/s', more: true },
  together: { name: `durable comments/s, ${SENDERS} senders`, more: true },
  comment: { name: 'a comment alone, ms', more: false },
  queue: { name: 'open the queue, ms', more: false },
  decide: { name: 'decide, ms', more: false },
  miss: { name: 'a story page drawn anew, ms', more: false },
  start: { name: 'start to first byte, ms', more: false },
} as const

type Turn = Record<Figure, number>

const folder = mkdtempSync(join(tmpdir(), 'courant-beside-'))

async function beside(): Promise<void> {
  const old = buildOf(BEFORE)
  if ('problem' in old) throw new Error(old.problem)
  console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${TURNS} turns`)
  await onEachDatabase(undefined, (kind, postgres) => compare(kind, { name: BEFORE, program: old.program }, postgres))
}

async function compare(kind: DatabaseKind, before: Build, postgres: string): Promise<void> {
  const builds = [thisBuild, before]
  const sites: Site[] = []
  const turns: Turn[][] = [[], []]
  try {
    for (const build of builds) sites.push(await siteOf(build, kind, folder, postgres))
    // Once without counting: code is compiled, pages of the file are in memory.
    for (const site of sites) await measure(site)
    for (let turn = 0; turn < TURNS; turn++) {
      // Who is first has the cooler machine: they take turns at that too.
      for (const i of turn % 2 === 0 ? [0, 1] : [1, 0]) turns[i]?.push(await measure(sites[i] as Site))
    }
    const rest = sites.map((site) => site.restMb())
    report(kind, before.name, turns as [Turn[], Turn[]], rest)
  } finally {
    for (const site of sites) await site.stop()
  }
}

async function measure(site: Site): Promise<Turn> {
  const start = await site.restart()
  await pause(WOKEN_MS)
  await site.asker.ask({ path: site.story, headers: GZIP })
  const url = site.url + site.story
  const first = await site.asker.ask({ path: site.story, headers: GZIP })
  const etag = String(first.headers.etag ?? '')
  const page = await requestsPerSecond(url, GZIP, 1)
  const unchanged = await requestsPerSecond(url, { ...GZIP, 'if-none-match': etag }, 1)

  const alone: number[] = []
  for (let i = 0; i < ALONE; i++) alone.push((await site.sendComment()).ms)
  const { queue, decide, miss } = await review(site)
  let left = SENT_TOGETHER
  const started = performance.now()
  await Promise.all(
    Array.from({ length: SENDERS }, async () => {
      while (left-- > 0) await site.sendComment()
    }),
  )
  const together = SENT_TOGETHER / ((performance.now() - started) / 1000)
  await site.clearWaiting()
  return { page, unchanged, together, comment: median(alone), queue, decide, miss, start }
}

/** Opens the queue, decides some of it, and asks for the story's page after each approval, which has to be drawn anew then. */
async function review(site: Site): Promise<{ queue: number; decide: number; miss: number }> {
  const opened: number[] = []
  const decided: number[] = []
  const missed: number[] = []
  for (let i = 0; i < 5; i++) opened.push((await site.asker.ask({ path: '/newsroom/review', headers: site.staff })).ms)
  const { body } = await site.asker.ask({ path: '/newsroom/review', headers: site.staff })
  const waiting = [...body.matchAll(/data-item="(\w+)"/g)].map(([, revision]) => revision as string)
  if (waiting.length < DECIDED) throw new Error('The queue handed out too little.')
  for (const revision of waiting.slice(0, DECIDED)) {
    const fields = `revision=${revision}&action=reject&reason=spam`
    const headers = { ...site.staff, accept: 'application/json' }
    const answer = await site.asker.ask({ method: 'POST', path: '/newsroom/review/decide', body: fields, headers })
    if (answer.status !== 200) throw new Error(`A decision was answered ${answer.status}.`)
    decided.push(answer.ms)
  }
  for (const revision of waiting.slice(DECIDED, DECIDED + 1)) {
    const headers = { ...site.staff, accept: 'application/json' }
    const fields = `revision=${revision}&action=approve`
    const answer = await site.asker.ask({ method: 'POST', path: '/newsroom/review/decide', body: fields, headers })
    if (answer.status !== 200) throw new Error(`An approval was answered ${answer.status}.`)
    const page = await site.asker.ask({ path: site.story, headers: GZIP, blind: true })
    missed.push(page.ms)
  }
  return { queue: median(opened), decide: median(decided), miss: median(missed) }
}

function report(kind: DatabaseKind, before: string, [here, there]: [Turn[], Turn[]], rest: (number | null)[]): void {
  console.log('')
  row(kind, 'this build', before, 'ratio', 'aim')
  for (const figure of Object.keys(FIGURES) as Figure[]) {
    const { name, more } = FIGURES[figure]
    const [now, then] = [here.map((turn) => turn[figure]), there.map((turn) => turn[figure])]
    // Above 1 this build is the better one.
    const ratios = now.map((value, i) => (more ? value / (then[i] as number) : (then[i] as number) / value))
    row(name, shown(median(now)), shown(median(then)), median(ratios).toFixed(2), '≥ 0.95')
  }
  const [ours, theirs] = rest
  if (ours && theirs) row('memory after it, MB', shown(ours), shown(theirs), (theirs / ours).toFixed(2), '')
}

try {
  await beside()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
