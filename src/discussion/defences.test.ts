/** What a flood meets, and what a reader never notices of it. */
import { solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { examineAll } from '../../test/comments.ts'
import { DATABASES } from '../../test/databases.ts'
import { freshStore, publishedStory } from '../../test/stores.ts'
import { addReader } from '../readers/index.ts'
import { newId, type Store } from '../store/index.ts'
import { askForWork } from './challenge.ts'
import { type Post, postComment } from './intake.ts'
import { PACE_LIMITS } from './pace.ts'
import { makeChallenge, PROOF_LIFE } from './proof.ts'
import { signingWith } from './signing.ts'

const signing = signingWith(Buffer.alloc(32, 7))
const NOW = Date.UTC(2026, 4, 1, 12)
const HOUR = 60 * 60 * 1000

for (const kind of DATABASES) {
  describe(`the defences on ${kind}`, () => {
    let store: Store
    let drop: () => Promise<void>
    let storyId: string
    let clock = NOW
    beforeAll(async () => {
      ;({ store, drop } = await freshStore(kind, () => clock))
      storyId = (await publishedStory(store, 'A bridge opens', NOW)).id
    })
    afterAll(() => drop())

    let sent = 0
    let networks = 0
    /** Somebody from whose network nothing has come yet. */
    const stranger = () => {
      here = `10.0.${++networks}.7`
    }
    let here = ''
    const post = (change: Partial<Post> & { text?: string } = {}) =>
      postComment(
        store,
        signing,
        {
          storyId,
          parentId: null,
          form: { name: 'Ada', mail: '', text: change.text ?? `Words about the bridge, number ${++sent}.` },
          honeypot: '',
          token: signing.formToken(clock - 60_000),
          proof: '',
          address: here,
          ...change,
        },
        clock,
      )
    const idOf = (result: Awaited<ReturnType<typeof post>>) => {
      if (result.kind !== 'posted') throw new Error(`not posted: ${JSON.stringify(result)}`)
      return result.commentId
    }
    const signalsOf = async (commentId: string) => {
      await examineAll(store, clock)
      const rows = await store.db
        .selectFrom('signals')
        .innerJoin('comment_revisions', 'comment_revisions.id', 'signals.revision_id')
        .select(['phase', 'signals.state', 'words', 'weight'])
        .where('comment_id', '=', commentId)
        .execute()
      return Object.fromEntries(rows.map(({ phase, ...signal }) => [phase, signal]))
    }
    const work = (token: string, address = here, readerId: string | null = null) =>
      askForWork(store, signing, { storyId, token, address, readerId }, clock)
    /** A token and a proof, as a browser has them when its reader sends. */
    const worked = async (address?: string) => {
      const asked = await work('', address)
      clock += 30_000
      const solution = await solveChallenge({ challenge: asked.challenge!, deriveKey })
      return { token: asked.token, proof: JSON.stringify({ challenge: asked.challenge, solution }) }
    }

    test('a browser that did its work is no signal, one that did none is a small one, and both are taken', async () => {
      stranger()
      const with_ = await signalsOf(idOf(await post(await worked())))
      expect(with_['proof of work']).toMatchObject({ state: 'ok', weight: 0 })
      const without = await signalsOf(idOf(await post()))
      expect(without['proof of work']).toMatchObject({ state: 'raised', weight: 0.1 })
      const bands = await store.db.selectFrom('comment_revisions').select('band').distinct().execute()
      expect(bands).toEqual([{ band: 'fine' }])
    })

    test('a proof brings one comment: for a second it is worth less than none', async () => {
      stranger()
      const before = await store.db.selectFrom('spent_proofs').select('nonce').execute()
      const { token, proof } = await worked()
      const first = idOf(await post({ token, proof, text: 'Once.' }))
      // The same form sent twice is the same comment still.
      expect(idOf(await post({ token, proof, text: 'Once.' }))).toBe(first)
      expect(await post({ token, proof, text: 'Twice.' })).toEqual({ kind: 'confirm', why: 'used token' })
      const again = await signalsOf(idOf(await post({ proof, text: 'Twice.' })))
      expect(again['proof of work']).toMatchObject({ state: 'raised', weight: 0.5 })
      expect(await store.db.selectFrom('spent_proofs').select('nonce').execute()).toHaveLength(before.length + 1)
    })

    test('a proof that was stored up is old, and one that is made up is wrong: both move a comment, neither loses it', async () => {
      stranger()
      const { token, proof } = await worked()
      clock += PROOF_LIFE
      expect((await signalsOf(idOf(await post({ token, proof }))))['proof of work']).toMatchObject({ weight: 0.05 })
      expect((await signalsOf(idOf(await post({ proof: '{"done":true}' }))))['proof of work']).toMatchObject({
        weight: 0.5,
      })
    })

    test('in a flood a comment without work is shown back once, and taken when it was looked over', async () => {
      stranger()
      for (let i = 0; i < PACE_LIMITS.sender.flood; i++) idOf(await post())
      expect(await post()).toEqual({ kind: 'confirm', why: 'flood' })
      const looked = idOf(await post({ token: signing.formToken(clock - 5000, 'second') }))
      expect((await signalsOf(looked))['proof of work']).toMatchObject({ state: 'raised', weight: 0.3 })
      // Work asked for now is harder, and takes the comment through at once; so does work of a calmer moment, with a word.
      const asked = await work('')
      expect(asked.challenge?.parameters.data).toMatchObject({ pace: 'flood' })
      const hard = await signalsOf(idOf(await post(await worked())))
      expect(hard['proof of work']).toMatchObject({ state: 'ok' })
      const token = signing.formToken(clock)
      const read = signing.readFormToken(token, clock)
      if (typeof read === 'string') throw new Error(read)
      const challenge = await makeChallenge(signing, { storyId, nonce: read.nonce }, 'calm', clock)
      const solution = await solveChallenge({ challenge, deriveKey })
      const easy = await signalsOf(idOf(await post({ token, proof: JSON.stringify({ challenge, solution }) })))
      expect(easy['proof of work']).toMatchObject({ state: 'raised', weight: 0.05 })
      // Somebody elsewhere, on a calm site, notices nothing.
      expect((await work('', '198.51.100.1')).challenge?.parameters.data).toMatchObject({ pace: 'calm' })
      idOf(await post({ address: '198.51.100.1' }))
    })

    test('a reader with approved comments is asked for nothing, flood or not', async () => {
      stranger()
      const reader = { readerId: newId(clock) }
      await store.transaction(clock, (tx) => addReader(tx, { id: reader.readerId, name: 'Rita' }))
      const first = idOf(await post(reader))
      expect((await signalsOf(first))['proof of work']).toBeDefined()
      expect((await work('', undefined, reader.readerId)).challenge).not.toBe(null)
      await store.transaction(clock, (tx) =>
        tx.rows.updateTable('comment_revisions').set({ state: 'approved' }).where('comment_id', '=', first).execute(),
      )
      for (let i = 1; i < PACE_LIMITS.sender.flood; i++) idOf(await post())
      const asked = await work('', undefined, reader.readerId)
      expect(asked.challenge).toBe(null)
      const known = await signalsOf(idOf(await post({ ...reader, token: asked.token })))
      expect(known['proof of work']).toBeUndefined()
    })

    test('a form keeps the token it holds, and is given one where it holds none that can be used', async () => {
      stranger()
      const token = signing.formToken(clock)
      expect((await work(token)).token).toBe(token)
      for (const useless of ['', 'made-up', signing.formToken(clock - 25 * HOUR)]) {
        const given = (await work(useless)).token
        expect(signing.readFormToken(given, clock)).toMatchObject({ age: 0, look: 'first' })
      }
    })

    test('the same words again from one network are said to be, and so is a network that writes all day', async () => {
      stranger()
      idOf(await post({ text: 'Buy boats.' }))
      const again = await signalsOf(idOf(await post({ text: 'Buy boats.' })))
      expect(again.pace).toMatchObject({ state: 'raised', weight: expect.closeTo(0.45) })
      expect((await signalsOf(idOf(await post({ text: 'Buy boats.', address: '198.51.100.1' })))).pace).toBeUndefined()
      for (let i = 0; i < 30; i++) {
        clock += 30 * 60 * 1000
        idOf(await post())
      }
      const busy = await signalsOf(idOf(await post()))
      expect(busy.pace?.words).toBe('33 comments from this network in a day')
      clock += 25 * HOUR
      expect((await signalsOf(idOf(await post()))).pace).toBeUndefined()
    })

    test('looking words over for a few seconds is not writing them fast', async () => {
      stranger()
      const text = 'A long and careful comment about the bridge. '.repeat(20)
      const written = await signalsOf(idOf(await post({ text, token: signing.formToken(clock - 5000) })))
      expect(written['time to write']?.state).toBe('raised')
      const looked = await signalsOf(
        idOf(await post({ text: `${text} Indeed.`, token: signing.formToken(clock - 5000, 'second') })),
      )
      expect(looked['time to write']).toMatchObject({ state: 'ok', words: 'Previewed for 5 s' })
    })

    test('the hidden field weighs by what stands in it', async () => {
      stranger()
      const machine = await signalsOf(idOf(await post({ honeypot: 'https://buy.example' })))
      expect(machine['hidden field']?.weight).toBe(0.7)
      const browser = await signalsOf(idOf(await post({ honeypot: ' Ada ' })))
      expect(browser['hidden field']?.weight).toBe(0.2)
    })

    test('a flood from everywhere at once makes everyone’s work harder, also of those who come for the first time', async () => {
      stranger()
      const many = Array.from({ length: PACE_LIMITS.site.flood }, (_, i) => ({
        id: newId(clock - 60_000),
        story_id: storyId,
        parent_id: null,
        author_name: 'One of many',
        author_mail: null,
        form_nonce: `nonce ${i}`,
        sender_key: `network ${i}`,
        reader_id: null,
        erased_at: null,
        created_at: clock - 60_000,
      }))
      await store.transaction(clock, (tx) => tx.rows.insertInto('comments').values(many).execute())
      expect((await work('')).challenge?.parameters.data).toMatchObject({ pace: 'flood' })
      expect(await post()).toEqual({ kind: 'confirm', why: 'flood' })
      clock += 11 * 60 * 1000
      expect((await work('')).challenge?.parameters.data).toMatchObject({ pace: 'calm' })
      idOf(await post())
    })
  })
}
