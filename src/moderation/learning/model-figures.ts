/** How well the spam model does, by what it had said before each decision was made. */

import { spamMessages as m } from '../../messages/index.ts'
import { explain, featuresOf } from '../../spam/index.ts'
import type { Database, Store } from '../../store/index.ts'
import { scorerIn, withModel } from './known-model.ts'
import { hereOf } from './place.ts'
import { spamTextOf } from './spam-text.ts'

export const WEEKS = 8
const WEEK = 7 * 24 * 60 * 60 * 1000
/** As many of the latest decisions are looked at; the page says so where there were more. */
export const MOST_LESSONS = 5000
const LISTED = 20
/** From this chance on the model is taken to have said yes. */
export const SAID_FROM = 0.5
const BINS = 10

/** How often a head said yes, how often it should have, and how often both. */
export interface Hits {
  said: number
  was: number
  right: number
}

export interface ModelFigures {
  /** Lessons of any time that stand, by label. */
  learnt: { fine: number; spam: number; 'broke-rules': number }
  /** When the first was learnt; null where there is none. */
  since: number | null
  /** Decisions of the last eight weeks of which it is known what the model had said; at most MOST_LESSONS. */
  decisions: number
  spam: Hits
  rules: Hits
  /** The newest first; weeks without decisions are left out. */
  weeks: { from: number; decisions: number; spam: Hits }[]
  /** Chances by tenths: how many comments were given such a chance, the mean chance, and the share that was spam. */
  bins: { from: number; count: number; said: number; was: number }[]
  /** Not spam, but taken for it: the latest. */
  falseAlarms: Misjudged[]
  /** Spam that was not seen: the latest. */
  missed: Misjudged[]
}

export interface Misjudged {
  commentId: string
  authorName: string
  text: string
  /** The chance that the model had given, 0 to 1. */
  chance: number
  at: number
}

interface Lesson {
  revisionId: string
  label: string
  at: number
  spam: number
  rules: number | null
}

export async function readModelFigures(db: Database, now: number): Promise<ModelFigures> {
  const [counts, lessons] = await Promise.all([countLessons(db), readLessons(db, now)])
  const misjudged = (isSpam: boolean) =>
    lessons.filter(({ label, spam }) => (label === 'spam') === isSpam && spam >= SAID_FROM !== isSpam).slice(0, LISTED)
  const [falseAlarms, missed] = await Promise.all([withWords(db, misjudged(false)), withWords(db, misjudged(true))])
  return {
    ...counts,
    decisions: lessons.length,
    spam: hitsOf(lessons, 'spam'),
    rules: hitsOf(lessons, 'broke-rules'),
    weeks: weeksOf(lessons, now),
    bins: binsOf(lessons),
    falseAlarms,
    missed,
  }
}

async function countLessons(db: Database): Promise<Pick<ModelFigures, 'learnt' | 'since'>> {
  const rows = await db
    .selectFrom('spam_lessons')
    .select((l) => ['label', l.fn.countAll().as('count'), l.fn.min('learnt_at').as('first')])
    .groupBy('label')
    .execute()
  const count = (label: string) => Number(rows.find((row) => row.label === label)?.count ?? 0)
  return {
    learnt: { fine: count('fine'), spam: count('spam'), 'broke-rules': count('broke-rules') },
    since: rows.length === 0 ? null : Math.min(...rows.map(({ first }) => Number(first))),
  }
}

/** The newest first. Of a comment that was decided again, the last decision counts. */
async function readLessons(db: Database, now: number): Promise<Lesson[]> {
  const rows = await db
    .selectFrom('spam_lessons')
    .select(['revision_id', 'label', 'learnt_at', 'spam_before', 'rules_before'])
    .where('learnt_at', '>', now - WEEKS * WEEK)
    .where('spam_before', 'is not', null)
    .orderBy('learnt_at', 'desc')
    .orderBy('number', 'desc')
    .limit(MOST_LESSONS)
    .execute()
  const last = new Map<string, Lesson>()
  for (const row of rows) {
    if (last.has(row.revision_id)) continue
    last.set(row.revision_id, {
      revisionId: row.revision_id,
      label: row.label,
      at: row.learnt_at,
      spam: row.spam_before as number,
      rules: row.rules_before,
    })
  }
  return [...last.values()]
}

