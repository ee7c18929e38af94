/** Comments of another system, many at once. */
import { foldAddress } from '../access/index.ts'
import { commentingMessages as m } from '../messages/index.ts'
import { newId, type RevisionStateName, type Transaction } from '../store/index.ts'
import { foldedWords, hidesSomething, LONGEST_NAME, normalForm, showsSomething, unixLines } from '../text/index.ts'

const LONGEST_MAIL = 254

export interface BroughtComment {
  storyId: string
  /** One of the same story that is here already, or its place among those that come with it, before this one; or null. */
  parent: string | number | null
  /** What no other comment has, in any import. */
  nonce: string
  name: string
  mail: string
  /** Milliseconds. */
  at: number
  /** What became of it there. Only the newest wording of one that is held waits. */
  state: Exclude<RevisionStateName, 'removed'>
  /** Its wordings, the newest last. Without words it is a place in the thread, and nobody's. */
  wordings: readonly { text: string; at: number }[]
}

export interface BroughtInComment {
  id: string
  /** Its wordings, the newest last. */
  revisions: string[]
}

/**
 * Takes them in their order. Whoever gives one another state than held or
 * withdrawn keeps a decision that says who and why, in the same transaction.
 */
export async function bringInComments(
  tx: Transaction,
  comments: readonly BroughtComment[],
): Promise<BroughtInComment[]> {
  if (comments.length === 0) return []
  const ids = comments.map(({ at }) => newId(tx.now, Math.min(Math.max(at, 0), tx.now)))
  const made = comments.map((comment, index) => {
    const at = Math.min(Math.max(comment.at, 0), tx.now)
    return {
      ...comment,
      at,
      id: ids[index] as string,
      parentId: typeof comment.parent === 'number' ? (ids[comment.parent] as string) : comment.parent,
      revisions: comment.wordings.map((wording, place) => ({
        id: newId(tx.now, Math.min(Math.max(wording.at, 0), tx.now)),
        number: place + 1,
        text: tidied(wording.text),
        at: Math.min(Math.max(wording.at, 0), tx.now),
        // Of what is held only the newest wording waits: nobody decides on words that were replaced.
        state: comment.state === 'held' && place < comment.wordings.length - 1 ? ('withdrawn' as const) : comment.state,
      })),
    }
  })
  await tx.rows
    .insertInto('comments')
    .values(
      made.map(({ id, storyId, parentId, nonce, name, mail, at, state, revisions }) => {
        const isGone = state === 'withdrawn' && revisions.every(({ text }) => text === '')
        return {
          id,
          story_id: storyId,
          parent_id: parentId,
          author_name: isGone ? m.erasedName : nameOf(name),
          author_mail: isGone ? null : mailOf(mail),
          form_nonce: nonce,
          sender_key: '',
          reader_id: null,
          erased_at: isGone ? tx.now : null,
          created_at: at,
        }
      }),
    )
    .execute()
  const revisions = made.flatMap(({ id, revisions }) => revisions.map((one) => ({ ...one, commentId: id })))
  await tx.rows
    .insertInto('comment_revisions')
    .values(
      revisions.map(({ id, commentId, number, text, at, state }) => ({
        id,
        comment_id: commentId,
        number,
        text,
        state,
        created_at: at,
        state_at: tx.now,
        band: 'fine' as const,
        spam_chance: null,
        rules_chance: null,
        campaign_id: null,
        language: null,
        seconds_to_write: null,
      })),
    )
    .execute()
  const worded = revisions.filter(({ text }) => text !== '')
  if (worded.length > 0)
    await tx.rows
      .insertInto('comment_words')
      .values(worded.map(({ id, text }) => ({ revision_id: id, search_words: foldedWords(text).join(' ') })))
      .execute()
  if (made.some(({ state }) => state === 'held')) await tx.say({ kind: 'queue.changed' })
  const shown = new Set(made.filter(({ state }) => state === 'approved').map(({ storyId }) => storyId))
  for (const story of shown) await tx.say({ kind: 'discussion.changed', story })
  return made.map(({ id, revisions }) => ({ id, revisions: revisions.map((one) => one.id) }))
}

/** As they are kept of a comment that is typed here: composed, without control characters. */
const tidied = (text: string): string =>
  normalForm(unixLines(text), 'NFC')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g, '')
    .trim()

/** A name that can be shown; who has none is said to have none. */
function nameOf(typed: string): string {
  const name = tidied(typed.slice(0, 4 * LONGEST_NAME)).replace(/\s+/g, ' ')
  if (!showsSomething(name) || hidesSomething(name)) return m.noNameGiven
  const characters = [...name]
  return characters.length > LONGEST_NAME ? `${characters.slice(0, LONGEST_NAME - 1).join('')}…` : name
}

function mailOf(typed: string): string | null {
  const mail = foldAddress(tidied(typed.slice(0, 2 * LONGEST_MAIL)))
  return mail.length <= LONGEST_MAIL && /^[^\s@]+@[^\s@]+$/.test(mail) ? mail : null
}
