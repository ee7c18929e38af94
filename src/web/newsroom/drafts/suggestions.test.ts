/** Who may not change a story suggests; who may accepts or rejects; both stand in what is kept. Without JavaScript. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ONE_DATABASE } from '../../../../test/databases.ts'
import { editor, freshSite, type TestSite, type Visitor, visitor } from '../../../../test/sites.ts'
import { addPerson, makeSignInLink, ROLES } from '../../../people/index.ts'
import { readDraft } from '../../../story/index.ts'

for (const kind of ONE_DATABASE) {
  let site: TestSite
  let ada: Visitor
  let josef: Visitor
  let path: string
  beforeAll(async () => {
    site = await freshSite(kind)
    ada = await editor(site)
    path = (await ada.post('/newsroom/stories', {})).headers.get('location') as string
    const body = 'The ferry was late.\n\nIt’s the third time - in May.\n\nNobody was on board.'
    await ada.post(path, { base: '1', headline: 'Ferry late', body })
    const person = await addPerson(site.app.store, { name: 'Josef', mail: null, switches: ROLES.reporter }, Date.now())
    if ('problem' in person) throw new Error(person.problem)
    josef = visitor(site)
    await josef.post('/newsroom/sign-in', { token: await makeSignInLink(site.app.store, person.id, Date.now()) })
  })
  afterAll(() => site.drop())

  const draft = async () => {
    const read = await readDraft(site.app.store.db, path.split('/').at(-1) as string)
    if (!read) throw new Error('no draft')
    return read
  }
  const texts = async () => (await draft()).content.body.map((block) => ('text' in block ? block.text : ''))
  /** What the form holds, with these changes. */
  const suggest = async (change: (body: string) => string, headline?: string) => {
    const page = await (await josef.get(`${path}/suggest`)).text()
    const body = (/<textarea[^>]*>([^<]*)</.exec(page)?.[1] ?? '').replace(/^\n/, '')
    const value = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? ''
    const fields = { headline: headline ?? value('headline'), standfirst: '', byline: '', dateline: '' }
    return josef.post(`${path}/suggest`, { ...fields, base: value('base'), body: change(body) })
  }
  const openOnes = async () =>
    [...(await (await ada.get(`${path}/suggestions`)).text()).matchAll(/action="([^"]*\/suggestions\/\w+)"/g)].map(
      ([, action = '']) => action,
    )

  test('what is suggested changes nothing, and is shown to whoever may decide', async () => {
    const sent = await suggest((body) => body.replace('Nobody', 'Somebody'), 'Ferry late again')
    expect(sent.headers.get('location')).toBe(`${path}/suggestions?sent=2`)
    expect(await texts()).toContain('Nobody was on board.')
    const page = await (await ada.get(path)).text()
    expect(page).toContain('<del>Nobody</del><ins>Somebody</ins> was on board.')
    expect(page).toContain('Ferry late<ins> again</ins>')
    expect(page).toContain('2 suggestions')
    const theirs = await (await josef.get(`${path}/suggestions`)).text()
    expect(theirs).toContain('<ins>Somebody</ins>')
    expect(theirs).not.toContain('value="accept"')
    const [first = ''] = await openOnes()
    expect((await josef.post(first, { decision: 'accept' })).status).toBe(403)
  })

  test('what is accepted is a point by who accepted it, with whose it was; what is rejected stays to be read', async () => {
    const before = (await draft()).number
    const [one = '', two = ''] = await openOnes()
    expect((await ada.post(one, { decision: 'accept' })).headers.get('location')).toBe(`${path}/suggestions?accepted`)
    expect((await ada.post(two, { decision: 'reject' })).headers.get('location')).toBe(`${path}/suggestions?rejected`)
    expect((await draft()).number).toBe(before + 1)
    expect(await (await ada.get(`${path}/history`)).text()).toContain('accepted a suggestion by Josef')
    const page = await (await ada.get(`${path}/suggestions`)).text()
    expect(page).toContain('No open suggestions.')
    expect(page).toMatch(/Accepted by .*Rejected by |Rejected by .*Accepted by /s)
    expect((await ada.post(one, { decision: 'accept' })).status).toBe(409)
  })

  test('what was changed meanwhile is overwritten by no suggestion', async () => {
    await suggest((body) => body.replace('third', 'fourth'))
    const { content, number } = await draft()
    const body = content.body
      .map((block) => ('text' in block ? block.text : ''))
      .join('\n\n')
      .replace('third', 'fifth')
    await ada.post(path, { base: String(number), headline: content.headline, body })
    const [one = ''] = await openOnes()
    const refused = await ada.post(one, { decision: 'accept' })
    expect([refused.status, await refused.text()]).toEqual([
      409,
      expect.stringContaining('This passage has changed since the suggestion was made.'),
    ])
    expect((await texts()).join(' ')).toContain('fifth')
  })

  test('a form with nothing changed, or of a draft that never was, comes back with its words', async () => {
    const same = await suggest((body) => body)
    expect([same.status, await same.text()]).toEqual([400, expect.stringContaining('You have changed nothing.')])
    const lost = await josef.post(`${path}/suggest`, { base: '99', headline: 'Kept', body: 'Kept words.' })
    expect(lost.status).toBe(400)
    expect(await lost.text()).toContain('Kept words.')
  })
}
