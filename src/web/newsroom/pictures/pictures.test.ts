/** The picture library, as a newsroom uses it without JavaScript. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ONE_DATABASE } from '../../../../test/databases.ts'
import { drawn } from '../../../../test/drawn.ts'
import { drawing, photo, withIptc } from '../../../../test/pictures.ts'
import { editor, freshSite, type TestSite, type Visitor, visitor } from '../../../../test/sites.ts'

for (const kind of ONE_DATABASE) {
  describe(`the picture library on ${kind}`, () => {
    let site: TestSite
    let staff: Visitor
    let dataFolder: string
    beforeEach(async () => {
      dataFolder = await mkdtemp(join(tmpdir(), 'courant-library-'))
      site = await freshSite(kind, { config: { dataFolder } })
      staff = await editor(site)
    })
    afterEach(async () => {
      await site.drop()
      await rm(dataFolder, { recursive: true, force: true })
    })

    const page = async (path = '/newsroom/pictures') => drawn(await (await staff.get(path)).text())
    const upload = async (...files: [name: string, bytes: Buffer][]) => {
      const form = new FormData()
      for (const [name, bytes] of files) form.append('files', new Blob([new Uint8Array(bytes)]), name)
      const response = await staff.post('/newsroom/pictures', form)
      const next = response.headers.get('location')
      return { status: response.status, ...drawn(await (next ? await staff.get(next) : response).text()) }
    }
    const pathOf = async (words: string) =>
      Object.entries((await page()).links).find(([, label]) => label.includes(words))?.[0] ?? ''

    test('an empty one says what to do', async () => {
      expect((await page()).words).toContain('No pictures yet. Upload the first one above.')
      expect((await page('/newsroom')).links).toHaveProperty('/newsroom/pictures', 'Pictures')
    })

    test('several come at once; what can’t be used is said by its name, and the others are kept', async () => {
      const { status, words } = await upload(
        ['bridge.jpg', withIptc(await photo(), [[120, 'The new bridge']])],
        ['notes.txt', Buffer.from('Dear editor')],
        ['logo.png', await drawing('png')],
      )
      expect(status).toBe(400)
      expect(words).toContain('2 pictures added.')
      expect(words).toContain('notes.txt: This file is not a picture that can be used.')
      expect(words).toContain('2 pictures')
      expect(await pathOf('The new bridge')).toMatch(/^\/newsroom\/pictures\//)
      expect((await page('/newsroom/pictures?q=bridge')).words).toContain('The new bridge')
      expect((await page('/newsroom/pictures?q=tunnel')).words).toContain('No pictures found.')
    })

    test('nothing chosen is said so, and so is an empty file, one that is too large, and one that is there already', async () => {
      expect((await upload()).words).toContain('Choose at least one picture.')
      expect((await upload(['bridge.jpg', Buffer.alloc(0)])).words).toContain('bridge.jpg: The file is empty.')
      const photos = [await photo(), await photo({ width: 810 })] as const
      const { status, words } = await upload(
        ['a.jpg', photos[0]],
        ['film.jpg', Buffer.concat([photos[0], Buffer.alloc(41 * 1024 * 1024)])],
        ['b.jpg', photos[1]],
      )
      expect([status, words]).toEqual([
        400,
        expect.stringMatching(/2 pictures added\..*film\.jpg: This picture is larger than 40 MB\./s),
      ])
      expect((await upload(['a.jpg', photos[0]])).words).toMatch(/PicturesOne picture was in the library already\./)
    })

    test('what is too much together is taken as far as there is room, and the rest is named', async () => {
      const { status, words } = await upload(
        ['a.jpg', Buffer.concat([await photo(), Buffer.alloc(21 * 1024 * 1024)])],
        ['b.jpg', Buffer.concat([await photo({ width: 810 }), Buffer.alloc(21 * 1024 * 1024)])],
      )
      expect([status, words]).toEqual([
        400,
        expect.stringMatching(/Picture added\..*b\.jpg: This one was too much together with the others\./s),
      ])
    })

    test('an address that can’t be fetched from comes back with why', async () => {
      const wrong = await staff.post('/newsroom/pictures/fetch', { address: 'https://localhost/bridge.jpg' })
      const html = await wrong.text()
      expect([wrong.status, drawn(html).words]).toEqual([400, expect.stringContaining('not on the public internet')])
      expect(html).toContain('value="https://localhost/bridge.jpg"')
    })

    test('details are saved; a day that is none is given back with all that was typed', async () => {
      await upload(['bridge.jpg', await photo()])
      const path = await pathOf('bridge.jpg')
      const said = {
        caption: 'The bridge at dusk',
        credit: 'Mara Lind',
        rights: '',
        place: 'Ostby',
        taken: '2026-05-03',
      }
      const wrong = await staff.post(path, { ...said, taken: 'last May' })
      expect(wrong.status).toBe(400)
      const html = await wrong.text()
      expect(html).toContain('Give the day as 2026-05-31')
      expect(html).toContain('The bridge at dusk')
      const right = await staff.post(path, said)
      expect([right.status, right.headers.get('location')]).toEqual([303, `${path}?done=saved`])
      expect((await page('/newsroom/pictures?q=mara+dusk')).words).toContain('The bridge at dusk')
      expect((await page('/newsroom/log')).words).toContain('Changed the details of a picture: bridge.jpg')
    })

    test('the library is searched by date and credit; days that are none come back with what was typed', async () => {
      await upload(
        [
          'bridge.jpg',
          withIptc(await photo(), [
            [80, 'Mara Lind'],
            [55, '20250503'],
          ]),
        ],
        [
          'tower.jpg',
          withIptc(await photo({ width: 810 }), [
            [80, 'Jo Abbot'],
            [55, '20240101'],
          ]),
        ],
      )
      const found = async (query: string) =>
        Object.values((await page(`/newsroom/pictures?${query}`)).links)
          .join(' ')
          .match(/bridge|tower/g)
      expect(await found('q=May+2025')).toEqual(['bridge'])
      expect(await found('q=tower+May+2025')).toBeNull()
      expect(await found('from=2024-01-01&to=2024-12-31')).toEqual(['tower'])
      expect(await found('credit=Jo+Abbot')).toEqual(['tower'])
      // Both came today.
      expect(await found(`q=${new Date().getFullYear()}`)).toHaveLength(2)
      expect((await page()).words).toContain('Mara Lind (1)')

      const turned = await staff.get('/newsroom/pictures?from=2025-05-02&to=2025-05-01&q=quay')
      const html = await turned.text()
      expect([turned.status, drawn(html).words]).toEqual([
        400,
        expect.stringContaining('The first day comes after the last.'),
      ])
      for (const typed of ['value="2025-05-02"', 'value="2025-05-01"', 'value="quay"']) expect(html).toContain(typed)
      expect((await staff.get('/newsroom/pictures?from=May')).status).toBe(400)
    })

    test('a credit is written otherwise everywhere at once, and offered to other pictures', async () => {
      await upload(
        [
          'a.jpg',
          withIptc(await photo(), [
            [80, 'M. Lind'],
            [116, '© M. Lind'],
          ]),
        ],
        ['b.jpg', withIptc(await photo({ width: 810 }), [[80, 'M. Lind']])],
      )
      const done = await staff.post('/newsroom/pictures/credit', { credit: 'M. Lind', to: ' Mara Lind ' })
      expect(done.headers.get('location')).toBe('/newsroom/pictures?credit=Mara+Lind&renamed=2')
      const { words } = await page('/newsroom/pictures?credit=Mara+Lind&renamed=2')
      expect(words).toContain('Changed on 2 pictures.')
      expect(words).toContain('2 pictures match')
      const html = await (await staff.get(await pathOf('a.jpg'))).text()
      expect(html).toContain('<option value="Mara Lind"')
      expect(html).toContain('<option value="© M. Lind"')
      const empty = await staff.post('/newsroom/pictures/credit', { credit: 'Mara Lind', to: ' ' })
      expect([empty.status, drawn(await empty.text()).words]).toEqual([
        400,
        expect.stringContaining('Write the new credit.'),
      ])
      expect((await page('/newsroom/log')).words).toContain('Changed a picture credit everywhere: M. Lind to Mara Lind')
    })

    test('what is still being prepared says so, and no longer once it is', async () => {
      await upload(['bridge.jpg', await photo({ width: 1500 })])
      const path = await pathOf('bridge.jpg')
      const { store } = site.app
      await expect.poll(async () => (await page()).words, { timeout: 30_000 }).not.toContain('Being prepared')
      await store.transaction(0, (tx) =>
        tx.rows.updateTable('pictures').set({ renditions_json: '[[320,"webp",1]]' }).execute(),
      )
      expect((await page()).words).toContain('Being prepared')
      expect((await page(path)).words).toContain('smaller sizes are on their way')
      // Eight tries without success.
      await store.transaction(0, async (tx) => {
        const row = { kind: 'pictures.render', key: path.split('/').at(-1) ?? '', payload_json: '{}', queued_at: 0 }
        await tx.rows
          .insertInto('jobs')
          .values({ ...row, due_at: 0, dead_at: 1, attempts: 8 })
          .execute()
      })
      expect((await page()).words).toContain('Not all sizes')
      expect((await page(path)).words).toContain('Some sizes could not be made.')
    })

    test('a click on the picture says what stays in view', async () => {
      await upload(['bridge.jpg', await photo({ width: 800, height: 600 })])
      const path = await pathOf('bridge.jpg')
      await staff.post(`${path}/focus`, { 'shown-width': '320', 'focus.x': '64', 'focus.y': '216' })
      expect(await (await staff.get(path)).text()).toContain('crop card fx-1 fy-4')
      // By key, without a mouse.
      await staff.post(`${path}/focus`, { across: '100', down: '25' })
      expect(await (await staff.get(path)).text()).toContain('crop card fx-4 fy-1')
    })

    test('another file takes its place; deleted, it is gone with its files', async () => {
      await upload(['bridge.jpg', await photo()])
      const path = await pathOf('bridge.jpg')
      const form = new FormData()
      form.append('file', new Blob([new Uint8Array(await drawing('png'))]), 'bridge-2.png')
      expect((await staff.post(`${path}/replace`, form)).headers.get('location')).toBe(`${path}?done=replaced`)
      expect((await page(path)).words).toContain('Uploaded as bridge-2.png')
      expect((await staff.post(`${path}/delete`, {})).headers.get('location')).toBe('/newsroom/pictures?done=deleted')
      expect((await staff.get(path)).status).toBe(404)
      expect((await page()).words).toContain('No pictures yet.')
    })

    test('readers are sent files that may be kept for good, never the original', async () => {
      await upload(['bridge.jpg', await photo()])
      const [, src = ''] =
        /src="(\/pictures\/[0-9a-f]{32}\/\d+\.(?:jpg|webp))"/.exec(
          await (await staff.get('/newsroom/pictures')).text(),
        ) ?? []
      const reader = visitor(site)
      const answer = await reader.get(src)
      expect(answer.status).toBe(200)
      expect(answer.headers.get('content-type')).toMatch(/^image\/(jpeg|webp)$/)
      expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
      const folder = src.slice(0, src.lastIndexOf('/'))
      for (const name of ['original', '..%2foriginal', '999.jpg', '320.exe'])
        expect([name, (await reader.get(`${folder}/${name}`)).status]).toEqual([name, 404])
      const saved = await staff.get(`${await pathOf('bridge.jpg')}/original`)
      expect(saved.headers.get('content-disposition')).toBe('attachment; filename="bridge.jpg"')
    })
  })
}
