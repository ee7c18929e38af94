/** Bans as those who make, meet and lift them see them, and what the log of the staff tells of all that was done. */

import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DATABASES } from '../../test/databases.ts'
import { freshStore, publishedStory } from '../../test/stores.ts'
import { loggedDecisions } from '../moderation/decisions/index.ts'
import { addPerson, noteAct, type Person, ROLES, readStaffLog } from '../people/index.ts'
import { newId, type Store } from '../store/index.ts'
import { loggedPublications } from '../story/index.ts'
import {
  type Author,
  type BanTerm,
  banAuthor,
  findBan,
  forgetBannedNetworks,
  liftBan,
  listBans,
  networkBanEnds,
  readBan,
} from './bans.ts'
import { addReader } from './reader-accounts.ts'

const NOW = Date.UTC(2026, 4, 1, 12)
const DAY = 24 * 60 * 60 * 1000

test('a network’s ban lasts a day, and no longer than the network can be known again', () => {
  const author = { senderKey: 'key', createdAt: NOW }
  expect(networkBanEnds(author, NOW)).toBe(NOW + DAY)
  const keyEnds = Date.UTC(2026, 4, 3)
  expect(networkBanEnds(author, keyEnds - DAY)).toBe(keyEnds)
  expect(networkBanEnds(author, keyEnds - 1)).toBe(keyEnds)
  expect(networkBanEnds(author, keyEnds)).toBe(null)
  expect(networkBanEnds({ ...author, senderKey: '' }, NOW)).toBe(null)
})

