/** A site leaves with everything, and comes back the same. */
import { appendFile, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { anEditor } from '../../../../test/archives.ts'
import { DATABASES } from '../../../../test/databases.ts'
import { holdComments } from '../../../../test/held-comments.ts'
import { playHistories } from '../../../../test/histories.ts'
import { need } from '../../../../test/need.ts'
import { photo } from '../../../../test/pictures.ts'
import { type DatabaseKind, freshStore, publishedStory } from '../../../../test/stores.ts'
import { openFiles } from '../../../files/index.ts'
import { addPicture, libraryAddress, pictureFiles } from '../../../media/index.ts'
import { decide } from '../../../moderation/decisions/index.ts'
import { addTerm, createPage } from '../../../paper/index.ts'
import { changeSiteSettings } from '../../../publication/index.ts'
import { keepRedirects } from '../../../redirects/index.ts'
import type { Store } from '../../../store/index.ts'
import {
  createStory,
  emptyContent,
  newBlockId,
  publish,
  saveDraft,
  throwAway,
  unpublish,
} from '../../../story/index.ts'
import { isArchive, restoreArchive } from './restore.ts'
import { allTables, readRows, storedTable } from './rows.ts'
import { LEFT, TAKEN } from './tables.ts'
import { writeArchive } from './write.ts'

await need('build')

const NOW = Date.UTC(2026, 4, 1, 12)

const words = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
  .map((text) => `Words ${text.replaceAll('\0', '')}\u2028"`)
const act = fc.oneof(
  fc.record({ does: fc.constant('write' as const), words, picture: fc.boolean() }),
  fc.record({
    does: fc.constantFrom('publish' as const, 'unpublish' as const, 'trash' as const, 'rewrite' as const),
    words,
    of: fc.nat(),
  }),
  fc.record({
    does: fc.constant('comment' as const),
    words,
    of: fc.nat(),
    decided: fc.constantFrom('approve' as const, 'reject' as const, null),
  }),
  fc.record({
    does: fc.constantFrom('redirect' as const, 'term' as const, 'page' as const, 'setting' as const),
    words,
  }),
)
type Act = typeof act extends fc.Arbitrary<infer One> ? One : never

for (const kind of DATABASES) {
  describe(`an archive on ${kind}`, () => {
    const undo: (() => Promise<void>)[] = []
    let folder: string
    beforeEach(async () => {
      folder = await mkdtemp(join(tmpdir(), 'courant-leaving-'))
    })
    afterEach(async () => {
      for (const step of undo.splice(0).reverse()) await step()
      await rm(folder, { recursive: true, force: true })
    })

    const site = async (name: string, on: DatabaseKind = kind) => {
      const { store, drop } = await freshStore(on, () => NOW)
      undo.push(drop)
      const dataFolder = join(folder, name)
      await mkdir(dataFolder)
      return { store, dataFolder, files: openFiles(dataFolder, null), url: 'https://paper.example' }
    }
    const rowsOf = async ({ db, kind: on }: Store, table: string) => {
      const all: unknown[] = []
      for await (const some of readRows(db, await storedTable(db, on, table))) all.push(...some)
      return all
    }
    const filesOf = async (files: ReturnType<typeof openFiles>) => {
      const all: Record<string, string> = {}
      for (const place of ['pictures', 'files'])
        for await (const { name } of files.list(place)) {
          const bytes = (await (await files.get(name))?.bytes.toArray()) as Buffer[]
          all[name] = Buffer.concat(bytes).toString('base64')
        }
      return all
    }
    const expectSame = async (one: Store, other: Store) => {
      for (const table of TAKEN) expect(await rowsOf(other, table), table).toEqual(await rowsOf(one, table))
    }

    test('takes or leaves every table that there is', async () => {
      const { store } = await site('a')
      const tables = (await allTables(store.db, kind)).filter((name) => !/_text(?:_|$)/.test(name))
      // SQLite alone counts what happened in a table.
      const ofSqlite = kind === 'sqlite' ? [] : ['happened']
      expect([...TAKEN, ...LEFT].sort()).toEqual([...tables, ...ofSqlite].sort())
    })

    test('of any site comes back as the same rows and files, and the site goes on from there', async () => {
      await playHistories(
        { promise: 'an archive comes back the same', kind, histories: 3 },
        fc.asyncProperty(fc.array(act, { minLength: 8, maxLength: 25 }), async (acts) => {
          const name = `site-${Math.random()}`
          const from = await site(name)
          await play(from, acts)
          const made = await writeArchive(from, join(folder, `${name}-archive`), NOW)
          expect(made).toHaveProperty('rows')
          const to = await site(`${name}-again`)
          expect(await restoreArchive(to, join(folder, `${name}-archive`), NOW)).toEqual(made)
          await expectSame(from.store, to.store)
          expect(await filesOf(to.files)).toEqual(await filesOf(from.files))
          // What is written from now on comes after all that was there.
          const { id } = await publishedStory(to.store, 'Afterwards', NOW)
          const { rows } = await sql<{ last: number; story_id: string }>`
            select story_id from story_versions order by sequence desc limit 1`.execute(to.store.db)
          expect(rows[0]?.story_id).toBe(id)
          await holdComments(to.store, id, [{ text: 'The first one here' }])
        }) as unknown as fc.IAsyncProperty<[unknown]>,
      )
    })

    test.runIf(DATABASES.length > 1)('goes from one database to the other', async () => {
      const from = await site('from')
      await play(from, fc.sample(act, { numRuns: 30, seed: 7 }))
      await writeArchive(from, join(folder, 'archive'), NOW)
      const to = await site('to', kind === 'sqlite' ? 'postgres' : 'sqlite')
      expect(await restoreArchive(to, join(folder, 'archive'), NOW)).toHaveProperty('rows')
      for (const table of TAKEN) {
        const [one, other] = await Promise.all([rowsOf(from.store, table), rowsOf(to.store, table)])
        // The two put letters in another order.
        const sorted = (rows: unknown[]) => rows.map((row) => JSON.stringify(row)).sort()
        expect(sorted(other), table).toEqual(sorted(one))
      }
    })

    test('holds nothing by which anybody gets in', async () => {
      const from = await site('from')
      const by = await anEditor(from.store, NOW)
      await sql`insert into passwords (person_id, sign_in_name, hash, set_at) values (${by}, 'ana', 'THE-HASH', 0)`.execute(
        from.store.db,
      )
      await writeArchive(from, join(folder, 'archive'), NOW)
      const to = await site('to')
      await restoreArchive(to, join(folder, 'archive'), NOW)
      const secrets = await rowsOf(from.store, 'secrets')
      for (const table of LEFT)
        if (!['schema_versions', 'happened', 'happenings'].includes(table))
          expect(await rowsOf(to.store, table), table).toEqual([])
      for (const table of TAKEN) {
        const text = await readFile(join(folder, 'archive', 'tables', `${table}.jsonl`), 'utf8')
        expect(text).not.toContain('THE-HASH')
        for (const secret of secrets as { value: string }[]) expect(text).not.toContain(secret.value)
      }
    })

    test('is refused in one sentence where it is damaged, no archive, another version’s, or the site has begun', async () => {
      const from = await site('from')
      await play(from, fc.sample(act, { numRuns: 12, seed: 3 }))
      const archive = join(folder, 'archive')
      await writeArchive(from, archive, NOW)
      expect(await writeArchive(from, archive, NOW)).toEqual({
        problem: `${archive} is there already. Name a folder that is new or empty.`,
      })
      expect(await isArchive(archive)).toBe(true)
      expect(await isArchive(folder)).toBe(false)
      const to = await site('to')
      const refused = async (change: (copy: string) => Promise<void>) => {
        const copy = join(folder, 'copy')
        await cp(archive, copy, { recursive: true })
        await change(copy)
        const answer = await restoreArchive(to, copy, NOW)
        await rm(copy, { recursive: true })
        expect(await rowsOf(to.store, 'stories')).toEqual([])
        return 'problem' in answer ? answer.problem : ''
      }
      const manifest = async (copy: string, change: (text: string) => string) =>
        writeFile(join(copy, 'manifest.json'), change(await readFile(join(copy, 'manifest.json'), 'utf8')))
      expect(await refused((copy) => appendFile(join(copy, 'tables/stories.jsonl'), '{}\n'))).toContain(
        'tables/stories.jsonl is missing',
      )
      expect(await refused((copy) => rm(join(copy, 'tables/comments.jsonl')))).toContain(
        'tables/comments.jsonl is missing',
      )
      expect(await refused((copy) => rm(join(copy, 'media.jsonl')))).toContain('media.jsonl is missing')
      expect(await refused((copy) => rm(join(copy, 'manifest.json')))).toContain('is not an archive')
      expect(await refused((copy) => manifest(copy, (text) => text.replace('"tickets",', '')))).toContain(
        'older version',
      )
      expect(
        await refused((copy) => manifest(copy, (text) => text.replace('"tickets",', '"tickets", "a", "b",'))),
      ).toContain('newer version')
      expect(await restoreArchive(from, archive, NOW)).toMatchObject({ problem: expect.stringContaining('not empty') })
    })
  })
}

type Site = { store: Store; dataFolder: string; files: ReturnType<typeof openFiles> }

async function play({ store, dataFolder, files }: Site, acts: readonly Act[]): Promise<void> {
  const by = await anEditor(store, NOW)
  const stories: string[] = []
  let now = NOW
  for (const one of acts) {
    now += 60_000
    const story = 'of' in one ? stories[one.of % Math.max(1, stories.length)] : undefined
    if (one.does === 'write') {
      const added = one.picture
        ? await addPicture(
            store,
            pictureFiles(dataFolder, files),
            { upload: { name: 'weir.jpg', bytes: await photo({ width: 400 + stories.length }) }, by },
            now,
          )
        : null
      const picture =
        added && 'picture' in added
          ? { src: libraryAddress(added.picture.id), alt: one.words, caption: '', credit: '', rights: '' }
          : null
      stories.push(await createStory(store, { content: contentOf(one.words, picture), by, commentsOpen: true }, now))
    } else if (one.does === 'publish' && story) await publish(store, { id: story, by }, now)
    else if (one.does === 'unpublish' && story) await unpublish(store, story, by, now)
    else if (one.does === 'trash' && story) await throwAway(store, { storyId: story, by, live: true }, now)
    else if (one.does === 'rewrite' && story)
      await saveDraft(store, { storyId: story, base: 1, content: contentOf(one.words, null), by }, now)
    else if (one.does === 'comment' && story) {
      await publish(store, { id: story, by }, now)
      const [id = ''] = await holdComments(store, story, [{ text: one.words, at: now }]).catch(() => [])
      const revision = await store.db
        .selectFrom('comment_revisions')
        .select('id')
        .where('comment_id', '=', id)
        .executeTakeFirst()
      if (revision && one.decided)
        await decide(
          store,
          { revisionId: revision.id, action: one.decided, reason: one.decided === 'reject' ? 'attack' : null, by },
          now,
        )
    } else if (one.does === 'redirect')
      await store.transaction(now, (tx) =>
        keepRedirects(tx, [{ from: `/${one.words}`, to: '/archive' }], { by, importId: 'i' }),
      )
    else if (one.does === 'term')
      await addTerm(store, { kind: 'topic', name: one.words, by, isReserved: () => false } as never, now)
    else if (one.does === 'page')
      await createPage(
        store,
        {
          kind: '',
          fields: { title: one.words, slug: '', words: one.words },
          isReserved: () => false,
          pictures: [],
          by,
        },
        now,
      )
    else if (one.does === 'setting')
      await changeSiteSettings(store, { wanted: { name: one.words.slice(0, 20) } }, by, now)
  }
}

const contentOf = (text: string, picture: object | null) => ({
  ...emptyContent,
  headline: text,
  body: [{ id: newBlockId(), type: 'paragraph' as const, text: `${text} ${text}` }],
  ...(picture ? { picture: picture as never } : {}),
})
