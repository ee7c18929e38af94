/**
 * One edition reads one text in one way. Readings that are kept are made anew
 * only where EDITION grew (story/reading-keeper.ts): a change by which any text
 * reads otherwise, and that leaves it as it is, has an archive in which stories
 * that were read before and after it contradict each other. So what is read in some
 * thousand texts is kept here by edition, each as a print of its reading.
 *
 * Where a reading was meant to change: raise EDITION, and let the prints be
 * written anew (`npx vitest run src/reading/edition.test.ts -u`).
 */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { amountTexts, nameTexts, statementTexts, timeTexts } from '../../test/reading/made-up.ts'
import { findAmounts } from './amounts/find-amounts.ts'
import { EDITION, read } from './index.ts'
import { findNames } from './names/index.ts'
import type { ReadingBlock } from './reading.ts'
import { findDate } from './times/find-date.ts'
import { findTimes } from './times/find-times.ts'
import { tokenize } from './tokens.ts'

const here = fileURLToPath(new URL('../../test/reading/', import.meta.url))
const story = (name: string) => readFileSync(`${here}${name}.txt`, 'utf8')
const STORIES = ['council', 'court', 'football'].map(story)

const DAYS = ['2024-05-16', '2024-05-16', '2024-02-29', '2023-12-31', '2025-01-06', null]
const KINDS: readonly ReadingBlock['kind'][] = ['paragraph', 'paragraph', 'paragraph', 'headline', 'caption']
const block = (text: string, index: number): ReadingBlock => ({
  id: 'b',
  kind: KINDS[index % KINDS.length] ?? 'paragraph',
  text,
})
const dayOf = (index: number) => DAYS[index % DAYS.length] ?? null

const PARTS: [string, readonly string[], (text: string, index: number) => unknown][] = [
  ['times', timeTexts, (text, index) => findTimes([block(text, index)], dayOf(index))],
  ['dates', timeTexts.slice(0, 1500), (text, index) => findDate(text.split('. ').map((one) => block(one, index)))],
  ['amounts', amountTexts, (text, index) => findAmounts([block(text, index)], findTimes([block(text, index)], null))],
  ['names', nameTexts, (text, index) => findNames([block(text, index)], tokenize([text]))],
  ['statements', statementTexts, (text) => read(text).statements],
  ['stories', STORIES, (text) => read(text)],
]

test.each(PARTS)('the same text gives the same %s as before in this edition', async (part, texts, readIt) => {
  const file = `${here}edition-${EDITION}.${part}.txt`
  const kept = existsSync(file) ? readFileSync(file, 'utf8').split(/\s+/) : []
  const readings = texts.map((text, index) => JSON.stringify(readIt(text, index)))
  const prints = readings.map((reading) => createHash('sha256').update(reading).digest('base64url').slice(0, 4))
  const lines = Array.from({ length: Math.ceil(prints.length / 40) }, (_, at) => prints.slice(40 * at, 40 * at + 40))
  const changed = texts.flatMap((text, index) =>
    kept[index] === prints[index] ? [] : [`${text.slice(0, 300)}\n  is now read as ${readings[index]?.slice(0, 600)}`],
  )
  await expect(
    `${lines.map((line) => line.join(' ')).join('\n')}\n`,
    `${changed.length} of ${texts.length} texts read otherwise than before:\n${changed.slice(0, 3).join('\n')}`,
  ).toMatchFileSnapshot(file)
})
