/**
 * `npm run bench:reading`: what it costs to read a story, on one core, against
 * wink-nlp cutting the same text into tokens and tagging them, in the same run.
 */
import { readFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import model from 'wink-eng-lite-web-model'
import winkNLP from 'wink-nlp'
import { read, tokenize } from '../src/reading/index.ts'
import { median } from './_figures.ts'

const WORDS = 800
const TURNS = 10
const STORIES = 100
const LONG_RUN = 10_000

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void
const paragraphs = ['court', 'football', 'council'].flatMap((name) =>
  readFileSync(`test/reading/${name}.txt`, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== ''),
)

/** Story number `n`: paragraphs of our own stories in an order of its own, with names that no other story has. */
function story(n: number, words = WORDS): string {
  const chosen: string[] = []
  let count = 0
  for (let i = 0; count < words; i++) {
    const paragraph = (paragraphs[(n * 7 + i * 11) % paragraphs.length] as string).replace(
      /\b([A-Z][a-z]{4,})\b/g,
      (name) => (n % 3 === 0 ? `${name}${'aeiou'[n % 5]}${'lmnrst'[(n >> 2) % 6]}${(n % 676).toString(36)}` : name),
    )
    chosen.push(paragraph)
    count += paragraph.split(/\s+/).length
  }
  return chosen.join('\n')
}

const nlp = winkNLP(model, ['sbd', 'pos'])
const its = nlp.its
/** What is measured against: the same paragraphs cut and tagged, and both taken out. */
function wink(text: string): void {
  for (const paragraph of text.split('\n')) {
    const tokens = nlp.readDoc(paragraph).tokens()
    tokens.out()
    tokens.out(its.pos)
  }
}

function timed(work: (text: string) => unknown, texts: readonly string[]): number[] {
  return texts.map((text) => {
    const started = performance.now()
    work(text)
    return performance.now() - started
  })
}

const at = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] as number
const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0)
const heapMb = () => {
  collect()
  return process.memoryUsage().heapUsed / 1e6
}

console.log(`Node ${process.version}, one core of ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}\n`)
const texts = Array.from({ length: STORIES }, (_, n) => story(n))
timed(read, texts)
timed(wink, texts)

// They take turns, so that a machine which slows down slows both.
const ours: number[][] = []
const theirs: number[][] = []
const cut: number[][] = []
for (let turn = 0; turn < TURNS; turn++) {
  ours.push(timed(read, texts))
  theirs.push(timed(wink, texts))
  cut.push(timed((text) => tokenize(text.split('\n')), texts))
}
const each = ours.flat().sort((a, b) => a - b)
console.log(`${each.length} stories of ${WORDS} words`)
console.log(`  stories a second            ${(STORIES / (median(ours.map(sum)) / 1000)).toFixed(0)}`)
console.log(
  `  a story: p50 · p99 · most   ${[at(each, 0.5), at(each, 0.99), each.at(-1) as number].map((ms) => ms.toFixed(1)).join(' · ')} ms`,
)
console.log(
  `  against wink-nlp's tokens and tags alone   ${median(ours.map((turn, i) => sum(turn) / sum(theirs[i] as number[]))).toFixed(2)} × the time`,
)
console.log(
  `  our own tokens and tags alone              ${median(cut.map((turn, i) => sum(turn) / sum(theirs[i] as number[]))).toFixed(2)} × the time`,
)

const before = heapMb()
const heaps: number[] = []
for (let n = 0; n < LONG_RUN; n++) {
  read(story(n))
  if ((n + 1) % (LONG_RUN / 5) === 0) heaps.push(heapMb())
}
console.log(
  `\nheap in use over ${LONG_RUN} stories, in MB: ${[before, ...heaps].map((mb) => mb.toFixed(1)).join(' · ')}`,
)

console.log('\ngrowth: ms for 1,000 characters, at 100,000 and at 1,000,000 characters')
for (const [name, text] of [
  ['a long story', story(1, 200_000)],
  ['a million quotation marks', '“'.repeat(1_000_000)],
  ['unclosed quotations', '“He said it and '.repeat(65_000)],
  ['one word without a space', 'a'.repeat(1_000_000)],
  ['capitals', 'Xi '.repeat(350_000)],
  ['said, said, said', 'said '.repeat(200_000)],
  ['a paragraph a word', 'Xi said\n'.repeat(125_000)],
] as const) {
  const small = text.slice(0, 100_000)
  const perThousand = [small, text.slice(0, 1_000_000)].map((part) => (sum(timed(read, [part])) / part.length) * 1000)
  console.log(`  ${name.padEnd(28)} ${perThousand.map((ms) => ms.toFixed(2)).join('   ')}`)
}
