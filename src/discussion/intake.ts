/**
 * A comment comes in: form → token and limits → one transaction. What is
 * answered with `posted` is on disk, held, and seen by nobody but its author
 * and the newsroom. Only malformed, replayed and over-limit posts are refused.
 * What is said of it for the queue is found out right after (examining.ts).
 */
import type { Store } from '../store/index.ts'
import { type Proof, readProof } from './proof.ts'
import { senderKeys } from './senders.ts'
import type { Signing } from './signing.ts'
import type { PostResult } from './taking/arriving.ts'
import { takeComment } from './taking/take.ts'
import { wishProblem } from './wishes.ts'
import { type CommentForm, checkForm } from './words.ts'

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

export async function postComment(store: Store, signing: Signing, post: Post, now: number): Promise<PostResult> {
  const form = checkForm(post.form)
  if ('sentence' in form) return { kind: 'refused', why: 'form', problem: form }
  const noWhere = post.form.tell ? await wishProblem(store.db, { address: form.mail, readerId: post.readerId }) : null
  if (noWhere) return { kind: 'refused', why: 'form', problem: noWhere }
  if (post.token === null) return { kind: 'confirm', why: 'no token' }
  const token = signing.readFormToken(post.token, now)
  if (token === 'malformed') return { kind: 'confirm', why: 'no token' }
  if (token === 'old') return { kind: 'confirm', why: 'old token' }

  const { storyId, parentId, honeypot, readerId = null } = post
  const proof: Proof =
    typeof post.proof === 'string'
      ? await readProof(signing, post.proof, { storyId, nonce: token.nonce }, now)
      : { state: 'not asked' }
  const keys = await senderKeys(store, post.address, now)
  const { name, mail, text } = form
  const tell = post.form.tell === true
  return takeComment(store, {
    storyId,
    parentId,
    readerId,
    name,
    mail,
    text,
    tell,
    honeypot,
    token,
    keys,
    proof,
    at: now,
  })
}
