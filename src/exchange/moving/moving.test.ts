import { afterEach, describe, expect, test } from 'vitest'
import { DATABASES } from '../../../test/databases.ts'
import {
  comment,
  exportOf,
  left,
  note,
  person,
  redirect,
  site,
  story,
  term,
  thread,
} from '../../../test/exports/items.ts'
import { freshStore } from '../../../test/stores.ts'
import { readDiscussion } from '../../discussion/index.ts'
import { auditReview } from '../../moderation/audit/index.ts'
import { decide } from '../../moderation/decisions/index.ts'
import { listTerms } from '../../paper/index.ts'
import { addPerson, listPeople, ROLES } from '../../people/index.ts'
import { readSiteSettings } from '../../publication/index.ts'
import { redirectOf } from '../../redirects/index.ts'
import type { Store } from '../../store/index.ts'
import { type Draft, listDrafts, listPublished, publish, readVersions, saveDraft } from '../../story/index.ts'
import { listStories, readTrash } from '../../workflow/index.ts'
import { type Item, UnreadableExport } from '../items/index.ts'
import {
  accountOf,
  beginImport,
  bringsNothing,
  type ExportToMove,
  importLearningJob,
  readImport,
  resultOf,
  runImport,
  survey,
  undoImport,
} from './index.ts'
import { defaultOptions, type MoveOptions } from './options.ts'
import type { Import } from './rows.ts'

const NOW = Date.UTC(2026, 10, 30, 12)
const undo: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step()
})

