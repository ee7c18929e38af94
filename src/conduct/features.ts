/**
 * What the model of conduct sees: which kinds of words stand together, and the
 * hostile words themselves. A text without a hostile word has no feature at all,
 * and no feature is made of a group alone, so that a group's name by itself never
 * weighs anything.
 */
import type { Look, ReadText, ReadWord } from './read.ts'
import { HOSTILE, type WordKind } from './words.ts'

type Mark = WordKind | 'question' | 'quotes' | 'denied'

/** Kinds that are looked for around a hostile word, so many words to either side. */
const NEAR = 3

/** How a comment looks says a little, and nothing by itself: it only orders those that have a hostile word. Pure. */
export function lookFeatures({ letters, capitals, hasExclamation, isAnswer }: Look, words: number): string[] {
  return [
    `long ${Math.min(5, Math.floor(Math.log2(1 + words)))}`,
    `capitals ${Math.min(3, Math.floor((8 * capitals) / Math.max(1, letters)))}`,
    ...(hasExclamation ? ['!'] : []),
    ...(isAnswer ? ['@'] : []),
  ]
}

/** Names of features, each once. Pure. */
export function conductFeatures({ sentences, hasQuestion, hasQuotes }: ReadText): string[] {
  const found = new Set<string>()
  const whole = new Set<Mark>(sentences.flatMap((words) => words.flatMap(({ kinds }) => kinds)))
  let hostile = 0
  for (const words of sentences) {
    const marks = new Set<Mark>(words.flatMap(({ kinds }) => kinds))
    const here = [...marks].filter((mark) => HOSTILE.has(mark as WordKind))
    // What is denied of somebody is as hard a word: "have no right to live".
    if (marks.has('not') && marks.has('worth') && (marks.has('group') || marks.has('you') || marks.has('they')))
      here.push('denied')
    if (marks.has('blame') && (marks.has('group') || marks.has('crowd') || marks.has('they'))) here.push('blame')
    if (here.length === 0) continue
    if (hasQuestion) marks.add('question')
    if (hasQuotes) marks.add('quotes')
    for (const one of here) addTogether(one, marks, whole, found)
    hostile += addAround(words, found)
  }
  if (found.size > 0) found.add(`hostile ${Math.min(3, hostile)}`)
  if (found.size > 0 && !whole.has('group') && !whole.has('crowd')) found.add(whole.has('you') ? 'only you' : 'nobody')
  return [...found]
}

function addTogether(one: Mark, marks: ReadonlySet<Mark>, whole: ReadonlySet<Mark>, found: Set<string>): void {
  found.add(one)
  for (const other of marks) if (other !== one) found.add(`${one}+${other}`)
  for (const other of whole) if (!marks.has(other)) found.add(`${one}~${other}`)
  const about = marks.has('group') ? 'group' : whole.has('group') ? 'group~' : marks.has('crowd') ? 'crowd' : null
  if (about === null) return
  for (const other of marks) if (other !== one && other !== 'group') found.add(`${one}+${about}+${other}`)
}

/** The hostile words and what stands right beside them; answers how many there are. */
function addAround(words: readonly ReadWord[], found: Set<string>): number {
  let count = 0
  for (const [i, { word, kinds }] of words.entries()) {
    const hard = kinds.filter((kind) => HOSTILE.has(kind))
    if (hard.length === 0) continue
    count++
    found.add(`“${word}”`)
    for (let at = Math.max(0, i - NEAR); at <= Math.min(words.length - 1, i + NEAR); at++) {
      if (at === i) continue
      for (const kind of words[at]?.kinds ?? [])
        for (const one of hard) found.add(at < i ? `${kind}<${one}` : `${one}<${kind}`)
    }
  }
  return count
}
