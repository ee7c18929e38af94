import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DATABASES } from '../../../test/databases.ts'
import { freshStore, publishedStory } from '../../../test/stores.ts'
import { postComment, readDiscussion, signingWith } from '../../discussion/index.ts'
import { queueLetter } from '../../mail/index.ts'
import { addPerson, mailKeysWith, openReaderSession, type Person, ROLES, verifyReader } from '../../people/index.ts'
import { newId, readSecret, type Store } from '../../store/index.ts'
import {
  decide,
  eraseComment,
  eraseReader,
  examineAt,
  exportReader,
  readQueueItem,
  removeComment,
  undo,
} from '../index.ts'

const NOW = Date.UTC(2026, 4, 1, 12)
const NAME = 'Perpetua Quillfeather'
const MAIL = 'perpetua@quillfeather.example'
const WORDS = 'The zanzibarite ferry floats on marmalade.'

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
    let drop: () => Promise<void>
    let story: { id: string; path: string }
    let editor: Person
    let readerId: string
    const keys = mailKeysWith(new Uint8Array(32))
    const signing = signingWith(new Uint8Array(32))
    beforeEach(async () => {
      ;({ store, drop } = await freshStore(kind, () => NOW))
      await readSecret(store)
      story = await publishedStory(store, 'A ferry', NOW)
      editor = (await addPerson(store, { name: 'Ed', mail: null, switches: ROLES.editor }, NOW)) as Person
      readerId = (await store.transaction((write) => verifyReader(write, { address: MAIL, name: NAME }, NOW))).id
    })
    afterEach(() => drop())

    const post = async (text: string, by: string | null = readerId, parentId: string | null = null) => {
      const result = await postComment(
        store,
        signing,
        {
          storyId: story.id,
          parentId,
          form: { name: by ? NAME : 'Someone', mail: by ? MAIL : '', text },
          honeypot: '',
          token: signing.formToken(NOW - 60_000),
          address: '203.0.113.7',
          readerId: by,
        },
        NOW,
        examineAt(store, { url: () => 'https://paper.example' }),
      )
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
      store.transaction((write) =>
        queueLetter(
          write,
          { kind: 'decision', about, to: { name: NAME, address: MAIL }, subject: 'Yours', text: WORDS, notBefore: NOW },
          NOW,
        ),
      )

    test('erased with their words, nothing of a reader is found in any table; the thread keeps its place', async () => {
      const comment = await post(WORDS)
      await approve(comment)
      const answer = await post('An answer that stays.', null, comment.commentId)
      await approve(answer)
      const other = await post(`${WORDS} Again, http://quillfeather.example`)
      await decide(store, { revisionId: other.revisionId, action: 'reject', reason: 'off-topic', by: editor.id }, NOW)
      await post(`${WORDS} A third time.`)
      await letterTo(comment.commentId)
      await store.transaction((write) => openReaderSession(write, { readerId, way: 'link', device: 'Firefox' }, NOW))
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

    test('of who has written a great many comments, all are erased', async () => {
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
      await eraseReader(store, keys, { readerId, erasure: 'keep', by: null }, NOW)
      const names = await store.db.selectFrom('comments').select(['author_name', 'author_mail', 'reader_id']).execute()
      expect(names).toHaveLength(121)
      expect(new Set(names.map((row) => JSON.stringify(row)))).toEqual(
        new Set([JSON.stringify({ author_name: 'Name erased', author_mail: null, reader_id: null })]),
      )
    })

    test('erased words never come back: not by undo, not to the queue', async () => {
      const comment = await post(WORDS)
      await approve(comment)
      const decided = await removeComment(
        store,
        { commentId: comment.commentId, reason: 'off-topic', by: editor.id },
        NOW,
      )
      await eraseComment(store, { commentId: comment.commentId, erasure: 'blank', by: null }, NOW)
      await undo(store, (decided as { decisionId: string }).decisionId, editor.id, NOW + 1)
      const states = await store.db.selectFrom('comment_revisions').select(['text', 'state']).execute()
      expect(states).toEqual([{ text: '', state: 'withdrawn' }])
      expect(await readQueueItem(store.db, comment.revisionId)).toBe(null)
    })

    test('somebody else’s comment that bears the address loses the address only', async () => {
      const comment = await post(WORDS, null)
      await store.transaction((write) =>
        write
          .updateTable('comments')
          .set({ author_mail: MAIL.toUpperCase() })
          .where('id', '=', comment.commentId)
          .execute(),
      )
      await eraseReader(store, keys, { readerId, erasure: 'blank', by: null }, NOW)
      const row = await store.db.selectFrom('comments').selectAll().executeTakeFirstOrThrow()
      expect(row).toMatchObject({ author_name: 'Someone', author_mail: null, erased_at: null })
      expect(await dump(store)).toContain('marmalade')
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
