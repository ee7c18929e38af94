/** Works a challenge out beside the page, so that typing is never held up. */
import { solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2'
import type { Challenge } from 'altcha-lib/types'

/** Milliseconds: whoever writes a long comment on a slow telephone has the time. */
const PATIENCE = 60 * 60 * 1000

self.onmessage = async ({ data }: MessageEvent<Challenge>) => {
  self.postMessage(await solveChallenge({ challenge: data, deriveKey, timeout: PATIENCE }))
}
