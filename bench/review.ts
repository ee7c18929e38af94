/**
 * `npm run bench:review`: what the review desk costs when a site is large: the
 * queue, a decision, a comment that comes in, over HTTP against the real program,
 * on SQLite and PostgreSQL, each against the same site at a hundredth of its
 * size in the same run. `npm run bench:review -- 200000 sqlite` names another number of comments, and one database.
 */

import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { onEachDatabase } from './_databases.ts'
import { durableCommits } from './_durable-commits.ts'
import { median, p95, whole } from './_figures.ts'
import { type LargeSite, largeSite } from './_large-site.ts'

const COMMENTS = Number(process.argv[2] ?? 1_000_000)
const ONLY = process.argv[3]
const SMALLER = 100
/** With fewer the small site has less waiting than is handed out in a round. */
const FEWEST = 200_000
/** Turns of each figure; large and small site take turns, so that a slow moment falls on both alike. */
const ROUNDS = 8
const OPENED_A_ROUND = 5
const DECIDED_A_ROUND = 40
const SENT_A_ROUND = 60
const SENDERS = 32
const SENT_TOGETHER = 600

interface Measured {
  site: LargeSite
  opened: number[]
  decided: number[]
  sent: number[]
  together: number[]
}

const folder = mkdtempSync(join(tmpdir(), 'courant-bench-review-'))

async function bench(): Promise<void> {
  if (!(COMMENTS >= FEWEST))
    throw new Error(`Give ${whole(FEWEST)} comments or more, so that the small site has enough that waits.`)
  console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`)
  await onEachDatabase(ONLY, async (kind, postgres) => {
    const sites: Measured[] = []
    const commits: number[] = []
    try {
      for (const comments of [COMMENTS, COMMENTS / SMALLER])
        sites.push({
          site: await largeSite(kind, { folder, postgres, comments }),
          opened: [],
          decided: [],
          sent: [],
          together: [],
        })
      await measure(sites, commits)
    } finally {
      for (const { site } of sites) await site.stop()
    }
    report(kind, sites as [Measured, Measured], commits)
  })
}

async function measure(sites: readonly Measured[], commits: number[]): Promise<void> {
  // Once without counting: code is compiled, pages of the file are in memory.
  for (const { site } of sites)
    await site.alone(async () => {
      await site.openQueue(0)
      for (let i = 0; i < 20; i++) await site.sendComment()
    })
  for (let round = 0; round < ROUNDS; round++) {
    for (const { site, opened, decided, sent } of sites) {
      await site.alone(async () => {
        const inHand: { moderator: number; revision: string }[] = []
        for (let i = 0; i < OPENED_A_ROUND; i++) {
          const moderator = round * OPENED_A_ROUND + i
          const queue = await site.openQueue(moderator)
          opened.push(queue.ms)
          inHand.push(...queue.revisions.map((revision) => ({ moderator, revision })))
        }
        for (const [i, { moderator, revision }] of inHand.slice(0, DECIDED_A_ROUND).entries())
          decided.push(await site.decide(moderator, revision, i))
        for (let i = 0; i < SENT_A_ROUND; i++) sent.push(await site.sendComment())
      })
    }
    commits.push(durableCommits(folder, 300))
    for (const { site, together } of sites)
      await site.alone(async () => {
        together.push(await sendTogether(site))
      })
  }
}

/** Comments a second where many send at once. */
async function sendTogether(site: LargeSite): Promise<number> {
  let left = SENT_TOGETHER
  const started = performance.now()
  await Promise.all(
    Array.from({ length: SENDERS }, async () => {
      while (left-- > 0) await site.sendComment()
    }),
  )
  return SENT_TOGETHER / ((performance.now() - started) / 1000)
}

function report(kind: string, [large, small]: readonly [Measured, Measured], commits: readonly number[]): void {
  row(kind, 'p50', 'p95', `p95 at 1/${SMALLER}`, 'ratio', 'aim')
  const line = (name: string, of: (site: Measured) => number[], aim: string) => {
    const [here, there] = [p95(of(large)), p95(of(small))]
    row(name, ms(median(of(large))), ms(here), ms(there), (here / there).toFixed(2), aim)
  }
  line('open the queue', (site) => site.opened, '≤ 50 ms, ratio ≤ 1.5')
  line('decide', (site) => site.decided, '≤ 15 ms, ratio ≤ 1.5')
  line('a comment comes in', (site) => site.sent, '≤ 10 ms, ratio ≤ 1.5')
  const [here, there] = [median(large.together), median(small.together)]
  row(
    `durable comments/s, ${SENDERS} senders`,
    whole(here),
    `of ${whole(median(commits))} commits/s`,
    whole(there),
    (there / here).toFixed(2),
    '≥ 500/s, ratio ≤ 1.5',
  )
}

const ms = (value: number): string => `${value.toFixed(1)} ms`
const row = (...cells: string[]): void =>
  console.log(cells.map((cell, i) => (i < 5 ? cell.padEnd([32, 12, 22, 14, 8][i] as number) : cell)).join(''))

try {
  await bench()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
