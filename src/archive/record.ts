/** Keeps what was read: one reading a story, of the version last published, with rows to search it by. */

import { sql } from 'kysely'
import type { Place, Reading, ReadingBlock, ReadingText } from '../reading/index.ts'
import { storeProblem, type Transaction } from '../store/index.ts'
import { applyCorrections } from './corrections.ts'
import { foldedWords, keyOf, storable } from './fold.ts'
import { printsOf } from './prints.ts'
import { readCorrections } from './read-corrections.ts'
import type { CorrectedReading, CorrectedStatement } from './records.ts'

/** As many characters of a statement are searched; a statement longer than this is a document. */
const LONGEST_SEARCHED = 20_000
/** Rows written by one insert; each database bounds how many values a statement may carry. */
const ROWS_AT_ONCE = 500

/**
 * Keeps a published version's reading, in the transaction that publishes it.
 * The story's earlier one goes; corrections stay, and are in the new rows where
 * they find their statement. Works in the order of statements and names read.
 */
export async function recordReading(
  tx: Transaction,
  kept: { storyId: string; version: number; text: ReadingText; reading: Reading },
): Promise<void> {
  const { storyId, version, text, reading } = kept
  const values = {
    version,
    edition: reading.edition,
    day: text.date ?? reading.date?.day ?? null,
    headline: wordsOf(text, 'headline'),
    standfirst: wordsOf(text, 'standfirst'),
    text_json: JSON.stringify(text),
    reading_json: JSON.stringify(reading),
    kept_at: tx.now,
  }
  await tx.rows
    .insertInto('readings')
    .values({ story_id: storyId, ...values })
    .onConflict((conflict) => conflict.column('story_id').doUpdateSet(values))
    .execute()
  await writeNames(tx, storyId, reading)
  await writeStatements(tx, storyId, text, applyCorrections(reading, text, await readCorrections(tx.rows, storyId)))
}

const wordsOf = (text: ReadingText, kind: ReadingBlock['kind']): string =>
  storable(text.blocks.find((block) => block.kind === kind)?.text ?? '')

/**
 * Runs `work` so that where it fails nothing of it is kept, and nothing else of
 * the transaction is lost; answers whether it was done. What ails the database itself is thrown on.
 */
export async function setApart(tx: Transaction, work: () => Promise<void>): Promise<boolean> {
  await sql`savepoint set_apart`.execute(tx.rows)
  try {
    await work()
    await sql`release savepoint set_apart`.execute(tx.rows)
    return true
  } catch (error) {
    if (storeProblem(error) !== null) throw error
    await sql`rollback to savepoint set_apart`.execute(tx.rows)
    await sql`release savepoint set_apart`.execute(tx.rows)
    return false
  }
}

/** Writes the rows of a kept reading anew, as when one of its statements was corrected. */
export async function recordAgain(tx: Transaction, storyId: string): Promise<void> {
  const row = await tx.rows
    .updateTable('readings')
    // Changes nothing, and holds the row: who else writes this story's rows waits, in PostgreSQL too.
    .set((e) => ({ kept_at: e.ref('kept_at') }))
    .where('story_id', '=', storyId)
    .returning(['text_json', 'reading_json'])
    .executeTakeFirst()
  if (!row) return
  const text = JSON.parse(row.text_json) as ReadingText
  const reading = JSON.parse(row.reading_json) as Reading
  await writeStatements(tx, storyId, text, applyCorrections(reading, text, await readCorrections(tx.rows, storyId)))
}

async function writeStatements(
  tx: Transaction,
  storyId: string,
  text: ReadingText,
  reading: CorrectedReading,
): Promise<void> {
  await tx.rows.deleteFrom('statements').where('story_id', '=', storyId).execute()
  const blocks = new Map(text.blocks.map((block) => [block.id, block.text]))
  const wordsAt = (places: readonly Place[], between: string) =>
    storable(places.map(({ block, from, to }) => (blocks.get(block) ?? '').slice(from, to)).join(between))
  const day = text.date ?? reading.date?.day ?? ''
  const names = new Map(reading.names.map((name) => [name.id, name]))
  const fullName = ({ speaker }: CorrectedStatement) =>
    speaker?.name ? (names.get(speaker.name)?.name ?? null) : speaker?.kind ? speaker.text : null

  const rows = reading.statements.map((statement, position) => {
    const words = wordsAt(statement.content, ' … ')
    const name = fullName(statement)
    return {
      story_id: storyId,
      position,
      statement_id: storable(statement.id),
      block: statement.content[0]?.block ?? '',
      kind: statement.kind,
      polarity: statement.cue?.polarity ?? 'neutral',
      words,
      quoted: wordsAt(statement.quoted, ' '),
      cue: statement.cue && storable(statement.cue.text),
      speaker_text: statement.speaker && storable(statement.speaker.text),
      speaker_name: name === null ? null : storable(name),
      speaker_kind: statement.speaker?.kind ?? null,
      speaker_key: statement.speaker && keyOf(name ?? statement.speaker.text),
      sources_json: JSON.stringify(statement.sources.map(({ kind, text }) => ({ kind, text }))),
      day,
      corrected: statement.corrected ? 1 : 0,
      search_words: foldedWords(words.slice(0, LONGEST_SEARCHED)).join(' '),
    }
  })
  for (const some of inParts(rows)) await tx.rows.insertInto('statements').values(some).execute()

  const numbers = new Map(
    (
      await tx.rows.selectFrom('statements').select(['number', 'position']).where('story_id', '=', storyId).execute()
    ).map((row) => [row.position, row.number]),
  )
  const speakers = reading.statements.flatMap((statement, position) => {
    const { speaker } = statement
    if (!speaker) return []
    const roles = speaker.name ? (names.get(speaker.name)?.roles ?? []) : []
    const words = foldedWords([speaker.text, fullName(statement) ?? '', ...roles].join(' ')).map(keyOf)
    return [...new Set(words)].map((word) => ({ word, statement: numbers.get(position) as number }))
  })
  for (const some of inParts(speakers)) await tx.rows.insertInto('speaker_words').values(some).execute()
  const prints = rows.flatMap(({ quoted }, position) =>
    [...printsOf(foldedWords(quoted))].map((print) => ({ print, statement: numbers.get(position) as number })),
  )
  for (const some of inParts(prints)) await tx.rows.insertInto('word_prints').values(some).execute()
}

async function writeNames(tx: Transaction, storyId: string, { names }: Reading): Promise<void> {
  await tx.rows.deleteFrom('name_words').where('story_id', '=', storyId).execute()
  await tx.rows.deleteFrom('names').where('story_id', '=', storyId).execute()
  const rows = names.map(({ kind, name, roles, mentions }, position) => ({
    story_id: storyId,
    position,
    kind,
    name: storable(name),
    name_key: keyOf(name),
    roles_json: JSON.stringify(roles),
    mentions: mentions.length,
  }))
  for (const some of inParts(rows)) await tx.rows.insertInto('names').values(some).execute()
  const words = rows.flatMap(({ name_key, position }) =>
    [...new Set(foldedWords(name_key))].map((word) => ({ word, story_id: storyId, position })),
  )
  for (const some of inParts(words)) await tx.rows.insertInto('name_words').values(some).execute()
}

function inParts<T>(rows: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(rows.length / ROWS_AT_ONCE) }, (_, i) =>
    rows.slice(i * ROWS_AT_ONCE, (i + 1) * ROWS_AT_ONCE),
  )
}
