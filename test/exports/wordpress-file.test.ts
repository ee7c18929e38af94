/** What WordPress is handed: read back by our own reader of XML. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { childOf, childrenOf, elementText, type XmlElement, xmlElements } from '../../src/exchange/formats/xml/index.ts'
import { wordpressFile } from '../../src/exchange/leaving/index.ts'
import { htmlOf } from '../../src/exchange/leaving/wordpress/html.ts'
import { openFiles } from '../../src/files/index.ts'
import { addPicture, libraryAddress, pictureFiles } from '../../src/media/index.ts'
import { decide } from '../../src/moderation/decisions/index.ts'
import { addTerm, createPage } from '../../src/paper/index.ts'
import type { Store } from '../../src/store/index.ts'
import { createStory, emptyContent, newBlockId, publish, type StoryContent, throwAway } from '../../src/story/index.ts'
import { anEditor } from '../archives.ts'
import { DATABASES } from '../databases.ts'
import { holdComments } from '../held-comments.ts'
import { photo } from '../pictures.ts'
import { freshStore } from '../stores.ts'

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
    /** What it says, by its elements. */
    const read = async () => {
      let whole = ''
      for await (const piece of wordpressFile(store, URL)) whole += piece
      const items: XmlElement[] = []
      const file = {
        name: 'paper.xml',
        size: null,
        async *open() {
          yield Buffer.from(whole)
        },
        onDisk: () => Promise.reject(new Error('it is on no disk')),
      }
      for await (const element of xmlElements(file, 2)) if (element.name === 'item') items.push(element)
      const field = (one: XmlElement, name: string) => elementText(childOf(one, name))
      return {
        whole,
        items,
        field,
        titled: (title: string) => items.filter((one) => field(one, 'title') === title)[0] as XmlElement,
      }
    }

    test('has stories in their states, filed and signed, with everything written kept as it is', async () => {
      await addTerm(store, { kind: 'section', name: 'Town Hall', by } as never, NOW)
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
      await createPage(
        store,
        {
          kind: '',
          fields: { title: 'About us', slug: 'about', words: 'Four people.' },
          isReserved: () => false,
          pictures: [],
          by,
        },
        NOW,
      )
      const { titled, field, items } = await read()
      const story = titled('High water ]]> & <all>')
      expect(field(story, 'link')).toBe(URL + path)
      expect(field(story, 'wp:status')).toBe('publish')
      expect(field(story, 'wp:post_date_gmt')).toBe('2026-05-01 12:00:00')
      expect(field(story, 'excerpt:encoded')).toBe('At noon')
      expect(field(story, 'content:encoded')).toBe('<p>It was ]]&gt; high &amp; dry, &lt;b&gt;he&lt;/b&gt; said.</p>')
      expect(childrenOf(story, 'category').map((one) => elementText(one))).toEqual([
        'Town Hall',
        'The weir',
        'Ann Lee',
        'Bo Day',
      ])
      expect(field(titled('Not yet'), 'wp:status')).toBe('draft')
      expect([field(titled('About us'), 'wp:post_type'), field(titled('About us'), 'wp:status')]).toEqual([
        'page',
        'draft',
      ])
      expect(items).toHaveLength(3)
    })

    test('has comments that readers see as approved and those that wait as pending, in their threads; no other', async () => {
      const { id } = await out({ headline: 'At the weir' })
      const ids = await holdComments(
        store,
        id,
        ['Seen', 'Waiting', 'Turned down', 'Answers what was turned down'].map((text, i) => ({
          text,
          at: NOW + i * 60_000,
        })),
      )
      const [seen, , rejected, answer] = ids as [string, string, string, string]
      const revisionOf = async (comment: string) =>
        (
          await store.db
            .selectFrom('comment_revisions')
            .select('id')
            .where('comment_id', '=', comment)
            .executeTakeFirstOrThrow()
        ).id
      for (const comment of [seen, answer])
        await decide(store, { revisionId: await revisionOf(comment), action: 'approve', reason: null, by }, NOW)
      await decide(store, { revisionId: await revisionOf(rejected), action: 'reject', reason: 'attack', by }, NOW)
      await store.transaction(NOW, (tx) =>
        tx.rows.updateTable('comments').set({ parent_id: rejected }).where('id', '=', answer).execute(),
      )
      const { titled, field, whole } = await read()
      const comments = childrenOf(titled('At the weir'), 'wp:comment')
      expect(
        comments.map((one) => [
          field(one, 'wp:comment_content'),
          field(one, 'wp:comment_approved'),
          field(one, 'wp:comment_parent'),
        ]),
      ).toEqual([
        ['Seen', '1', '0'],
        ['Waiting', '0', '0'],
        ['Answers what was turned down', '1', '0'],
      ])
      expect(whole).not.toContain('Turned down')
    })

    test('has each picture once, by the address where it can be fetched, and names the one that leads', async () => {
      const files = pictureFiles(folder, openFiles(folder, null))
      const added = await addPicture(store, files, { upload: { name: 'weir.jpg', bytes: await photo() }, by }, NOW)
      if ('problem' in added) throw new Error(added.problem)
      const picture = { src: libraryAddress(added.picture.id), alt: 'The weir', caption: '', credit: '', rights: '' }
      await out({ headline: 'One', picture })
      await out({
        headline: 'Two',
        body: [
          { id: newBlockId(), type: 'figure', picture },
          { id: newBlockId(), type: 'paragraph', text: 'Words.' },
        ],
      })
      const { items, titled, field } = await read()
      const attachments = items.filter((one) => field(one, 'wp:post_type') === 'attachment')
      expect(attachments).toHaveLength(1)
      const address = field(attachments[0] as XmlElement, 'wp:attachment_url')
      expect(address).toMatch(/^https:\/\/paper\.example\/pictures\/[0-9a-f]{32}\/\d+\.(?:jpg|webp)$/)
      const meta = childrenOf(titled('One'), 'wp:postmeta').map((one) => [
        field(one, 'wp:meta_key'),
        field(one, 'wp:meta_value'),
      ])
      expect(meta).toEqual([['_thumbnail_id', field(attachments[0] as XmlElement, 'wp:post_id')]])
      expect(field(titled('Two'), 'content:encoded')).toContain(`<img src="${address}" alt="The weir" />`)
    })
  })
}
