/** Slow mode, hold, closing and bans, as they meet whoever sends a comment, on both databases. */

import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DATABASES } from '../../test/databases.ts'
import { hearOn } from '../../test/heard.ts'
import { freshStore, publishedStory } from '../../test/stores.ts'
import { addPerson, ROLES } from '../people/index.ts'
import { banAuthor, liftBan, listBans, networkBanEnds } from '../readers/index.ts'
import { newId, type Store } from '../store/index.ts'
import { forgetSenders } from './forget-senders.ts'
import {
  editComment,
  type Post,
  postComment,
  readReceipt,
  readStoryModeNow,
  type StoryMode,
  setStoryMode,
  signingWith,
  withdrawComment,
} from './index.ts'
import { EDIT_LIMITS } from './receipt.ts'
import { senderKeys } from './senders.ts'

const signing = signingWith(Buffer.alloc(32, 7))
const NOW = Date.UTC(2026, 4, 1, 12)
const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** No other part has anything to forget here. */
const nothingElse = async () => {}

for (const kind of DATABASES) {
  describe(`on ${kind}`, () => {
    let store: Store
    let drop: () => Promise<void>
    let ada: string
    let story: { id: string }
    let clock = NOW
    beforeEach(async () => {
      clock = NOW
      ;({ store, drop } = await freshStore(kind, () => clock))
      const person = await addPerson(store, { name: 'Ada', mail: null, switches: ROLES.editor }, NOW)
      if ('problem' in person) throw new Error(person.problem)
      ada = person.id
      story = await publishedStory(store, 'A bridge opens', NOW)
    })
    afterEach(() => drop())

    const post = (more: Partial<Post> & { name?: string } = {}) =>
      postComment(
        store,
        signing,
        {
          storyId: story.id,
          parentId: null,
          form: { name: more.name ?? 'Ben', mail: '', text: 'A word about the bridge.' },
          honeypot: '',
          token: signing.formToken(clock - MINUTE),
          address: '203.0.113.7',
          ...more,
        },
        clock,
      )
    const posted = async (more: Parameters<typeof post>[0] = {}) => {
      const result = await post(more)
      if (result.kind !== 'posted') throw new Error(JSON.stringify(result))
      return result.commentId
    }
    const choose = (mode: StoryMode) => setStoryMode(store, { storyId: story.id, mode, by: ada }, clock)
    const count = async () => (await store.db.selectFrom('comments').select('id').execute()).length
    const reader = async () => {
      const id = newId(clock)
      await store.transaction(clock, (tx) =>
        tx.rows
          .insertInto('readers')
          .values({ id, name: 'Rita', mail: null, verified_at: clock, created_at: clock, erased_at: null })
          .execute(),
      )
      return id
    }
    const authorOf = async (commentId: string) => {
      const row = await store.db
        .selectFrom('comments')
        .selectAll()
        .where('id', '=', commentId)
        .executeTakeFirstOrThrow()
      return { commentId, readerId: row.reader_id, senderKey: row.sender_key, createdAt: row.created_at }
    }
    const ban = async (commentId: string, more: { term?: 'day' | 'week' | 'good'; storyId?: string | null } = {}) =>
      banAuthor(
        store,
        {
          author: await authorOf(commentId),
          reason: 'attack',
          storyId: more.storyId ?? null,
          term: more.term ?? 'week',
          by: ada,
        },
        clock,
      )

    test('in slow mode five that one person sends at the same moment are one', async () => {
      await choose({ kind: 'slow', minutes: 10 })
      await senderKeys(store, '203.0.113.7', clock)
      const results = await Promise.all(Array.from({ length: 5 }, () => post()))
      expect(results.filter(({ kind }) => kind === 'posted')).toHaveLength(1)
      expect(await count()).toBe(1)
    })

    test('in slow mode each person has a turn, and is told when the next one is', async () => {
      await choose({ kind: 'slow', minutes: 10 })
      const readerId = await reader()
      await posted()
      await posted({ readerId })
      clock += 4 * MINUTE
      const sentence =
        'Slow mode: each person can send one comment every 10 minutes. You can send yours in 6 minutes. Nothing of it is lost while this page stays open.'
      expect(await post()).toEqual({ kind: 'refused', why: 'slow', until: NOW + 10 * MINUTE, sentence })
      expect(await post({ readerId, address: '198.51.100.9', name: 'Rita' })).toMatchObject({ why: 'slow' })
      // Another person of the same house, and the same name elsewhere, have turns of their own.
      await posted({ name: 'Mia' })
      await posted({ address: '198.51.100.9' })
      clock += 6 * MINUTE
      await posted()
      const token = signing.formToken(clock - MINUTE)
      clock += 11 * MINUTE
      expect(await post({ token })).toEqual(await post({ token }))
    })

    test('slow mode is one story’s, and a comment on another takes nobody’s turn there', async () => {
      const other = await publishedStory(store, 'A road closes', NOW)
      const readerId = await reader()
      await choose({ kind: 'slow', minutes: 10 })
      for (const who of [{}, { readerId }]) {
        await posted({ ...who, storyId: other.id })
        await posted(who)
        await posted({ ...who, storyId: other.id })
        expect(await post(who)).toMatchObject({ why: 'slow' })
      }
      // The last of several counts, and in the end a minute is said and not less.
      clock += 10 * MINUTE - 1
      expect(await post()).toMatchObject({ sentence: expect.stringContaining('You can send yours in 1 minute.') })
      clock += 1
      await posted()
      clock += 5 * MINUTE
      expect(await post()).toMatchObject({ until: NOW + 20 * MINUTE })
    })

    test('what an editor chose of slow mode is not forgotten while comments are closed, nor told twice', async () => {
      await choose({ kind: 'slow', minutes: 3 })
      await choose({ kind: 'slow', minutes: 5 })
      expect((await readStoryModeNow(store.db, story.id)).mode).toEqual({ kind: 'slow', minutes: 5 })
      const heard = hearOn(store)
      await choose({ kind: 'slow', minutes: 5 })
      expect(heard).toEqual([])
      await choose({ kind: 'closed' })
      expect(heard).toEqual([`story.comments ${story.id}`])
      expect(await readStoryModeNow(store.db, 'no story')).toEqual({ mode: { kind: 'open' }, setAt: null, setBy: null })
    })

    test('slow mode lasts over midnight, when networks get another key', async () => {
      clock = Date.UTC(2026, 4, 1, 23, 58)
      await choose({ kind: 'slow', minutes: 10 })
      await posted()
      clock += 4 * MINUTE
      expect(await post()).toMatchObject({ why: 'slow' })
    })

    test('a story is open, slow, on hold or closed; each choice is noted with who made it', async () => {
      expect(await readStoryModeNow(store.db, story.id)).toEqual({ mode: { kind: 'open' }, setAt: null, setBy: null })
      const choices: StoryMode[] = [
        { kind: 'hold' },
        { kind: 'slow', minutes: 3 },
        { kind: 'closed' },
        { kind: 'open' },
      ]
      for (const mode of choices) {
        clock += MINUTE
        await choose(mode)
        await choose(mode)
        expect(await readStoryModeNow(store.db, story.id)).toEqual({ mode, setAt: clock, setBy: 'Ada' })
        expect((await post({ name: mode.kind })).kind).toBe(mode.kind === 'closed' ? 'refused' : 'posted')
      }
      const acts = await store.db
        .selectFrom('acts')
        .select('detail')
        .where('act', '=', 'story.mode')
        .orderBy('at')
        .execute()
      expect(acts.map(({ detail }) => detail)).toEqual([
        'Set comments on a story to: on hold',
        'Set comments on a story to: slow mode, one comment every 3 minutes',
        'Set comments on a story to: closed',
        'Set comments on a story to: open',
      ])
    })

    test('a banned reader is told the reason and until when, wherever they write from; others are not', async () => {
      const readerId = await reader()
      expect(await ban(await posted({ readerId }))).toMatchObject({ banned: true })
      clock += MINUTE
      const before = await count()
      expect(await post({ readerId, address: '198.51.100.9' })).toMatchObject({
        why: 'banned',
        ban: {
          whom: 'reader',
          reason: 'attack',
          endsAt: NOW + 7 * DAY,
          storyId: null,
          madeBy: 'Ada',
          readerName: 'Rita',
        },
      })
      expect(await count()).toBe(before)
      await posted({ name: 'Somebody else' })
      clock = NOW + 7 * DAY
      await posted({ readerId })
    })

    test('a ban for one story leaves the others; a lifted one leaves all', async () => {
      const other = await publishedStory(store, 'A road closes', NOW)
      const readerId = await reader()
      const comment = await posted({ readerId })
      const made = await ban(comment, { term: 'good', storyId: story.id })
      if (!made.banned) throw new Error(made.problem)
      expect(await ban(comment, { storyId: story.id })).toMatchObject({ banned: false })
      clock += 1000 * DAY
      expect(await post({ readerId })).toMatchObject({ why: 'banned', ban: { endsAt: null } })
      await posted({ readerId, storyId: other.id })
      expect(await listBans(store.db, 'now', clock)).toHaveLength(1)
      await liftBan(store, made.banId, ada, clock)
      await posted({ readerId })
      expect(await listBans(store.db, 'now', clock)).toEqual([])
      expect(await listBans(store.db, 'over', clock)).toMatchObject([{ liftedBy: 'Ada' }])
      const acts = await store.db
        .selectFrom('acts')
        .select(['act', 'by'])
        .where('act', 'like', 'ban.%')
        .orderBy('at')
        .execute()
      expect(acts).toEqual([
        { act: 'ban.made', by: ada },
        { act: 'ban.lifted', by: ada },
      ])
    })

    test('without an account only the network is known, so the ban ends by itself and readers who had accounts pass', async () => {
      const known = await reader()
      clock += MINUTE
      const comment = await posted()
      expect(await ban(comment, { term: 'good' })).toMatchObject({ banned: true })
      expect(await post({ name: 'Another name' })).toMatchObject({
        why: 'banned',
        ban: { whom: 'network', endsAt: NOW + MINUTE + DAY },
      })
      await posted({ readerId: known })
      await posted({ address: '198.51.100.9' })
      clock = NOW + DAY
      expect(await post()).toMatchObject({ why: 'banned' })
      clock = NOW + MINUTE + DAY
      await posted()
      clock = NOW + 2 * DAY
      expect(networkBanEnds(await authorOf(comment), clock)).toBeNull()
      expect(await ban(comment)).toMatchObject({
        banned: false,
        problem: expect.stringContaining('no longer known who wrote this'),
      })
      await forgetSenders(store, clock, { also: nothingElse })
      expect(await store.db.selectFrom('bans').select('sender_key').execute()).toEqual([{ sender_key: '' }])
    })

    test('nobody gets round the ban of their network by an account that they make then', async () => {
      await ban(await posted())
      const readerId = await reader()
      expect(await post({ readerId })).toMatchObject({ why: 'banned', ban: { whom: 'network' } })
      await posted({ readerId, address: '198.51.100.9' })
      clock += DAY
      await posted({ readerId })
    })

    test('on a closed story no comment is changed, and words can still be taken back', async () => {
      const comment = await posted()
      await choose({ kind: 'closed' })
      expect(await editComment(store, comment, 'Other words.', clock)).toMatchObject({
        edited: false,
        problem: { sentence: expect.stringContaining('closed') },
      })
      await withdrawComment(store, comment, clock)
      expect((await readReceipt(store.db, comment))?.revisions.map(({ state }) => state)).toEqual(['withdrawn'])
    })

    test('one comment is changed five times in ten minutes, and comments from one network twenty times', async () => {
      const comments: string[] = []
      for (let i = 0; i < 5; i++) comments.push(await posted({ address: `203.0.${i}.7` }))
      let words = 0
      const edit = async (comment: string | undefined, address = '203.0.113.7') => {
        const { recent } = await senderKeys(store, address, clock)
        return editComment(store, comment as string, `Words ${words++}.`, clock, recent)
      }
      for (const comment of comments.slice(0, 4)) {
        for (let i = 0; i < EDIT_LIMITS.comment; i++) expect(await edit(comment)).toEqual({ edited: true })
        expect(await edit(comment, '198.51.100.9')).toMatchObject({
          problem: { sentence: expect.stringContaining('five times') },
        })
      }
      // Midnight changes nothing about it.
      clock = Math.ceil(clock / DAY) * DAY - 1
      for (const comment of comments.slice(0, 4)) for (let i = 0; i < EDIT_LIMITS.comment; i++) await edit(comment)
      clock += 2
      expect(await edit(comments[4])).toMatchObject({
        edited: false,
        problem: { sentence: expect.stringContaining('from your network') },
      })
      expect(await edit(comments[4], '198.51.100.9')).toEqual({ edited: true })
      clock += 11 * MINUTE
      expect(await edit(comments[0])).toEqual({ edited: true })
    })

    test('words that were kept back can be taken back while nobody was told of it, and not after', async () => {
      const state = async (
        comment: string,
        more: { told?: number; before?: number; from?: 'rejected' | 'spam' | 'removed' },
      ) => {
        await store.db
          .updateTable('comment_revisions')
          .set({ state: more.from ?? 'rejected', state_at: clock - (more.before ?? 0) })
          .where('comment_id', '=', comment)
          .execute()
        await withdrawComment(store, comment, clock, more.told)
        return (await readReceipt(store.db, comment))?.revisions[0]?.state
      }
      const comment = await posted()
      expect(await state(comment, {})).toBe('rejected')
      expect(await state(comment, { told: MINUTE, before: MINUTE + 1 })).toBe('rejected')
      for (const from of ['rejected', 'spam', 'removed'] as const)
        expect(await state(comment, { told: MINUTE, before: MINUTE, from }), from).toBe('withdrawn')
    })

    test('only words that were up are missed when they are taken back', async () => {
      const [held, up] = [await posted(), await posted({ address: '198.51.100.9' })]
      await store.db.updateTable('comment_revisions').set({ state: 'approved' }).where('comment_id', '=', up).execute()
      const heard = hearOn(store)
      await withdrawComment(store, held, clock)
      expect(heard).toEqual(['queue.changed'])
      await withdrawComment(store, up, clock)
      expect(heard).toEqual(['queue.changed', `discussion.changed ${story.id}`, `comment.changed ${story.id}`])
    })

    test('a comment is changed fifty times and no more, can be sent again as it is, and its receipt tells the newest first', async () => {
      const comment = await posted()
      const edit = (text: string) => editComment(store, comment, text, clock)
      expect(await edit('A word about the bridge.')).toEqual({ edited: true })
      expect((await readReceipt(store.db, comment))?.revisions).toHaveLength(1)
      expect(await edit(' ')).toMatchObject({ edited: false, problem: { field: 'text' } })
      for (let i = 2; i <= 50; i++) {
        clock += 3 * MINUTE
        expect(await edit(`Words ${i}.`), String(i)).toEqual({ edited: true })
      }
      clock += 11 * MINUTE
      expect(await edit('Words 51.')).toMatchObject({ problem: { sentence: expect.stringContaining('too often') } })
      const { revisions } = (await readReceipt(store.db, comment)) ?? { revisions: [] }
      expect(revisions.map(({ number }) => number)).toEqual(Array.from({ length: 50 }, (_, i) => 50 - i))
      expect(await readReceipt(store.db, newId(NOW))).toBe(null)
    })

    test('a banned reader changes no comment either, and can still take words back', async () => {
      const readerId = await reader()
      const comment = await posted({ readerId })
      await ban(comment)
      expect(await editComment(store, comment, 'Other words.', clock)).toMatchObject({
        edited: false,
        ban: { reason: 'attack' },
      })
      await withdrawComment(store, comment, clock)
      expect((await readReceipt(store.db, comment))?.revisions.map(({ state }) => state)).toEqual(['withdrawn'])
    })
  })
}
