/** The same words elsewhere in the archive, or nearly the same: who else is said to have said them, and where they differ. */
import type { Database } from '../store/index.ts'
import { foldedWords, keyOf } from './fold.ts'
import { foundIn, toFound } from './found.ts'
import { compareWords } from './likeness.ts'
import { printsOf } from './prints.ts'
import type { FoundStatement, SameWords } from './records.ts'

/** As many of those that share the most prints are compared word by word. */
const MOST_CANDIDATES = 60

interface Asked {
  /** The words inside quotation marks. */
  words: string
  /** Who is said to have said them; its full name where the text gives it. */
  speaker?: { text: string; name: string | null } | null
  /** The story they are from, which is left out. */
  storyId?: string
}

/**
 * Statements of other stories whose quoted words are these, or differ by a few
 * words; the likest first. Under five words only the very same are found. For
 * the newsroom: readers see some of these stories and not others.
 */
export async function findSameWords(db: Database, asked: Asked, limit = 20): Promise<SameWords[]> {
  const words = foldedWords(asked.words)
  const prints = [...printsOf(words)]
  if (prints.length === 0) return []
  const candidates = await db
    .selectFrom('word_prints as w')
    .innerJoin('statements as s', 's.number', 'w.statement')
    .select((e) => ['w.statement', e.fn.countAll<number>().as('shared')])
    .where('w.print', 'in', prints)
    .$if(asked.storyId !== undefined, (query) => query.where('s.story_id', '!=', asked.storyId as string))
    .groupBy('w.statement')
    .orderBy('shared', 'desc')
    .orderBy('w.statement', 'desc')
    .limit(MOST_CANDIDATES)
    .execute()
  if (candidates.length === 0) return []
  const rows = await foundIn(db, 'newsroom')
    .where(
      's.number',
      'in',
      candidates.map(({ statement }) => statement),
    )
    .execute()
  const compared = rows.flatMap((row) => {
    const same = compareWords(words, foldedWords(row.quoted))
    return same ? [{ row, same }] : []
  })
  compared.sort(
    (a, b) =>
      b.same.likeness - a.same.likeness ||
      compare(b.row.day, a.row.day) ||
      compare(b.row.story_id, a.row.story_id) ||
      a.row.position - b.row.position,
  )
  const best = compared.slice(0, Math.max(1, limit))
  const found = await toFound(
    db,
    best.map(({ row }) => row),
  )
  const isOther = await otherSpeakers(db, asked.speaker ?? null, found)
  return best.map(({ same }, i) => ({
    statement: found[i] as FoundStatement,
    likeness: same.likeness,
    differences: same.differences,
    otherSpeaker: isOther(found[i] as FoundStatement),
  }))
}

/**
 * Whether a found statement's speaker is another than the one asked with. Two
 * spellings of an accepted name are one speaker, and so are "Harbour" and "Ada
 * Harbour"; "she" or "officials" may be anyone.
 */
async function otherSpeakers(
  db: Database,
  speaker: { text: string; name: string | null } | null,
  found: readonly FoundStatement[],
): Promise<(statement: FoundStatement) => boolean | null> {
  const keys = [speaker, ...found.map((one) => one.speaker)].flatMap((one) => (one?.name ? [keyOf(one.name)] : []))
  const spelled = keys.length
    ? await db
        .selectFrom('name_spellings as n')
        .innerJoin('accepted_names as a', 'a.id', 'n.accepted_id')
        .select(['n.name_key', 'n.accepted_id'])
        .where('n.name_key', 'in', [...new Set(keys)])
        .where('a.withdrawn_at', 'is', null)
        .execute()
    : []
  const owners = (key: string) =>
    spelled.filter(({ name_key }) => name_key === key).map(({ accepted_id }) => accepted_id)
  return (statement) => {
    if (!speaker || !statement.speaker) return null
    const here = keyOf(speaker.name ?? speaker.text)
    const there = keyOf(statement.speaker.name ?? statement.speaker.text)
    if (speaker.name === null && statement.speaker.name === null) return null
    if (isWithin(here, there) || isWithin(there, here)) return false
    if (speaker.name === null || statement.speaker.name === null) return null
    const known = owners(there)
    return !owners(here).some((id) => known.includes(id))
  }
}

/** Whether all words of one name are in the other. */
const isWithin = (one: string, other: string): boolean => {
  const words = new Set(other.split(' '))
  return one.split(' ').every((word) => words.has(word))
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
