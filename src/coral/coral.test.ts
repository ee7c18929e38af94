/** What Coral is told of a comment, what is kept of it, and who may ask. */
import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DATABASES } from '../../test/databases.ts'
import { freshDesk } from '../../test/desks.ts'
import type { Examine } from '../discussion/index.ts'
import { examineAt } from '../moderation/examination/index.ts'
import { addRule } from '../moderation/filters/index.ts'
import { ROLES } from '../people/index.ts'
import type { Store } from '../store/index.ts'
import { answerCoral, toldOf, wordsAskedAbout } from './answer.ts'
import { readCoral, readCoralSecret, removeCoral, setCoralSecret } from './keep.ts'
import { isSignedBy } from './signature.ts'

const NOW = Date.UTC(2026, 10, 30, 12)
const SECRET = 'a-secret-of-coral-0123456789abcdef'

for (const kind of DATABASES) {
  describe(`comments of a Coral site on ${kind}`, () => {
    let store: Store
    let drop: () => Promise<void>
    let by: string
    let examine: Examine
    beforeEach(async () => {
      const fresh = await freshDesk(kind, () => NOW, { role: ROLES.editor })
      ;({ store, drop } = fresh)
      by = fresh.mo.id
      examine = examineAt(store, { url: () => 'https://paper.example' })
      await setCoralSecret(store, { secret: SECRET, by }, NOW)
    })
    afterEach(() => drop())

    const asked = (words: string) => answerCoral(store, words, { examine, now: NOW })
    const rowsOf = async () => {
      const counts: Record<string, number> = {}
      for (const table of ['comments', 'comment_revisions', 'signals', 'alike_texts', 'campaigns', 'jobs'] as const)
        counts[table] = (await store.db.selectFrom(table).selectAll().execute()).length
      return counts
    }

    test('what the desk would wave through is left to Coral, and what it would look at is held, with why', async () => {
      expect(await asked('The footpath by the weir has been shut since Easter, and nobody says when it opens.')).toBe(
        null,
      )
      expect(await asked('You are a pathetic idiot and I will kill you.')).toEqual({
        status: 'SYSTEM_WITHHELD',
        actions: [{ actionType: 'FLAG', reason: 'COMMENT_DETECTED_TOXIC' }],
      })
      const spam = await asked(
        'CHEAP VIAGRA online casino bonus!!! Click https://cheap-pills.example/buy https://casino.example/win now, 100% free $$$',
      )
      expect(spam?.status).toBe('SYSTEM_WITHHELD')
      expect(spam?.actions).toContainEqual({ actionType: 'FLAG', reason: 'COMMENT_DETECTED_SPAM' })
      expect(await readCoral(store.db)).toMatchObject({ lookedAt: 3, held: 2, lastAt: NOW })
    })

    test('the rules of the house hold too, and say neither spam nor insult', async () => {
      const pattern = { kind: 'words', words: ['ferrygate'] } as const
      const added = await addRule(store, { name: 'Ferry', pattern, effect: 'thought' }, by, NOW)
      if (!added.saved) throw new Error(added.problem)
      // As it stands after a trial that an editor has switched it on with.
      await store.transaction(NOW, async (tx) => {
        await tx.rows.updateTable('rules').set({ on_version: 1, switched_at: NOW, switched_by: by }).execute()
        await tx.say({ kind: 'rules.changed' })
      })
      expect(await asked('What about ferrygate, then?')).toEqual({ status: 'SYSTEM_WITHHELD', actions: [] })
    })

    test('nothing of it is kept, however often it comes; it is counted', async () => {
      const before = await rowsOf()
      for (let time = 0; time < 4; time++) await asked('The same words again and again, with https://shop.example/now')
      expect(await rowsOf()).toEqual(before)
      expect((await readCoral(store.db))?.lookedAt).toBe(4)
    })

    test('where the desk can’t say, the words alone are looked at', async () => {
      const broken: Examine = () => Promise.reject(new Error('no paper'))
      const slow: Examine = (tx, comments) =>
        new Promise((resolve) => setTimeout(resolve, 1500)).then(() => examine(tx, comments))
      for (const poor of [broken, slow]) {
        const answer = await answerCoral(store, 'I will kill you, idiot.', { examine: poor, now: NOW })
        expect(answer?.actions).toEqual([{ actionType: 'FLAG', reason: 'COMMENT_DETECTED_TOXIC' }])
      }
      expect(await answerCoral(store, 'A fine day.', { examine: broken, now: NOW })).toBe(null)
    })

    test('the secret is Coral’s, can be changed, and is forgotten with the counts', async () => {
      await asked('A fine day.')
      for (const secret of ['', 'short', 'with a blank in it, and long', 'x'.repeat(300)])
        expect(await setCoralSecret(store, { secret, by }, NOW)).toMatchObject({ problem: /whole signing secret/ })
      expect(await readCoralSecret(store.db)).toBe(SECRET)
      expect(await setCoralSecret(store, { secret: ` ${SECRET}2\n`, by }, NOW)).toBe(null)
      expect([await readCoralSecret(store.db), (await readCoral(store.db))?.lookedAt]).toEqual([`${SECRET}2`, 1])
      await removeCoral(store, by, NOW)
      expect([await readCoralSecret(store.db), await readCoral(store.db)]).toEqual([null, null])
    })
  })
}

