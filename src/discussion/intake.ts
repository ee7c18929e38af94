/**
 * A comment comes in: form → token and limits → one transaction. What is
 * answered with `posted` is on disk, held, and seen by nobody but its author
 * and the newsroom. Only malformed, replayed and over-limit posts are refused.
 */

import { commentingMessages as m } from '../messages/index.ts'
import { holdStandingReader } from '../readers/index.ts'
import { newId, type Store, type Transaction } from '../store/index.ts'
import { foldedWords } from '../text/index.ts'
import { circumstancesOf, type Known, weighProof } from './circumstances.ts'
import type { Circumstances } from './phases/signal.ts'
import { type Proof, readProof } from './proof.ts'
import { senderKeys } from './senders.ts'
import type { Signing } from './signing.ts'
import { type Examine, examineByPhases, type Incoming } from './triage.ts'
import { type TurnedAway, whyTurnedAway } from './turned-away.ts'
import { wishForAnswers, wishProblem } from './wishes.ts'
import { type CommentForm, checkForm, type FormProblem } from './words.ts'

/** Comments taken from one network in ten minutes, and from everyone on one story in an hour. */
export const LIMITS = { sender: 20, story: 3000 }

export interface Post {
  storyId: string
  parentId: string | null
  form: CommentForm
  honeypot: string
  /** The form's token; null where the form came without one. */
  token: string | null
  /** The proof of work as JSON, empty where none came; null or absent where the browser was asked for none. */
  proof?: string | null
  /** The sender's address; only a keyed hash of its network is kept. */
  address: string
  /** The reader who is signed in, if anyone. */
  readerId?: string | null
}

export type PostResult =
  | { kind: 'posted'; commentId: string }
  /** Nothing is wrong, but the form had no usable token, or no proof in a flood: show the words, give a new token, ask once more. */
  | { kind: 'confirm'; why: 'no token' | 'old token' | 'used token' | 'flood' }
  | { kind: 'refused'; why: 'form'; problem: FormProblem }
  | { kind: 'refused'; why: 'limit' | 'closed' | 'no story' | 'no parent'; sentence: string }
  | TurnedAway

export async function postComment(
  store: Store,
  signing: Signing,
  post: Post,
  now: number,
  examine: Examine = examineByPhases,
): Promise<PostResult> {
  const form = checkForm(post.form)
  if ('sentence' in form) return { kind: 'refused', why: 'form', problem: form }
  const noWhere = post.form.tell ? await wishProblem(store.db, { address: form.mail, readerId: post.readerId }) : null
  if (noWhere) return { kind: 'refused', why: 'form', problem: noWhere }
  if (post.token === null) return { kind: 'confirm', why: 'no token' }
  const token = signing.readFormToken(post.token, now)
  if (token === 'malformed') return { kind: 'confirm', why: 'no token' }
  if (token === 'old') return { kind: 'confirm', why: 'old token' }

  const keys = await senderKeys(store, post.address, now)
  const proof: Proof =
    typeof post.proof === 'string'
      ? await readProof(signing, post.proof, { storyId: post.storyId, nonce: token.nonce }, now)
      : { state: 'not asked' }
  return store.transaction(now, async (tx) => {
    // Of who was erased at this very moment the words are taken too, as nobody's.
    const readerId = post.readerId && (await holdStandingReader(tx, post.readerId)) ? post.readerId : null
    const asked = { ...post, readerId, text: form.text, keys: keys.recent, nonce: token.nonce }
    const known = await circumstancesOf(tx, asked)
    const before = known.used ? await sentBefore(tx, token.nonce, post.storyId, form) : null
    if (before) return before
    const sender = {
      storyId: post.storyId,
      readerId,
      senderKeys: keys.recent,
      name: form.name,
    }
    const refusal = whyNot(known) ?? (await whyTurnedAway(tx, sender))
    if (refusal) return refusal
    const found = known.wellKnown ? null : await weighProof(tx, proof, known.pace)
    const worked = found?.state === 'done' || found?.state === 'less'
    // In a flood the words are shown once more to whoever brings no work: machines seldom come back for that.
    if (found?.pace === 'flood' && !worked && token.look === 'first') return { kind: 'confirm', why: 'flood' }

    const circumstances: Circumstances = {
      ...(token.look === 'first' ? { timeToWrite: token.age } : { timeToWrite: null, timeToLookOver: token.age }),
      honeypot: post.honeypot,
      recentFromSender: known.recentFromSender,
      counts: known.counts,
      ...(found ? { proof: found } : {}),
    }
    const commentId = newId(now)
    const inserted = await tx.rows
      .insertInto('comments')
      .values({
        id: commentId,
        story_id: post.storyId,
        parent_id: post.parentId,
        author_name: form.name,
        author_mail: form.mail,
        form_nonce: token.nonce,
        sender_key: keys.today,
        reader_id: readerId,
        erased_at: null,
        created_at: now,
      })
      .onConflict((conflict) => conflict.column('form_nonce').doNothing())
      .executeTakeFirst()
    if (inserted.numInsertedOrUpdatedRows === 0n) {
      // The same form, in another process at this very moment.
      return (await sentBefore(tx, token.nonce, post.storyId, form)) ?? { kind: 'confirm', why: 'used token' }
    }
    const incoming: Incoming = {
      commentId,
      revisionId: newId(now),
      number: 1,
      storyId: post.storyId,
      parentId: post.parentId,
      authorName: form.name,
      authorMail: form.mail,
      readerId,
      senderKey: keys.today,
      text: form.text,
    }
    await insertHeldRevision(tx, incoming, circumstances, examine)
    if (post.form.tell) await wishForAnswers(tx, { commentId, readerId, address: form.mail, network: keys.today })
    return { kind: 'posted', commentId }
  })
}

