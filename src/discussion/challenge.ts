/** What a browser is asked to work out for the form that its reader has begun to write in. */
import type { Store } from '../store/index.ts'
import { hasApprovedComment } from './known-reader.ts'
import { paceFor } from './pace.ts'
import { type Challenge, makeChallenge } from './proof.ts'
import { senderKeys } from './senders.ts'
import type { Signing } from './signing.ts'

export interface ChallengeAsk {
  storyId: string
  /** The form's token, where it holds one; without a usable one it is given another. */
  token: string
  address: string
  /** The reader who is signed in, if anyone. */
  readerId: string | null
}

/** The token that the form is to be sent with, and the work; none for a reader the site knows well. */
export async function askForWork(
  store: Store,
  signing: Signing,
  ask: ChallengeAsk,
  now: number,
): Promise<{ token: string; challenge: Challenge | null }> {
  let token = ask.token
  let read = signing.readFormToken(token, now)
  if (typeof read === 'string') {
    token = signing.formToken(now)
    read = signing.readFormToken(token, now)
  }
  if (typeof read === 'string') throw new Error('a token that was just made can’t be read')
  if (await hasApprovedComment(store.db, ask.readerId)) return { token, challenge: null }
  const { recent } = await senderKeys(store, ask.address, now)
  const pace = await paceFor(store.db, recent, now)
  return { token, challenge: await makeChallenge(signing, { storyId: ask.storyId, nonce: read.nonce }, pace, now) }
}
