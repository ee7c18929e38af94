/** What WordPress is handed: read back by our own reader of such files. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { anEditor } from '../../../../test/archives.ts'
import { DATABASES } from '../../../../test/databases.ts'
import { exportFile, itemsIn } from '../../../../test/exports/file.ts'
import { holdComments } from '../../../../test/held-comments.ts'
import { photo } from '../../../../test/pictures.ts'
import { freshStore } from '../../../../test/stores.ts'
import { openFiles } from '../../../files/index.ts'
import { addPicture, libraryAddress, pictureFiles } from '../../../media/index.ts'
import { decide } from '../../../moderation/decisions/index.ts'
import { createPage } from '../../../paper/index.ts'
import type { Store } from '../../../store/index.ts'
import { createStory, emptyContent, newBlockId, publish, type StoryContent, throwAway } from '../../../story/index.ts'
import { ALL_FORMATS } from '../../formats/index.ts'
import type { Item } from '../../items/index.ts'
import { wordpressFile } from '../index.ts'
import { htmlOf } from './html.ts'

const NOW = Date.UTC(2026, 4, 1, 12)
const URL = 'https://paper.example'

test('marks that overlap are nested, and what is code in HTML is words', () => {
  const marks = [
    { type: 'strong' as const, from: 0, to: 8 },
    { type: 'emphasis' as const, from: 4, to: 12 },
    { type: 'link' as const, from: 9, to: 12, href: 'https://a.example/?a=1&b="2"' },
  ]
  expect(htmlOf([{ id: 'a', type: 'paragraph', text: 'one two <3> &', marks }], () => null)).toBe(
    '<p><strong>one </strong><strong><em>two </em></strong><em>&lt;</em><a href="https://a.example/?a=1&amp;b=&quot;2&quot;"><em>3&gt; </em></a>&amp;</p>',
  )
})

for (const kind of DATABASES) {
  describe(`a file for WordPress on ${kind}`, () => {
    let store: Store
    let drop: () => Promise<void>
    let folder: string
    let by: string
    beforeEach(async () => {
      ;({ store, drop } = await freshStore(kind, () => NOW))
      folder = await mkdtemp(join(tmpdir(), 'courant-wxr-'))
      by = await anEditor(store, NOW)
    })
    afterEach(async () => {
      await drop()
      await rm(folder, { recursive: true, force: true })
    })

    const write = async (words: Partial<StoryContent>) => {
      const body = [{ id: newBlockId(), type: 'paragraph' as const, text: 'It was ]]> high & dry, <b>he</b> said.' }]
      return createStory(store, { content: { ...emptyContent, body, ...words }, by, commentsOpen: true }, NOW)
    }
    const out = async (words: Partial<StoryContent>) => {
      const id = await write(words)
      const done = await publish(store, { id, by }, NOW)
      if ('problem' in done) throw new Error(done.problem)
      return { id, path: done.path }
    }
    /** What our own reader of such files finds in it. */
    const read = async () => {
      const wordpress = ALL_FORMATS.find(({ name }) => name === 'wordpress')
      if (!wordpress) throw new Error('no reader')
      let whole = ''
      for await (const piece of wordpressFile(store, URL)) whole += piece
      const items = await itemsIn(wordpress, [exportFile('paper.xml', whole)])
      const of = <K extends Item['kind']>(kind: K) =>
        items.filter((item): item is Extract<Item, { kind: K }> => item.kind === kind)
      const titled = (title: string) => of('story').find(({ headline }) => headline === title)
      return { whole, of, titled }
    }

    test('has stories in their states, filed and signed, with everything written kept as it is', async () => {
      const { path } = await out({
        headline: 'High water ]]> & <all>',
        section: 'Town Hall',
        topics: ['The weir'],
        byline: 'By Ann Lee and Bo Day',
        standfirst: 'At noon',
      })
      await write({ headline: 'Not yet' })
      const trashed = await write({ headline: 'Thrown away' })
      await throwAway(store, { storyId: trashed, by, live: false }, NOW)
      const fields = { title: 'About us', slug: 'about', words: 'Four people.' }
      await createPage(store, { kind: '', fields, isReserved: () => false, pictures: [], by }, NOW)
      const { titled, of } = await read()
      const story = titled('High water ]]> & <all>')
      expect(story).toMatchObject({ state: 'public', publishedAt: NOW, standfirst: 'At noon', commentsOpen: true })
      expect(story?.addresses).toContain(path)
      expect(story?.html).toContain('It was ]]&gt; high &amp; dry, &lt;b&gt;he&lt;/b&gt; said.')
      const terms = of('term').filter(({ key }) => story?.terms.includes(key))
      expect(terms.map(({ as, name }) => [as, name])).toEqual(
        expect.arrayContaining([
          ['section', 'Town Hall'],
          ['topic', 'The weir'],
        ]),
      )
      const names = of('person').filter(({ key }) => story?.authors.includes(key))
      expect([...names.map(({ name }) => name), ...(story?.names ?? [])].sort()).toEqual(['Ann Lee', 'Bo Day'])
      expect(titled('Not yet')?.state).toBe('draft')
      expect(titled('About us')).toMatchObject({ isPage: true, state: 'draft' })
      expect(of('story')).toHaveLength(3)
    })

    test('has comments that readers see as approved and those that wait as pending, in their threads; no other', async () => {
      const { id } = await out({ headline: 'At the weir' })
      const texts = ['Seen', 'Waiting', 'Turned down', 'Answers what was seen', 'Answers what was turned down']
      const ids = await holdComments(
        store,
        id,
        texts.map((text, i) => ({ text: `${text} & <b>so</b>\non`, at: NOW + i * 60_000 })),
      )
      const [seen = '', , rejected = '', answer = '', lost = ''] = ids
      const decided = async (comment: string, action: 'approve' | 'reject') => {
        const { id: revisionId } = await store.db
          .selectFrom('comment_revisions')
          .select('id')
          .where('comment_id', '=', comment)
          .executeTakeFirstOrThrow()
        await decide(store, { revisionId, action, reason: action === 'reject' ? 'attack' : null, by }, NOW)
      }
      for (const comment of [seen, answer, lost]) await decided(comment, 'approve')
      await decided(rejected, 'reject')
      for (const [child, parent] of [
        [answer, seen],
        [lost, rejected],
      ] as const)
        await store.transaction(NOW, (tx) =>
          tx.rows.updateTable('comments').set({ parent_id: parent }).where('id', '=', child).execute(),
        )
      const { of, titled, whole } = await read()
      const comments = of('comment')
      const keyOf = (text: string) => comments.find((one) => one.text.startsWith(text))?.key
      expect(comments.map(({ text, state, parent }) => [text, state, parent])).toEqual([
        ['Seen & <b>so</b>\non', 'approved', null],
        ['Waiting & <b>so</b>\non', 'held', null],
        ['Answers what was seen & <b>so</b>\non', 'approved', keyOf('Seen')],
        ['Answers what was turned down & <b>so</b>\non', 'approved', null],
      ])
      expect(new Set(comments.map((one) => one.of))).toEqual(new Set([titled('At the weir')?.key]))
      expect(whole).not.toContain('Turned down')
    })

    test('has each picture once, by the address where it can be fetched, and names the one that leads', async () => {
      const files = pictureFiles(folder, openFiles(folder, null))
      const added = await addPicture(store, files, { upload: { name: 'weir.jpg', bytes: await photo() }, by }, NOW)
      if ('problem' in added) throw new Error(added.problem)
      const picture = { src: libraryAddress(added.picture.id), alt: 'The weir', caption: '', credit: '', rights: '' }
      await out({ headline: 'One', picture })
      const text = { id: newBlockId(), type: 'paragraph' as const, text: 'Words.' }
      await out({ headline: 'Two', body: [{ id: newBlockId(), type: 'figure', picture }, text] })
      const { of, titled } = await read()
      const pictures = of('picture')
      expect(pictures).toHaveLength(1)
      const [one] = pictures
      expect(one?.address).toMatch(/^https:\/\/paper\.example\/pictures\/[0-9a-f]{32}\/\d+\.(?:jpg|webp)$/)
      expect(titled('One')?.picture?.key).toBe(one?.key)
      expect(titled('Two')?.html).toContain(`src="${one?.address}" alt="The weir"`)
    })
  })
}
