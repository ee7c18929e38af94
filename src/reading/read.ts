/** Reads a text: who says what, through whom, when; pure, and the same for the same text. */
import { findAmounts } from './amounts/find-amounts.ts'
import { cueTable, speakerTable, taggerTable, taggerTransitions } from './kept.ts'
import { findNames, indexNames } from './names/index.ts'
import type { Reading, ReadingBlock, ReadingText } from './reading.ts'
import { findStatements } from './statements/statements.ts'
import { attributionsOf } from './tagging/attributions.ts'
import { contextOf } from './tagging/context.ts'
import { scoresOf, tagged } from './tagging/tagger.ts'
import { findDate } from './times/find-date.ts'
import { findTimes } from './times/find-times.ts'
import { tokenize } from './tokens.ts'

/** Grows with every change by which the same text may read otherwise. */
export const EDITION = 3

/**
 * Reads a story's blocks, or plain text, whose paragraphs become blocks p1, p2,
 * …; English. Never throws on any text; the cost is linear in its length.
 */
export function read(text: ReadingText | string): Reading {
  const { blocks, date = null } = typeof text === 'string' ? { blocks: paragraphsOf(text) } : text
  const day = date ?? findDate(blocks)
  const tokens = tokenize(blocks.map(({ text }) => text))
  const context = contextOf(tokens)
  const tagger = taggerTable()
  const scores = scoresOf(context, {
    emissions: tagger.weights,
    scale: tagger.unit,
    transitions: taggerTransitions,
  })
  const attributions = attributionsOf(context, tagged(scores, taggerTransitions, tokens), {
    cue: cueTable(),
    speaker: speakerTable(),
  })
  const names = findNames(blocks, tokens)
  const times = findTimes(blocks, day)
  return {
    edition: EDITION,
    date: day === null ? null : { day, from: date === null ? 'text' : 'given' },
    statements: findStatements(blocks, context, attributions, indexNames(blocks, names)),
    names,
    times,
    amounts: findAmounts(blocks, times),
  }
}

/** A plain text's paragraphs: its lines that are not empty. */
function paragraphsOf(text: string): ReadingBlock[] {
  return text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line, i) => ({ id: `p${i + 1}`, kind: 'paragraph', text: line.trim() }))
}
