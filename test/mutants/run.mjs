/**
 * `npm run test:mutants`: puts small faults into the program, one at a time,
 * and says which of them the tests of the part that they are in do not notice.
 * A fault that the compiler refuses is none that could be shipped, and another
 * is tried in its place. Tests run on SQLite unless COURANT_TEST_DATABASES says otherwise.
 *
 *     npm run test:mutants -- --seed 7 --count 200 --part review,store --jobs 2
 */
import { readdirSync, readFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { copyTree, root } from './copies.mjs'
import { EQUIVALENT } from './equivalent.mjs'
import { applied, mutant, mutantsOf } from './mutate.mjs'
import { NAMED } from './named.mjs'
import { sample } from './sample.mjs'
import { partOf, watchTests } from './tests-of.mjs'

/** @typedef {import('./mutate.mjs').Mutant} Mutant */
/** @typedef {'noticed' | 'unnoticed' | 'refused by types'} Outcome */

/** What has to be noticed of the sample; of those with a name, all. */
const WANTED = 0.85
/** Tests hang, which is noticed as well, when they take this many times as long as without a fault, and these milliseconds more. */
const PATIENCE = { times: 5, more: 60_000 }

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '200' },
    part: { type: 'string' },
    jobs: { type: 'string', default: String(Math.max(1, Math.min(4, cpus().length))) },
  },
})

const inSource = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .map((name) => `src/${name.replaceAll('\\', '/')}`)
  .filter((path) => /\.tsx?$/.test(path))
const inTests = readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' }).map(
  (name) => `test/${name.replaceAll('\\', '/')}`,
)
const isTest = (/** @type {string} */ path) => /\.test\.tsx?$/.test(path)
const sources = new Map(
  inSource.filter((path) => !isTest(path)).map((path) => [path, readFileSync(join(root, path), 'utf8')]),
)

const asked = values.part?.split(',')
const ofThisPart = (/** @type {{ path: string }} */ { path }) => !asked || asked.includes(partOf(path))
const named = NAMED.filter(ofThisPart)
/** @type {Map<string, Mutant[]>} */
const byPart = new Map()
for (const [path, text] of sources) {
  if (!ofThisPart({ path })) continue
  byPart.set(partOf(path), [...(byPart.get(partOf(path)) ?? []), ...mutantsOf(path, text).filter(isWorthTrying)])
}
if (byPart.size === 0) {
  console.error(
    `There is no part "${values.part}": give the names of folders in src/, with commas between, or "the program".`,
  )
  process.exit(2)
}

const began = performance.now()
const copies = Array.from({ length: Number(values.jobs) }, copyTree)
const dropAll = () => {
  for (const copy of copies) copy.drop()
}
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    dropAll()
    process.exit(1)
  })
}
process.exitCode = await main().finally(dropAll)

/** @returns {Promise<number>} */
async function main() {
  const [first] = copies
  if (!first) throw new Error('--jobs is a number from 1')
  const testsOf = await watchTests(first, [...byPart.keys()], [...inSource, ...inTests].filter(isTest), sources)

  /** @type {string[]} */
  const lost = []
  await inTurn(named, async (copy, one) => {
    const fault = findNamed(one)
    if (!fault) lost.push(`${one.path} ${one.why}: its line is not there any more, change test/mutants/named.mjs`)
    else if ((await tryOut(copy, fault, testsOf(fault))) !== 'noticed')
      lost.push(`${one.path}:${fault.line} ${one.why}`)
  })
  console.log(`by name: ${named.length - lost.length} of ${named.length} noticed, ${minutes()} so far`)

  /** @type {Map<string, { noticed: number, unnoticed: number, refused: number }>} */
  const scores = new Map()
  const drawn = sample(byPart, { seed: Number(values.seed), count: Number(values.count) })
  for (const [part, { queue, wanted }] of drawn) {
    const score = { noticed: 0, unnoticed: 0, refused: 0 }
    scores.set(part, score)
    /** @type {Mutant[]} */
    const unnoticed = []
    let open = Math.min(wanted, queue.length)
    const left = [...queue]
    await Promise.all(
      copies.map(async (copy) => {
        while (open > 0 && left.length > 0) {
          open -= 1
          const fault = /** @type {Mutant} */ (left.shift())
          const outcome = await tryOut(copy, fault, testsOf(fault))
          console.log(`  ${outcome}: ${fault.path}:${fault.line}, ${minutes()} so far`)
          if (outcome === 'noticed') score.noticed += 1
          else if (outcome === 'refused by types') {
            score.refused += 1
            open += 1
          } else {
            score.unnoticed += 1
            unnoticed.push(fault)
          }
        }
      }),
    )
    console.log(`${part}: ${score.noticed} of ${score.noticed + score.unnoticed} noticed, ${minutes()} so far`)
    for (const { path, line, before, after } of unnoticed)
      console.log(`  ${path}:${line}\n    - ${before}\n    + ${after}`)
  }
  return report(scores, lost)
}

