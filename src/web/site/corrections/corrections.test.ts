/** Corrections as readers and programs meet them, over a real site: everywhere what is to be told, nowhere what is not. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ONE_DATABASE } from '../../../../test/databases.ts'
import { drawn } from '../../../../test/drawn.ts'
import { editor, freshSite, type TestSite, type Visitor, visitor } from '../../../../test/sites.ts'
import { createStory, emptyContent, publish, type StoryContent, unpublish } from '../../../story/index.ts'

const [kind = 'sqlite'] = ONE_DATABASE
let now = Date.UTC(2026, 10, 30, 10)
let site: TestSite
let staff: Visitor
let id: string
let path: string
beforeEach(async () => {
  now = Date.UTC(2026, 10, 30, 10)
  site = await freshSite(kind, { now: () => now })
  staff = await editor(site)
  const body: StoryContent['body'] = [
    { id: 'p1', type: 'paragraph', text: 'A crossing costs £8 from Monday.' },
    { id: 'p2', type: 'paragraph', text: 'The board voted on Tuesday.' },
  ]
  const content = { ...emptyContent, headline: 'The ferry costs more', body }
  id = await createStory(site.app.store, { content, by: null, commentsOpen: true }, now)
  const done = await publish(site.app.store, { id, by: null }, now)
  if ('problem' in done) throw new Error(done.problem)
  path = done.path
})
afterEach(() => site.drop())

const pageAt = async (address: string) => {
  const response = await visitor(site).get(address)
  const text = await response.text()
  return { status: response.status, text, ...drawn(text.startsWith('<!doctype') ? text : '') }
}

/** Saves and publishes with other words for others, from the form as it is; answers the page or where it led. */
async function change(words: [from: string, to: string], fields: Record<string, string>) {
  now += 3_600_000
  const form = drawn(await (await staff.get(`/newsroom/stories/${id}`)).text())
  const base = /name="base" value="(\d+)"/.exec(await (await staff.get(`/newsroom/stories/${id}`)).text())?.[1] ?? ''
  const body = (form.field('body')?.text ?? '').trim().replace(...words)
  return staff.post(`/newsroom/stories/${id}`, {
    base,
    headline: 'The ferry costs more',
    body,
    afterwards: 'publish',
    ...fields,
  })
}

test('a correction stands under the byline, at its place in the text, in feed, data, API, and among all corrections', async () => {
  expect((await pageAt('/corrections')).words).toContain('Nothing has been corrected so far.')
  const before = await pageAt(path)
  expect(before.words).not.toContain('All versions')
  const cause = 'The fare was given as £8; it is £5.'
  await change(['£8', '£5'], { change: 'correction', cause })

  const page = await pageAt(path)
  expect(page.words).toMatch(/Correction, 30 November 2026 at 11:00: The fare was given as £8; it is £5\./)
  expect(page.links['#corrected-p1']).toBe('Show it in the text')
  expect(Object.entries(page.links).find(([, says]) => says.startsWith('Corrected'))?.[0]).toMatch(/^#correction-/)
  expect(page.text).toContain('id="corrected-p1"')
  expect(page.text).not.toContain('id="corrected-p2"')
  const data = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/.exec(page.text)?.[1] ?? '')
  expect(data.correction).toMatchObject([
    { '@type': 'CorrectionComment', text: cause, datePublished: '2026-11-30T11:00:00.000Z' },
  ])
  expect(data.dateModified).toBe('2026-11-30T11:00:00.000Z')

  const feed = await pageAt('/feed.xml')
  expect(feed.text).toContain('The fare was given as £8; it is £5.')
  expect(feed.text).toContain('<updated>2026-11-30T11:00:00.000Z</updated>')
  const api = JSON.parse((await pageAt(`/api/stories/${id}`)).text)
  expect(api.corrections).toMatchObject([
    {
      kind: 'correction',
      text: cause,
      version: 2,
      at: '2026-11-30T11:00:00.000Z',
      changes: [{ block: 'p1', before: 'A crossing costs £8 from Monday.', after: 'A crossing costs £5 from Monday.' }],
    },
  ])
  const all = await pageAt('/corrections')
  expect(all.words).toContain(cause)
  expect(all.texts('h2')).toEqual(['The ferry costs more'])
  expect(all.links).toHaveProperty('/corrections', 'Corrections')
})