for (const kind of DATABASES) {
  describe(`a site that moves in on ${kind}`, () => {
    const fresh = async () => {
      const opened = await freshStore(kind, () => NOW)
      undo.push(opened.drop)
      const editor = await addPerson(
        opened.store,
        { name: 'Ana Ruiz', mail: 'ana@harrow.example', switches: ROLES.editor },
        NOW,
      )
      if ('problem' in editor) throw new Error(editor.problem)
      return { store: opened.store, by: editor.id }
    }
    /** Begins an import of these and brings it to its end. */
    const moveIn = async (
      { store, by }: { store: Store; by: string },
      exported: ExportToMove,
      options: Partial<MoveOptions> = {},
    ): Promise<Import> => {
      const looked = await survey(exported, {})
      const id = await beginImport(
        store,
        {
          ...{ format: exported.format.name, siteKey: looked.siteKey, print: 'p', paths: [], answers: {} },
          ...{ options: { ...defaultOptions, ...options }, by, found: looked.found },
        },
        NOW,
      )
      await runImport(store, id, exported, { isReserved: (slug) => slug === 'newsroom', now: () => NOW })
      return (await readImport(store.db, id)) as Import
    }

    test('its stories keep their days, names and sections, and its old addresses lead to them', async () => {
      const here = await fresh()
      const done = await moveIn(
        here,
        exportOf([
          site(),
          story('ferry', { authors: ['ines', 'bo'], terms: ['news', 'boats'], names: ['Cy Fox'] }),
          term('news', 'section', { name: 'Town news' }),
          term('boats', 'topic', { name: 'Boats' }),
          person('ines', { name: 'Ines Calloway', mail: 'ines@harrow.example', about: 'Writes of the river.' }),
          person('bo', { name: 'Bo Day' }),
          redirect('/ferry', '/2019/05/ferry.html'),
          redirect('/help', 'https://elsewhere.example/help'),
        ]),
      )
      expect(done).toMatchObject({ state: 'done', problem: null, from: 'harrow.example' })
      const [published] = await listPublished(here.store.db, { limit: 10 })
      expect(published).toMatchObject({
        path: '/2019/05/story-ferry',
        firstPublishedAt: Date.UTC(2019, 4, 1, 9),
        content: { byline: 'Ines Calloway, Bo Day and Cy Fox', section: 'Town news', topics: ['Boats'] },
      })
      for (const old of ['/2019/05/ferry.html', '/ferry'])
        expect(await redirectOf(here.store.db, old, 'https://new.example'), old).toMatchObject({
          to: '/2019/05/story-ferry',
        })
      const people = await listPeople(here.store.db)
      expect(people.map(({ name, disabled }) => [name, disabled])).toEqual([
        ['Ana Ruiz', false],
        ['Ines Calloway', true],
        ['Bo Day', true],
      ])
      expect((await listTerms(here.store.db, 'author')).map(({ name, about }) => [name, about])).toEqual([
        ['Bo Day', ''],
        ['Ines Calloway', 'Writes of the river.'],
      ])
      const [version] = await readVersions(here.store.db, published?.id as string)
      expect(version).toMatchObject({ number: 1, publishedBy: here.by })
      const listed = await listStories(here.store, {
        words: 'ferry',
        state: null,
        section: null,
        writer: null,
        among: null,
        sort: 'changed',
        page: 1,
      })
      expect(listed.stories.map(({ headline }) => headline)).toEqual(['Story ferry'])
    })

    test('what not everyone could read there is a draft here, and what is not taken is told by name', async () => {
      const here = await fresh()
      const done = await moveIn(
        here,
        exportOf([
          site(),
          story('planned', { state: 'scheduled', publishedAt: Date.UTC(2027, 0, 2) }),
          story('secret', { state: 'private' }),
          story('begun', { state: 'draft', publishedAt: null }),
          story('thrown', { state: 'trash' }),
          story('empty', { html: '' }),
          story('nameless', { headline: '', html: '<p>A boat went by. It was blue.</p>' }),
          story('about', { isPage: true, headline: 'About us', addresses: ['/about-us/'] }),
          story('newsroom', { isPage: true, headline: 'Newsroom', addresses: ['/newsroom/'] }),
          left('menu', 'Home'),
        ]),
      )
      expect(done.problem).toBeNull()
      expect(done.became.story).toEqual({ draft: 4, trash: 1, public: 1, 'page-public': 2 })
      expect(done.became.left).toEqual({ menu: 1 })
      const live = await listPublished(here.store.db, { limit: 10 })
      expect(live.map(({ content }) => content.headline)).toEqual(['A boat went by. It was blue.'])
      expect((await readTrash(here.store.db, 10)).map(({ headline }) => headline)).toEqual(['Story thrown'])
      const lines = await here.store.db.selectFrom('import_lines').select(['name', 'why']).execute()
      expect(lines).toContainEqual({ name: 'Home', why: 'It has no place here.' })
      expect(lines.find(({ name }) => name === 'Story planned')?.why).toContain('2027-01-02')
      // Its address stays as it was: there is nothing to say of it.
      expect(lines.filter(({ name }) => name === '/about-us/')).toEqual([])
    })

    test('a photo, a film and a gallery without a word are stories, on every way in', async () => {
      const here = await fresh()
      const [one, two] = ['one', 'two'].map((name) => `<img src="https://harrow.example/${name}.jpg" alt="">`)
      const items = [
        site(),
        story('photo', { html: `<figure>${one}</figure>` }),
        story('gallery', { html: `<div class="gallery">${one}${two}</div>` }),
        story('film', { html: '<iframe src="https://www.youtube.com/embed/dQw4w9WgXcQ"></iframe>' }),
        story('empty', { html: '<p> </p>' }),
      ]
      expect((await survey(exportOf(items), {}, () => {}, { closely: true })).found.story).toEqual({
        public: 3,
        unfinished: 1,
      })
      const first = await moveIn(here, exportOf(items))
      expect(first.became.story).toEqual({ public: 3, draft: 1 })
      await undoImport(here.store, { id: first.id, by: here.by }, { now: () => NOW })
      expect((await moveIn(here, exportOf(items))).became.story).toEqual({ public: 3, draft: 1 })
    })

    test('what will be a draft or has no place here is told from the rest before anything is taken', async () => {
      const here = await fresh()
      const exported = exportOf([
        site(),
        story('ferry'),
        story('empty', { html: '' }),
        story('about', { isPage: true, headline: 'About us', addresses: ['/about-us/'] }),
        comment('under a story', 'ferry'),
        comment('under a page', 'about'),
      ])
      const { found } = await survey(exported, {}, () => {}, { closely: true })
      expect(found.story).toEqual({ public: 1, unfinished: 1, 'page-public': 1 })
      expect(found.comment).toEqual({ approved: 1, 'on-page': 1 })
      const told = accountOf(found, defaultOptions).map(({ what, becomes }) => `${what}: ${becomes}`)
      expect(told).toContain('1 comment on a page: left out, because pages don’t take comments here')
      const done = await moveIn(here, exported)
      expect(done.problem).toBeNull()
      expect(done.became.story).toEqual({ public: 1, draft: 1, 'page-public': 1 })
      expect(done.became.comment).toEqual({ held: 1, left: 1 })
    })

    test('one and many are told of in words that fit', () => {
      const found = { story: { public: 1, 'page-draft': 2 }, person: { one: 2 }, comment: { approved: 1, held: 3 } }
      expect(accountOf(found, defaultOptions).map(({ what, becomes }) => `${what}: ${becomes}`)).toEqual([
        '1 public story: published, with its old day',
        '2 drafts of pages: drafts here',
        '2 authors: people who can’t sign in until you let them in',
        '1 comment that was shown: waits for review',
        '3 comments that were waiting: wait for review',
      ])
      const became = { story: { 'page-public': 1, same: 2 }, comment: { held: 1 }, redirect: { kept: 1 } }
      expect(resultOf(became).map(({ what, becomes }) => `${what}: ${becomes}`)).toEqual([
        '1 page: published',
        '2 stories and pages: were here already',
        '1 comment: waits for review',
        '1 old address: leads to what is here now',
      ])
    })

    const discussed: Item[] = [
      site(),
      comment('late', 'ferry', { parent: 'early', at: Date.UTC(2019, 4, 3), text: 'An answer.' }),
      comment('early', 'ferry', { name: '' }),
      comment('bad', 'ferry', { state: 'spam', text: 'Cheap pills at pills.example' }),
      comment('rude', 'ferry', { state: 'rejected', reason: 'ABUSIVE', text: 'You fool.' }),
      comment('new', 'ferry', { state: 'held' }),
      comment('edited', 'ferry', { earlier: [{ text: 'As it was.', at: Date.UTC(2019, 4, 2) }] }),
      comment('dropped', 'ferry', { state: 'gone', text: '' }),
      comment('under', 'ferry', { parent: 'dropped' }),
      comment('alone', 'ferry', { parent: 'not in the file' }),
      comment('lost', 'nowhere'),
      note('n1', 'ferry'),
      note('n2', 'ferry', { parent: 'n1', text: 'It is.' }),
      story('ferry'),
    ]

    test('every comment waits for review, unless the editor has chosen otherwise', async () => {
      const here = await fresh()
      const done = await moveIn(here, exportOf(discussed))
      expect(done.problem).toBeNull()
      expect(done.became.comment).toEqual({ held: 6, spam: 1, rejected: 1, gone: 1, left: 1, waiting: 0 })
      const [live] = await listPublished(here.store.db, { limit: 1 })
      expect((await readDiscussion(here.store.db, live?.id as string)).count).toBe(0)
      for (const { against, claim } of await auditReview(here.store.db)) expect(against, claim).toEqual([])
    })

    test('comments that were shown are shown where the editor chose it, with a decision that says so', async () => {
      const here = await fresh()
      const done = await moveIn(here, exportOf(discussed), { comments: 'approved' })
      expect(done.became.comment).toEqual({ approved: 5, held: 1, spam: 1, rejected: 1, gone: 1, left: 1, waiting: 0 })
      const [live] = await listPublished(here.store.db, { limit: 1 })
      const { count, threads } = await readDiscussion(here.store.db, live?.id as string)
      expect(count).toBe(5)
      const early = threads.find(({ comment: one }) => one?.authorName === 'Anonymous')
      expect(early?.replies.map(({ comment: one }) => one?.revision.text)).toEqual(['An answer.'])
      const decisions = await here.store.db
        .selectFrom('decisions')
        .select(['action', 'note', 'decided_by', 'reason'])
        .execute()
      expect(decisions).toHaveLength(7)
      expect(new Set(decisions.map(({ action, note: said, decided_by }) => `${action} ${said} ${decided_by}`))).toEqual(
        new Set([`import As it was on harrow.example, by import. ${here.by}`]),
      )
      expect(
        decisions
          .map(({ reason }) => reason)
          .filter(Boolean)
          .sort(),
      ).toEqual(['attack', 'spam'])
      expect(await here.store.db.selectFrom('letters').selectAll().execute()).toEqual([])
      for (const { against, claim } of await auditReview(here.store.db)) expect(against, claim).toEqual([])
      expect(await here.store.db.selectFrom('note_lines').select('words').orderBy('id').execute()).toHaveLength(2)
    })

    test('a second time changes nothing, and a newer export adds what is new', async () => {
      const here = await fresh()
      await moveIn(here, exportOf(discussed), { comments: 'approved' })
      const counts = async () => ({
        stories: (await listDrafts(here.store.db)).length,
        comments: (await here.store.db.selectFrom('comments').select('id').execute()).length,
        versions: (await here.store.db.selectFrom('story_versions').select('story_id').execute()).length,
      })
      const before = await counts()
      const again = await moveIn(here, exportOf(discussed), { comments: 'approved' })
      expect(again.problem).toBeNull()
      expect(again.became.story).toEqual({ same: 1 })
      expect(bringsNothing(again.became)).toBe(true)
      expect(await counts()).toEqual(before)
      const newer = await moveIn(here, exportOf([...discussed, story('bridge'), comment('more', 'bridge')]))
      expect(newer.became.story).toEqual({ same: 1, public: 1 })
      expect(bringsNothing(newer.became)).toBe(false)
      expect(await counts()).toEqual({ stories: 2, comments: before.comments + 1, versions: 2 })
    })

    test('what changed there is taken over, but not where somebody has edited it here', async () => {
      const here = await fresh()
      await moveIn(here, exportOf([site(), story('a'), story('b')]))
      const b = (await listDrafts(here.store.db)).find(({ content }) => content.headline === 'Story b')
      if (!b) throw new Error('no story b')
      await saveDraft(
        here.store,
        { storyId: b.id, base: b.number, content: { ...b.content, headline: 'Ours' }, by: here.by },
        NOW,
      )
      await publish(here.store, { id: b.id, by: here.by }, NOW)
      const newer = [site(), ...['a', 'b'].map((key) => story(key, { headline: `New ${key}` }))]
      const done = await moveIn(here, exportOf(newer))
      expect(done.became.story).toEqual({ updated: 1, changed: 1 })
      const live = await listPublished(here.store.db, { limit: 5 })
      expect(live.map(({ content }) => content.headline).sort()).toEqual(['New a', 'Ours'])
      const third = await moveIn(here, exportOf(newer))
      expect(third.became.story).toEqual({ same: 1, changed: 1 })
    })

    test('comments that say they answer themselves, or each other, stand by themselves', async () => {
      const here = await fresh()
      const done = await moveIn(
        here,
        exportOf([
          site(),
          comment('a', 'ferry', { parent: 'b' }),
          comment('self', 'ferry', { parent: 'self' }),
          story('ferry'),
          comment('b', 'ferry', { parent: 'a' }),
        ]),
      )
      expect(done.problem).toBeNull()
      expect(done.became.comment).toEqual({ held: 3, waiting: 0 })
    })

    test('old pages of sections and topics lead to ours, whatever they are called here, and to no page that is none', async () => {
      const here = await fresh()
      const done = await moveIn(
        here,
        exportOf([
          site(),
          term('n', 'section', { name: 'Town news', slug: 'neuigkeiten' }),
          term('b', 'topic', { name: 'Boats', slug: 'boats' }),
          term('x', 'topic', { name: '…', slug: 'x' }),
          redirect('/category/neuigkeiten/', '/sections/neuigkeiten'),
          redirect('/tag/boats/', '/topics/boats'),
          redirect('/tag/x/', '/topics/x'),
          story('ferry', { terms: ['n', 'b'] }),
        ]),
      )
      expect(done.problem).toBeNull()
      expect(done.became.redirect).toEqual({ kept: 2, left: 1 })
      for (const [old, to] of [
        ['/category/neuigkeiten/', '/sections/town-news'],
        ['/tag/boats/', '/topics/boats'],
      ] as const)
        expect(await redirectOf(here.store.db, old, 'https://new.example'), old).toEqual({ to })
    })

    test('a site that nobody has named gets the old one’s name where that was chosen, any other keeps its own', async () => {
      const items = [site({ name: 'The Harrow Post', tagline: 'Of the river' }), story('ferry')]
      const here = await fresh()
      await moveIn(here, exportOf(items))
      expect((await readSiteSettings(here.store.db)).name).toBe('The Courant')
      await moveIn(here, exportOf(items), { takeName: true })
      expect(await readSiteSettings(here.store.db)).toMatchObject({ name: 'The Harrow Post', tagline: 'Of the river' })
      await moveIn(here, exportOf([site({ name: 'Another' }), story('a')]), { takeName: true })
      expect((await readSiteSettings(here.store.db)).name).toBe('The Harrow Post')
    })

    test('threads of a service find their stories by identifier, address and title, and what stays over is named', async () => {
      const here = await fresh()
      await moveIn(here, exportOf([site(), story('a'), story('b'), story('c', { headline: 'The Third One' })]))
      const done = await moveIn(
        here,
        exportOf(
          [
            comment('before', 't1'),
            thread('t1', { identifiers: ['a'] }),
            thread('t2', { addresses: ['http://www.harrow.example/2019/05/b.html?m=1'] }),
            thread('t2b', { addresses: ['https://harrow.example/2019/05/b.html#c1'] }),
            thread('t3', { title: 'The third one', addresses: ['http://old.example/x'] }),
            thread('t4', { addresses: ['http://harrow.example/gone.html'], title: 'Gone' }),
            thread('front', { addresses: ['http://harrow.example/'] }),
            comment('1', 't2'),
            comment('2', 't2b', { parent: '1' }),
            comment('3', 't3'),
            comment('4', 't4'),
          ],
          'disqus',
        ),
      )
      expect(done.problem).toBeNull()
      expect(done.became).toEqual({
        thread: { matched: 4, left: 2, waiting: 0 },
        comment: { held: 4, left: 1, waiting: 0 },
      })
      const lines = await here.store.db.selectFrom('import_lines').select(['kind', 'name', 'why']).execute()
      expect(lines).toContainEqual({
        kind: 'thread',
        name: 'http://harrow.example/gone.html',
        why: 'No story on this site fits it, and so 1 comment had to be left.',
      })
    })

    test('a whole import is undone, but what somebody has worked on or answered, and can be done again', async () => {
      const here = await fresh()
      const items = [
        site(),
        ...['a', 'b', 'c'].flatMap((key) => [
          story(key),
          comment(`of ${key}`, key),
          comment(`held ${key}`, key, { state: 'held' }),
        ]),
        story('about', { isPage: true, headline: 'About us', addresses: ['/about-us/'] }),
      ]
      const first = await moveIn(here, exportOf(items), { comments: 'approved' })
      const drafts = async () =>
        new Map((await listDrafts(here.store.db)).map((draft) => [draft.content.headline, draft] as const))
      const b = (await drafts()).get('Story b') as Draft
      const edited = { ...b.content, standfirst: 'More.' }
      await saveDraft(here.store, { storyId: b.id, base: b.number, content: edited, by: here.by }, NOW)
      const c = (await drafts()).get('Story c') as Draft
      const [held] = await here.store.db
        .selectFrom('comment_revisions as r')
        .innerJoin('comments as c', 'c.id', 'r.comment_id')
        .select('r.id')
        .where('c.story_id', '=', c.id)
        .where('r.state', '=', 'held')
        .execute()
      await decide(here.store, { revisionId: held?.id as string, action: 'approve', reason: null, by: here.by }, NOW)

      const undone = await undoImport(here.store, { id: first.id, by: here.by }, { now: () => NOW })
      expect(undone).toEqual({
        story: { out: 1, kept: 2 },
        page: { out: 1, kept: 0 },
        comment: { out: 5, kept: 1 },
      })
      expect((await listPublished(here.store.db, { limit: 9 })).map(({ content }) => content.headline).sort()).toEqual([
        'Story b',
        'Story c',
      ])
      expect((await readDiscussion(here.store.db, c.id)).count).toBe(1)
      for (const { against, claim } of await auditReview(here.store.db)) expect(against, claim).toEqual([])
      const kept = await here.store.db
        .selectFrom('import_lines')
        .select(['name', 'why'])
        .where('about', '=', 'kept')
        .execute()
      expect(kept).toEqual(
        expect.arrayContaining([
          { name: 'Story b', why: 'Somebody has edited it since.' },
          { name: 'Story c', why: 'Somebody has commented on it, or decided on its comments, since.' },
        ]),
      )
      expect(await undoImport(here.store, { id: first.id, by: here.by }, { now: () => NOW })).toEqual({
        problem: 'This import has already been undone.',
      })

      const again = await moveIn(here, exportOf(items), { comments: 'approved' })
      expect(again.problem).toBeNull()
      expect(again.became).toMatchObject({ story: { public: 1, same: 2, 'page-public': 1 } })
      expect(await redirectOf(here.store.db, '/2019/05/a.html', 'https://new.example')).toEqual({
        to: '/2019/05/story-a',
      })
      const live = await listPublished(here.store.db, { limit: 9 })
      expect(live.map(({ path }) => path).sort()).toEqual(['/2019/05/story-a', '/2019/05/story-b', '/2019/05/story-c'])
      expect((await readDiscussion(here.store.db, c.id)).count).toBe(2)
      for (const { against, claim } of await auditReview(here.store.db)) expect(against, claim).toEqual([])
    })

    test('the spam model learns from what was decided there, once', async () => {
      const here = await fresh()
      const done = await moveIn(here, exportOf(discussed), { comments: 'approved' })
      const job = importLearningJob(here.store, { now: () => NOW, pause: 0 })
      for (const _ of [1, 2])
        await job.run({ import: done.id } as never, { signal: new AbortController().signal, attempt: 1 } as never)
      expect((await readImport(here.store.db, done.id))?.learnt).toMatchObject({ fine: 5, spam: 1, broke: 1 })
      expect(await here.store.db.selectFrom('spam_lessons').select('label').execute()).toHaveLength(7)
    })

    test('nothing of a file that can’t be read to its end is taken', async () => {
      const here = await fresh()
      const cut = exportOf(function* () {
        yield site()
        yield story('a')
        throw new UnreadableExport('It is cut off.')
      })
      await expect(moveIn(here, cut)).rejects.toThrow('It is cut off.')
      expect(await listDrafts(here.store.db)).toEqual([])
      expect(await here.store.db.selectFrom('imports').selectAll().execute()).toEqual([])
    })

    test('one that was stopped goes on where it was, however often', async () => {
      const here = await fresh()
      const many = exportOf(function* () {
        yield site()
        // Answers before what they answer, and both before their stories.
        for (let i = 900; i > 0; i--) yield comment(`c${i}`, `s${i % 7}`, i > 7 ? { parent: `c${i - 7}` } : {})
        for (let i = 0; i < 7; i++) yield story(`s${i}`)
      })
      const looked = await survey(many, {})
      const id = await beginImport(
        here.store,
        {
          ...{ format: 'wordpress', siteKey: looked.siteKey, print: 'p', paths: [], answers: {} },
          ...{ options: { ...defaultOptions, comments: 'approved' as const }, by: here.by, found: looked.found },
        },
        NOW,
      )
      for (let round = 1; (await readImport(here.store.db, id))?.state !== 'done'; round++) {
        const stop = new AbortController()
        let steps = 0
        const onProgress = () => {
          if (++steps === 2) stop.abort()
        }
        await runImport(here.store, id, many, {
          isReserved: () => false,
          now: () => NOW,
          signal: stop.signal,
          onProgress,
        })
        if (round > 50) throw new Error('it does not come to an end')
      }
      const done = await readImport(here.store.db, id)
      expect(done?.became).toMatchObject({ story: { public: 7 }, comment: { approved: 900, waiting: 0 } })
      expect(done?.problem).toBeNull()
      const rows = await here.store.db.selectFrom('comments').select(['id', 'parent_id']).execute()
      expect(rows.filter(({ parent_id }) => parent_id === null)).toHaveLength(7)
      expect(rows).toHaveLength(900)
    })
  })
}
