/** A draft's history: who wrote what, what differs between any two points, and the way back; without JavaScript. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ONE_DATABASE } from '../../../../test/databases.ts'
import { editor, freshSite, type TestSite, type Visitor, visitor } from '../../../../test/sites.ts'
import { type Step, takeSteps } from '../../../drafting/index.ts'
import { addPerson, makeSignInLink, ROLES } from '../../../people/index.ts'
import { readDraft } from '../../../story/index.ts'

for (const kind of ONE_DATABASE) {
  let site: TestSite
  let ada: Visitor
  let path: string
  let bea: string
  let now = Date.UTC(2026, 4, 31, 11)
  beforeAll(async () => {
    site = await freshSite(kind, { now: () => now })
    ada = await editor(site)
    path = (await ada.post('/newsroom/stories', {})).headers.get('location') as string
    const person = await addPerson(site.app.store, { name: 'Bea Bright', mail: null, switches: ROLES.editor }, now)
    if ('problem' in person) throw new Error(person.problem)
    bea = person.id
    const type = async (by: string, steps: Step[]) => {
      const storyId = path.split('/').at(-1) as string
      const { number = 0 } = (await readDraft(site.app.store.db, storyId)) ?? {}
      now += 60_000
      await takeSteps(site.app.store, { storyId, base: number, client: by, key: `key ${now}`, steps, by }, now)
    }
    const put = (text: string, id = 'a'): Step => ({ type: 'put', block: { id, type: 'paragraph', text } })
    await type(bea, [put('The ferry was late.')])
    await type(bea, [put('The ferry was late again.'), { type: 'field', field: 'headline', value: 'Ferry late' }])
    now += 3_600_000
    await type(bea, [put('The old ferry was late again.'), put('Nobody was on board.', 'b')])
    const page = await (await ada.get(path)).text()
    const base = /name="base" value="(\d+)"/.exec(page)?.[1] ?? ''
    const form = { base, headline: 'Ferry late', body: 'Nobody was on board.' }
    now += 60_000
    expect((await ada.post(path, { ...form, afterwards: 'publish' })).headers.get('location')).toContain('?published')
  })
  afterAll(() => site.drop())
  const historyOf = async (query = '') => {
    const response = await ada.get(`${path}/history${query}`)
    return { status: response.status, html: await response.text() }
  }

  test('lists what was typed without a long pause in one line, and each save and publication', async () => {
    const { html } = await historyOf()
    const lines = [...html.matchAll(/<span class="point">(.*?)<span class="meta"/g)].map(([, line = '']) =>
      line.replace(/<[^>]*>/g, ''),
    )
    expect(lines[0]).toMatch(/ published version 1$/)
    expect(lines[1]).toMatch(/ saved$/)
    expect(lines.slice(2, 4)).toEqual(['Bea Bright wrote', 'Bea Bright wrote'])
    expect(lines[4]).toMatch(/ started the story$/)
    expect(lines).toHaveLength(5)
  })

  test('shows what differs between two points, word by word, and who changed it', async () => {
    const { html } = await historyOf('?from=4&to=2')
    expect(html).toContain('The <ins>old </ins>ferry was late<ins> again</ins>.')
    expect(html).toContain('<ins>Ferry late</ins>')
    expect(html).toContain('Text, new')
    expect(html).toContain('Bea Bright')
    const gone = await historyOf('?from=4&to=5')
    expect(gone.html).toContain('Text, taken out')
    expect(gone.html).toContain('<del>The old ferry was late again.</del>')
  })

  test('goes back to a point by a new one, and says of one that is none that it isn’t there', async () => {
    const done = await ada.post(`${path}/history/restore`, { number: '4' })
    expect(done.headers.get('location')).toBe(`${path}/history?restored`)
    const { content, number } = (await readDraft(site.app.store.db, path.split('/').at(-1) as string)) ?? {}
    expect(number).toBe(6)
    expect(content?.body).toMatchObject([{ text: 'The old ferry was late again.' }, { text: 'Nobody was on board.' }])
    expect((await historyOf('?restored')).html).toContain('went back to an earlier point')
    for (const number of ['99', '', 'x'])
      expect((await ada.post(`${path}/history/restore`, { number })).status).toBe(400)
    expect((await historyOf('?from=1&to=99')).status).toBe(400)
    const josef = await addPerson(site.app.store, { name: 'Josef', mail: null, switches: ROLES.reporter }, now)
    const token = 'id' in josef ? await makeSignInLink(site.app.store, josef.id, now) : ''
    const other = visitor(site)
    await other.post('/newsroom/sign-in', { token })
    expect((await other.post(`${path}/history/restore`, { number: '1' })).status).toBe(403)
    expect(await (await other.get(`${path}/history?from=1&to=4`)).text()).not.toContain('Go back to this')
  })
}