/**
 * Does something with each, as many at a time as there are copies.
 * @template T
 * @param {readonly T[]} items
 * @param {(copy: import('./copies.mjs').Copy, item: T) => Promise<void>} work
 */
async function inTurn(items, work) {
  const left = [...items]
  await Promise.all(
    copies.map(async (copy) => {
      for (let item = left.shift(); item; item = left.shift()) await work(copy, item)
    }),
  )
}

/**
 * @param {import('./copies.mjs').Copy} copy
 * @param {Mutant} fault
 * @param {import('./tests-of.mjs').Telling} telling
 * @returns {Promise<Outcome>}
 */
async function tryOut(copy, fault, { tests, ms }) {
  const whole = copy.read(fault.path)
  copy.write(fault.path, applied(whole, fault))
  try {
    const outcome =
      tests.length > 0 ? await copy.run(tests, { ms: PATIENCE.times * ms + PATIENCE.more, bail: true }) : 'passed'
    if (outcome !== 'passed') return 'noticed'
    return copy.typed() ? 'unnoticed' : 'refused by types'
  } finally {
    copy.write(fault.path, whole)
  }
}

/**
 * @param {Map<string, { noticed: number, unnoticed: number, refused: number }>} scores
 * @param {string[]} lost of those with a name
 */
function report(scores, lost) {
  const sum = (/** @type {'noticed' | 'unnoticed' | 'refused'} */ what) =>
    [...scores.values()].reduce((all, score) => all + score[what], 0)
  const tried = sum('noticed') + sum('unnoticed')
  const share = sum('noticed') / tried
  for (const line of lost) console.log(`Unnoticed, though it has a name: ${line}`)
  console.log(
    `\n${sum('noticed')} of ${tried} faults noticed (${(100 * share).toFixed(1)} %; ${100 * WANTED} % wanted), ` +
      `${named.length - lost.length} of ${named.length} by name; ${sum('refused')} more refused by types, ` +
      `${EQUIVALENT.length} known to change nothing. Seed ${values.seed}, ${minutes()}.`,
  )
  return share >= WANTED && lost.length === 0 ? 0 : 1
}

/** @param {import('./named.mjs').Named} one @returns {Mutant | null} */
function findNamed({ path, from, to }) {
  const text = sources.get(path) ?? ''
  const start = text.indexOf(from)
  if (start < 0 || text.indexOf(from, start + 1) >= 0) return null
  return mutant(path, text, { start, end: start + from.length, becomes: to, atTop: false })
}

/** @param {Mutant} fault */
function isWorthTrying({ path, before, after }) {
  // What is done on PostgreSQL alone is noticed there alone.
  const onBoth = process.env.COURANT_TEST_DATABASES?.includes('postgres')
  if (!onBoth && /postgres/i.test(path + before)) return false
  // Without an index every answer is the same, and later.
  if (/createIndex|create index/.test(before)) return false
  return !EQUIVALENT.some((one) => one.path === path && one.after === after)
}

function minutes() {
  return `${((performance.now() - began) / 60_000).toFixed(1)} min`
}
