import { solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { paceOf } from './pace.ts'
import { type Challenge, makeChallenge, PROOF_LIFE, readProof } from './proof.ts'
import { signingWith } from './signing.ts'

const signing = signingWith(Buffer.alloc(32, 7))
const NOW = Date.UTC(2026, 4, 1, 12)
const form = { storyId: '01story', nonce: 'AAAAAAAAAAAAAAAAAAAAAA' }

describe('a proof of work', () => {
  let challenge: Challenge
  let solution: object
  const sent = (change: { challenge?: unknown; solution?: unknown } = {}) =>
    JSON.stringify({ challenge, solution, ...change })

  beforeAll(async () => {
    challenge = await makeChallenge(signing, form, 'calm', NOW)
    solution = (await solveChallenge({ challenge, deriveKey }))!
  })

  test('that was worked out for this form on this story is good for two hours', async () => {
    const proof = await readProof(signing, sent(), form, NOW + PROOF_LIFE)
    expect(proof).toEqual({ state: 'done', pace: 'calm', nonce: challenge.parameters.nonce, until: NOW + PROOF_LIFE })
    expect(await readProof(signing, sent(), form, NOW + PROOF_LIFE + 1)).toEqual({ state: 'old' })
  })

  test('is good for no other form and no other story', async () => {
    for (const other of [
      { ...form, storyId: '02story' },
      { ...form, nonce: 'BBBBBBBBBBBBBBBBBBBBBB' },
    ]) {
      expect(await readProof(signing, sent(), other, NOW)).toEqual({ state: 'wrong' })
    }
  })

  test('is good nowhere else: another site’s secret did not sign it', async () => {
    expect(await readProof(signingWith(Buffer.alloc(32, 8)), sent(), form, NOW)).toEqual({ state: 'wrong' })
  })

  test('is bound to all that was asked: whatever is changed in it, it is wrong', async () => {
    const { parameters } = challenge
    const hex = (text: string) => (text.startsWith('0') ? '1' : '0') + text.slice(1)
    const changed: Record<string, object> = {
      algorithm: { ...parameters, algorithm: 'SHA-256' },
      cost: { ...parameters, cost: 1 },
      nonce: { ...parameters, nonce: hex(parameters.nonce) },
      salt: { ...parameters, salt: hex(parameters.salt) },
      'the length of the key': { ...parameters, keyLength: 16 },
      'how it begins': { ...parameters, keyPrefix: '0' },
      'no beginning': { ...parameters, keyPrefix: '' },
      story: { ...parameters, data: { ...parameters.data, story: '02story' } },
      form: { ...parameters, data: { ...parameters.data, form: 'BBBBBBBBBBBBBBBBBBBBBB' } },
      pace: { ...parameters, data: { ...parameters.data, pace: 'flood' } },
      'its end': { ...parameters, data: { ...parameters.data, until: NOW * 2 } },
      'an end of its own': { ...parameters, expiresAt: 1 },
      'something more': { ...parameters, data: { ...parameters.data, more: true } },
    }
    for (const [what, parameters] of Object.entries(changed)) {
      const proof = await readProof(signing, sent({ challenge: { ...challenge, parameters } }), form, NOW)
      expect([what, proof]).toEqual([what, { state: 'wrong' }])
    }
  })

  test('has to be worked out: a number that was guessed is wrong', async () => {
    const { counter, derivedKey } = solution as { counter: number; derivedKey: string }
    const guesses = [
      { counter: counter + 1, derivedKey },
      { counter, derivedKey: `00${derivedKey.slice(4)}ff` },
      { counter: 0.5, derivedKey },
      { counter: -1, derivedKey },
      { counter: 2 ** 40, derivedKey },
      { counter },
      null,
    ]
    for (const guess of guesses)
      expect(await readProof(signing, sent({ solution: guess }), form, NOW)).toEqual({ state: 'wrong' })
  })

  test('that is no proof at all is wrong, and nothing breaks on it', async () => {
    expect(await readProof(signing, '', form, NOW)).toEqual({ state: 'none' })
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string({ maxLength: 3000 }), fc.json({ maxDepth: 20 })), async (text) => {
        fc.pre(text !== '')
        expect(await readProof(signing, text, form, NOW)).toEqual({ state: 'wrong' })
      }),
    )
    expect(await readProof(signing, '['.repeat(1_000_000), form, NOW)).toEqual({ state: 'wrong' })
  })

  test('asks for more the faster comments come', async () => {
    const workOf = async (pace: 'calm' | 'brisk' | 'flood') => {
      const { parameters } = await makeChallenge(signing, form, pace, NOW)
      return parameters.cost * 16 ** parameters.keyPrefix.length
    }
    const [calm, brisk, flood] = [await workOf('calm'), await workOf('brisk'), await workOf('flood')]
    expect(brisk).toBeGreaterThan(calm)
    expect(flood).toBeGreaterThanOrEqual(8 * brisk)
    expect(paceOf({ sender: 0, site: 0 })).toBe('calm')
    expect(paceOf({ sender: 3, site: 3 })).toBe('brisk')
    expect(paceOf({ sender: 0, site: 100 })).toBe('brisk')
    expect(paceOf({ sender: 10, site: 10 })).toBe('flood')
    expect(paceOf({ sender: 0, site: 600 })).toBe('flood')
  })
})
