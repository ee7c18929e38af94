/**
 * `npm run bench:hostile`: what a text that is made to take long does to those
 * who read. First, reading while a stranger attacks, with this build and with
 * the one before the mending; then, for each address that takes a text, how
 * long it holds everything else up, with hostile and with ordinary text of the
 * largest size that is taken.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Asker, askerOf, holdUpOf, PATIENCE_MS, readWhile } from './_asking.ts'
import { buildOf } from './_build-of.ts'
import { signedIn, storyOf } from './_site.ts'
import { approvedComment, TEXT_ADDRESSES } from './_text-addresses.ts'
import { generator, sayer } from './_words.ts'
import { startCourant, thisProgram } from './servers.ts'

/** The last build in which such texts took the square of their length. */
const BEFORE = '59dc529'
const READS_A_SECOND = 50
const SECONDS = 3
const TURNS = 11
/** A build that lets a turn take so long is not asked again. */
const STANDSTILL_MS = 5_000
const ROUNDS = 3
const KB = 1024

/** As form-encoded, over and over: runs that nothing but their end makes slow, marks to be sorted, what stands for more than it looks. */
const HOSTILE: Record<string, string> = {
  spaces: '+',
  slashes: '/',
  ellipses: '%E2%80%A6',
  'marks on a letter': '%CC%81%CC%A3',
  'blank lines': '%0A',
  quotes: '%22a+',
  links: 'http://a.b/',
  dashes: '--',
}

interface Running {
  asker: Asker
  /** A story’s address. */
  story: string
  comments: string
}

