/** What has to be known before a comment is taken: whether it can be, how fast others come, what its proof of work is worth. */
import type { Write } from '../store/index.ts'
import { approvedOf } from './known-reader.ts'
import { fromSender, HOUR, ONE_DAY, onSite, PACES, type Pace, paceOf, sameFromSender, TEN_MINUTES } from './pace.ts'
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
}

export interface Known {
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

/** All that has to be known before a comment is taken, in one query: this is the hot path. */
export async function circumstancesOf(write: Write, asked: Asked, now: number): Promise<Known> {
  const { storyId, parentId, readerId, text, keys } = asked
  const row = await write
    .selectNoFrom([
      write.selectFrom('published_stories').select('comments_open').where('id', '=', storyId).as('open'),
      write
        .selectFrom('approved_comments')
        .select('id')
        .where('id', '=', parentId)
        .where('story_id', '=', storyId)
        .as('parent'),
      approvedOf(write, readerId ?? null).as('approved'),
      fromSender(write, keys, now - TEN_MINUTES).as('sender'),
      fromSender(write, keys, now - HOUR).as('hour'),
      fromSender(write, keys, now - ONE_DAY).as('day'),
      sameFromSender(write, keys, text, now - HOUR).as('sameWords'),
      onSite(write, now).as('site'),
      write
        .selectFrom('comments')
        .select((c) => c.fn.countAll().as('count'))
        .where('story_id', '=', storyId)
        .where('created_at', '>', now - HOUR)
        .as('story'),
    ])
    .executeTakeFirstOrThrow()
  const recentFromSender = Number(row.sender)
  return {
    open: row.open === null ? null : row.open === 1,
    parentShown: parentId === null || row.parent !== null,
    wellKnown: row.approved !== null,
    recentFromSender,
    counts: {
      hour: Number(row.hour),
      day: Number(row.day),
      sameWords: Number(row.sameWords),
      onStory: Number(row.story),
    },
    pace: paceOf({ sender: recentFromSender, site: Number(row.site) }),
  }
}

/** What a proof says of the comment it came with; one that is good is used up by it. Null where none was asked for. */
export async function weighProof(write: Write, proof: Proof, pace: Pace): Promise<ProofFound | null> {
  if (proof.state === 'not asked') return null
  if (proof.state !== 'done') return { state: proof.state, pace }
  const spent = await write
    .insertInto('spent_proofs')
    .values({ nonce: proof.nonce, expires_at: proof.until })
    .onConflict((conflict) => conflict.column('nonce').doNothing())
    .executeTakeFirst()
  if (spent.numInsertedOrUpdatedRows === 0n) return { state: 'spent', pace }
  return { state: PACES.indexOf(proof.pace) >= PACES.indexOf(pace) ? 'done' : 'less', pace }
}
