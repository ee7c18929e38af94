/** Who is banned is told why, for how long and how to object; on both databases. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { sentComment } from '../../test/comments.ts'
import { DATABASES } from '../../test/databases.ts'
import { freshDesk } from '../../test/desks.ts'
import { mailKeysWith } from '../access/index.ts'
import { signingWith } from '../discussion/index.ts'
import { wordReason } from '../house-rules/index.ts'
import { decisionLetters } from '../letters/index.ts'
import { readCommentAuthor } from '../moderation/comments/index.ts'
import type { Person } from '../people/index.ts'
import { eraseReader, exportReader } from '../privacy/index.ts'
import { changeSiteSettings } from '../publication/index.ts'
import { banAuthor, liftBan, verifyReader } from '../readers/index.ts'
import type { Store } from '../store/index.ts'
import { tellBanned } from './ban-statement.ts'
import { toldUntil, yearSpan } from './days.ts'
import { readFigures } from './transparency/figures.ts'

const secret = Buffer.alloc(32, 7)
const signing = signingWith(secret)
const mailKeys = mailKeysWith(secret)
const NOON = Date.UTC(2026, 4, 1, 12)
const DAY = 24 * 60 * 60 * 1000

for (const kind of DATABASES) {
  describe(`what the banned are told on ${kind}`, () => {
    let store: Store
    let drop: () => Promise<void>
    let storyId: string
    let mo: Person
    let clock = NOON
    beforeEach(async () => {
      clock = NOON
      ;({ store, drop, storyId, mo } = await freshDesk(kind, () => clock))
    })
    afterEach(() => drop())

    /** Bans the author of a new comment, as the newsroom's page does. */
    const banned = async (readerId: string | null) => {
      clock += 60_000
      const { commentId } = await sentComment(store, signing, { storyId, text: 'Rude words', at: clock, readerId })
      const author = await readCommentAuthor(store.db, commentId)
      if (!author) throw new Error('no author')
      const ban = { author, reason: 'attack', note: 'Ada, that was enough.', storyId, term: 'week', by: mo.id } as const
      const result = await banAuthor(store, { ...ban, tell: (tx, banId) => tellBanned(tx, { banId, readerId }) }, clock)
      if (!result.banned) throw new Error(result.problem)
      return result.banId
    }
    const ada = () => store.transaction(clock, (tx) => verifyReader(tx, { address: 'ada@reader.example', name: 'Ada' }))
    const letters = () => store.db.selectFrom('letters').select(['kind', 'about', 'to_address']).execute()
    const written = async (about: string) => {
      const compose = decisionLetters({ store, signing, mailKeys, url: () => 'https://harbour.example' }).ban
      const to = { name: 'Ada', address: 'ada@reader.example' }
      const letter = await compose({ id: 'l', kind: 'ban', about, to, headers: {} }, clock)
      return letter && 'text' in letter ? letter.text : ''
    }

    test('a reader whose address is verified has the statement of reasons by letter; nobody else is written to', async () => {
      await changeSiteSettings(store, { wanted: { contact: 'desk@harbour.example' } }, null, clock)
      const { id } = await ada()
      const banId = await banned(id)
      await banned(null)
      expect(await letters()).toEqual([{ kind: 'ban', about: banId, to_address: 'ada@reader.example' }])
      // A later wording changes nothing about what was decided before.
      clock += 1000
      await wordReason(
        store,
        { code: 'attack', title: 'Against a person', sentence: 'New words.', law: '' },
        mo.id,
        clock,
      )
      const text = await written(banId)
      for (const part of [
        'A bridge opens',
        'on this story until 8 May 2026 at 12:01 (UTC)',
        'Personal attack',
        'Ada, that was enough.',
        'made by a person, not by a program',
        'desk@harbour.example',
        'court',
      ])
        expect(text).toContain(part)
      expect(text).not.toContain('Rude words')
      const figures = await readFigures(store.db, yearSpan(2026, toldUntil(clock + DAY)))
      expect(figures.bans).toEqual({ readers: 1, networks: 1, lifted: 0 })
      await liftBan(store, banId, mo.id, clock)
      expect(await written(banId)).toBe('')
    })

    test('what was written to them is in what they take out, and goes when they erase themselves', async () => {
      const { id } = await ada()
      await banned(id)
      expect(await exportReader(store.db, id, clock)).toMatchObject({ bans: [{ words: 'Ada, that was enough.' }] })
      await eraseReader(store, mailKeys, { readerId: id, erasure: 'keep', by: null }, clock)
      expect(await store.db.selectFrom('bans').select('note').execute()).toEqual([{ note: '' }])
    })
  })
}
