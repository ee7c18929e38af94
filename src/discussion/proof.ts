/**
 * Proof of work: while a reader writes, the browser finds a number that makes a
 * derived key begin as asked (altcha-lib, PBKDF2). One comment costs a reader
 * nothing; ten thousand cost a machine. All that was asked for is signed: the
 * algorithm, its cost, the beginning, the story, the form and the end of its
 * life. What the proof is worth is a signal; a comment without one is taken too.
 */
import { createChallenge, verifySolution } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import * as z from 'zod'
import { PACES, type Pace } from './pace.ts'
import type { Signing } from './signing.ts'

/** What a browser is asked: plain values, to be sent as JSON. */
export type Challenge = Awaited<ReturnType<typeof createChallenge>>

const ALGORITHM = 'PBKDF2/SHA-256'

/**
 * How much work a pace asks for. A key begins with two given hex digits once in
 * 256 tries, with three once in 4,096; a try costs the server as much as one of
 * the browser's, so its cost stays low and the number of tries grows.
 */
const WORK: Record<Pace, { cost: number; keyPrefix: string }> = {
  calm: { cost: 500, keyPrefix: '00' },
  brisk: { cost: 1000, keyPrefix: '00' },
  flood: { cost: 500, keyPrefix: '000' },
}

/** How long a challenge can be answered, in milliseconds; the page asks for another before. */
export const PROOF_LIFE = 2 * 60 * 60 * 1000
const LONGEST_PROOF = 2000

/** The form that a proof is for. */
export interface ProofFor {
  storyId: string
  /** Of the form's token. */
  nonce: string
}

export const makeChallenge = (signing: Signing, form: ProofFor, pace: Pace, now: number): Promise<Challenge> =>
  createChallenge({
    algorithm: ALGORITHM,
    ...WORK[pace],
    deriveKey,
    data: { story: form.storyId, form: form.nonce, pace, until: now + PROOF_LIFE },
    hmacSignatureSecret: signing.proofKey,
  })

export type Proof =
  /** Whoever sent it was not asked for one: a reader the site knows well, or one whose browser can't. */
  | { state: 'not asked' }
  | { state: 'none' }
  /** Not made here, not worked out, or worked out for another form or story. */
  | { state: 'wrong' }
  | { state: 'old' }
  /** Worked out; `nonce` is the challenge's own, good for one comment. */
  | { state: 'done'; pace: Pace; nonce: string; until: number }

const hex = (bytes: number) =>
  z
    .string()
    .length(bytes * 2)
    .regex(/^[0-9a-f]*$/)
const sentProof = z.strictObject({
  challenge: z.strictObject({
    parameters: z.strictObject({
      algorithm: z.literal(ALGORITHM),
      nonce: hex(16),
      salt: hex(16),
      cost: z.int(),
      keyLength: z.literal(32),
      keyPrefix: z.string().max(64),
      data: z.strictObject({ story: z.string(), form: z.string(), pace: z.enum(PACES), until: z.int() }),
    }),
    signature: hex(32),
  }),
  solution: z.strictObject({ counter: z.int(), derivedKey: hex(32), time: z.number().optional() }),
})

/** What a proof is worth that came with a form, as JSON text; whether it was used before is the database's to say. */
export async function readProof(signing: Signing, sent: string, form: ProofFor, now: number): Promise<Proof> {
  if (sent === '') return { state: 'none' }
  const parsed = sent.length > LONGEST_PROOF ? null : sentProof.safeParse(parse(sent)).data
  if (!parsed) return { state: 'wrong' }
  const { challenge, solution } = parsed
  const { verified } = await verifySolution({
    challenge,
    solution: { counter: solution.counter, derivedKey: solution.derivedKey },
    deriveKey,
    hmacSignatureSecret: signing.proofKey,
  })
  const { data, nonce } = challenge.parameters
  if (!verified || data.story !== form.storyId || data.form !== form.nonce) return { state: 'wrong' }
  return now > data.until ? { state: 'old' } : { state: 'done', pace: data.pace, nonce, until: data.until }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
