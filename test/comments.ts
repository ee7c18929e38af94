/** Comments as tests of the store put them there, past HTTP: sent, and decided on. What goes wrong fails the test with its sentence. */
import { type Examine, examining, type Post, postComment, type Signing } from '../src/discussion/index.ts'
import { decide } from '../src/moderation/decisions/index.ts'
import type { Store } from '../src/store/index.ts'

interface Sent extends Partial<Post> {
  storyId: string
  text: string
  /** When it comes in; its form was opened a minute before. */
  at: number
}

/** Examines all that came in, as the running site does by itself. */
export async function examineAll(store: Store, at: number, examine?: Examine): Promise<void> {
  const { some } = examining(store, { now: () => at, ...(examine ? { examine } : {}) })
  while ((await some()) > 0);
}

/** Sends a comment of Ada's and has it examined; answers its id and that of its words, which wait. */
export async function sentComment(
  store: Store,
  signing: Signing,
  { text, at, ...more }: Sent,
  examine?: Examine,
): Promise<{ commentId: string; revisionId: string }> {
  const result = await postComment(
    store,
    signing,
    {
      parentId: null,
      form: { name: 'Ada', mail: '', text },
      honeypot: '',
      token: signing.formToken(at - 60_000),
      address: '203.0.113.7',
      ...more,
    },
    at,
  )
  if (result.kind !== 'posted') throw new Error(JSON.stringify(result))
  await examineAll(store, at, examine)
  const { id } = await store.db
    .selectFrom('comment_revisions')
    .select('id')
    .where('comment_id', '=', result.commentId)
    .executeTakeFirstOrThrow()
  return { commentId: result.commentId, revisionId: id }
}

/** Rejects words that wait where there is a reason, approves them where there is none; answers the decision's id. */
export async function decidedOn(
  store: Store,
  decision: { revisionId: string; reason: string | null; by: string; note?: string },
  at: number,
): Promise<string> {
  const result = await decide(store, { ...decision, action: decision.reason === null ? 'approve' : 'reject' }, at)
  if (!result.decided) throw new Error(result.sentence)
  return result.decisionId
}

/** What readers see of a comment, as a page names it that shows these words; empty where they see none. */
export async function shownRevision(store: Store, commentId: string): Promise<string> {
  const shown = await store.db
    .selectFrom('approved_comments')
    .select('revision_id')
    .where('id', '=', commentId)
    .executeTakeFirst()
  return shown?.revision_id ?? ''
}
