/** Comments that wait for review, taken in as any other but without a form filled in by hand. */
import { postComment, signingWith } from '../src/discussion/index.ts'
import { type BandName, readSecret, type Store } from '../src/store/index.ts'

export interface HeldComment {
  text: string
  name?: string
  band?: BandName
  /** Milliseconds since the epoch. */
  at?: number
  /** ISO 639-1 */
  language?: string
}

/** Takes in these comments on a story, each from a network of its own; answers their ids. */
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
      async () => ({
        signals: [],
        band: comment.band ?? 'fine',
        spam: null,
        rules: null,
        campaignId: null,
        language: comment.language ?? null,
      }),
    )
    if (result.kind !== 'posted') throw new Error(JSON.stringify(result))
    return result.commentId
  }
  return Promise.all(comments.map(hold))
}
