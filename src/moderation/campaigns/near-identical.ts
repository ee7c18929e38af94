/** For the card beside a comment: what says the same, and what became of it. */
import type { Database, RevisionStateName } from '../../store/index.ts'
import { findAlike } from './find-alike.ts'
import { plainTextOf } from './plain-text.ts'
import { likeness, pairsOf } from './sketch.ts'

export interface NearIdentical {
  commentId: string
  revisionId: string
  authorName: string
  text: string
  state: RevisionStateName
  createdAt: number
  storyId: string
  /** How much of it is the same, 0 to 1. */
  alike: number
}

/** How comments that say the same were decided. */
export interface DecidedAlike {
  approved: number
  rejected: number
  spam: number
}

/** As many of the latest are looked at. */
const LOOKED_AT = 200

export interface Alike {
  /** Other comments that say the same, the latest first. */
  near: NearIdentical[]
  /** Of the latest 200; comments that wait or were withdrawn count for nothing. */
  decided: DecidedAlike
}

/** What says the same as some words, at most `most` of it, and how such comments were decided. */
export async function readAlike(db: Database, revisionId: string, most: number): Promise<Alike> {
  const own = await ownWords(db, revisionId)
  if (!own) return { near: [], decided: { approved: 0, rejected: 0, spam: 0 } }
  const same = await sayingTheSame(db, own)
  const [latest, states] = await Promise.all([
    same
      .innerJoin('comments as c', 'c.id', 'r.comment_id')
      .select([
        'r.comment_id as commentId',
        'r.id as revisionId',
        'c.author_name as authorName',
        'r.text',
        'r.state',
        'r.created_at as createdAt',
        'c.story_id as storyId',
      ])
      .orderBy('r.created_at', 'desc')
      .orderBy('r.id', 'desc')
      .limit(most)
      .execute(),
    same
      .select('r.state')
      .where('r.state', 'in', ['approved', 'rejected', 'removed', 'spam'])
      .orderBy('r.created_at', 'desc')
      .limit(LOOKED_AT)
      .execute(),
  ])
  const plain = plainTextOf(own.text)
  const pairs = pairsOf(plain.words)
  const near = latest.map((row) => {
    const other = plainTextOf(row.text)
    return { ...row, alike: other.key === plain.key ? 1 : likeness(pairs, pairsOf(other.words)) }
  })
  const count = (...of: RevisionStateName[]) => states.filter(({ state }) => of.includes(state)).length
  return {
    near,
    decided: { approved: count('approved'), rejected: count('rejected', 'removed'), spam: count('spam') },
  }
}

type Own = NonNullable<Awaited<ReturnType<typeof ownWords>>>

const ownWords = (db: Database, revisionId: string) =>
  db
    .selectFrom('comment_revisions')
    .select(['comment_id', 'text', 'text_number', 'campaign_id'])
    .where('id', '=', revisionId)
    .executeTakeFirst()

/** By the campaign, where there is one; else by the text and those that it resembles. */
async function sayingTheSame(db: Database, own: Own) {
  const query = db.selectFrom('comment_revisions as r').where('r.comment_id', '!=', own.comment_id)
  if (own.campaign_id !== null) return query.where('r.campaign_id', '=', own.campaign_id)
  const { alike } = await findAlike(db, plainTextOf(own.text))
  const texts = [...new Set([own.text_number ?? -1, ...alike.map(({ number }) => number)])]
  return query.where('r.text_number', 'in', texts)
}
