/** What has to be known before a comment is taken: whether it can be, how fast others come, what its proof of work is worth. */
import { sql } from 'kysely'
import type { Transaction } from '../store/index.ts'
import { countSameWords, fromSender, HOUR, onSite, onStory, PACES, type Pace, paceOf } from './pace.ts'
import type { Counts, ProofFound } from './phases/signal.ts'
import type { Proof } from './proof.ts'

export interface Asked {
  storyId: string
  parentId: string | null
  /** The reader who is signed in, if anyone. */
  readerId?: string | null
  /** The words as they will be kept. */
  text: string
  /** The sender's, of both days. */
  keys: readonly string[]
  /** The form's. */
  nonce: string
}

export interface Known {
  /** Whether the form has posted a comment already. */
  used: boolean
  /** Whether the story takes comments; null where it is not on the site. */
  open: boolean | null
  /** Whether the answered comment is to be seen; true where none is answered. */
  parentShown: boolean
  /** Whether the reader is one whose comments have been approved. */
  wellKnown: boolean
  recentFromSender: number
  counts: Counts
  pace: Pace
}

/** All that has to be known before a comment is taken, in one query where nothing came from its sender lately: this is the hot path. */
export async function circumstancesOf(tx: Transaction, asked: Asked): Promise<Known> {
  const { storyId, parentId, readerId, text, keys, nonce } = asked
  // Most answer nothing and are nobody's: PostgreSQL keeps one plan for all of them only where no value is null.
  const parentShown = parentId
    ? sql`(select id from approved_comments where id = ${parentId} and story_id = ${storyId})`
    : sql`null`
  const approvedBefore = readerId
    ? sql`(select c.id from comments c join comment_revisions r on r.comment_id = c.id
        where c.reader_id = ${readerId} and r.state = 'approved' limit 1)`
    : sql`null`
  const { rows } = await sql<Row>`select
    (select id from comments where form_nonce = ${nonce}) as used,
    (select comments_open from published_stories where id = ${storyId}) as open,
    ${parentShown} as parent,
    ${approvedBefore} as approved,
    in_ten_minutes, in_hour, in_day,
    ${onStory(storyId, tx.now - HOUR)} as story,
    ${onSite(tx.now)} as site
    from ${fromSender(keys, tx.now)} as sender`.execute(tx.rows)
  const row = rows[0] as Row
  const sameWords = row.in_hour === 0 ? 0 : await countSameWords(tx, keys, text, tx.now - HOUR)
  return {
    used: row.used !== null,
    open: row.open === null ? null : row.open === 1,
    parentShown: parentId === null || row.parent !== null,
    wellKnown: row.approved !== null,
    recentFromSender: row.in_ten_minutes,
    counts: { hour: row.in_hour, day: row.in_day, sameWords, onStory: row.story },
    pace: paceOf({ sender: row.in_ten_minutes, site: row.site }),
  }
}

interface Row {
  used: string | null
  open: number | null
  parent: string | null
  approved: string | null
  in_ten_minutes: number
  in_hour: number
  in_day: number
  story: number
  site: number
}

/** What a proof says of the comment it came with; one that is good is used up by it. Null where none was asked for. */
export async function weighProof(tx: Transaction, proof: Proof, pace: Pace): Promise<ProofFound | null> {
  if (proof.state === 'not asked') return null
  if (proof.state !== 'done') return { state: proof.state, pace }
  const spent = await tx.rows
    .insertInto('spent_proofs')
    .values({ nonce: proof.nonce, expires_at: proof.until })
    .onConflict((conflict) => conflict.column('nonce').doNothing())
    .executeTakeFirst()
  if (spent.numInsertedOrUpdatedRows === 0n) return { state: 'spent', pace }
  return { state: PACES.indexOf(proof.pace) >= PACES.indexOf(pace) ? 'done' : 'less', pace }
}
