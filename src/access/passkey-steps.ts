/**
 * What a device is asked to sign, and where its answer goes on. The question is
 * not kept: it comes back with the answer, signed by us, so that whoever asks a
 * million times leaves nothing behind. Only an answer that was right is
 * written down, until its question would have been over: it is taken once.
 */
import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import { knownSecret, type Store, type Transaction } from '../store/index.ts'
import { tokenHash } from './tokens.ts'

const STEP_LIFE = 5 * 60 * 1000
/** Of HMAC-SHA-256 in base64url, in characters. */
const MAC = 43

export interface PasskeyStep {
  purpose: string
  /** Whose key is made; may not be there yet, since a reader's account begins with its key. Null where any key will do. */
  ownerId: string | null
  challenge: string
}

/** The step as the browser is handed it. */
export async function writeStep(store: Store, step: PasskeyStep, now: number): Promise<string> {
  const body = Buffer.from(JSON.stringify([step.purpose, step.ownerId, step.challenge, now + STEP_LIFE])).toString(
    'base64url',
  )
  return body + sign(await keyOf(store), body)
}

/** A step of ours for this purpose that is not over; null for anything else. */
export async function readStep(
  store: Store,
  text: string,
  purpose: string,
  now: number,
): Promise<(PasskeyStep & { useOnce(tx: Transaction): Promise<boolean> }) | null> {
  const body = text.slice(0, -MAC)
  const [given, made] = [Buffer.from(text.slice(-MAC)), Buffer.from(sign(await keyOf(store), body))]
  if (given.length !== made.length || !timingSafeEqual(given, made)) return null
  const [said, ownerId, challenge, until] = JSON.parse(Buffer.from(body, 'base64url').toString()) as [
    string,
    string | null,
    string,
    number,
  ]
  if (said !== purpose || until <= now) return null
  return {
    purpose,
    ownerId,
    challenge,
    /** False where it has been used before. */
    async useOnce(tx) {
      await tx.rows.deleteFrom('sign_in_steps').where('expires_at', '<', now).execute()
      const used = await tx.rows
        .insertInto('sign_in_steps')
        .values({
          token_hash: tokenHash(text),
          purpose: 'used',
          person_id: null,
          reader_id: null,
          challenge: '',
          created_at: now,
          expires_at: until,
        })
        .onConflict((conflict) => conflict.column('token_hash').doNothing())
        .executeTakeFirst()
      return used.numInsertedOrUpdatedRows === 1n
    },
  }
}

const sign = (key: Uint8Array, body: string): string => createHmac('sha256', key).update(body).digest('base64url')

const keyOf = async (store: Store): Promise<Uint8Array> =>
  new Uint8Array(hkdfSync('sha256', await knownSecret(store.db), '', 'courant passkey steps', 32))
