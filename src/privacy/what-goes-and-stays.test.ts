/** Of a person's data: what an erasure takes and what it leaves, what an export holds, and how readers are found. */

import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { decidedOn, sentComment, shownRevision } from '../../test/comments.ts'
import { DATABASES } from '../../test/databases.ts'
import { hearOn } from '../../test/heard.ts'
import { freshStore, publishedStory } from '../../test/stores.ts'
import { mailKeysWith } from '../access/index.ts'
import { signingWith } from '../discussion/index.ts'
import { queueLetter } from '../mail/index.ts'
import { listReaderComments } from '../moderation/comments/index.ts'
import { openHand } from '../moderation/queue/index.ts'
import { addPerson, type Person, ROLES } from '../people/index.ts'
import { openReaderSession, verifyReader } from '../readers/index.ts'
import { report } from '../redress/index.ts'
import { newId, type Store } from '../store/index.ts'
import { eraseComment, eraseReader } from './erase.ts'
import { exportComment, exportReader } from './export.ts'
import { listReaders, readReaderLine } from './readers.ts'

const secret = Buffer.alloc(32, 7)
const signing = signingWith(secret)
const keys = mailKeysWith(secret)
const NOW = Date.UTC(2026, 4, 1, 12)
const MAIL = 'perpetua@quill.example'

