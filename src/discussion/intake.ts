/**
 * A comment comes in: form → token and limits → one transaction. What is
 * answered with `posted` is on disk, held, and seen by nobody but its author
 * and the newsroom. Only malformed, replayed and over-limit posts are refused.
 */
import { foldedWords, newId, type Store, type Write } from '../store/index.ts'
import type { Circumstances } from './phases/signal.ts'
import type { Signing } from './signing.ts'
import { type Examine, examineByPhases, type Incoming } from './triage.ts'
import { type CommentForm, checkForm, type FormProblem } from './words.ts'

/** Comments taken from one network in ten minutes, and from everyone on one story in an hour. */
export const LIMITS = { sender: 20, story: 3000 }
const TEN_MINUTES = 10 * 60 * 1000
const HOUR = 60 * 60 * 1000

export interface Post {
  storyId: string
  parentId: string | null
  form: CommentForm
  honeypot: string
  /** The form's token; null where the form came without one. */
  token: string | null
  /** The sender's address; only a keyed hash of its network is kept. */
  address: string
  /** The reader who is signed in, if anyone. */
  readerId?: string | null
}

export type PostResult =
  | { kind: 'posted'; commentId: string }
  /** Nothing is wrong, but the form had no usable token: show the words, give a new token, ask once more. */
  | { kind: 'confirm'; why: 'no token' | 'old token' | 'used token' }
  | { kind: 'refused'; why: 'form'; problem: FormProblem }
  | { kind: 'refused'; why: 'limit' | 'closed' | 'no story' | 'no parent'; sentence: string }

export async function postComment(
  store: Store,
  signing: Signing,
  post: Post,
  now: number,
  examine: Examine = examineByPhases,
): Promise<PostResult> {
  const form = checkForm(post.form)
  if ('sentence' in form) return { kind: 'refused', why: 'form', problem: form }
  if (post.token === null) return { kind: 'confirm', why: 'no token' }
  const token = signing.readFormToken(post.token, now)
  if (token === 'malformed') return { kind: 'confirm', why: 'no token' }
  if (token === 'old') return { kind: 'confirm', why: 'old token' }

  const senderKey = signing.senderKey(post.address, now)
  return store.transaction(async (write) => {
    const before = await sentBefore(write, token.nonce, post.storyId, form)
    if (before) return before
    const known = await circumstancesOf(write, post, senderKey, now)
    const refusal = whyNot(known)
    if (refusal) return refusal
    const { recentFromSender } = known

    const circumstances: Circumstances = { timeToWrite: token.age, honeypot: post.honeypot, recentFromSender }
    const commentId = newId(now)
    const readerId = post.readerId ?? null
    const inserted = await write
      .insertInto('comments')
      .values({
        id: commentId,
        story_id: post.storyId,
        parent_id: post.parentId,
        author_name: form.name,
        author_mail: form.mail,
        form_nonce: token.nonce,
        sender_key: senderKey,
        reader_id: readerId,
        erased_at: null,
        created_at: now,
      })
      .onConflict((conflict) => conflict.column('form_nonce').doNothing())
      .executeTakeFirst()
    if (inserted.numInsertedOrUpdatedRows === 0n) {
      // The same form, in another process at this very moment.
      return (await sentBefore(write, token.nonce, post.storyId, form)) ?? { kind: 'confirm', why: 'used token' }
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
      senderKey,
      text: form.text,
    }
    await insertHeldRevision(write, incoming, circumstances, now, examine)
    return { kind: 'posted', commentId }
  })
}

/** Adds words that wait for review, with what is said about them. */
export async function insertHeldRevision(
  write: Write,
  incoming: Incoming,
  circumstances: Circumstances,
  now: number,
  examine: Examine,
): Promise<void> {
  const { signals, band, spam, rules, campaignId, textNumber, language } = await examine(
    write,
    incoming,
    circumstances,
    now,
  )
  await write
    .insertInto('comment_revisions')
    .values({
      id: incoming.revisionId,
      comment_id: incoming.commentId,
      number: incoming.number,
      text: incoming.text,
      state: 'held',
      created_at: now,
      state_at: now,
      band,
      spam_chance: spam,
      rules_chance: rules,
      campaign_id: campaignId,
      text_number: textNumber ?? null,
      language,
      seconds_to_write: circumstances.timeToWrite === null ? null : Math.round(circumstances.timeToWrite / 1000),
    })
    .execute()
  await write
    .insertInto('comment_words')
    .values({ revision_id: incoming.revisionId, search_words: foldedWords(incoming.text).join(' ') })
    .execute()
  if (signals.length > 0) {
    await write
      .insertInto('signals')
      .values(signals.map((signal) => ({ revision_id: incoming.revisionId, ...signal })))
      .execute()
  }
}

const refuse = (why: 'limit' | 'closed' | 'no story' | 'no parent', sentence: string): PostResult => ({
  kind: 'refused',
  why,
  sentence,
})

interface Known {
  /** Whether the story takes comments; null where it is not on the site. */
  open: boolean | null
  /** Whether the answered comment is to be seen; true where none is answered. */
  parentShown: boolean
  recentFromSender: number
  recentOnStory: number
}

/** All that has to be known before a comment is taken, in one query: this is the hot path. */
async function circumstancesOf(write: Write, post: Post, senderKey: string, now: number): Promise<Known> {
  const recent = (write: Write) => write.selectFrom('comments').select((c) => c.fn.countAll().as('count'))
  const row = await write
    .selectNoFrom([
      write.selectFrom('published_stories').select('comments_open').where('id', '=', post.storyId).as('open'),
      write
        .selectFrom('approved_comments')
        .select('id')
        .where('id', '=', post.parentId)
        .where('story_id', '=', post.storyId)
        .as('parent'),
      recent(write)
        .where('sender_key', '=', senderKey)
        .where('created_at', '>', now - TEN_MINUTES)
        .as('sender'),
      recent(write)
        .where('story_id', '=', post.storyId)
        .where('created_at', '>', now - HOUR)
        .as('story'),
    ])
    .executeTakeFirstOrThrow()
  return {
    open: row.open === null ? null : row.open === 1,
    parentShown: post.parentId === null || row.parent !== null,
    recentFromSender: Number(row.sender),
    recentOnStory: Number(row.story),
  }
}

function whyNot({ open, parentShown, recentFromSender, recentOnStory }: Known): PostResult | null {
  if (open === null) {
    return refuse(
      'no story',
      'This story is no longer on the site, so it takes no comments. Keep your words if they matter to you.',
    )
  }
  if (!open) return refuse('closed', 'Comments on this story are closed. Keep your words if they matter to you.')
  if (!parentShown) {
    return refuse(
      'no parent',
      'The comment you are answering is no longer on the page. Send your words as a comment on the story instead.',
    )
  }
  if (recentFromSender >= LIMITS.sender) {
    return refuse(
      'limit',
      'Many comments have come from your network in the last minutes. Keep your words and send them again in ten minutes.',
    )
  }
  if (recentOnStory >= LIMITS.story) {
    return refuse(
      'limit',
      'This story is getting more comments than can be read just now. Keep your words and send them again in an hour.',
    )
  }
  return null
}

/**
 * What a form's token has posted already. The same words again are a double
 * click, or a browser that sends anew after a broken connection: the same answer.
 */
async function sentBefore(
  write: Write,
  nonce: string,
  storyId: string,
  form: { name: string; text: string },
): Promise<PostResult | null> {
  const earlier = await write
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
