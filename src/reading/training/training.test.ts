/** What `npm run train:reading` learns from, in small: the example stories with what a careful editor finds in them. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { asExpected } from '../../../test/reading/as-expected.ts'
import { council } from '../../../test/reading/council.expected.ts'
import { court } from '../../../test/reading/court.expected.ts'
import { football } from '../../../test/reading/football.expected.ts'
import type { Place, ReadingBlock } from '../index.ts'
import { cueTable, speakerTable, taggerTable, taggerTransitions } from '../kept.ts'
import { attributionsOf } from '../tagging/attributions.ts'
import type { Tagged } from '../tagging/choice.ts'
import { contextOf } from '../tagging/context.ts'
import { cueCandidates, cueChoices } from '../tagging/cue-choices.ts'
import { speakerChoices } from '../tagging/speaker-choices.ts'
import { eachToken, scoresOf, tagged } from '../tagging/tagger.ts'
import { TAGS, type Tokens, tokenize } from '../tokens.ts'
import { unpack } from '../weights.ts'
import { type Lesson, lessonOf } from './lesson.ts'
import { trainTags } from './tags.ts'
import { trainStatements } from './train.ts'

const here = fileURLToPath(new URL('../../../test/reading/', import.meta.url))
const STORIES = Object.entries({ council, court, football }).map(([name, expectation]) => {
  const blocks = readFileSync(`${here}${name}.txt`, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((text, i): ReadingBlock => ({ id: `p${i}`, kind: 'paragraph', text }))
  return {
    name,
    blocks,
    tokens: tokenize(blocks.map(({ text }) => text)),
    reading: asExpected({ blocks }, expectation),
  }
})

const tokensAt = (tokens: Tokens, places: readonly Place[]): number[] =>
  Array.from({ length: tokens.count }, (_, i) => i).filter((i) =>
    places.some(
      ({ block, from, to }) =>
        block === `p${tokens.paragraph[i]}` && (tokens.from[i] as number) < to && (tokens.to[i] as number) > from,
    ),
  )
const lessons = (): Lesson[] =>
  STORIES.map(({ tokens, reading }) =>
    lessonOf(
      tokens,
      reading.statements.map(({ content, cue, speaker }) => ({
        content: tokensAt(tokens, content),
        cue: tokensAt(tokens, cue ? [cue] : []),
        speaker: tokensAt(tokens, speaker ? [speaker] : []),
      })),
    ),
  )
const printOf = (...values: readonly unknown[]) =>
  createHash('sha256').update(JSON.stringify(values)).digest('base64url').slice(0, 12)

test('a lesson says of each word whether it is what was said, who said it or the verb, and where each begins', () => {
  const tokens = tokenize(['“It is full,” said Ann Porter on Monday.', 'She has warned that it leaks.'])
  const { labels, attributions } = lessonOf(tokens, [
    { content: [0, 1, 2, 3, 4, 5], cue: [6], speaker: [7, 8] },
    { content: [15, 16, 17], cue: [13, 14], speaker: [12] },
  ])
  expect(tokens.word.map((word, i) => `${word} ${labels[i]}`).join(' ')).toBe(
    '“ 5 It 6 is 6 full 6 , 6 ” 6 said 1 Ann 3 Porter 4 on 0 Monday 0 . 0 She 3 has 1 warned 2 that 7 it 8 leaks 8 . 0',
  )
  expect(attributions[1]).toEqual({ content: new Set([15, 16, 17]), cue: new Set([13, 14]), speaker: [12] })
  const apart = lessonOf(tokens, [{ content: [10, 11, 12, 14], cue: [], speaker: [] }])
  expect([10, 11, 12, 13, 14].map((i) => apart.labels[i])).toEqual([7, 8, 7, 0, 7])
})

test('what was taught by three stories reads them as it was taught, and the same lessons teach the same', () => {
  const said: string[] = []
  const kept = trainStatements(lessons(), (line) => said.push(line))
  expect(said).toEqual([
    ...[1, 2, 3, 4].map((part) => `part ${part} of 4 is tagged by what the others taught`),
    'the links are trained',
    'the tagger is trained on all',
  ])
  const table = unpack(kept.tagger)
  const transitions = Float32Array.from(kept.transitions)
  let [right, all] = [0, 0]
  for (const { tokens, context, labels } of lessons()) {
    const scores = scoresOf(context, { emissions: table.weights, scale: table.unit, transitions })
    const found = tagged(scores, transitions, tokens)
    right += labels.filter((label, i) => found.labels[i] === label).length
    all += labels.length
    const links = attributionsOf(context, found, { cue: unpack(kept.cue), speaker: unpack(kept.speaker) })
    expect(links.filter(({ cue, speaker }) => cue && speaker).length).toBeGreaterThan(5)
  }
  expect(right / all).toBeGreaterThan(0.95)
  // weights.json can be made again by whoever has its corpus; where the training was meant to change, set this anew.
  expect(printOf(kept)).toBe('YEjEX-XM0-gU')
})

test('parts of speech are learnt from texts and from a list of words', () => {
  const tagOf = (name: string) => TAGS.indexOf(name as (typeof TAGS)[number])
  const text = (words: string, tags: string) => ({
    words: words.split(' '),
    starts: [0, words.split(' ').length],
    tags: Int8Array.from(tags.split(' ').map(tagOf)),
  })
  const said: string[] = []
  const weights = trainTags(
    [
      text('The ferry sank .', 'DET NOUN VERB PUNCT'),
      text('A gull saw the old ferry', 'DET NOUN VERB DET ADJ NOUN'),
      text('She sank it', 'PRON VERB PRON'),
    ],
    [{ word: 'harbour', tag: tagOf('NOUN') }],
    (line) => said.push(line),
  )
  expect(said).toHaveLength(6)
  expect(said[0]).toMatch(/^parts of speech, round 1: \d+\.\d % wrong$/)
  expect(said.at(-1)).toContain(' 0.0 % wrong')
  expect(printOf([...weights.entries()].filter(([, weight]) => weight !== 0))).toBe('qhzKOEe-f7N_')
})

test('the weights are those of the features: after a change to what a word is told by, train anew', () => {
  const made = STORIES.map(({ tokens }) => {
    const context = contextOf(tokens)
    const features: number[][] = []
    eachToken(context, (_, buffer, n) => void features.push([...buffer.subarray(0, n)]))
    const tagger = taggerTable()
    const scores = scoresOf(context, { emissions: tagger.weights, scale: tagger.unit, transitions: taggerTransitions })
    const found: Tagged = tagged(scores, taggerTransitions, tokens)
    const cues = cueCandidates(context, found)
    const links = found.spans.contents.flatMap((segment) => {
      const choices = cueChoices(context, found, cues, segment)
      return choices.map((cue) => [cue, speakerChoices(context, found, segment, cue)])
    })
    return printOf(
      features,
      [...tokens.tag],
      links,
      attributionsOf(context, found, { cue: cueTable(), speaker: speakerTable() }),
    )
  })
  // Set anew with weights.json, by `npm run train:reading`; or, as last, where that was tried and found no better (docs/reading.md).
  expect(made.join(' ')).toBe('4c8e8w_vcxSH z3YtOBGAkml8 yPpMpI9H55fK')
})
