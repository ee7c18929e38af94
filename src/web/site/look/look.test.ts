/** How the paper looks, as an editor chooses it and as browsers are sent it. */
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DATABASES_OF_PAGES } from '../../../../test/databases.ts'
import { demonstration, editor, freshSite, type TestSite, type Visitor } from '../../../../test/sites.ts'
import { readLook } from '../../../look/index.ts'

const logo = (width = 900, height = 200) =>
  sharp({ create: { width, height, channels: 4, background: { r: 32, g: 48, b: 74, alpha: 1 } } })
    .png()
    .toBuffer()

for (const kind of DATABASES_OF_PAGES) {
  describe(`the look of the paper on ${kind}`, () => {
    let site: TestSite
    let staff: Visitor
    let storyPath: string
    beforeAll(async () => {
      site = await freshSite(kind)
      staff = await editor(site)
      storyPath = (await demonstration(site)).path
    })
    afterAll(() => site.drop())

    const get = (path: string, url = site.url) => fetch(new URL(path, url), { redirect: 'manual' })
    const bytes = async (path: string) => Buffer.from(await (await get(path)).arrayBuffer())
    const page = async (path = '/', url = site.url) => (await get(path, url)).text()
    const stylesheetOf = (html: string) => /rel="stylesheet" href="([^"]+)"/.exec(html)?.[1] ?? ''
    const iconsOf = (html: string) =>
      [...html.matchAll(/rel="(?:icon|apple-touch-icon)"[^>]*href="([^"]+)"/g)].map(([, href]) => href as string)
    const save = (fields: Record<string, string>) =>
      staff.post('/newsroom/look', { accent: '#0b5c49', type: 'source', ...fields })
    const upload = async (place: string, file: Buffer | string | null, shown = '') => {
      const form = new FormData()
      form.append('shown', shown)
      if (file !== null) form.append('file', new Blob([file as never]), 'file')
      const response = await staff.post(`/newsroom/look/${place}`, form)
      const alert = /role="alert"[^>]*>([^<]*)/.exec(await response.text())?.[1]
      return { status: response.status, alert }
    }
    const look = () => readLook(site.app.store.db)
    const made = () => site.app.store.db.selectFrom('look_files').select(['name', 'made_at']).orderBy('name').execute()

    test('every page names an icon, a home screen’s icon, a manifest and the colour around the page', async () => {
      for (const path of ['/', storyPath, '/archive', '/nothing/here']) {
        const html = await page(path)
        expect(iconsOf(html).length).toBe(3)
        expect(html).toContain('<link rel="manifest" href="/manifest.webmanifest"/>')
        expect(html.match(/<meta name="theme-color"/g)?.length).toBe(2)
      }
    })

    test('the icon is there in each size that is named, and is drawn once', async () => {
      const answer = await get('/manifest.webmanifest')
      expect(answer.headers.get('content-type')).toContain('application/manifest+json')
      const manifest = (await answer.json()) as { name: string; icons: { src: string; sizes: string }[] }
      expect(manifest.name).toBe('The Courant')
      for (const { src, sizes } of manifest.icons) {
        const { width, height, format } = await sharp(await bytes(src)).metadata()
        expect([`${width}x${height}`, format]).toEqual([sizes, 'png'])
      }
      expect((await sharp(await bytes('/apple-touch-icon.png')).metadata()).width).toBe(180)
      const ico = await bytes('/favicon.ico')
      expect([0, 1, 2].map((i) => ico.readUInt8(6 + i * 16))).toEqual([16, 32, 48])
      const first = await made()
      expect(first.length).toBe(6)
      await site.restart()
      await get('/favicon.ico')
      expect(await made()).toEqual(first)
    })

    test('the icon is the first letter of the name on the colour, and another where either is changed', async () => {
      const before = iconsOf(await page())
      const centre = async () => {
        const { data, info } = await sharp(await bytes('/apple-touch-icon.png'))
          .raw()
          .toBuffer({ resolveWithObject: true })
        return [...data.subarray(0, info.channels)].slice(0, 3)
      }
      expect(await centre()).toEqual([0x0b, 0x5c, 0x49])
      expect((await save({ accent: '#8a1c3b' })).status).toBe(303)
      expect(await centre()).toEqual([0x8a, 0x1c, 0x3b])
      const after = iconsOf(await page())
      expect(after[1]).not.toBe(before[1])
      expect((await get(before[1] as string)).status).toBe(404)
      expect((await made()).length).toBe(6)
    })

    test('a colour and typefaces are in the stylesheet that pages link to, under a name that is kept for good', async () => {
      await save({ accent: '#8A1C3B', type: 'newsreader' })
      const path = stylesheetOf(await page())
      const answer = await get(path)
      const css = await answer.text()
      expect(answer.headers.get('cache-control')).toContain('immutable')
      expect(css).toContain('--spot:#8a1c3b')
      const fonts = [...css.matchAll(/url\((\/assets\/[^)]+\.woff2)\)/g)].map(([, font]) => font as string)
      expect(fonts.length).toBe(4)
      for (const font of fonts) {
        const file = await get(font, site.url)
        expect([file.status, file.headers.get('content-type'), file.headers.get('content-encoding')]).toEqual([
          200,
          'font/woff2',
          null,
        ])
        expect((await bytes(font)).toString('latin1', 0, 4)).toBe('wOF2')
      }
      expect(await (await get(/(\/assets\/newsreader-licence-\w+\.txt)/.exec(css)?.[1] ?? '')).text()).toContain(
        'SIL Open Font License',
      )
    })

    test('a process that has not heard of the change has its stylesheet all the same, and an old one leads to that of now', async () => {
      await save({ accent: '#123e7c', type: 'source' })
      const other = await site.another()
      try {
        const url = other.url.replace('localhost', '127.0.0.1')
        const before = stylesheetOf(await page('/', url))
        await save({ accent: '#5b2a86', type: 'literata' })
        const path = stylesheetOf(await page())
        expect(path).not.toBe(before)
        const there = await get(path, url)
        expect([there.status, await there.text()]).toEqual([200, await page(path)])
        const old = await get(path.replace(/-own-\w{8}/, '-own-00000000'), url)
        expect([old.status, old.headers.get('location')]).toEqual([302, path])
      } finally {
        await other.stop()
      }
    })

    test('a logo stands in place of the name, which is its alt text, and is told to search engines', async () => {
      expect(await upload('logo', await logo())).toEqual({ status: 303, alert: undefined })
      const { logo: name } = await look()
      const html = await page(storyPath)
      expect(html).toContain(`<img src="/look/${name}" alt="The Courant" width="900" height="200"`)
      expect(html).toContain(
        `"logo":{"@type":"ImageObject","url":"${site.app.url}/look/${name}","width":900,"height":200}`,
      )
      const file = await get(`/look/${name}`)
      expect([file.status, file.headers.get('content-type')]).toEqual([200, 'image/webp'])
      expect((await sharp(Buffer.from(await file.arrayBuffer())).metadata()).width).toBe(900)

      expect(await upload('logoDark', await logo(880, 200))).toEqual({ status: 303, alert: undefined })
      expect(await page()).toMatch(
        /<source media="\(prefers-color-scheme: dark\)" srcset="\/look\/logo-[0-9a-f]{16}-880x200\.webp"/,
      )

      const shown = (await look()).logo
      await staff.post('/newsroom/look/logo', { shown, act: 'remove' })
      expect(await page()).toContain('<a href="/">The Courant</a>')
      expect((await get(`/look/${name}`)).status).toBe(404)
    })

    test('an uploaded square is the icon in all sizes; whatever is around a logo is cut away', async () => {
      const square = await sharp({ create: { width: 600, height: 600, channels: 3, background: '#20304a' } })
        .png()
        .toBuffer()
      expect((await upload('icon', square)).status).toBe(303)
      const { data } = await sharp(await bytes('/apple-touch-icon.png'))
        .raw()
        .toBuffer({ resolveWithObject: true })
      expect([...data.subarray(0, 3)]).toEqual([0x20, 0x30, 0x4a])
      const wide = await sharp(await logo(400, 100))
        .extend({ top: 80, bottom: 80, left: 50, right: 50, background: '#0000' })
        .png()
        .toBuffer()
      await upload('logo', wide, (await look()).logo)
      expect((await look()).logo).toMatch(/-400x100\.webp$/)
    })

    test('what can’t be used is answered with a sentence, and nothing is kept', async () => {
      const before = await look()
      const { icon, logo: there } = before
      expect((await upload('icon', await logo(), icon)).alert).toBe(
        'An icon has to be square. Crop the picture to a square and upload that.',
      )
      expect((await upload('icon', await logo(90, 90), icon)).alert).toContain('at least 180 × 180')
      expect((await upload('logo', '<svg xmlns="http://www.w3.org/2000/svg"/>', there)).alert).toContain(
        'Export it as PNG',
      )
      expect((await upload('logo', 'Dear editor', there)).alert).toContain('not a picture')
      expect((await upload('logo', (await logo()).subarray(0, 300), there)).alert).toContain('incomplete')
      expect((await upload('logo', null, there)).alert).toBe('Choose a picture first.')
      const wrong = await save({ accent: 'ochre', type: 'literata' })
      const html = await wrong.text()
      expect([wrong.status, /role="alert"[^>]*>([^<]*)/.exec(html)?.[1]]).toEqual([
        400,
        'Give the colour as six digits such as #0b5c49, or pick one.',
      ])
      expect(html).toContain('value="ochre"')
      expect(await look()).toEqual(before)
    })

    test('of two who have the page open, the second is shown what the first has saved', async () => {
      await save({ accent: '#0b5c49', type: 'source' })
      const shown = { 'shown-accent': '#0b5c49', 'shown-type': 'source' }
      expect((await save({ ...shown, type: 'franklin' })).status).toBe(303)
      expect((await save({ ...shown, accent: '#8a1c3b' })).status).toBe(303)
      expect(await look()).toMatchObject({ accent: '#8a1c3b', type: 'franklin' })
      const both = await save({ ...shown, accent: '#123e7c' })
      expect(both.status).toBe(409)
      expect(await both.text()).toContain('Someone else changed “accent colour”')
      const { logo: there } = await look()
      expect((await upload('logo', await logo(500, 90), 'another')).status).toBe(409)
      expect((await look()).logo).toBe(there)
    })

    test('a colour is tried without being saved, and the page says which shades it stands for', async () => {
      const before = await look()
      const answer = await save({ accent: '#f2c53d', 'accent-was': '#0b5c49', picked: '#0b5c49', act: 'try' })
      const html = await answer.text()
      expect(answer.status).toBe(200)
      expect(html).toContain(
        'is too pale to read on light pages, so a darker shade is used there: <code>#856800</code>',
      )
      const preview = await (
        await staff.get(/href="(\/newsroom\/look\/preview\.css[^"]+)"/.exec(html)?.[1] ?? '')
      ).text()
      expect(preview).toContain('--spot:#856800')
      expect(await look()).toEqual(before)
      // Picked with the picker, and the digits left as they were.
      await save({ accent: '#0b5c49', 'accent-was': '#0b5c49', picked: '#123e7c', type: before.type })
      expect((await look()).accent).toBe('#123e7c')
    })
  })
}