test('any two versions can be compared word by word, and no draft is among them', async () => {
  await change(['£8', '£6'], { change: 'typo' })
  await change(['£6', '£5'], { change: 'correction', cause: 'It is £5.' })
  await change(['£5', '£4-not-out-yet'], { afterwards: '' })
  const versions = await pageAt(`${path}/versions`)
  expect(versions.words).toMatch(/Version 3.*Correction: It is £5\..*Version 2.*Published again.*Version 1.*Published/s)
  const both = await visitor(site).get(`${path}/versions/compare?from=3&to=1`)
  expect(both.headers.get('location')).toBe(`${path}/versions/1/3`)
  const compared = await pageAt(`${path}/versions/1/3`)
  expect(compared.text).toMatch(/<del>8<\/del><ins>5<\/ins>/)
  expect(compared.words).not.toContain('The board voted')
  for (const address of [`${path}/versions/3/4`, `${path}/versions/3/1`, `${path}/versions/0/1`, '/corrections/2'])
    expect((await pageAt(address)).status, address).toBe(404)
  for (const address of [`${path}/versions`, `${path}/versions/1/3`, path, '/corrections', '/feed.xml'])
    expect((await pageAt(address)).text).not.toContain('not-out-yet')
})

test('a typo is told nowhere', async () => {
  await change(['Tuesday', 'Wednesday'], { change: 'typo', cause: 'The day was wrong.' })
  for (const address of [path, '/corrections', '/feed.xml', `/api/stories/${id}`, `${path}/versions`])
    expect((await pageAt(address)).text, address).not.toContain('The day was wrong')
  expect((await pageAt(path)).words).not.toContain('Updated')
})

test('a retracted story keeps its address and says why, and its words are nowhere', async () => {
  await change(['£8', '£5'], { change: 'correction', cause: 'It is £5.' })
  await pageAt(`${path}/versions/1/2`)
  await change(['£5', '£5'], { change: 'retraction', cause: 'There is no such ferry.' })
  const page = await pageAt(path)
  expect([page.status, page.texts('h1')]).toEqual([200, ['Retracted: The ferry costs more']])
  expect(page.words).toContain('Retraction, 30 November 2026 at 12:00: There is no such ferry.')
  expect(page.words).toContain('no longer shows its words')
  expect(page.text).toContain('"creativeWorkStatus":"Retracted"')
  for (const address of [
    path,
    '/',
    '/feed.xml',
    '/api/stories',
    `/api/stories/${id}`,
    `${path}/versions`,
    '/corrections',
    '/2026/11',
  ])
    expect((await pageAt(address)).text, address).not.toMatch(/crossing costs|board voted/)
  expect((await pageAt(`${path}/versions/1/2`)).status).toBe(404)
  await unpublish(site.app.store, id, null, now)
  await expect.poll(async () => (await pageAt('/corrections')).text).not.toContain('no such ferry')
  expect((await pageAt(`${path}/versions`)).status).toBe(404)
})

test('a correction without its sentence is not published, and the form comes back with what was chosen', async () => {
  const answer = await change(['£8', '£5'], { change: 'correction', cause: ' ' })
  const form = drawn(await answer.text())
  expect(answer.status).toBe(400)
  expect(form.part('alert')).toContain('Write in a sentence what was wrong')
  expect(form.field('body')?.text).toContain('£5')
  const chosen = form.elements.find(({ attributes }) => attributes.name === 'change' && 'checked' in attributes)
  expect(chosen?.attributes.value).toBe('correction')
  expect((await pageAt(path)).text).toContain('£8')
})
