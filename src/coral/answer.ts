/** What Coral is answered, in the words of its external moderation phases. */
import * as z from 'zod'
import type { Examine } from '../discussion/index.ts'
import type { Store } from '../store/index.ts'
import { countLook } from './keep.ts'
import { type Looked, lookAt } from './look.ts'

/** All that is read of what Coral sends; it sends more, and may send other things later. */
const askedSchema = z.object({ comment: z.object({ body: z.string() }) })

interface CoralAnswer {
  /** Held for a moderator there. Nothing is ever approved or rejected by a program. */
  status: 'SYSTEM_WITHHELD'
  actions: { actionType: 'FLAG'; reason: 'COMMENT_DETECTED_TOXIC' | 'COMMENT_DETECTED_SPAM' }[]
}

/** From this chance on it is said. */
const SAID_FROM = 0.5

/** The words that Coral asks about; null where the body is no question of Coral's. */
export function wordsAskedAbout(body: Uint8Array): string | null {
  try {
    const read = askedSchema.safeParse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body)))
    return read.success ? read.data.comment.body : null
  } catch {
    return null
  }
}

/** Looks at a comment and answers what Coral is told; null where nothing is to be said, so that Coral goes on as it is set. */
export async function answerCoral(
  store: Store,
  words: string,
  { examine, now }: { examine: Examine; now: number },
): Promise<CoralAnswer | null> {
  const answer = toldOf(await lookAt(store, words, { examine, now }))
  // A count is not worth keeping Coral, or its reader, waiting.
  await store.transaction(now, (tx) => countLook(tx, answer !== null)).catch(() => undefined)
  return answer
}

/** By the place that the comment would have in the queue. */
export function toldOf({ signals, band, spam, rules }: Looked): CoralAnswer | null {
  if (band === 'fine') return null
  const isHostile = signals.some(({ phase, weight }) => phase === 'conduct' && weight > 0) || (rules ?? 0) >= SAID_FROM
  const isSpam = band === 'spam' || (spam ?? 0) >= SAID_FROM
  const flag = (reason: CoralAnswer['actions'][number]['reason']) => ({ actionType: 'FLAG' as const, reason })
  return {
    status: 'SYSTEM_WITHHELD',
    actions: [
      ...(isHostile ? [flag('COMMENT_DETECTED_TOXIC')] : []),
      ...(isSpam ? [flag('COMMENT_DETECTED_SPAM')] : []),
    ],
  }
}
