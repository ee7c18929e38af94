/** Comments that wait for review, taken in as any other but without a form filled in by hand. */
import { postComment, signingWith } from '../src/discussion/index.ts'
import { type BandName, readSecret, type Store } from '../src/store/index.ts'
import { examineAll } from './comments.ts'

export interface HeldComment {
  text: string
  name?: string
  band?: BandName
  /** Milliseconds since the epoch. */
  at?: number
  /** ISO 639-1 */
  language?: string
}

/** Takes in these comments on a story, each from a network of its own, and has them stand where they are to stand; answers their ids. */
export async function holdComments(store: Store, storyId: string, comments: readonly HeldComment[]): Promise<string[]> {
  const signing = signingWith(await readSecret(store, Date.now()))
  const hold = async (comment: HeldComment, index: number) => {
    const at = comment.at ?? Date.now()
    const form = { name: comment.name ?? `Reader ${index + 1}`, mail: '', text: comment.text }
    const result = await postComment(
      store,
      signing,
      {
        storyId,
        parentId: null,
        form,
        honeypot: '',
        token: signing.formToken(at - 60_000),
        address: `10.${20 + Math.floor(index / 250)}.${index % 250}.1`,
      },
      at,
    )
    if (result.kind !== 'posted') throw new Error(JSON.stringify(result))
    return result.commentId
  }
  const ids = await Promise.all(comments.map(hold))
  await examineAll(store, Date.now())
  for (const [index, { band = 'fine', language = null }] of comments.entries())
    await place(store, ids[index], { band, language })
  return ids
}

/** Whatever was said of a comment, here or by a running site: it stands in this band. */
async function place(
  store: Store,
  commentId: string | undefined,
  where: { band: BandName; language: string | null },
): Promise<void> {
  const words = store.db
    .selectFrom('comment_revisions')
    .select('id')
    .where('comment_id', '=', commentId ?? '')
  // A site that runs may have it in hand just now.
  while ((await words.where('to_examine', 'is not', null).execute()).length > 0) await examineAll(store, Date.now())
  await store.transaction(Date.now(), async (tx) => {
    await tx.rows.deleteFrom('signals').where('revision_id', 'in', words).execute()
    await tx.rows
      .updateTable('comment_revisions')
      .set({ ...where, spam_chance: null, rules_chance: null, campaign_id: null })
      .where('comment_id', '=', commentId ?? '')
      .execute()
  })
}
