/**
 * `npm run bench:growth`: what a site that grows makes slower. A site of 1,000
 * stories and 10,000 comments, one ten and one a hundred times as large, on SQLite
 * and PostgreSQL: a story is read, the front page is read, a comment is taken, the
 * queue is opened and decided on, a story is published, over HTTP against the real
 * program, in turns. `npm run bench:growth -- 10000,100000 sqlite` names other
 * numbers of comments, and one database. Draws docs/pictures/growth-*.svg.
 *
 * Cold is the program's memory, for every page: a story is read that nobody has
 * read since the start, and the front page just after a story came out. What the
 * machine keeps of the database's file in its memory is warm.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { type DatabaseKind, onEachDatabase } from './_databases.ts'
import { median, p95, pause, whole } from './_figures.ts'
import { AT_MOST, growthPlot } from './_growth-plot.ts'
import { type LargeSite, largeSite } from './_large-site.ts'

const [SIZES = '10000,100000,1000000', ONLY] = process.argv.slice(2)
/** With fewer, less waits than is decided on. */
const FEWEST = 10_000
/** Turns, so that a slow moment of the machine falls on all sizes alike; the first are for the compiler and not counted. */
const ROUNDS = 10
const UNCOUNTED = 2
const READ_A_ROUND = 30
const PUBLISHED_A_ROUND = 4
const SENT_A_ROUND = 20
const OPENED_A_ROUND = 4
/** Of the twenty that each opening of the queue hands out. */
const DECIDED_OF_EACH = 8
/** Few enough that what they have in hand does not empty the queue of the smallest site. */
const MODERATORS = 6
const LOOK_MS = 1

const WAYS = {
  story: 'a story is read, cold',
  front: 'the front page, after a story came out',
  published: 'a story is published',
  taken: 'a comment is taken',
  examined: 'a comment is taken and examined',
  opened: 'the queue is opened',
  decided: 'a comment is decided on',
} as const
type Way = keyof typeof WAYS
type Times = Record<Way, number[]>

const folder = mkdtempSync(join(tmpdir(), 'courant-bench-growth-'))

async function bench(): Promise<void> {
  const sizes = SIZES.split(',').map(Number)
  if (!sizes.every((size, i) => size >= FEWEST && size > (sizes[i - 1] ?? 0)))
    throw new Error(
      `Give numbers of comments with commas between them, the smallest first, none below ${whole(FEWEST)}.`,
    )
  console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`)
  await onEachDatabase(ONLY, async (kind, postgres) => {
    const sites: LargeSite[] = []
    try {
      for (const comments of sizes) sites.push(await largeSite(kind, { folder, postgres, comments }))
      const times = sites.map(
        (): Times => ({ story: [], front: [], published: [], taken: [], examined: [], opened: [], decided: [] }),
      )
      for (let round = -UNCOUNTED; round < ROUNDS; round++)
        for (const [i, site] of sites.entries()) {
          const taken = await turnOf(site, round + UNCOUNTED)
          if (round < 0) continue
          for (const way of Object.keys(WAYS) as Way[]) times[i]?.[way].push(...taken[way])
        }
      report(kind, sizes, times)
    } finally {
      for (const site of sites) await site.stop()
    }
  })
}

async function turnOf(site: LargeSite, turn: number): Promise<Times> {
  const times: Times = { story: [], front: [], published: [], taken: [], examined: [], opened: [], decided: [] }
  await site.alone(async () => {
    for (const path of site.paths.slice(turn * READ_A_ROUND, (turn + 1) * READ_A_ROUND))
      times.story.push(await site.read(path))
    for (let i = 0; i < PUBLISHED_A_ROUND; i++) {
      times.published.push((await site.publish()).ms)
      times.front.push(await site.read('/'))
    }
    for (let i = 0; i < SENT_A_ROUND; i++) {
      const began = performance.now()
      times.taken.push(await site.sendComment())
      while ((await site.unexamined()).count > 0) await pause(LOOK_MS)
      times.examined.push(performance.now() - began)
    }
    for (let i = 0; i < OPENED_A_ROUND; i++) {
      const moderator = (turn * OPENED_A_ROUND + i) % MODERATORS
      const { ms, revisions } = await site.openQueue(moderator)
      times.opened.push(ms)
      for (const [at, revision] of revisions.slice(0, DECIDED_OF_EACH).entries())
        times.decided.push(await site.decide(moderator, revision, at))
    }
  })
  return times
}

/** As Markdown, for docs/performance.md, and as a drawing beside it. */
function report(kind: DatabaseKind, sizes: readonly number[], times: readonly Times[]): void {
  const name = kind === 'sqlite' ? 'SQLite' : 'PostgreSQL'
  const ways = Object.entries(WAYS) as [Way, string][]
  const line = (...cells: string[]) => console.log(`| ${cells.join(' | ')} |`)
  console.log('')
  line(
    `${name}, median / p95 in ms`,
    ...sizes.map((size) => `${whole(size)} comments`),
    'p95, largest to smallest',
    'median',
  )
  line('---', ...sizes.map(() => '---'), '---', '---')
  for (const [way, words] of ways) {
    const grown = (of: typeof median) => of(times.at(-1)?.[way] ?? []) / of(times[0]?.[way] ?? [])
    const shown = grown(p95).toFixed(2)
    line(
      words,
      ...times.map((of) => `${median(of[way]).toFixed(1)} / ${p95(of[way]).toFixed(1)}`),
      grown(p95) <= AT_MOST ? `**${shown}**` : `**${shown}: missed**`,
      grown(median).toFixed(2),
    )
  }
  const panels = ways.map(([way, title]) => ({
    title,
    median: times.map((of) => median(of[way])),
    p95: times.map((of) => p95(of[way])),
  }))
  const file = `docs/pictures/growth-${kind}.svg`
  writeFileSync(file, growthPlot(`What grows with a site, on ${name}`, sizes, panels))
  console.log(`\ndrawn in ${file}`)
}

try {
  await bench()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
