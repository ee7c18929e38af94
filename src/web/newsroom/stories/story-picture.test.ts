/** A story gets its picture: by upload, from the library, from the web; and readers see it. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ONE_DATABASE } from '../../../../test/databases.ts'
import { drawn } from '../../../../test/drawn.ts'
import { formsIn } from '../../../../test/forms.ts'
import { photo, withIptc } from '../../../../test/pictures.ts'
import { editor, freshSite, type TestSite, type Visitor, visitor } from '../../../../test/sites.ts'

for (const kind of ONE_DATABASE) {
  describe(`a story’s picture on ${kind}`, () => {
    let site: TestSite
    let staff: Visitor
    let dataFolder: string
    let path: string
    beforeEach(async () => {
      dataFolder = await mkdtemp(join(tmpdir(), 'courant-story-picture-'))
      site = await freshSite(kind, { config: { dataFolder } })
      staff = await editor(site)
      path = (await staff.post('/newsroom/stories', {})).headers.get('location') ?? ''
    })
    afterEach(async () => {
      await site.drop()
      await rm(dataFolder, { recursive: true, force: true })
    })

    const html = async () => (await staff.get(path)).text()
    /** Sends the story's form as it stands, with these fields changed. */
    const send = async (changed: Record<string, string>, file?: Buffer) => {
      const found = formsIn(await html()).find((form) => form.path === path)
      const form = new FormData()
      const fields: Record<string, string> = {
        ...found?.fields,
        headline: 'A bridge opens',
        body: 'It opened.',
        ...changed,
      }
      for (const [name, value] of Object.entries(fields)) form.append(name, value)
      if (file) form.append('pictureFile', new Blob([new Uint8Array(file)]), 'bridge.jpg')
      return staff.post(path, form)
    }
    const publicPage = async () => {
      const [link = ''] = Object.keys(drawn(await html()).links).filter((href) => /^\/\d{4}\/\d{2}\//.test(href))
      return (await visitor(site).get(link)).text()
    }

    test('uploaded with the story it is shown with sizes, credit and the words for who can’t see it', async () => {
      const bridge = withIptc(await photo({ width: 1600, height: 900 }), [
        [120, 'The new bridge at noon'],
        [80, 'Mara Lind'],
      ])
      const sent = await send({ pictureAlt: 'A bridge over a river', afterwards: 'publish' }, bridge)
      expect(sent.headers.get('location')).toBe(`${path}?published`)
      await expect.poll(publicPage).toContain('1440w')
      const page = await publicPage()
      expect(page).toMatch(/<img[^>]* src="\/pictures\/[0-9a-f]{32}\/1200\.jpg"/)
      expect(page).toMatch(/<img[^>]* srcset="[^"]*\/320\.webp 320w, [^"]*\/1440\.webp 1440w, [^"]*\/1600\.webp 1600w"/)
      expect(page).toMatch(/<img[^>]* width="1600" height="900"/)
      expect(page).toContain('alt="A bridge over a river"')
      expect(page).toContain('The new bridge at noon')
      expect(page).toContain('<span class="credit">Mara Lind</span>')
      expect(page).toMatch(/<meta property="og:image" content="http[^"]*\/pictures\/[0-9a-f]{32}\/1200\.jpg"/)
    })

    test('without alt text it is kept, asked for, and not sent again; decorative is an answer', async () => {
      const refused = await send({ standfirst: 'At last.' }, await photo())
      expect(refused.status).toBe(400)
      const form = formsIn(await refused.text()).find((one) => one.path === path)
      expect(form?.fields).toMatchObject({
        standfirst: 'At last.',
        pictureLibrary: expect.stringMatching(/^\/pictures\//),
      })
      const again = await send({ pictureLibrary: form?.fields.pictureLibrary ?? '', pictureDecorative: '1' })
      expect(again.headers.get('location')).toBe(`${path}?saved`)
    })

    test('a file that is no picture is said so, and every word stays', async () => {
      const refused = await send({ standfirst: 'At last.' }, Buffer.from('Dear editor'))
      const page = await refused.text()
      expect([refused.status, drawn(page).words]).toEqual([400, expect.stringContaining('This file is not a picture')])
      expect(page).toContain('At last.')
    })

    test('one of the library is chosen; used, it can’t be deleted, and the library says where', async () => {
      await send({ pictureAlt: 'A bridge' }, await photo())
      const [, id = ''] = /\/newsroom\/pictures\/(\w{26})/.exec(await html()) ?? []
      const other = (await staff.post('/newsroom/stories', {})).headers.get('location') ?? ''
      path = other
      await send({ pictureChosen: `/pictures/${id}`, pictureAlt: 'The same bridge' })
      const page = drawn(await (await staff.get(`/newsroom/pictures/${id}`)).text())
      expect(page.links).toHaveProperty(other)
      const refused = await staff.post(`/newsroom/pictures/${id}/delete`, {})
      expect([refused.status, drawn(await refused.text()).words]).toEqual([400, expect.stringContaining('is used in')])
      await send({ pictureRemove: '1' })
      expect(drawn(await (await staff.get(`/newsroom/pictures/${id}`)).text()).links).not.toHaveProperty(other)
    })

    test('inside a story it is shown like the lead, by the line that its page gives', async () => {
      await send({ pictureAlt: 'A bridge' }, await photo())
      const [, id = ''] = /\/newsroom\/pictures\/(\w{26})/.exec(await html()) ?? []
      const [, line = ''] =
        /<code>(\{figure [^<]*\})<\/code>/.exec(await (await staff.get(`/newsroom/pictures/${id}`)).text()) ?? []
      await send({
        body: `It opened.\n\n${line.replace('alt text', 'A bridge at noon')}`,
        pictureRemove: '1',
        afterwards: 'publish',
      })
      await expect
        .poll(publicPage)
        .toMatch(
          /<figure id="b-[^"]+"><img[^>]* srcset="\/pictures\/[0-9a-f]{32}\/320\.webp 320w[^>]* alt="A bridge at noon"/,
        )
    })

    test('an address of this machine is not fetched from; what was typed stays', async () => {
      const refused = await send({ pictureSrc: `${site.url}/healthz`, pictureAlt: 'x', standfirst: 'At last.' })
      const page = await refused.text()
      expect([refused.status, drawn(page).words]).toEqual([400, expect.stringContaining('not on the public internet')])
      expect(page).toContain('At last.')
    })

    test('a changed credit is on the published page at once, and AI is said', async () => {
      const made = await photo({
        xmp: '<Iptc4xmpExt:DigitalSourceType>http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia</Iptc4xmpExt:DigitalSourceType>',
      })
      await send({ pictureAlt: 'A bridge', afterwards: 'publish' }, made)
      await expect.poll(publicPage).toContain('Made with AI')
      const [, id = ''] = /\/newsroom\/pictures\/(\w{26})/.exec(await html()) ?? []
      await staff.post(`/newsroom/pictures/${id}`, {
        caption: '',
        credit: 'Drawn by Brushwork',
        rights: '',
        place: '',
        taken: '',
      })
      await expect.poll(publicPage).toContain('Drawn by Brushwork · Made with AI')
    })
  })
}
