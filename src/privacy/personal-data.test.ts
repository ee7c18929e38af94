import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { examineAll } from '../../test/comments.ts'
import { DATABASES } from '../../test/databases.ts'
import { gate, heldBack, waiting } from '../../test/moments.ts'
import { freshStore, openSite, publishedStory } from '../../test/stores.ts'
import { mailKeysWith } from '../access/index.ts'
import { type Examine, editComment, postComment, readDiscussion, signingWith } from '../discussion/index.ts'
import { queueLetter } from '../mail/index.ts'
import { decide, removeComment } from '../moderation/decisions/index.ts'
import { examineAt } from '../moderation/examination/index.ts'
import { readQueueItem } from '../moderation/queue/index.ts'
import { undo } from '../moderation/undo/index.ts'
import { addPerson, type Person, ROLES } from '../people/index.ts'
import { openReaderSession, verifyReader } from '../readers/index.ts'
import { type DatabaseAddress, newId, readSecret, type Store } from '../store/index.ts'
import { eraseComment, eraseReader } from './erase.ts'
import { resumeErasing } from './erasing-job.ts'
import { exportReader } from './export.ts'

const NOW = Date.UTC(2026, 4, 1, 12)
const NAME = 'Perpetua Quillfeather'
const MAIL = 'perpetua@quillfeather.example'
const WORDS = 'The zanzibarite ferry floats on marmalade.'
const place = { url: () => 'https://paper.example' }

interface More {
  parentId?: string | null
  mail?: string
  through?: Store
  examine?: Examine
}

/** Every row of every table of the database as one text. */
async function dump(store: Store): Promise<string> {
  const tables = await store.db.introspection.getTables()
  const rows = []
  for (const { name, isView } of tables) {
    if (isView) continue
    const { rows: found } = await sql`select * from ${sql.table(name)}`.execute(store.db)
    rows.push(
      name,
      JSON.stringify(found, (_, value) =>
        value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value,
      ),
    )
  }
  return rows.join('\n').toLowerCase()
}