describe('Coral’s signature', () => {
  const body = Buffer.from('{"comment":{"body":"é"}}')
  const by = (secret: string, of: Uint8Array = body) =>
    `sha256=${createHmac('sha256', secret).update(of).digest('hex')}`

  test('is taken alone, or beside that of a secret that is being changed there', () => {
    expect(isSignedBy(SECRET, body, by(SECRET))).toBe(true)
    expect(isSignedBy(SECRET, body, `${by('another-secret-0123')},${by(SECRET)}`)).toBe(true)
  })

  test.each([
    ['none', ''],
    ['another secret’s', by('another-secret-0123')],
    ['that of another body', by(SECRET, Buffer.from('{}'))],
    ['one of another kind', by(SECRET).replace('sha256', 'sha1')],
    ['one cut short', by(SECRET).slice(0, -1)],
    ['one with more after it', `${by(SECRET)}00`],
    ['the bare figures', by(SECRET).replace('sha256=', '')],
    ['one after very many', `${'sha256=00,'.repeat(50)}${by(SECRET)}`],
  ])('is not %s', (_, header) => expect(isSignedBy(SECRET, body, header)).toBe(false))

  test('any other header is an answer, not an error', () =>
    fc.assert(
      fc.property(fc.string({ maxLength: 2000 }), (header) => {
        expect(isSignedBy(SECRET, body, header)).toBe(false)
      }),
    ))
})

test('fields that nobody knows are passed over, and what is no question is null', () => {
  const words = (value: unknown) => wordsAskedAbout(Buffer.from(JSON.stringify(value)))
  expect(words({ action: 'NEW', comment: { body: 'Hm', parentID: null, depth: 3 }, tenantID: 't', later: [1] })).toBe(
    'Hm',
  )
  for (const value of [{}, [], 'x', null, { comment: 'Hm' }, { comment: { body: 7 } }, { comment: null }])
    expect(words(value)).toBe(null)
  for (const broken of ['', '{', '{"comment":{"body":"x"}', '\xff\xfe'])
    expect(wordsAskedAbout(Buffer.from(broken, 'latin1'))).toBe(null)
})

test('nothing is ever approved or rejected, and what is told is in Coral’s own words', () =>
  fc.assert(
    fc.property(
      fc.record({
        signals: fc.array(
          fc.record({
            phase: fc.constantFrom('conduct', 'links', 'spam model', 'private details'),
            state: fc.constant('raised' as const),
            words: fc.string(),
            weight: fc.double({ min: 0, max: 1, noNaN: true }),
          }),
        ),
        band: fc.constantFrom('fine' as const, 'thought' as const, 'spam' as const),
        spam: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
        rules: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
      }),
      (looked) => {
        const told = toldOf(looked)
        expect(told === null).toBe(looked.band === 'fine')
        if (!told) return
        expect(Object.keys(told)).toEqual(['status', 'actions'])
        expect(told.status).toBe('SYSTEM_WITHHELD')
        const reasons = told.actions.map(({ reason }) => reason)
        expect(new Set(reasons).size).toBe(reasons.length)
        if (looked.band === 'spam') expect(reasons).toContain('COMMENT_DETECTED_SPAM')
      },
    ),
  ))