async function main() {
  console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`)
  const before = buildOf(BEFORE)
  if ('problem' in before) console.log(before.problem)
  console.log(
    `\nReading a story ${READS_A_SECOND} times a second, while (p50 / p99, ms; ${PATIENCE_MS / 1000} s: no answer)`,
  )
  row('', 'nobody attacks', ...Object.keys(attacks))
  await attacked('this build')
  if ('program' in before) await attacked(`build ${BEFORE}`, before.program)
  console.log(`\nHow long a request holds all others up, ms (least of ${ROUNDS})`)
  row('address', 'size', 'ordinary', 'hostile', 'made of', 'more')
  await heldUp()
}

// Made beforehand: whoever reads is measured in this process as well.
const SPACES = Buffer.from(commentOf('+', 256 * KB))
const SLASHES = Buffer.from(`story=${filled('/', 256 * KB - 7)}a`)
const ELLIPSES = Buffer.from(`name=A&mail=&comment=a${'%E2%80%A6'.repeat(9_990)}b`)

/** Each is started, and goes on for as long as the reading does. */
const attacks: Record<string, (running: Running, until: number) => Promise<unknown>> = {
  'a comment of spaces': ({ asker, comments }, until) =>
    again(until, 500, () => asker.ask({ method: 'POST', path: comments, body: SPACES, blind: true })),
  'a proof for slashes': ({ asker }, until) =>
    again(until, 500, () => asker.ask({ method: 'POST', path: '/form-proof', body: SLASHES, blind: true })),
  '10,000 ellipses': ({ asker, comments, story }, until) => {
    let network = 0
    return again(until, 500, async () => {
      const headers = await writerOf(asker, story, network++ % 20)
      return asker.ask({ method: 'POST', path: comments, body: ELLIPSES, headers, blind: true })
    })
  },
}

async function again(until: number, everyMs: number, work: () => Promise<unknown>): Promise<void> {
  while (performance.now() < until) {
    const next = performance.now() + everyMs
    await work()
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, next - performance.now())))
  }
}

/** In turns with quiet ones on the same site, since machines are shared; the medians of what the turns took. */
async function attacked(name: string, program?: string): Promise<void> {
  process.stdout.write(name.padEnd(24))
  for (const attack of Object.values(attacks)) {
    const said = await onASite(program, async (running) => {
      const read = () => readWhile(running.asker, running.story, READS_A_SECOND, SECONDS)
      const quiet: number[][] = []
      const busy: number[][] = []
      await read()
      for (let turn = 0; turn < TURNS && quantile(busy.at(-1) ?? [0], 0.99) < STANDSTILL_MS; turn++) {
        quiet.push(await read())
        const going = attack(running, performance.now() + SECONDS * 1000)
        busy.push(await read())
        await going
      }
      const [before, p50, p99] = [p99Of(quiet), median(busy.map((times) => quantile(times, 0.5))), p99Of(busy)]
      return `${ms(before)} → ${ms(p99)} (× ${(p99 / before).toFixed(1)}), p50 ${ms(p50)}`
    })
    process.stdout.write(said.padEnd(38))
  }
  console.log('')
}

async function heldUp(): Promise<void> {
  await onASite(undefined, async (running, folder) => {
    const { asker } = running
    const staff = await signedIn(asker, { program: thisProgram, folder })
    const comment = await approvedComment(asker, running.story, staff, await writerOf(asker, running.story, 1))
    // A draft of its own each time: what was saved before is not to be compared with.
    const newDraft = async () =>
      String(
        (await asker.ask({ method: 'POST', path: '/newsroom/stories', body: '', headers: staff })).headers.location,
      )
    const say = sayer(generator(5))
    for (const { name, size, ask } of TEXT_ADDRESSES) {
      const least = async (text: string) => {
        let best = PATIENCE_MS
        for (let round = 0; round < ROUNDS; round++) {
          const on = { ...running, ...comment, staff, draft: await newDraft() }
          best = Math.min(best, await holdUpOf(asker, () => asker.ask({ ...ask(on, text), blind: true })))
        }
        return best
      }
      let words = ''
      while (words.length < size) words += `${encodeURIComponent(say())}+`
      const ordinary = await least(words.slice(0, size).replace(/%[^%]?$/, ''))
      let worst = { ms: 0, made: '' }
      for (const [made, piece] of Object.entries(HOSTILE)) {
        const took = await least(`a${filled(piece, size)}b`)
        if (took > worst.ms) worst = { ms: took, made }
      }
      row(name, `${Math.round(size / KB)} KB`, ms(ordinary), ms(worst.ms), worst.made, ms(worst.ms - ordinary))
    }
    return ''
  })
}

/** A new site with the story that the first start shows. */
async function onASite(
  program: string | undefined,
  work: (running: Running, folder: string) => Promise<string>,
): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'courant-hostile-'))
  const server = await startCourant(folder, '', program)
  const asker = askerOf(server.url)
  try {
    const story = await storyOf(asker)
    return await work({ asker, story, comments: `${story}/comments` }, folder)
  } finally {
    asker.close()
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A form's token, as a browser has it, and the network it comes from. */
async function writerOf(asker: Asker, story: string, network: number): Promise<Record<string, string>> {
  const { headers } = await asker.ask({ path: '/form-token', headers: { referer: story } })
  const [cookie = ''] = String(headers['set-cookie'] ?? '').split(';')
  return { cookie, 'x-forwarded-for': `10.2.${network}.1` }
}

function filled(piece: string, size: number): string {
  return piece.repeat(Math.floor((size - 2) / piece.length))
}
function commentOf(piece: string, size: number): string {
  return `name=A&mail=&comment=a${filled(piece, size - 40)}b`
}
const quantile = (times: readonly number[], q: number): number =>
  [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * q))] ?? Number.NaN
const median = (values: readonly number[]): number => quantile(values, 0.5)
const p99Of = (turns: readonly (readonly number[])[]): number => median(turns.map((times) => quantile(times, 0.99)))
const ms = (value: number): string => (value >= PATIENCE_MS ? `${PATIENCE_MS / 1000} s` : value.toFixed(1))
const row = (...cells: string[]): void => console.log(cells.map((cell, i) => cell.padEnd(i === 0 ? 40 : 24)).join(''))

await main()
