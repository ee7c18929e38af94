/** Sections, topics and authors, as a newsroom keeps them without JavaScript. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ONE_DATABASE } from '../../../../test/databases.ts'
import { drawn } from '../../../../test/drawn.ts'
import { photo } from '../../../../test/pictures.ts'
import { editor, freshSite, type TestSite, type Visitor, visitor } from '../../../../test/sites.ts'

for (const kind of ONE_DATABASE) {
  describe(`sections, topics and authors in the newsroom on ${kind}`, () => {
    let site: TestSite
    let staff: Visitor
    let dataFolder: string
    beforeEach(async () => {
      dataFolder = await mkdtemp(join(tmpdir(), 'courant-terms-'))
      site = await freshSite(kind, { config: { dataFolder } })
      staff = await editor(site)
    })
    afterEach(async () => {
      await site.drop()
      await rm(dataFolder, { recursive: true, force: true })
    })

    const page = async (path: string, who: Visitor = staff) => drawn(await (await who.get(path)).text())
    /** Adds one and answers the path of its page. */
    const add = async (list: 'sections' | 'topics' | 'authors', name: string) => {
      const response = await staff.post(`/newsroom/${list}`, { name })
      return (response.headers.get('location') ?? '').replace('?added', '')
    }
    /** The form as its page shows it, with some fields typed anew. */
    const save = async (path: string, typed: Record<string, string | Blob>) => {
      const { elements, texts } = await page(path)
      const form = new FormData()
      for (const { name, attributes } of elements) {
        const { name: field = '', type = '', value = '' } = attributes
        const isSent = type !== 'file' && (type !== 'radio' || 'checked' in attributes) && type !== 'checkbox'
        if (name === 'input' && field !== '' && field !== 'into' && isSent) form.set(field, value)
      }
      for (const [i, field] of ['about', 'signs'].entries()) form.set(field, texts('textarea')[i] ?? '')
      for (const [field, value] of Object.entries(typed)) form.set(field, value)
      const response = await staff.post(path, form)
      return { status: response.status, next: response.headers.get('location'), html: await response.text() }
    }
    const story = async (fields: Record<string, string>) => {
      const made = (await staff.post('/newsroom/stories', {})).headers.get('location') as string
      const words = { headline: 'The lock reopens', body: 'Boats went through on Monday.', base: '1' }
      const sent = await staff.post(made, { ...words, ...fields, afterwards: 'publish' })
      if (sent.status !== 303) throw new Error(`publishing answered ${sent.status}`)
      return made
    }

    test('a section is added, described, coloured and renamed; readers who have the old address get to it', async () => {
      const path = await add('sections', 'Harbour')
      expect((await page(`${path}?added`)).part('notice')).toContain('Added.')
      expect(await save(path, { about: 'Boats and the board.', accent: 'teal', tone: 'analysis' })).toMatchObject({
        status: 303,
        next: `${path}?saved`,
      })
      await save(path, { name: 'Port', tone: 'analysis' })
      const reader = visitor(site)
      const moved = await reader.get('/sections/harbour')
      expect([moved.status, moved.headers.get('location')]).toEqual([301, '/sections/port'])
      const front = await (await reader.get('/sections/port')).text()
      expect(front).toContain('accent-teal')
      expect(drawn(front).words).toContain('Analysis')
      expect(drawn(front).words).toContain('Boats and the board.')
      await save(path, { name: 'Quay', keepAddress: '1' })
      expect(drawn(await (await reader.get('/sections/port')).text()).texts('h1')).toEqual(['Quay'])
      expect((await page('/newsroom/log?kind=section')).words).toContain('Renamed Port: Quay')
    })

    test('sections are moved up and down; the first has no way up and the last none down', async () => {
      const sea = await add('sections', 'Sea')
      await add('sections', 'Sport')
      const names = async () => (await page('/newsroom/sections')).texts('h2')
      expect(await names()).toEqual(['Town', 'Sea', 'Sport'])
      const id = sea.split('/').at(-1) as string
      const up = await staff.post('/newsroom/sections/move', { move: `up ${id}` })
      expect(up.headers.get('location')).toBe(`/newsroom/sections?moved=up-${id}`)
      expect(await names()).toEqual(['Sea', 'Town', 'Sport'])
      // Dragged, to any place.
      await staff.post('/newsroom/sections/move', { line: id, to: '3' })
      expect(await names()).toEqual(['Town', 'Sport', 'Sea'])
      await staff.post('/newsroom/sections/move', { line: id, to: '1' })
      const { elements } = await page('/newsroom/sections')
      const stuck = elements.filter(({ attributes }) => 'disabled' in attributes)
      expect(stuck.map(({ attributes }) => attributes['aria-label'])).toEqual(['Move Sea up', 'Move Sport down'])
    })

    test('a section with stories is removed only by naming which other takes them, whose address then leads there', async () => {
      const town = Object.entries((await page('/newsroom/sections')).links).find(
        ([, name]) => name === 'Town',
      )?.[0] as string
      const sea = await add('sections', 'Sea')
      expect((await page(town)).words).toContain('One story is in this section.')
      const refused = await staff.post(`${town}/remove`, {})
      expect([refused.status, drawn(await refused.text()).part('problem')]).toEqual([
        400,
        'One story is in “Town”. Choose the section to move it to.',
      ])
      const nobody = await staff.post(`${town}/join`, { into: '' })
      expect(nobody.status).toBe(400)
      const joined = await staff.post(`${town}/join`, { into: sea.split('/').at(-1) as string })
      expect(joined.headers.get('location')).toBe(`${sea}?joined`)
      expect((await page(sea)).words).toContain('1 story')
      expect((await visitor(site).get('/sections/town')).headers.get('location')).toBe('/sections/sea')
      expect((await staff.get(town)).status).toBe(404)
    })

    test('one without stories is gone at once, and its address says so', async () => {
      const sea = await add('topics', 'Sea')
      expect((await staff.post(`${sea}/remove`, {})).headers.get('location')).toBe('/newsroom/topics?removed')
      const answer = await visitor(site).get('/topics/sea')
      expect([answer.status, drawn(await answer.text()).words]).toEqual([
        410,
        expect.stringContaining('The newsroom has closed this page.'),
      ])
      expect((await visitor(site).get('/topics/lake')).status).toBe(404)
    })

    test('a name that is taken comes back with everything typed, and the other is chosen to join with', async () => {
      const sea = await add('sections', 'Sea')
      const { status, html } = await save(sea, { name: 'TOWN', about: 'Waves and “gulls”' })
      const back = drawn(html)
      expect([status, back.part('problem')]).toEqual([
        400,
        'There is already a section “Town”. Choose another name, or join the two.',
      ])
      expect([back.field('name')?.attributes.value, back.texts('textarea')[0]]).toEqual(['TOWN', 'Waves and “gulls”'])
      const chosen = back.elements.find(
        ({ name, attributes }) => name === 'option' && 'selected' in attributes && attributes.value?.length === 26,
      )
      expect(chosen?.text).toBe('Town')
      const again = await staff.post('/newsroom/sections', { name: 'town' })
      expect([again.status, drawn(await again.text()).part('problem')]).toEqual([
        400,
        'There is already a section “Town”.',
      ])
    })

    test('a portrait that is too large is said so beside everything typed, and nothing of it is kept', async () => {
      const ann = await add('authors', 'Ann Lee')
      const film = new Blob([new Uint8Array(await photo()), new Uint8Array(41 * 1024 * 1024)])
      const { status, html } = await save(ann, { role: 'Reporter', about: 'Ann has a boat.', pictureFile: film })
      const back = drawn(html)
      expect([status, back.part('problem')]).toEqual([400, expect.stringContaining('larger than 40 MB')])
      expect([back.field('role')?.attributes.value, back.texts('textarea')[0]]).toEqual(['Reporter', 'Ann has a boat.'])
      expect((await page('/newsroom/pictures')).words).toContain('No pictures yet.')
    })

    test('of two editors the second sees what the first has saved beside their own, and may then save', async () => {
      const sea = await add('sections', 'Sea')
      await save(sea, { about: 'By the first' })
      const late = { base: '1', about: 'By the second' }
      const { status, html } = await save(sea, late)
      expect([status, drawn(html).part('theirs-about')]).toEqual([409, expect.stringContaining('By the first')])
      expect(drawn(html).texts('textarea')[0]).toBe('By the second')
      const base = drawn(html).field('base')?.attributes.value as string
      expect((await save(sea, { ...late, base })).status).toBe(303)
    })

    test('an author’s page is made from a byline: role, portrait, contact, another name; the picture can’t be deleted then', async () => {
      await story({ byline: 'By Ann Lee and Bo Day', base: '1' })
      const list = await page('/newsroom/authors')
      expect(list.words).toContain('Ann Lee 1 story')
      const ann = await add('authors', 'Ann Lee')
      const portrait = new Blob([new Uint8Array(await photo())])
      const said = { role: 'Harbour reporter', contact: 'ann@paper.example', about: 'Ann has a boat.', signs: 'A. Lee' }
      expect(await save(ann, { ...said, pictureFile: portrait })).toMatchObject({ status: 303 })
      const front = await page('/authors/ann-lee', visitor(site))
      for (const words of ['Harbour reporter', 'Ann has a boat.', 'The lock reopens'])
        expect(front.words).toContain(words)
      expect(front.links).toHaveProperty('mailto:ann@paper.example', 'ann@paper.example')
      expect(front.elements.some(({ attributes }) => attributes.class?.split(' ').includes('portrait'))).toBe(true)
      const picture = Object.keys((await page('/newsroom/pictures')).links).find((href) =>
        /^\/newsroom\/pictures\/\w{26}$/.test(href),
      ) as string
      expect((await page(picture)).links).toHaveProperty(ann, 'Portrait of Ann Lee')
      const refused = drawn(await (await staff.post(`${picture}/delete`, {})).text())
      expect(refused.part('problem')).toBe(
        'This picture is used in Portrait of Ann Lee. Take it out of there first, or replace it.',
      )
      expect((await page('/newsroom/authors')).words).not.toContain('Make a page Ann Lee')
      const wrong = await save(ann, { contact: 'ann at paper' })
      expect([wrong.status, drawn(wrong.html).field('contact')?.attributes.value]).toEqual([400, 'ann at paper'])
      await save(ann, { pictureRemove: '1' })
      expect((await staff.post(`${picture}/delete`, {})).status).toBe(303)
    })

    test('a story’s form offers the sections, shows an earlier name as it is now, and takes a new section and topics', async () => {
      const sea = await add('sections', 'Sea')
      const path = await story({ section: 'Sea', topics: 'Locks, boats, LOCKS' })
      await save(sea, { name: 'Coast' })
      const chosen = async () => {
        const { elements, field } = await page(path)
        const options = elements.filter(({ name, attributes }) => name === 'option' && !attributes.value?.includes('0'))
        const at = elements.findIndex(({ attributes }) => attributes.id === 'section')
        const names = elements.slice(at).filter(({ name }) => name === 'option')
        return {
          section: names.find(({ attributes }) => 'selected' in attributes)?.text ?? 'None',
          all: options.length > 0,
          topics: field('topics')?.attributes.value,
        }
      }
      expect(await chosen()).toMatchObject({ section: 'Coast', topics: 'Locks, boats' })
      const words = { headline: 'The lock reopens', body: 'Boats went through on Monday.', base: '2' }
      await staff.post(path, { ...words, section: 'Coast', newSection: 'World', topics: 'Locks' })
      expect(await chosen()).toMatchObject({ section: 'World — a new section once published', topics: 'Locks' })
      const refused = await staff.post(path, { ...words, base: '3', newSection: 'x'.repeat(81), topics: 'One, two' })
      const back = drawn(await refused.text())
      expect([refused.status, back.part('problem')]).toEqual([
        400,
        'Shorten the section’s name to 80 characters, or choose another section.',
      ])
      expect(back.field('topics')?.attributes.value).toBe('One, two')
    })
  })
}