/** Adds words that wait for review, with what is said about them. */
export async function insertHeldRevision(
  tx: Transaction,
  incoming: Incoming,
  circumstances: Circumstances,
  examine: Examine,
): Promise<void> {
  const { signals, band, spam, rules, campaignId, textNumber, language, afterwards } = await examine(
    tx,
    incoming,
    circumstances,
  )
  await tx.rows
    .insertInto('comment_revisions')
    .values({
      id: incoming.revisionId,
      comment_id: incoming.commentId,
      number: incoming.number,
      text: incoming.text,
      state: 'held',
      created_at: tx.now,
      state_at: tx.now,
      band,
      spam_chance: spam,
      rules_chance: rules,
      campaign_id: campaignId,
      text_number: textNumber ?? null,
      language,
      seconds_to_write: circumstances.timeToWrite === null ? null : Math.round(circumstances.timeToWrite / 1000),
    })
    .execute()
  await tx.rows
    .insertInto('comment_words')
    .values({ revision_id: incoming.revisionId, search_words: foldedWords(incoming.text).join(' ') })
    .execute()
  if (signals.length > 0) {
    await tx.rows
      .insertInto('signals')
      .values(signals.map((signal) => ({ revision_id: incoming.revisionId, ...signal })))
      .execute()
  }
  await afterwards?.()
  await tx.say({ kind: 'queue.changed' })
  // What is approved as it comes in waits for nobody.
  if (!afterwards) await tx.say({ kind: 'comment.held', comment: incoming.commentId, story: incoming.storyId })
}

const refuse = (why: 'limit' | 'closed' | 'no story' | 'no parent', sentence: string): PostResult => ({
  kind: 'refused',
  why,
  sentence,
})

function whyNot({ open, parentShown, recentFromSender, counts }: Known): PostResult | null {
  if (open === null) {
    return refuse('no story', m.storyGone)
  }
  if (!open) return refuse('closed', m.closed)
  if (!parentShown) {
    return refuse('no parent', m.parentGone)
  }
  if (recentFromSender >= LIMITS.sender) {
    return refuse('limit', m.networkBusy)
  }
  if (counts.onStory >= LIMITS.story) {
    return refuse('limit', m.storyBusy)
  }
  return null
}

/**
 * What a form's token has posted already. The same words again are a double
 * click, or a browser that sends anew after a broken connection: the same answer.
 */
async function sentBefore(
  tx: Transaction,
  nonce: string,
  storyId: string,
  form: { name: string; text: string },
): Promise<PostResult | null> {
  const earlier = await tx.rows
    .selectFrom('comments')
    .innerJoin('comment_revisions', (join) =>
      join.onRef('comment_revisions.comment_id', '=', 'comments.id').on('comment_revisions.number', '=', 1),
    )
    .select(['comments.id', 'comments.story_id', 'comments.author_name', 'comment_revisions.text'])
    .where('form_nonce', '=', nonce)
    .executeTakeFirst()
  if (!earlier) return null
  const same = earlier.story_id === storyId && earlier.text === form.text && earlier.author_name === form.name
  return same ? { kind: 'posted', commentId: earlier.id } : { kind: 'confirm', why: 'used token' }
}
