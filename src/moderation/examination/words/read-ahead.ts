/** In a flood words are read in a thread before the transaction that examines them, so that it is short and this process goes on answering. */
import type { Incoming } from '../../../discussion/index.ts'
import type { SpamText } from '../../../spam/index.ts'
import type { Store, Transaction } from '../../../store/index.ts'
import { inThread } from '../../../threads/index.ts'
import { hereOf, shownToModel } from '../../learning/index.ts'
import type { WordsRead } from './read-words.ts'

/** Fewer are read sooner than they are handed over, and start no thread. */
const MANY = 4
/** Milliseconds and MiB: some ten times what the longest comments take. */
const LIMITS = { time: 10_000, memory: 256 }

/** What is read of words that are about to be examined, by their revision, with what each was shown as; by their database. */
const ahead = new WeakMap<object, Map<string, { said: SpamText; read: WordsRead }>>()

/** Reads the words of comments that are examined next. Never rejects: what can't be read here, the examination reads. */
export const readWordsAhead =
  (store: Store) =>
  async (comments: readonly Incoming[]): Promise<void> => {
    ahead.delete(store.shelf)
    if (comments.length < MANY) return
    const here = await hereOf(store, store.db)
    const said = comments.map((comment) => shownToModel(comment, here))
    const ended = await inThread('words-worker', said, LIMITS)
    if (!('answer' in ended)) return
    const read = ended.answer as WordsRead[]
    ahead.set(
      store.shelf,
      new Map(
        comments.map(({ revisionId }, index) => [
          revisionId,
          { said: said[index] as SpamText, read: read[index] as WordsRead },
        ]),
      ),
    )
  }

/** What was read of these, each where it was; nothing of what would be shown to the model otherwise by now. */
export async function readBefore(
  tx: Transaction,
  comments: readonly Incoming[],
): Promise<readonly (WordsRead | undefined)[]> {
  const known = ahead.get(tx.shelf)
  if (!known) return []
  const here = await hereOf(tx, tx.rows)
  return comments.map((comment) => {
    const one = known.get(comment.revisionId)
    return one && isSame(one.said, shownToModel(comment, here)) ? one.read : undefined
  })
}

const isSame = (one: SpamText, other: SpamText): boolean => JSON.stringify(one) === JSON.stringify(other)
