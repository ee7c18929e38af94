/** Standing pages and menus, from the newsroom to what readers find. */
import { readdirSync, readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ONE_DATABASE } from '../../../../test/databases.ts'
import { drawn } from '../../../../test/drawn.ts'
import { type FormFound, formsIn, formTo } from '../../../../test/forms.ts'
import { demonstration, editor, freshSite, type TestSite, type Visitor, visitor } from '../../../../test/sites.ts'
import { changeSiteSettings } from '../../../publication/index.ts'
import { ADDRESSES } from '../../addresses.ts'
import { isReserved } from '../../kit/reserved.ts'

test('no page of the paper takes an address that the program has: the first part of each is reserved', () => {
  const firsts = ADDRESSES.map(({ path }) => path.split('/')[1] as string).filter((part) => !part.startsWith(':'))
  expect(new Set(firsts.filter((part) => !isReserved(part)))).toEqual(new Set())
  expect(firsts).toContain('assets')
  expect(['2026', 'about', '20266', 'sectionsx'].map(isReserved)).toEqual([true, false, false, false])
})

for (const kind of ONE_DATABASE) {
  describe(`the paper’s pages on ${kind}`, () => {
    let site: TestSite
    let staff: Visitor
    let reader: Visitor
    beforeEach(async () => {
      site = await freshSite(kind)
      staff = await editor(site)
      reader = visitor(site)
    })
    afterEach(() => site.drop())

    const page = async (path: string, who = staff) => drawn(await (await who.get(path)).text())
    const send = async (form: FormFound | undefined, otherwise: Record<string, string> = {}) => {
      if (!form) throw new Error('no such form')
      const response = await staff.post(form.path, { ...form.fields, ...otherwise })
      const location = response.headers.get('location')
      const html = await (location ? await staff.get(location) : response).text()
      return { status: response.status, location, html, ...drawn(html) }
    }
    /** A draft of a page, as its form stands in the newsroom. */
    const draft = async (of: string) => {
      const made = await staff.post('/newsroom/pages', { kind: of })
      const path = made.headers.get('location') ?? ''
      const form = formTo(await (await staff.get(path)).text(), path)
      if (!form) throw new Error(`no form to ${path}`)
      return { path, form }
    }
    const publishedPage = async (of: string, words = 'Words of our own.') => {
      const { path, form } = await draft(of)
      await send(form, { words, afterwards: 'publish' })
      return path
    }
    const status = async (path: string) => (await reader.get(path)).status

    test('each page that readers expect begins with a draft, which is not published before its gaps are filled', async () => {
      const kinds = formsIn(await (await staff.get('/newsroom/pages')).text()).flatMap(
        ({ fields }) => fields.kind ?? [],
      )
      expect(kinds).toEqual(['about', 'contact', 'imprint', 'privacy', 'accessibility'])
      await changeSiteSettings(
        site.app.store,
        { wanted: { name: 'The Ferry', contact: 'desk@ferry.example' } },
        null,
        Date.now(),
      )
      for (const of of kinds) {
        const { path, form } = await draft(of)
        expect(form.fields.words, of).toContain('desk@ferry.example')
        const refused = await send(form, { afterwards: 'publish' })
        expect([refused.status, await status(`/${of}`)]).toEqual([400, 404])
        expect(refused.words).toMatch(/Saved, but not published\. Fill in \[.*?\], or take it out, before readers/)
        const filled = form.fields.words?.replace(/\[([^\]]*)\](?!\()/g, '$1') ?? ''
        const now = formTo(refused.html, path)
        expect((await send(now, { words: filled, afterwards: 'publish' })).location).toBe(`${path}?done=published`)
        expect((await page(`/${of}`, reader)).words, of).toContain('desk@ferry.example')
      }
      expect((await page('/newsroom/pages')).words).not.toContain('Start from a draft')
    })

    test('the draft on privacy names each cookie that the program sets, and no other', async () => {
      const sources = readdirSync('src/web', { recursive: true, encoding: 'utf8' }).filter((file) =>
        /(?<!\.test)\.ts$/.test(file),
      )
      const set = new Set(
        sources.flatMap((file) => readFileSync(`src/web/${file}`, 'utf8').match(/'courant_\w+'/g) ?? []),
      )
      const { form } = await draft('privacy')
      const named = new Set((form.fields.words ?? '').match(/courant_\w+/g))
      expect(named).toEqual(new Set([...set].map((name) => name.slice(1, -1))))
    })

    test('readers find a page once it is published: with its words set as in print, in the sitemap, and at the foot of every page', async () => {
      const { form } = await draft('about')
      await send(form, { words: '## Who\n\nWe are "four" people. [Rules](/house-rules)', afterwards: 'publish' })
      const about = await (await reader.get('/about')).text()
      expect(about).toContain('We are “four” people. <a href="/house-rules">Rules</a>')
      expect(about).toContain('"@type":"AboutPage"')
      expect(about).toContain('<link rel="canonical" href=')
      expect(await (await reader.get('/sitemap.xml')).text()).toMatch(/<loc>[^<]*\/about<\/loc><lastmod>/)
      const { path } = await demonstration(site)
      for (const other of ['/', path, '/nothing-here', '/receipts'])
        expect((await page(other, reader)).links, other).toMatchObject({ '/about': 'About us' })
      expect(await (await reader.get('/about')).text()).toBe(about)
    })

    test('unpublished, no reader finds it or is led to it, and staff see it as before', async () => {
      const path = await publishedPage('imprint')
      expect((await page('/', reader)).links).toHaveProperty('/imprint')
      await send(formTo(await (await staff.get(path)).text(), `${path}/unpublish`))
      expect([await status('/imprint'), (await page('/', reader)).links['/imprint']]).toEqual([404, undefined])
      expect(await (await reader.get('/sitemap.xml')).text()).not.toContain('/imprint')
      expect((await page(`${path}/preview`)).words).toMatch(/^Preview\. Readers see .*Imprint.*Words of our own\./)
      expect(await (await staff.get(`${path}/preview`)).text()).not.toContain('application/ld+json')
    })

    test('a renamed page leads on from its earlier address, and an address of the program is refused with all that was typed', async () => {
      const path = await publishedPage('contact')
      const open = async () => formTo(await (await staff.get(path)).text(), path)
      await send(await open(), { slug: 'Write to us' })
      const moved = await reader.get('/contact')
      expect([moved.status, moved.headers.get('location')]).toEqual([301, '/write-to-us'])
      const refused = await send(await open(), { slug: 'newsroom', words: 'Typed just now.' })
      expect([refused.status, refused.words]).toEqual([400, expect.stringContaining('The site itself uses /newsroom.')])
      expect(formTo(refused.html, path)?.fields).toMatchObject({ slug: 'newsroom', words: 'Typed just now.' })
      const picture = await send(await open(), { words: '{figure javascript:x | a | b}' })
      expect([picture.status, formTo(picture.html, path)?.fields.words]).toEqual([400, '{figure javascript:x | a | b}'])
    })

    test('two who write at once: the second sees both versions, and loses neither', async () => {
      const { path, form } = await draft('about')
      await send(form, { words: 'Hers.' })
      const second = await send(form, { words: 'His.' })
      expect([second.status, second.words]).toEqual([409, expect.stringContaining('Someone else saved this page')])
      expect(second.texts('textarea')).toEqual(expect.arrayContaining(['Hers.', 'His.']))
      await send(formTo(second.html, path), {})
      expect(formTo(await (await staff.get(path)).text(), path)?.fields.words).toBe('His.')
    })

    test('removed, it is gone for everyone, and the menu that names it says so to the editor alone', async () => {
      const path = await publishedPage('about')
      await publishedPage('imprint')
      await staff.post('/newsroom/menus/foot/add', { thing: '', href: '/archive', label: 'All stories' })
      expect((await page(path)).words).toContain('It is in the menu at the foot.')
      const gone = await send(formTo(await (await staff.get(path)).text(), `${path}/remove`))
      expect(gone.words).toContain('Removed “About us”.')
      expect([await status('/about'), (await staff.get(path)).status]).toEqual([404, 404])
      expect((await page('/', reader)).links).not.toHaveProperty('/about')
      expect((await page('/newsroom/menus')).words).toContain('What this line led to has been removed')
    })

    test('a menu is ordered by buttons, and the one that was pressed stays in hand', async () => {
      for (const of of ['about', 'contact', 'accessibility']) await publishedPage(of)
      const labels = async () => {
        const html = await (await reader.get('/archive')).text()
        const foot = html.slice(html.indexOf('id="foot-about"'))
        return ['About us', 'Contact', 'Accessibility'].sort((a, b) => foot.indexOf(`>${a}<`) - foot.indexOf(`>${b}<`))
      }
      expect(await labels()).toEqual(['About us', 'Contact', 'Accessibility'])
      const moves = async () =>
        formsIn(await (await staff.get('/newsroom/menus')).text()).filter(
          ({ path, fields }) => path === '/newsroom/menus/foot/move' && 'key' in fields,
        )
      const [, , last] = await moves()
      const moved = await send(last as FormFound, { direction: 'up' })
      expect(await labels()).toEqual(['About us', 'Accessibility', 'Contact'])
      const inHand = moved.elements.filter(({ attributes }) => attributes.autofocus !== undefined)
      expect(inHand.map(({ text }) => text.trim())).toEqual([expect.stringContaining('Move up: Accessibility')])
    })

    test('what a menu can’t lead to is said beside what was typed; an address of the paper’s own becomes what stands there', async () => {
      await publishedPage('about')
      const add = async (href: string, label = 'There') => {
        const response = await staff.post('/newsroom/menus/head/add', { thing: '', href, label })
        return { status: response.status, html: await response.text() }
      }
      for (const [href, sentence] of [
        ['/nothing/here', 'There is no page at /nothing/here. Check the address.'],
        ['/sections/nothing', 'There is no page at /sections/nothing. Check the address.'],
        ['example.org', 'Give the full address'],
        ['', 'Choose what to add, or write an address.'],
      ] as const) {
        const { status, html } = await add(href)
        expect([status, drawn(html).words]).toEqual([400, expect.stringContaining(sentence)])
        expect(formTo(html, '/newsroom/menus/head/add')?.fields).toMatchObject({ href, label: 'There' })
      }
      expect((await add(`${site.app.url}/about`, '')).status).toBe(303)
      expect((await add('/said?about=ferry', 'Ferry')).status).toBe(303)
      const { links } = await page('/', reader)
      expect(links).toMatchObject({ '/about': 'About us', '/said?about=ferry': 'Ferry' })
      expect((await staff.post('/newsroom/menus/middle/add', {})).status).toBe(404)
    })

    test('the page that is open, and a story’s section, are marked in the menu', async () => {
      const { path } = await demonstration(site)
      const [section] = (await page('/newsroom/menus')).elements.filter(({ name }) => name === 'strong')
      const where = (html: string) => drawn(html).elements.filter(({ attributes }) => attributes['aria-current'])
      const marked = where(await (await reader.get(path)).text())
      expect(new Set(marked.map(({ attributes, text }) => [attributes['aria-current'], text].join(' ')))).toEqual(
        new Set([`true ${section?.text}`]),
      )
      await publishedPage('about')
      const about = where(await (await reader.get('/about')).text())
      expect(new Set(about.map(({ attributes, text }) => [attributes['aria-current'], text].join(' ')))).toEqual(
        new Set(['page About us']),
      )
    })

    test('the search is in the bar of every page as soon as there is a statement to find, and of none before', async () => {
      const search = async () =>
        (await page('/archive', reader)).elements.some(({ attributes }) => attributes.class === 'search')
      const { id } = await demonstration(site)
      expect(await search()).toBe(false)
      await staff.post(`/newsroom/stories/${id}/reading/panel`, { shown: 'yes' })
      // Drawn anew because of it, and so the first to hear.
      await reader.get('/')
      await expect.poll(search).toBe(true)
      await staff.post(`/newsroom/stories/${id}/reading/panel`, { shown: '' })
      await reader.get('/')
      await expect.poll(search).toBe(false)
    })
  })
}
