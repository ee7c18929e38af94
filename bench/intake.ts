/**
 * `npm run bench:intake`: how many comments are on disk in a second, and how many
 * of them examined, beside an earlier build in turns on the same machine, on both
 * databases. `npm run bench:intake -- 542cad6 sqlite 20` names another commit, one
 * database, and for how many seconds it is kept up.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { atRate } from './_asking.ts'
import { buildOf } from './_build-of.ts'
import { type DatabaseKind, onEachDatabase } from './_databases.ts'
import { durableCommits } from './_durable-commits.ts'
import { median, p95, pause, shown } from './_figures.ts'
import { row, type Site, siteOf, thisBuild } from './_two-builds.ts'

const [BEFORE = '59dc529', ONLY, SECONDS = '60'] = process.argv.slice(2)
const TURNS = 8
const SENDERS = 32
const TOGETHER_MS = 2500
const ALONE = 60
const STORIES = 400
/** A build that stood still has this long to see to what fell due. */
const WOKEN_MS = 200
const HALF_MS = 10_000
const LOOK_MS = 25
/** As a flood begins, a thread is started to read its words; that is looked at by nobody. */
const BEGINS_MS = 2000

interface Measured {
  together: number[]
  alone: number[]
  kept: number
}

const folder = mkdtempSync(join(tmpdir(), 'courant-intake-'))

async function intake(): Promise<void> {
  const old = buildOf(BEFORE)
  if ('problem' in old) throw new Error(old.problem)
  console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${TURNS} turns`)
  await onEachDatabase(ONLY, (kind, postgres) => compare(kind, old.program, postgres))
}

async function compare(kind: DatabaseKind, program: string, postgres: string): Promise<void> {
  const sites: Site[] = []
  const commits: number[] = []
  try {
    for (const build of [thisBuild, { name: BEFORE, program }]) {
      const site = await siteOf(build, kind, folder, postgres)
      await site.addStories(STORIES)
      sites.push(site)
    }
    const measured = sites.map((): Measured => ({ together: [], alone: [], kept: 0 }))
    for (const site of sites) process.kill(site.pid(), 'SIGSTOP')
    // Once without counting: code is compiled, pages of the file are in memory.
    for (const site of sites) await awake(site, () => sendFor(site, TOGETHER_MS))
    for (let turn = 0; turn < TURNS; turn++) {
      commits.push(durableCommits(folder, 2000))
      for (const i of turn % 2 === 0 ? [0, 1] : [1, 0]) {
        const [site, of] = [sites[i] as Site, measured[i] as Measured]
        await awake(site, async () => {
          for (let n = 0; n < ALONE; n++) of.alone.push((await site.sendComment()).ms)
          of.together.push(await sendFor(site, TOGETHER_MS))
          await examinedAll(site)
          await site.clearWaiting()
        })
      }
    }
    const [ours, theirs] = measured as [Measured, Measured]
    ours.kept = await awake(sites[0] as Site, () => keepUp(sites[0] as Site))
    theirs.kept = await awake(sites[1] as Site, () => keepUp(sites[1] as Site))
    const half = median(ours.kept > 0 ? [ours.kept / 2] : ours.together)
    const lag = await awake(sites[0] as Site, () => lagAt(sites[0] as Site, half))
    report(kind, ours, theirs, { commits: median(commits), half, lag })
  } finally {
    for (const site of sites) {
      process.kill(site.pid(), 'SIGCONT')
      await site.stop()
    }
  }
}

/** On a machine of two cores the build that is not measured stands still meanwhile. */
async function awake<T>(site: Site, work: () => Promise<T>): Promise<T> {
  process.kill(site.pid(), 'SIGCONT')
  await pause(WOKEN_MS)
  try {
    return await work()
  } finally {
    process.kill(site.pid(), 'SIGSTOP')
  }
}

/** Comments a second that are answered, while so many send one after the other. */
async function sendFor(site: Site, ms: number): Promise<number> {
  let sent = 0
  const started = performance.now()
  await Promise.all(
    Array.from({ length: SENDERS }, async () => {
      while (performance.now() - started < ms) {
        await site.sendComment()
        sent++
      }
    }),
  )
  return sent / ((performance.now() - started) / 1000)
}

async function examinedAll(site: Site): Promise<void> {
  while ((await site.unexamined()).count > 0) await pause(LOOK_MS)
}

/** Comments a second that are taken and examined, all of them, where it goes on for as long as was asked. */
async function keepUp(site: Site): Promise<number> {
  const started = performance.now()
  const ms = Number(SECONDS) * 1000
  const sent = (await sendFor(site, ms)) * (ms / 1000)
  await examinedAll(site)
  return sent / ((performance.now() - started) / 1000)
}

/** How long the oldest that waits for its examination has waited, looked at again and again at this rate (comments/s): its p95, ms. */
async function lagAt(site: Site, rate: number): Promise<number> {
  const ages: number[] = []
  let going = true
  const looking = (async () => {
    await pause(BEGINS_MS)
    while (going) {
      const { oldest } = await site.unexamined()
      ages.push(oldest === null ? 0 : Date.now() - oldest)
      await pause(LOOK_MS)
    }
  })()
  await atRate(rate, HALF_MS, () => site.sendComment())
  going = false
  await looking
  return p95(ages)
}

function report(
  kind: DatabaseKind,
  ours: Measured,
  theirs: Measured,
  { commits, half, lag }: { commits: number; half: number; lag: number },
): void {
  const postgres = kind === 'postgres'
  console.log('')
  row(kind, 'this build', BEFORE, 'ratio', 'aim')
  const ratios = ours.together.map((value, i) => value / (theirs.together[i] as number))
  const line = (name: string, here: number, there: number, ratio: number, aim: string) =>
    row(name, shown(here), shown(there), ratio.toFixed(2), aim)
  const [here, there] = [median(ours.together), median(theirs.together)]
  line(`durable comments/s, ${SENDERS} senders`, here, there, median(ratios), postgres ? '≥ 5' : '≥ 3')
  row('  of single-row commits (SQLite)', (here / commits).toFixed(2), (there / commits).toFixed(2), '', '0.45')
  line(`examined too, over ${SECONDS} s`, ours.kept, theirs.kept, ours.kept / theirs.kept, postgres ? '≥ 4' : '≥ 2.2')
  const [one, before] = [p95(ours.alone), p95(theirs.alone)]
  line('one sender, p95, ms', one, before, before / one, '≥ 1')
  row(`lag at ${shown(half)}/s, p95, ms`, shown(lag), '', '', '≤ 500')
}

try {
  await intake()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
