/**
 * How well statements and their speakers are found: `npm run score:attribution
 * [PART | FOLDER]`. PART is a part of PolNeAR in shared/, "dev" where none is
 * named; a folder holds text/ and attributions/ as those parts do. The measures
 * are explained in docs/reading.md.
 */
import { headOfPhrase, markQuotations, read, type Statement, TAGS } from '../src/reading/index.ts'
import { type AnnotatedText, corpusFolder, type Range, readCorpus } from './_attribution-corpus.ts'
import { addMistakes, type Mistakes } from './_attribution-mistakes.ts'
import {
  addText,
  emptyScore,
  f1,
  type Predicted,
  precision,
  recall,
  type Score,
  type Tally,
} from './_attribution-score.ts'
import { tokensOf } from './_attribution-tokens.ts'

const part = process.argv[2] ?? 'dev'
const corpus = readCorpus(part)
if (!corpus) {
  console.log(
    `There is no attribution corpus at ${corpusFolder(part)}; nothing was scored. Set COURANT_SHARED to the folder that holds corpora/, or name a folder with text/ and attributions/.`,
  )
} else {
  const [ours, plain] = [emptyScore(), emptyScore()]
  const mistakes: Mistakes = new Map()
  for (const text of corpus) {
    const { tokens, ranges, starts } = tokensOf(text.text)
    const quoted = Uint8Array.from(markQuotations(tokens).quotation, (one) => (one > 0 ? 1 : 0))
    const head = (list: number[]) => headOfPhrase(tokens, { from: list[0] as number, to: (list.at(-1) as number) + 1 })
    const found = predictions(text, starts)
    const isVerb = (token: number) => TAGS[tokens.tag[token] as number] === 'VERB'
    addText(ours, text, found, ranges, quoted, head)
    addMistakes(mistakes, text, found, ranges, quoted, isVerb, head)
    addText(plain, text, marksAlone(text.text), ranges, quoted, head)
  }
  print(part, corpus.length, ours, plain)
  console.log('\nmistakes, by class')
  for (const [name, count] of [...mistakes].sort()) console.log(`  ${name.padEnd(52)} ${String(count).padStart(4)}`)
}

/** What the program reads, as ranges of the whole text. */
function predictions({ text }: AnnotatedText, starts: readonly number[]): Predicted[] {
  const blocks = text.split('\n').map((line, i) => ({ id: String(i), kind: 'paragraph' as const, text: line }))
  const place = ({ block, from, to }: Statement['content'][number]): Range => {
    const start = starts[Number(block)] as number
    return { from: start + from, to: start + to }
  }
  return read({ blocks }).statements.map(({ content, speaker }) => ({
    content: content.map(place),
    speaker: speaker && place(speaker),
  }))
}

/** The least that one would do: double quotation marks, and the last run of capitals before them as the speaker. */
function marksAlone(text: string): Predicted[] {
  return [...text.matchAll(/[“"]([^“”"\n]{1,2000})[”"]/g)].map(({ 0: { length }, index }) => {
    const before = [
      ...text.slice(Math.max(0, index - 120), index).matchAll(/\p{Lu}[\p{L}.’'-]*(?: \p{Lu}[\p{L}.’'-]*)*/gu),
    ].at(-1)
    const from = Math.max(0, index - 120) + (before?.index ?? 0)
    return {
      content: [{ from: index, to: index + length }],
      speaker: before ? { from, to: from + before[0].length } : null,
    }
  })
}

function print(name: string, texts: number, ours: Score, plain: Score): void {
  console.log(
    `${texts} texts of "${name}", ${ours.exact.wanted} attributions annotated, ${ours.exact.found} statements found\n`,
  )
  console.log('                                   Courant               marks alone')
  console.log('                                   P      R      F1      P      R      F1')
  for (const [label, key] of [
    ['content tokens, all', 'all'],
    ['  inside quotation marks', 'direct'],
    ['  outside them', 'indirect'],
    ['contents found exactly', 'exact'],
  ] as const) {
    const figures = [ours, plain].map((score) =>
      [precision(score[key]), recall(score[key]), f1(score[key])].map((one) => one.toFixed(3)).join('  '),
    )
    console.log(`${label.padEnd(34)} ${figures.join('   ')}`)
  }
  console.log('\nthe right speaker, of those        all attributions          direct ones')
  console.log('whose content was                  found  touched  any       found  touched  any')
  for (const [label, score] of [
    ['Courant', ours],
    ['marks alone', plain],
  ] as const) {
    console.log(`  ${label.padEnd(32)} ${tallyOf(score.speaker)}   ${tallyOf(score.directSpeaker)}`)
  }
  console.log(
    `\nattributions with words outside quotation marks that were found: ${share(ours.indirectFound.found, ours.indirectFound.wanted)}`,
  )
  const { found, unmarked, apart } = ours.statements
  console.log(`statements that nobody marked (half of their words and half of its): ${share(unmarked, found)}`)
  console.log(`statements that share no word with anything marked: ${share(apart, found)}`)
  console.log(
    `attributions without a source that were given no speaker: ${share(ours.sourceless.kept, ours.sourceless.wanted)}`,
  )
}

function tallyOf({ attributions, touched, touchedRight, found, foundRight }: Tally): string {
  return [foundRight / found, touchedRight / touched, touchedRight / attributions]
    .map((one) => one.toFixed(3))
    .join('  ')
}

function share(some: number, all: number): string {
  return `${(all === 0 ? 0 : some / all).toFixed(3)} (${some} of ${all})`
}