/** Spam says nothing about rules, so it is no miss of theirs. */
function hitsOf(lessons: readonly Lesson[], head: 'spam' | 'broke-rules'): Hits {
  const hits: Hits = { said: 0, was: 0, right: 0 }
  for (const { label, spam, rules } of lessons) {
    if (head === 'broke-rules' && (label === 'spam' || rules === null)) continue
    const said = (head === 'spam' ? spam : (rules as number)) >= SAID_FROM
    const was = label === head
    if (said) hits.said++
    if (was) hits.was++
    if (said && was) hits.right++
  }
  return hits
}

function weeksOf(lessons: readonly Lesson[], now: number): ModelFigures['weeks'] {
  return Array.from({ length: WEEKS }, (_, ago) => {
    const [from, to] = [now - (ago + 1) * WEEK, now - ago * WEEK]
    const some = lessons.filter(({ at }) => at > from && at <= to)
    return { from, decisions: some.length, spam: hitsOf(some, 'spam') }
  }).filter(({ decisions }) => decisions > 0)
}

function binsOf(lessons: readonly Lesson[]): ModelFigures['bins'] {
  return Array.from({ length: BINS }, (_, i) => {
    const some = lessons.filter(({ spam }) => Math.min(BINS - 1, Math.floor(spam * BINS)) === i)
    const share = (sum: number) => (some.length === 0 ? 0 : sum / some.length)
    return {
      from: i / BINS,
      count: some.length,
      said: share(some.reduce((sum, { spam }) => sum + spam, 0)),
      was: share(some.filter(({ label }) => label === 'spam').length),
    }
  }).filter(({ count }) => count > 0)
}

async function withWords(db: Database, lessons: readonly Lesson[]): Promise<Misjudged[]> {
  if (lessons.length === 0) return []
  const rows = await db
    .selectFrom('comment_revisions as r')
    .innerJoin('comments as c', 'c.id', 'r.comment_id')
    .select(['r.id', 'c.id as commentId', 'c.author_name as authorName', 'r.text'])
    .where(
      'r.id',
      'in',
      lessons.map(({ revisionId }) => revisionId),
    )
    .execute()
  const byId = new Map(rows.map(({ id, ...row }) => [id, row]))
  return lessons.flatMap(({ revisionId, spam, at }) => {
    const words = byId.get(revisionId)
    return words ? [{ ...words, chance: spam, at }] : []
  })
}

export interface Weighed {
  /** "“check out”", "a link". */
  words: string
  /** Of the log odds, in the mean over the comments that have it; above 0 for spam. */
  weight: number
  /** Comments that have it. */
  comments: number
}

/** As many of the latest decided comments are taken apart, some at a time. */
const TAKEN_APART = 60
const AT_ONCE = 6
/** What a single comment has is told of it, not of the model. */
const LEAST_COMMENTS = 2
/** What would be written as 0.0. */
const LEAST_WEIGHT = 0.05

/**
 * What moves the spam head's scores the most, found in the latest decided
 * comments: the model knows its features by their hashes only.
 */
export async function readWeighed(store: Store, most = 12): Promise<Weighed[]> {
  const { db } = store
  const here = await hereOf(store, db)
  const rows = await db
    .selectFrom('spam_lessons as l')
    .innerJoin('comment_revisions as r', 'r.id', 'l.revision_id')
    .innerJoin('comments as c', 'c.id', 'r.comment_id')
    .select(['r.text', 'c.author_name as authorName', 'r.seconds_to_write as secondsToWrite', 'r.created_at as at'])
    .orderBy('l.number', 'desc')
    .limit(TAKEN_APART)
    .execute()
  const sums = new Map<string, { sum: number; comments: number }>()
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const some = rows.slice(from, from + AT_ONCE)
    await withModel(store, db, (known) => {
      for (const row of some) {
        for (const { words, weight } of explain(scorerIn(known), featuresOf(spamTextOf(row, here)), 'spam', 40)) {
          const before = sums.get(words) ?? { sum: 0, comments: 0 }
          sums.set(words, { sum: before.sum + weight, comments: before.comments + 1 })
        }
      }
    })
    await new Promise(setImmediate)
  }
  return [...sums]
    .filter(([words, { comments }]) => comments >= LEAST_COMMENTS && !words.includes(m.linkHere))
    .map(([words, { sum, comments }]) => ({ words, weight: sum / comments, comments }))
    .filter(({ weight }) => Math.abs(weight) >= LEAST_WEIGHT)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || (a.words < b.words ? -1 : 1))
    .slice(0, most)
}
