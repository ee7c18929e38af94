/** A sponsor with a picture and words, ads.txt, and the tags of search consoles: what an editor says and readers see. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ONE_DATABASE } from '../../../../test/databases.ts'
import { drawn } from '../../../../test/drawn.ts'
import { formTo } from '../../../../test/forms.ts'
import { photo } from '../../../../test/pictures.ts'
import { demonstration, editor, freshSite, type TestSite, type Visitor, visitor } from '../../../../test/sites.ts'

const TAG = '<meta name="google-site-verification" content="a1B2-c3" />'
const ADS = '# Harbour ads\nads.example, 1234, DIRECT, f08c47fec0942fa0\ncontact=ads@paper.example'

for (const kind of ONE_DATABASE) {
  describe(`a sponsor on ${kind}`, () => {
    let site: TestSite
    let staff: Visitor
    let reader: Visitor
    let dataFolder: string
    beforeAll(async () => {
      dataFolder = await mkdtemp(join(tmpdir(), 'courant-sponsor-'))
      site = await freshSite(kind, { config: { dataFolder } })
      staff = await editor(site)
      reader = visitor(site)
    })
    afterAll(async () => {
      await site.drop()
      await rm(dataFolder, { recursive: true, force: true })
    })

    const fieldsOf = (html: string) => formTo(html, '/newsroom/adverts')?.fields ?? {}
    const save = async (changes: Record<string, string>, picture?: Buffer) => {
      const fields = fieldsOf(await (await staff.get('/newsroom/adverts')).text())
      const form = new FormData()
      for (const [name, value] of Object.entries({ ...fields, ...changes })) form.append(name, value)
      if (picture) form.append('sponsorFile', new Blob([new Uint8Array(picture)]), 'shop.jpg')
      const response = await staff.post('/newsroom/adverts', form)
      return { status: response.status, html: await response.text() }
    }
    const seen = async (path: string) => {
      const html = await (await reader.get(path)).text()
      return { html, words: drawn(html).words }
    }

    test('stands on the front page and under each story, marked, with a picture of our own and nothing of theirs', async () => {
      const { path } = await demonstration(site)
      expect((await seen(path)).words).not.toContain('Sponsored')
      const sponsor = { sponsorName: 'Vale Chandlery', sponsorWords: 'Rope & oil since 1911.' }
      expect((await save({ ...sponsor, sponsorLink: 'https://vale.example/shop' }, await photo())).status).toBe(303)
      for (const page of ['/', path]) {
        const { html, words } = await seen(page)
        expect(words).toMatch(/Sponsored.*Vale Chandlery.*Rope & oil since 1911\./s)
        expect(html).toContain('href="https://vale.example/shop" rel="sponsored noopener"')
        expect(html).toMatch(/<aside class="sponsor"[\s\S]*<img src="\/pictures\//)
      }
      expect((await seen('/archive')).words).not.toContain('Vale Chandlery')
    })

    test('its picture can’t be deleted while it stands there, and goes when an editor takes it away', async () => {
      const [picture = ''] = /\/newsroom\/pictures\/[0-9a-z]{26}/.exec(
        await (await staff.get('/newsroom/pictures')).text(),
      ) ?? ['']
      expect((await staff.post(`${picture}/delete`, {})).status).toBe(400)
      expect((await save({ sponsorNoPicture: 'yes' })).status).toBe(303)
      expect((await seen('/')).html).not.toMatch(/class="sponsor"[\s\S]*<img/)
      expect((await staff.post(`${picture}/delete`, {})).headers.get('location')).toContain('deleted')
    })

    test('without a name it isn’t kept: readers have to know who pays; what was typed comes back', async () => {
      const { status, html } = await save({ sponsorName: ' ', sponsorWords: 'Buy now' })
      expect([status, drawn(html).words]).toEqual([400, expect.stringContaining('Say who the sponsor is')])
      expect(fieldsOf(html)).toMatchObject({ sponsorWords: 'Buy now' })
      expect((await save({ sponsorName: '', sponsorWords: '', sponsorLink: '' })).status).toBe(303)
      expect((await seen('/')).words).not.toContain('Sponsored')
    })

    test.each([
      ['sponsorLink', 'javascript:alert(1)', 'The link must begin with https://.'],
      ['adsTxt', '# fine\nads.example DIRECT', 'Line 2 of ads.txt can’t be read.'],
      ['adsTxt', 'ads.example, 1, RESOLD', 'Line 1 of ads.txt can’t be read.'],
      ['siteTags', '<script src="https://count.example/x.js"></script>', 'Paste only the tags'],
      ['siteTags', '<meta name="robots" content="noindex">', 'Paste only the tags'],
      ['siteTags', '<meta name="google-site-verification" content="a"> and words', 'Paste only the tags'],
    ])('of %s “%s” is refused with what to do', async (field, typed, sentence) => {
      const { status, html } = await save({ sponsorName: 'Vale', [field]: typed })
      expect([status, drawn(html).words]).toEqual([400, expect.stringContaining(sentence)])
      expect(fieldsOf(html)[field]).toBe(typed)
    })

    test('ads.txt is there once it has lines, as they were written', async () => {
      expect((await reader.get('/ads.txt')).status).toBe(404)
      expect((await save({ adsTxt: ADS })).status).toBe(303)
      const answer = await reader.get('/ads.txt')
      expect([answer.headers.get('content-type'), await answer.text()]).toEqual([
        'text/plain; charset=utf-8',
        `${ADS}\n`,
      ])
    })

    test('search consoles find their tag on the front page alone', async () => {
      expect((await save({ siteTags: TAG })).status).toBe(303)
      expect((await seen('/')).html).toContain('<meta name="google-site-verification" content="a1B2-c3"/>')
      expect((await seen('/archive')).html).not.toContain('google-site-verification')
    })
  })
}