for (const kind of DATABASES) {
  describe(`a person’s data on ${kind}`, () => {
    let store: Store
    let address: DatabaseAddress
    let drop: () => Promise<void>
    let story: { id: string; path: string }
    let editor: Person
    let readerId: string
    const keys = mailKeysWith(new Uint8Array(32))
    const signing = signingWith(new Uint8Array(32))
    beforeEach(async () => {
      ;({ store, address, drop } = await freshStore(kind, () => NOW))
      await readSecret(store, NOW)
      story = await publishedStory(store, 'A ferry', NOW)
      editor = (await addPerson(store, { name: 'Ed', mail: null, switches: ROLES.editor }, NOW)) as Person
      readerId = (await store.transaction(NOW, (tx) => verifyReader(tx, { address: MAIL, name: NAME }))).id
    })
    afterEach(() => drop())

    const post = async (
      text: string,
      by: string | null = readerId,
      { parentId = null, mail = by ? MAIL : '', through = store, examine = examineAt(through, place) }: More = {},
    ) => {
      const result = await postComment(
        through,
        signing,
        {
          storyId: story.id,
          parentId,
          form: { name: by ? NAME : 'Someone', mail, text },
          honeypot: '',
          token: signing.formToken(NOW - 60_000),
          address: '203.0.113.7',
          readerId: by,
        },
        NOW,
      )
      await examineAll(through, NOW, examine)
      if (result.kind !== 'posted') throw new Error(JSON.stringify(result))
      const row = await store.db
        .selectFrom('comment_revisions')
        .select('id')
        .where('comment_id', '=', result.commentId)
        .executeTakeFirstOrThrow()
      return { commentId: result.commentId, revisionId: row.id }
    }
    const approve = ({ revisionId }: { revisionId: string }) =>
      decide(store, { revisionId, action: 'approve', reason: null, by: editor.id }, NOW)
    const letterTo = (about: string) =>
      store.transaction(NOW, (tx) =>
        queueLetter(tx, {
          kind: 'decision',
          about,
          to: { name: NAME, address: MAIL },
          subject: 'Yours',
          text: WORDS,
          notBefore: NOW,
        }),
      )

    test('erased with their words, nothing of a reader is found in any table; the thread keeps its place', async () => {
      const comment = await post(WORDS)
      await approve(comment)
      const answer = await post('An answer that stays.', null, { parentId: comment.commentId })
      await approve(answer)
      const other = await post(`${WORDS} Again, http://quillfeather.example`)
      await decide(store, { revisionId: other.revisionId, action: 'reject', reason: 'off-topic', by: editor.id }, NOW)
      await post(`${WORDS} A third time.`)
      await letterTo(comment.commentId)
      await store.transaction(NOW, (tx) => openReaderSession(tx, { readerId, way: 'link', device: 'Firefox' }))
      for (const trace of [NAME, MAIL, 'zanzibarite', 'quillfeather'])
        expect(await dump(store)).toContain(trace.toLowerCase())

      expect(await eraseReader(store, keys, { readerId, erasure: 'blank', by: null }, NOW)).toBe(true)
      const after = await dump(store)
      for (const trace of ['perpetua', 'quillfeather', 'zanzibarite', 'marmalade']) expect(after).not.toContain(trace)
      expect(after).toContain('an answer that stays.')
      const { threads } = await readDiscussion(store.db, story.id)
      expect(JSON.stringify(threads)).toContain('An answer that stays.')
      expect(JSON.stringify(threads)).not.toContain('marmalade')
      // What was decided stays on record.
      const decisions = await store.db.selectFrom('decisions').select('action').execute()
      expect(decisions.map(({ action }) => action).sort()).toEqual(['approve', 'approve', 'reject'])
      expect(await eraseReader(store, keys, { readerId, erasure: 'blank', by: null }, NOW)).toBe(false)
      expect(await exportReader(store.db, readerId, NOW)).toBe(null)
    })

    test('erased without their words, the words stay under no name, and the rest is gone', async () => {
      const comment = await post(WORDS)
      await approve(comment)
      await eraseReader(store, keys, { readerId, erasure: 'keep', by: editor.id }, NOW)
      const after = await dump(store)
      for (const trace of ['perpetua', 'quillfeather']) expect(after).not.toContain(trace)
      const shown = JSON.stringify(await readDiscussion(store.db, story.id))
      expect(shown).toContain('marmalade')
      expect(shown).toContain('Name erased')
      // And later the words too.
      expect(await eraseComment(store, { commentId: comment.commentId, erasure: 'blank', by: editor.id }, NOW)).toBe(
        true,
      )
      expect(await dump(store)).not.toContain('marmalade')
      expect(await eraseComment(store, { commentId: comment.commentId, erasure: 'blank', by: editor.id }, NOW)).toBe(
        false,
      )
    })

    test('of who has written a great many comments, all are erased, also where the power goes half-way', async () => {
      const { commentId } = await post(WORDS)
      const one = await store.db
        .selectFrom('comments')
        .selectAll()
        .where('id', '=', commentId)
        .executeTakeFirstOrThrow()
      const many = Array.from({ length: 120 }, (_, i) => ({ ...one, id: newId(NOW), form_nonce: `n${i}` }))
      await store.db.insertInto('comments').values(many).execute()
      const words = await store.db.selectFrom('comment_revisions').selectAll().executeTakeFirstOrThrow()
      const revisions = many.map(({ id }) => ({ ...words, id: newId(NOW), comment_id: id }))
      await store.db.insertInto('comment_revisions').values(revisions).execute()
      let transactions = 0
      const goesOut: Store = {
        ...store,
        transaction: (now, work) =>
          ++transactions > 2 ? Promise.reject(new Error('dark')) : store.transaction(now, work),
      }
      const erasing = eraseReader(goesOut, keys, { readerId, erasure: 'keep', by: null }, NOW)
      await expect(erasing).rejects.toThrow('dark')
      expect(await eraseReader(store, keys, { readerId, erasure: 'keep', by: null }, NOW)).toBe(false)
      expect(await Promise.all([resumeErasing(store, NOW), resumeErasing(store, NOW)])).toEqual([1, 1])
      expect(await resumeErasing(store, NOW)).toBe(0)
      const names = await store.db.selectFrom('comments').select(['author_name', 'author_mail', 'reader_id']).execute()
      expect(names).toHaveLength(121)
      expect(new Set(names.map((row) => JSON.stringify(row)))).toEqual(
        new Set([JSON.stringify({ author_name: 'Name erased', author_mail: null, reader_id: null })]),
      )
    })

    test('erased words never come back: not by undo, not to the queue', async () => {
      const comment = await post(WORDS)
      await approve(comment)
      const decided = await removeComment(store, { ...comment, reason: 'off-topic', by: editor.id }, NOW)
      await eraseComment(store, { commentId: comment.commentId, erasure: 'blank', by: null }, NOW)
      await undo(store, (decided as { decisionId: string }).decisionId, editor.id, NOW + 1)
      const states = await store.db.selectFrom('comment_revisions').select(['text', 'state']).execute()
      expect(states).toEqual([{ text: '', state: 'withdrawn' }])
      expect(await readQueueItem(store.db, comment.revisionId)).toBe(null)
    })

    test('somebody else’s comment that bears the address loses the address only', async () => {
      await post(WORDS, null, { mail: 'Pérpétua@quillfeather.EXAMPLE' })
      await store.db.updateTable('readers').set({ mail: 'pérpétua@quillfeather.example' }).execute()
      await eraseReader(store, keys, { readerId, erasure: 'blank', by: null }, NOW)
      const row = await store.db.selectFrom('comments').selectAll().executeTakeFirstOrThrow()
      expect(row).toMatchObject({ author_name: 'Someone', author_mail: null, erased_at: null })
      expect(await dump(store)).toContain('marmalade')
    })

    describe.skipIf(kind === 'sqlite')('where several transactions are under way at once', () => {
      const erase = () => eraseReader(store, keys, { readerId, erasure: 'blank', by: null }, NOW)

      test('a comment that is being examined when its author is erased is erased with the others', async () => {
        const held = heldBack(examineAt(store, place))
        const comment = post(WORDS, readerId, { examine: held.examine })
        await held.reached
        const erased = erase()
        await Promise.race([waiting(store.db, 1), erased])
        held.go()
        await Promise.all([comment, erased])
        expect(await dump(store)).not.toMatch(/perpetua|marmalade/)
      })

      test('a comment that comes while its author is being erased is taken, and is nobody’s', async () => {
        const session = { readerId, way: 'link', device: 'Firefox' } as const
        await store.transaction(NOW, (tx) => openReaderSession(tx, session))
        const other = await openSite(address, () => NOW)
        const [held, go] = [gate(), gate()]
        const inTheWay = other.transaction(NOW, async (tx) => {
          await tx.rows.updateTable('reader_sessions').set({ seen_at: NOW }).execute()
          held.open()
          await go.isOpen
        })
        await held.isOpen
        const erased = erase()
        await waiting(store.db, 1)
        const comment = post(WORDS, readerId, { mail: '' })
        await Promise.race([waiting(store.db, 2), comment])
        go.open()
        await Promise.all([inTheWay, erased, comment])
        await other.close()
        const row = await store.db.selectFrom('comments').selectAll().executeTakeFirstOrThrow()
        expect(row).toMatchObject({ reader_id: null, erased_at: null })
        expect(await dump(store)).toContain('marmalade')
      })

      test('new words for a comment that are being examined while its author is erased are erased too', async () => {
        const { commentId } = await post('First words.')
        const held = heldBack(examineAt(store, place))
        await editComment(store, commentId, WORDS, NOW)
        const edited = examineAll(store, NOW, held.examine)
        await held.reached
        const erased = erase()
        await Promise.race([waiting(store.db, 1), erased])
        held.go()
        await Promise.all([edited, erased])
        expect(await dump(store)).not.toMatch(/perpetua|marmalade|first words/)
      })
    })

    test('an export holds all of it, and the log tells of erasing without what was erased', async () => {
      const comment = await post(WORDS)
      await decide(store, { revisionId: comment.revisionId, action: 'reject', reason: 'off-topic', by: editor.id }, NOW)
      await letterTo(comment.commentId)
      // Once the decision can't be taken back any more.
      expect(await exportReader(store.db, readerId, NOW + 11_000)).toMatchObject({
        reader: { name: NAME, mail: MAIL },
        letters: expect.arrayContaining([expect.objectContaining({ subject: 'Yours' })]),
        comments: [
          {
            name: NAME,
            mail: MAIL,
            words: [{ text: WORDS, state: 'rejected' }],
            decisions: [{ action: 'reject', reason: 'off-topic' }],
          },
        ],
      })
      await eraseReader(store, keys, { readerId, erasure: 'keep', by: editor.id }, NOW)
      const acts = await store.db.selectFrom('acts').selectAll().where('act', '=', 'reader.erased').execute()
      expect(acts).toMatchObject([{ by: editor.id, about: readerId }])
    })

    test('of a decision nothing else can be changed than the words that it repeats', async () => {
      await approve(await post(WORDS))
      const columns = (await store.db.introspection.getTables()).find(({ name }) => name === 'decisions')?.columns ?? []
      expect(columns.length).toBeGreaterThan(12)
      for (const { name, dataType } of columns) {
        const value = /int/i.test(dataType) ? 77 : 'changed'
        const change = sql`update decisions set ${sql.ref(name)} = ${value}`.execute(store.db)
        await expect(change, name).rejects.toThrow(/never changed|foreign key|FOREIGN KEY/)
      }
      await sql`update decisions set seen_json = null, note = ''`.execute(store.db)
      await expect(sql`delete from decisions`.execute(store.db)).rejects.toThrow(
        /never changed|foreign key|FOREIGN KEY/,
      )
    })
  })
}
