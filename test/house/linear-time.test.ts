/**
 * What takes a stranger's text takes time in line with its length, whatever
 * stands in it. Each function is given each kind of repeated text in each frame:
 * once quickly, and where that looks slow, carefully, beside work that is linear.
 */
import { describe, expect, test } from 'vitest'
import { FRAMES, KINDS, runOf } from '../hostile-texts.ts'
import { type TextTaker, textTakers } from '../text-takers.ts'
import { ways } from '../thorough.ts'

/** Code units of the longest text. */
const LONGEST = 3_000
/** So many times as long is what has seemed slow. */
const LONGER = 12
/** What is slow with ordinary text is tried with less of it. */
const SHORTEST = 750
const ORDINARY_MS = 0.2
/** Under this, or under twice what ordinary words take, a text of that length costs nothing to speak of, however it grows. */
const QUICK_MS = 0.75
/** What twice as much may cost, where linear work costs twice as much. */
const MOST_A_DOUBLING = 2.5
const ROUNDS = 20
/** Runs that end in something else, and runs that something else begins, find most. */
const TRIED = ways([1, 2], [0, 3]).map((number) => [number, FRAMES[number] as (run: string) => string] as const)

const { takers, unknown } = await textTakers()
const intake = takers.find(({ name }) => name === 'discussion/words.ts checkText')

test('every function that takes a text is known, and how it is called', () => {
  expect(takers.length).toBeGreaterThan(100)
  expect(unknown, 'say in test/text-takers.ts how they are called with a text').toEqual([])
})

describe('whatever a text is made of, twice as much of it takes twice the time', () => {
  test.each(takers.map((taker) => [taker.name, taker] as const))('%s', async (_, taker) => {
    const { longest, quick } = await sizeFor(taker)
    const slow: string[] = []
    for (const kind of KINDS) {
      // A few say enough, and each takes long.
      if (slow.length >= 3) break
      for (const [number, frame] of TRIED) {
        const text = (length: number) => taken(taker, frame(runOf(kind, length)))
        if (await isQuick(taker, text, longest, quick)) continue
        const of = (length: number) => [text(length / 4), text(length / 2), text(length)] as const
        // A machine that was busy once is asked again; what grows with the square does so each time.
        const short = of(longest)
        let growth = Math.min(await growthOf(taker, short), await growthOf(taker, short), await growthOf(taker, short))
        // Of a millisecond a collection of garbage is a good part: what seems slow has to be so of longer texts too.
        const long = of(longest * LONGER)
        if (growth > MOST_A_DOUBLING && long.every((one) => one !== '')) growth = await growthOf(taker, long)
        if (growth > MOST_A_DOUBLING) slow.push(`${JSON.stringify(kind)} in frame ${number}: × ${growth.toFixed(1)}`)
      }
    }
    expect(slow).toEqual([])
  })
})

/** As much of ordinary words as it reads in a moment; what takes little longer than those is quick. */
async function sizeFor(taker: TextTaker): Promise<{ longest: number; quick: number }> {
  const words = runOf('The council said on Monday that it would vote again, “soon”. ', LONGEST)
  await wallOf(taker, words)
  const ms = await wallOf(taker, words)
  const longest = Math.max(SHORTEST, Math.min(LONGEST, Math.round((LONGEST * ORDINARY_MS) / ms)))
  return { longest, quick: Math.max(QUICK_MS, (2 * ms * longest) / LONGEST) }
}

/** A text as it comes to the function: comments have been through the intake. */
function taken(taker: TextTaker, text: string): string {
  if (!taker.afterIntake) return text
  const checked = intake?.call(text)
  return typeof checked === 'string' ? checked : ''
}

/** A machine that was busy just then is asked again: to look carefully takes a hundred times as long. */
async function isQuick(
  taker: TextTaker,
  text: (length: number) => string,
  longest: number,
  quick: number,
): Promise<boolean> {
  const whole = text(longest)
  let ms = Number.POSITIVE_INFINITY
  for (let time = 0; time < 3; time++) {
    ms = Math.min(ms, await wallOf(taker, whole))
    if (ms < quick) return true
  }
  return ms < (await wallOf(taker, text(longest / 4))) * 4
}

async function wallOf(taker: TextTaker, text: string): Promise<number> {
  const start = performance.now()
  await calling(taker, text)
  return performance.now() - start
}

async function calling(taker: TextTaker, text: string): Promise<void> {
  try {
    await taker.call(text)
  } catch {
    // What is refused has been read as well.
  }
}

/** What a doubling costs, beside what it costs of work that is linear: the least of several, by processor time. */
async function growthOf(taker: TextTaker, texts: readonly [string, string, string]): Promise<number> {
  const least = texts.map(() => ({ work: Number.POSITIVE_INFINITY, linear: Number.POSITIVE_INFINITY }))
  for (let round = 0; round < ROUNDS; round++) {
    for (const [i, text] of texts.entries()) {
      const best = least[i] as { work: number; linear: number }
      best.work = Math.min(best.work, await costOf(() => calling(taker, text)))
      best.linear = Math.min(best.linear, await costOf(() => linearWork(text)))
    }
    if (round > 0 && growth(least) <= MOST_A_DOUBLING) break
  }
  return growth(least)
}

const growth = (least: readonly { work: number; linear: number }[]): number => {
  const [first, , last] = least as [{ work: number; linear: number }, unknown, { work: number; linear: number }]
  return 2 * Math.sqrt(last.work / first.work / (last.linear / first.linear))
}

async function costOf(work: () => unknown): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return Math.max(user + system, 1)
}

let seen = 0
/** Looks at each character many times over, so that it takes as long as what it is held against. */
function linearWork(text: string): void {
  for (let turn = 0; turn < 20; turn++) for (const character of text) seen = (seen + character.length) % 1_000_003
}