for (const kind of DATABASES) {
  describe(`what is kept of a person on ${kind}`, () => {
    let store: Store
    let drop: () => Promise<void>
    let storyId: string
    let ed: Person
    let reader: string
    let clock = NOW
    beforeEach(async () => {
      clock = NOW
      ;({ store, drop } = await freshStore(kind, () => clock))
      storyId = (await publishedStory(store, 'A ferry', NOW)).id
      ed = (await addPerson(store, { name: 'Ed', mail: null, switches: ROLES.editor }, NOW)) as Person
      reader = (await store.transaction(NOW, (tx) => verifyReader(tx, { address: MAIL, name: 'Perpetua' }))).id
    })
    afterEach(() => drop())

    let sent = 0
    const post = (text: string, readerId: string | null = reader, mail = readerId ? MAIL : '') => {
      clock += 1000
      sent += 1
      const form = { name: readerId ? 'Perpetua' : 'Someone', mail, text }
      return sentComment(store, signing, { storyId, text, at: clock, readerId, form, address: `10.3.${sent % 250}.1` })
    }
    const judged = (revisionId: string, reason: string | null = null, note = '') =>
      decidedOn(store, { revisionId, reason, by: ed.id, note }, clock)
    const signal = (revision_id: string, phase: string, words: string) =>
      store.db.insertInto('signals').values({ revision_id, phase, state: 'raised', words, weight: 0.1 }).execute()
    const acts = async () =>
      (
        await store.db
          .selectFrom('acts')
          .select(['act', 'by', 'detail'])
          .where('act', 'like', '%.erased')
          .orderBy('sequence')
          .execute()
      ).map(({ act, by, detail }) => `${act} | ${by === ed.id ? 'Ed' : by} | ${detail}`)

    test('words that stay lose what repeats the name or the address, in whatever letters, and nothing else that was said', async () => {
      const { commentId, revisionId } = await post('Fair words')
      await store.db.deleteFrom('signals').execute()
      await signal(revisionId, 'a', 'Signed PERPETUA as before')
      await signal(revisionId, 'b', `The address ${MAIL.toUpperCase()} is new`)
      await signal(revisionId, 'c', 'One link')
      await judged(revisionId, 'attack', 'Perpetua, that was enough.')
      const other = await post('Other words')
      await judged(other.revisionId, 'attack', 'That was enough.')
      expect(await eraseComment(store, { commentId, erasure: 'keep', by: ed.id }, clock)).toBe(true)
      await eraseComment(store, { commentId: other.commentId, erasure: 'keep', by: ed.id }, clock)
      expect(
        (await store.db.selectFrom('signals').select('phase').where('revision_id', '=', revisionId).execute()).map(
          ({ phase }) => phase,
        ),
      ).toEqual(['c'])
      const notes = await store.db.selectFrom('decisions').select(['note', 'seen_json']).orderBy('sequence').execute()
      expect(notes[0]).toEqual({ note: '', seen_json: null })
      expect(notes[1]?.note).toBe('That was enough.')
      expect(await eraseComment(store, { commentId, erasure: 'keep', by: ed.id }, clock), 'a second time').toBe(false)
      expect(await eraseComment(store, { commentId: newId(clock), erasure: 'blank', by: ed.id }, clock)).toBe(false)
      const row = await store.db
        .selectFrom('comments')
        .selectAll()
        .where('id', '=', commentId)
        .executeTakeFirstOrThrow()
      expect(row).toMatchObject({
        author_name: 'Name erased',
        author_mail: null,
        sender_key: '',
        reader_id: null,
        erased_at: clock,
      })
      expect(await acts()).toEqual(
        Array(2).fill('comment.erased | Ed | Erased a reader’s data; the text stays, without a name'),
      )
    })

    test('words that go leave the search and whoever has them in hand, and are nobody’s to decide', async () => {
      const { commentId, revisionId } = await post('Fair words')
      const other = await post('Other words', null)
      await openHand(store, { by: ed.id, hand: 'page' }, {}, clock)
      await eraseComment(store, { commentId, erasure: 'blank', by: null }, clock)
      const left = async (table: 'claims' | 'comment_words') =>
        (await store.db.selectFrom(table).select('revision_id').execute()).map(({ revision_id }) => revision_id)
      expect(await left('claims')).toEqual([other.revisionId])
      expect(await left('comment_words')).toEqual([other.revisionId])
      const rows = await store.db
        .selectFrom('comment_revisions')
        .select(['id', 'text', 'state', 'state_at'])
        .orderBy('id')
        .execute()
      expect(rows.find(({ id }) => id === revisionId)).toEqual({
        id: revisionId,
        text: '',
        state: 'withdrawn',
        state_at: clock,
      })
      expect(rows.find(({ id }) => id === other.revisionId)).toMatchObject({ text: 'Other words', state: 'held' })
      expect(await acts()).toEqual(['comment.erased | null | A reader erased their own data, including the text'])
    })

    test('who shows the story hears of an erasure', async () => {
      const { commentId } = await post('Fair words')
      const heard = hearOn(store)
      await eraseComment(store, { commentId, erasure: 'keep', by: null }, clock)
      expect(heard).toEqual([`discussion.changed ${storyId}`])
    })

    test('letters, links and wishes about an erased comment go; those about others stay', async () => {
      const [one, other] = [await post('One'), await post('Other')]
      const decisionId = await judged(one.revisionId, 'attack')
      await judged(other.revisionId, 'attack')
      const letter = (about: string) =>
        store.transaction(clock, (tx) =>
          queueLetter(tx, {
            kind: 'test',
            about,
            to: { name: '', address: MAIL },
            subject: 'S',
            text: '',
            notBefore: clock,
          }),
        )
      for (const about of [one.commentId, decisionId, other.commentId]) await letter(about)
      const appeal = { comment_id: one.commentId, words: 'It was fair.', appealed_at: clock, decision_id: decisionId }
      await store.db
        .insertInto('appeals')
        .values({ ...appeal, id: newId(clock) })
        .execute()
      await eraseComment(store, { commentId: one.commentId, erasure: 'keep', by: null }, clock)
      const abouts = (await store.db.selectFrom('letters').select('about').where('kind', '=', 'test').execute()).map(
        ({ about }) => about,
      )
      expect(abouts).toEqual([other.commentId])
      expect(await store.db.selectFrom('appeals').select('words').execute()).toEqual([{ words: '' }])
    })

    test('a reader who is erased is signed out everywhere, forgotten in what they reported, and nobody else is', async () => {
      const { commentId, revisionId } = await post('Shown', null)
      await judged(revisionId)
      const other = (
        await store.transaction(NOW, (tx) => verifyReader(tx, { address: 'una@quay.example', name: 'Una' }))
      ).id
      const reported = async (mail: string) => {
        const form = { kind: 'rule', reason: 'attack', words: 'Rude', name: 'Peg', mail, goodFaith: false }
        const shown = await shownRevision(store, commentId)
        const posted = { commentId, revisionId: shown, form, token: signing.formToken(clock), address: '198.51.100.4' }
        const result = await report(store, { signing, mail: keys }, posted, clock)
        if (result.kind !== 'reported') throw new Error(JSON.stringify(result))
      }
      await reported(MAIL)
      await reported('una@quay.example')
      for (const readerId of [reader, other])
        await store.transaction(clock, (tx) => openReaderSession(tx, { readerId, way: 'link', device: 'Firefox' }))
      expect(await eraseReader(store, keys, { readerId: reader, erasure: 'keep', by: ed.id }, clock)).toBe(true)
      const rows = await store.db.selectFrom('reports').select(['name', 'mail', 'words']).orderBy('sequence').execute()
      expect(rows).toEqual([
        { name: '', mail: null, words: '' },
        { name: 'Peg', mail: 'una@quay.example', words: 'Rude' },
      ])
      expect(
        (await store.db.selectFrom('reader_sessions').select('reader_id').execute()).map(({ reader_id }) => reader_id),
      ).toEqual([other])
      expect(await readReaderLine(store.db, reader)).toMatchObject({
        name: '',
        mail: null,
        erasedAt: clock,
        comments: 0,
      })
      expect(await readReaderLine(store.db, other)).toMatchObject({ name: 'Una', erasedAt: null })
      expect(await readReaderLine(store.db, newId(clock))).toBe(null)
      expect(await acts()).toEqual(['reader.erased | Ed | Erased a reader’s data; the text stays, without a name'])
      expect(await exportReader(store.db, reader, clock)).toBe(null)
    })

    test('an export has all that is known, in its order; not what nobody has been told, nor what is somebody else’s', async () => {
      const [one, two] = [await post('First words'), await post('Second words')]
      await post('Not theirs', null)
      await judged(one.revisionId, 'attack')
      const told = clock
      clock += 10_000
      const early = await exportReader(store.db, reader, clock)
      expect(early).toMatchObject({
        'made at': new Date(clock).toISOString(),
        reader: { name: 'Perpetua', mail: MAIL, since: new Date(NOW).toISOString() },
        'told of answers': { rhythm: 'daily', comments: [] },
        bans: [],
        reports: [],
        letters: [],
        passkeys: [],
        sessions: [],
      })
      const comments = (early as { comments: Record<string, unknown>[] }).comments
      expect(comments.map(({ id }) => id)).toEqual([one.commentId, two.commentId])
      expect(comments[0]).toMatchObject({
        words: [{ text: 'First words', state: 'held' }],
        decisions: [],
        erased: null,
      })
      clock = told + 10_001
      const later = (await exportReader(store.db, reader, clock)) as { comments: object[]; letters: object[] }
      expect(later.comments[0]).toMatchObject({
        words: [{ state: 'rejected' }],
        decisions: [{ action: 'reject', reason: 'attack', at: new Date(told).toISOString(), automated: false }],
      })
      expect(later.letters).toHaveLength(1)
      expect(await exportComment(store.db, two.commentId, clock)).toMatchObject({
        'made at': new Date(clock).toISOString(),
        comments: [{ id: two.commentId, name: 'Perpetua', mail: MAIL, appeals: [] }],
      })
      expect(await exportComment(store.db, newId(clock), clock)).toBe(null)
    })

    test('readers are found by how their name or address begins, the newest first and page by page', async () => {
      const add = async (name: string, address: string) => {
        clock += 1000
        return (await store.transaction(clock, (tx) => verifyReader(tx, { address, name }))).id
      }
      const [ann, bob] = [await add('Ann', 'percy@quay.example'), await add('Bob_', 'bob@quay.example')]
      const found = async (find: string, limit = 9, after?: string) =>
        (await listReaders(store.db, { find, limit, after })).map(({ id }) => id)
      expect(await found('')).toEqual([bob, ann, reader])
      expect(await found(' PER ')).toEqual([ann, reader])
      expect(await found('per', 1)).toEqual([ann])
      expect(await found('per', 1, ann)).toEqual([reader])
      expect(await found('perp')).toEqual([reader])
      // No letter of it means anything else.
      for (const none of ['%', '_nn', 'erp', 'ann%']) expect(await found(none)).toEqual([])
      const [one, two] = [await post('One'), await post('Two')]
      await post('Not theirs', null)
      const texts = async (limit: number, after?: string) =>
        (await listReaderComments(store.db, reader, { limit, after })).map(({ text }) => text)
      expect(await texts(9)).toEqual(['Two', 'One'])
      expect(await texts(1)).toEqual(['Two'])
      expect(await texts(9, two.commentId)).toEqual(['One'])
      expect(await texts(9, one.commentId)).toEqual([])
      expect((await readReaderLine(store.db, reader))?.comments).toBe(2)
    })
  })
}