for (const kind of DATABASES) {
  describe(`bans on ${kind}`, () => {
    let store: Store
    let drop: () => Promise<void>
    let ada: Person
    let bo: Person
    let story: string
    let other: string
    beforeEach(async () => {
      ;({ store, drop } = await freshStore(kind, () => NOW))
      ada = (await addPerson(store, { name: 'Ada', mail: null, switches: ROLES.editor }, NOW)) as Person
      bo = (await addPerson(store, { name: 'Bo', mail: null, switches: ROLES.moderator }, NOW)) as Person
      story = (await publishedStory(store, 'A bridge opens', NOW)).id
      other = (await publishedStory(store, 'A road closes', NOW)).id
    })
    afterEach(() => drop())

    const reader = async (name: string, now = NOW) => {
      const id = newId(now)
      await store.transaction(now, (tx) => addReader(tx, { id, name }))
      return id
    }
    const by = async (who: { readerId?: string; senderKey?: string }): Promise<Author> => {
      const id = newId(NOW)
      const { readerId = null, senderKey = '' } = who
      await store.db
        .insertInto('comments')
        .values({
          ...{ id, story_id: story, parent_id: null, author_name: 'Rita', author_mail: null, form_nonce: id },
          ...{ sender_key: senderKey, reader_id: readerId, erased_at: null, created_at: NOW },
        })
        .execute()
      return { commentId: id, readerId, senderKey, createdAt: NOW }
    }
    const ban = async (author: Author, more: { storyId?: string | null; term?: BanTerm; now?: number } = {}) =>
      banAuthor(
        store,
        { author, reason: 'attack', storyId: more.storyId ?? null, term: more.term ?? 'good', by: ada.id },
        more.now ?? NOW,
      )
    const made = async (...given: Parameters<typeof ban>) => {
      const result = await ban(...given)
      if (!result.banned) throw new Error(result.problem)
      return result.banId
    }
    const find = (who: { readerId?: string; keys?: string[]; at?: string | null }, now = NOW) =>
      findBan(
        store.db,
        { readerId: who.readerId ?? null, senderKeys: who.keys ?? [], storyId: who.at === undefined ? story : who.at },
        now,
      )

    test('last as long as was chosen, and not a moment longer', async () => {
      for (const [term, days] of [
        ['day', 1],
        ['week', 7],
        ['month', 30],
        ['good', null],
      ] as const) {
        const readerId = await reader(term)
        const id = await made(await by({ readerId }), { term })
        const endsAt = days === null ? null : NOW + days * DAY
        expect(await readBan(store.db, id)).toMatchObject({ endsAt, whom: 'reader', readerName: term, storyId: null })
        const last = endsAt ?? NOW + 1000 * DAY
        expect(await find({ readerId }, last - 1)).toMatchObject({ id })
        expect(await find({ readerId }, last)).toEqual(endsAt === null ? expect.objectContaining({ id }) : null)
      }
      expect(await ban(await by({ readerId: await reader('x') }), { term: 'never' as BanTerm })).toEqual({
        banned: false,
        problem: 'Choose how long the ban lasts.',
      })
    })

    test('keep out whom they name, where they name it, and nobody else', async () => {
      const [rita, ron] = [await reader('Rita'), await reader('Ron')]
      const here = await made(await by({ readerId: rita, senderKey: 'net' }), { storyId: story })
      expect(await find({ readerId: rita })).toMatchObject({ id: here, storyId: story })
      for (const who of [{ readerId: rita, at: other }, { readerId: ron }, { keys: ['net'] }, { keys: [''] }, {}])
        expect(await find(who), JSON.stringify(who)).toBe(null)
      const network = await made(await by({ senderKey: 'bad' }))
      expect(await find({ keys: ['new', 'bad'] })).toMatchObject({ id: network, whom: 'network', readerName: null })
      expect(await find({ keys: ['bad'], at: null })).toMatchObject({ id: network })
      // Who had an account before answers for nobody else of their network; who makes one then does.
      expect(await find({ readerId: ron, keys: ['bad'] })).toMatchObject({ id: network })
      const early = await reader('Early', NOW - 1)
      expect(await find({ readerId: early, keys: ['bad'] })).toBe(null)
    })

    test('the one that ends last is told, and one that stands is not made twice', async () => {
      const readerId = await reader('Rita')
      const author = await by({ readerId })
      await made(author, { storyId: story, term: 'week' })
      expect(await ban(author, { storyId: story, term: 'month' })).toEqual({
        banned: false,
        problem: expect.stringMatching(/already banned there\. To change the ban, lift it first/),
      })
      const everywhere = await made(author, { term: 'month' })
      expect(await find({ readerId })).toMatchObject({ id: everywhere })
      const good = await made(await by({ readerId }), { storyId: other, term: 'good' })
      expect(await find({ readerId, at: other })).toMatchObject({ id: good })
      expect(await find({ readerId, at: story })).toMatchObject({ id: everywhere })
    })

    test('of someone without an account need a network that is known still', async () => {
      expect(await ban(await by({}))).toEqual({
        banned: false,
        problem: expect.stringMatching(/^It is no longer known who wrote this.*\.$/),
      })
      expect(await ban(await by({ senderKey: 'net' }), { now: Date.UTC(2026, 4, 3) })).toMatchObject({ banned: false })
      // An account is known however long ago it was.
      expect(await ban(await by({ readerId: await reader('Rita') }), { now: NOW + 400 * DAY })).toMatchObject({
        banned: true,
      })
    })

    test('are listed newest first, those that hold and those that are over, with who made and lifted them', async () => {
      const ids: string[] = []
      for (const [i, term] of (['day', 'week', 'good', 'good'] as const).entries())
        ids.push(await made(await by({ readerId: await reader(`r${i}`) }), { term }))
      await liftBan(store, ids[3] as string, bo.id, NOW + 5)
      await liftBan(store, ids[3] as string, ada.id, NOW + 6)
      const later = NOW + DAY
      expect((await listBans(store.db, 'now', later)).map(({ id }) => id)).toEqual([ids[2], ids[1]])
      const over = await listBans(store.db, 'over', later)
      expect(over).toMatchObject([
        { id: ids[3], madeBy: 'Ada', liftedBy: 'Bo', liftedAt: NOW + 5 },
        { id: ids[0], liftedBy: null },
      ])
      expect(await listBans(store.db, 'now', later, 1)).toHaveLength(1)
      const acts = (await readStaffLog(store.db, { kind: 'ban', limit: 10 })).lines
      expect(acts.map(({ act, by: who }) => [act, who])).toEqual([
        ['ban.lifted', 'Bo'],
        ...Array(4).fill(['ban.made', 'Ada']),
      ])
      expect(acts[4]?.detail).toBe(
        'Banned a verified reader from commenting on the site until 2026-05-02 12:00 UTC (attack)',
      )
      expect(acts[2]?.detail).toMatch(/ for good \(attack\)$/)
    })

    test('tell a network from a reader, and one story from the site, in the log', async () => {
      await made(await by({ senderKey: 'net' }), { storyId: story })
      const [act] = (await readStaffLog(store.db, { kind: 'ban', limit: 1 })).lines
      expect(act?.detail).toMatch(/^Banned a network from commenting on one story until 2026-05-02 12:00 UTC/)
    })

    test('that are over keep no network’s key, and those that hold keep theirs', async () => {
      await made(await by({ senderKey: 'net' }))
      const keys = async () => (await store.db.selectFrom('bans').select('sender_key').execute())[0]?.sender_key
      await store.transaction(NOW + DAY - 1, (tx) => forgetBannedNetworks(tx))
      expect(await keys()).toBe('net')
      await store.transaction(NOW + DAY, (tx) => forgetBannedNetworks(tx))
      expect(await keys()).toBe('')
    })

    test('do not tell the name of a reader whose data was erased', async () => {
      const readerId = await reader('Rita')
      const id = await made(await by({ readerId }))
      await store.db.updateTable('readers').set({ erased_at: NOW }).where('id', '=', readerId).execute()
      expect(await readBan(store.db, id)).toMatchObject({ whom: 'reader', readerName: null })
      expect(await readBan(store.db, newId(NOW))).toBe(null)
    })

    test('whoever is told of it is told in the same step: where that fails nobody is banned', async () => {
      const author = await by({ readerId: await reader('Rita') })
      const tell = async () => {
        throw new Error('no letter')
      }
      const failing = banAuthor(store, { author, reason: 'x', storyId: null, term: 'day', by: ada.id, tell }, NOW)
      await expect(failing).rejects.toThrow('no letter')
      expect(await listBans(store.db, 'now', NOW)).toEqual([])
      const told: string[] = []
      const done = await banAuthor(
        store,
        {
          author,
          reason: 'x',
          note: 'Enough.',
          storyId: null,
          term: 'day',
          by: ada.id,
          tell: async (_, id) => void told.push(id),
        },
        NOW,
      )
      expect(done).toEqual({ banned: true, banId: told[0] })
      expect(await readBan(store.db, told[0] as string)).toMatchObject({ note: 'Enough.', commentId: author.commentId })
    })
  })

  describe(`the log of the staff on ${kind}`, () => {
    test('puts acts, decisions and publications into one list, by who did them and of what kind', async () => {
      const { store, drop } = await freshStore(kind, () => NOW)
      try {
        const add = async (name: string) =>
          (await addPerson(store, { name, mail: null, switches: ROLES.editor }, NOW)) as Person
        const [ada, bo] = [await add('Ada'), await add('Bo')]
        const { id: storyId } = await publishedStory(store, 'A bridge opens', NOW)
        const [commentId, revisionId] = [newId(NOW), newId(NOW)]
        await store.transaction(NOW, async (tx) => {
          await tx.rows
            .insertInto('comments')
            .values({
              ...{ id: commentId, story_id: storyId, parent_id: null, author_name: 'Cy', author_mail: null },
              ...{ form_nonce: 'n', sender_key: '', reader_id: null, erased_at: null, created_at: NOW },
            })
            .execute()
          await tx.rows
            .insertInto('comment_revisions')
            .values({
              ...{ id: revisionId, comment_id: commentId, number: 1, text: 'Words', state: 'approved' },
              ...{ created_at: NOW, state_at: NOW, band: 'fine', text_number: null, language: null },
              ...{ spam_chance: null, rules_chance: null, campaign_id: null, seconds_to_write: null },
            })
            .execute()
          for (const [automated, by, reason] of [
            [1, ada.id, null],
            [0, bo.id, 'spam'],
          ] as const)
            await tx.rows
              .insertInto('decisions')
              .values({
                ...{ id: newId(NOW), comment_id: commentId, revision_id: revisionId, action: 'approve', reason },
                ...{ note: '', decided_by: by, decided_at: NOW, changes_json: '[]', undoes: null, campaign_id: null },
                ...{ group_id: null, automated, seen_json: null },
              })
              .execute()
          await noteAct(tx, { by: bo.id, act: 'story.mode', about: storyId, detail: 'on hold' })
        })
        const everything = [loggedDecisions, loggedPublications]
        const read = async (ask: { by?: string; kind?: string } = {}) =>
          (await readStaffLog(store.db, { limit: 10, ...ask }, everything)).lines.map(({ act, by }) => `${act} ${by}`)
        expect(await read()).toEqual([
          'story.mode Bo',
          'decision.approve Bo',
          'decision.automated Ada',
          'story.published null',
          'story.made null',
          'person.added null',
          'person.added null',
        ])
        expect(await read({ kind: 'decision' })).toEqual(['decision.approve Bo', 'decision.automated Ada'])
        expect(await read({ kind: 'story' })).toEqual(['story.mode Bo', 'story.published null', 'story.made null'])
        expect(await read({ by: bo.id })).toEqual(['story.mode Bo', 'decision.approve Bo'])
        expect(await read({ by: ada.id, kind: 'decision' })).toEqual(['decision.automated Ada'])
        expect(await read({ by: ada.id, kind: 'story' })).toEqual([])
        const { lines } = await readStaffLog(store.db, { limit: 10 }, everything)
        expect(lines.slice(1, 4)).toMatchObject([
          { about: commentId, detail: 'spam' },
          { about: commentId, detail: '' },
          { about: storyId, detail: 'Published version 1: A bridge opens' },
        ])
        // A page of exactly as many as there are has no next one; a key that is none begins at the top.
        expect((await readStaffLog(store.db, { limit: 7 }, everything)).more).toBe(false)
        expect((await readStaffLog(store.db, { limit: 6 }, everything)).more).toBe(true)
        expect((await readStaffLog(store.db, { limit: 7, after: 'x1' }, everything)).lines).toHaveLength(7)
        expect((await readStaffLog(store.db, { limit: 7, after: lines[3]?.key }, everything)).lines).toHaveLength(3)
      } finally {
        await drop()
      }
    })
  })
}
