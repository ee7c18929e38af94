/** An error that a reader reports: from the form below the story to the correction, and nowhere in public. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ONE_DATABASE } from '../../../../test/databases.ts'
import { drawn } from '../../../../test/drawn.ts'
import { type PostOffice, postOffice } from '../../../../test/letters.ts'
import { visitor } from '../../../../test/sites.ts'
import { addPerson, makeSignInLink, ROLES } from '../../../people/index.ts'
import { createStory, emptyContent, publish } from '../../../story/index.ts'

const [kind = 'sqlite'] = ONE_DATABASE
const SECRET = 'zq-unpublished-words'
const HOUR = 3_600_000
let office: PostOffice
let id: string
let path: string
beforeEach(async () => {
  office = await postOffice(kind)
  const body = [
    { id: 'p1', type: 'paragraph' as const, text: 'The board met. A crossing costs £8 from Monday.' },
    { id: 'p2', type: 'paragraph' as const, text: 'The board voted on Tuesday.' },
  ]
  const content = { ...emptyContent, headline: 'The ferry costs more', language: 'en', body }
  const { store } = office.site.app
  id = await createStory(store, { content, by: null, commentsOpen: true }, office.clock.now)
  const done = await publish(store, { id, by: null }, office.clock.now)
  if ('problem' in done) throw new Error(done.problem)
  path = done.path
})
afterEach(() => office.end())

const pageAt = async (address: string, who = visitor(office.site)) => {
  const response = await who.get(address)
  const text = await response.text()
  return {
    status: response.status,
    text,
    headers: response.headers,
    ...drawn(text.startsWith('<!doctype') ? text : ''),
  }
}

/** Sends the form of the story as it was opened; answers where that led, or the page that came back. */
async function send(fields: Record<string, string>, network = '10.1.1.1') {
  const page = await pageAt(`${path}/wrong`)
  const [token, version] = ['token', 'version'].map((name) => page.field(name)?.attributes.value ?? '')
  const form = { quote: 'A crossing costs £8', words: `${SECRET}: it is £5.`, source: '', mail: '', passage: '' }
  const posted = { ...form, token: token ?? '', version: version ?? '', ...fields }
  return visitor(office.site).post(`${path}/wrong`, posted, { 'x-forwarded-for': network })
}

async function correct(more: Record<string, string>) {
  office.clock.now += HOUR
  const page = await pageAt(`/newsroom/stories/${id}`, office.staff)
  const base = page.field('base')?.attributes.value ?? ''
  const body = (page.field('body')?.text ?? '').trim().replace('£8', '£5')
  const fields = { base, headline: 'The ferry costs more', body, language: 'en', afterwards: 'publish', ...more }
  return office.staff.post(`/newsroom/stories/${id}`, fields)
}

test('a reader reports a sentence, the editor corrects it with the report in hand, and the reader is told of the correction', async () => {
  const story = await pageAt(path)
  expect(story.links[`${path}/wrong`]).toBe('Something wrong? Tell us')
  expect(story.text).not.toContain('<script type="module"')
  const form = await pageAt(`${path}/wrong`)
  expect(form.text).toContain('noindex')
  expect(form.texts('option')).toEqual([
    'The story as a whole',
    'Headline: The ferry costs more',
    'The board met. A crossing costs £8 from Monday.',
    'The board voted on Tuesday.',
  ])
  const sent = await send({ mail: 'ada@reader.example', source: 'harbour.example/fares' })
  const receipt = sent.headers.get('location') ?? ''
  expect(receipt).toMatch(/^\/tickets\/\w{58}$/)
  const open = await pageAt(receipt)
  expect(open.headers.get('referrer-policy')).toBe('no-referrer')
  expect(open.words).toContain('An editor will look at it.')
  expect(open.words).toContain(`${SECRET}: it is £5.`)
  expect(open.words).toContain('A crossing costs £8')
  expect((await pageAt(`${receipt.slice(0, -1)}${receipt.endsWith('0') ? '1' : '0'}`)).status).toBe(404)
  const [arrived] = await office.deliver()
  expect(arrived?.to).toBe('ada@reader.example')
  expect(arrived?.link('/tickets/')).toBe(receipt)
  expect(arrived?.raw).not.toContain(SECRET)

  office.clock.now += 3 * HOUR
  const desk = await pageAt('/newsroom/tickets', office.staff)
  expect(desk.words).toContain('open for 3 hours')
  expect(desk.texts('mark')).toEqual(['A crossing costs £8'])
  expect(desk.words).toContain('https://harbour.example/fares')
  expect(desk.texts('button')).not.toContain('Thank you, we have corrected it')
  const [way] = Object.keys(desk.links).filter((href) => href.includes('?ticket='))
  const editing = await pageAt(way ?? '', office.staff)
  const box = editing.field('closes')
  expect(box?.attributes).toHaveProperty('checked')
  expect(editing.field('change', 'correction')?.attributes).toHaveProperty('checked')
  expect((await pageAt(`/newsroom/stories/${id}`, office.staff)).field('closes')?.attributes).not.toHaveProperty(
    'checked',
  )

  // Without the sentence that a correction needs, the form comes back as it was filled in.
  const closes = box?.attributes.value ?? ''
  const refused = drawn(await (await correct({ change: 'correction', cause: '', closes })).text())
  expect(refused.field('closes')?.attributes).toHaveProperty('checked')
  const published = await correct({ change: 'correction', cause: 'The fare is £5.', closes })
  expect(published.headers.get('location')).toContain('?published')
  expect((await pageAt('/newsroom/tickets', office.staff)).words).toContain('No errors are reported')
  office.clock.now += 11_000
  const told = await pageAt(receipt)
  expect(told.words).toContain('You were right, and we have corrected the story.')
  expect(told.words).toContain('The fare is £5.')
  expect(told.links[`${path}/versions/1/2`]).toBe('See what changed')
  expect((await pageAt(`${path}/versions/1/2`)).status).toBe(200)
  const [answer] = await office.deliver()
  expect(answer?.text).toContain('Thank you: we have corrected it.')
  expect(answer?.raw).not.toContain(SECRET)

  // It counts in the year's figures once the day is over: five hours from the report to the correction.
  expect((await pageAt('/corrections')).part('figures')).toBe(undefined)
  office.clock.now += 24 * HOUR
  expect((await pageAt('/corrections')).part('figures')).toMatch(/2026.*1.*0.*1.*1.*5 hours \(n = 1\)/)
  expect(JSON.parse((await pageAt('/corrections/figures.json')).text).years).toEqual([
    { year: 2026, corrections: 1, retractions: 0, received: 1, answered: 1, medianHours: 5, medianOf: 1 },
  ])
})

test('a correction of what readers see answers what is ticked in its form', async () => {
  const receipt = (await send({ mail: 'ada@reader.example' })).headers.get('location') ?? ''
  const at = `/newsroom/stories/${id}/correct`
  const form = await pageAt(at, office.staff)
  const box = form.field('closes')
  expect(box?.attributes).not.toHaveProperty('checked')
  const body = (form.field('body')?.text ?? '').trim().replace('£8', '£5')
  const fields = {
    ...{ base: form.field('base')?.attributes.value ?? '', headline: 'The ferry costs more', body },
    ...{ change: 'correction', closes: box?.attributes.value ?? '' },
  }
  const refused = await office.staff.post(at, { ...fields, cause: '' })
  expect(drawn(await refused.text()).field('closes')?.attributes).toHaveProperty('checked')
  await office.staff.post(at, { ...fields, cause: 'The fare is £5.' })
  expect((await pageAt(at, office.staff)).field('closes')).toBe(undefined)
  // Until then the answer can be taken back.
  office.clock.now += HOUR
  expect((await pageAt(receipt)).words).toContain('we have corrected the story')
})

test('no word of a reader’s about a story stands anywhere in public', async () => {
  await send({ quote: `${SECRET} quoted`, mail: `${SECRET}@reader.example` })
  await correct({ change: 'correction', cause: 'The fare is £5.' })
  const answered = await pageAt('/newsroom/tickets', office.staff)
  expect(answered.words).toContain(SECRET)
  const addresses = [path, '/', '/corrections', `${path}/versions`, `${path}/versions/1/2`, `${path}/wrong`]
  for (const address of [
    ...addresses,
    '/feed.xml',
    '/sitemap.xml',
    `/api/stories/${id}`,
    '/api/stories',
    '/archive',
    '/moderation',
  ])
    expect((await pageAt(address)).text, address).not.toContain(SECRET)
  expect(office.site.log()).not.toContain(SECRET)
})

test('“Nothing to correct” goes out with its sentence, can be undone, and what was typed for what is closed comes back', async () => {
  const receipt = (await send({ mail: 'ada@reader.example' })).headers.get('location') ?? ''
  await send({ words: 'Me too.' }, '10.2.2.2')
  await office.deliver()
  const desk = await pageAt('/newsroom/tickets', office.staff)
  expect(desk.words).toContain('2 readers')
  const tickets = desk.elements
    .filter(({ attributes }) => attributes.name === 'ticket')
    .map(({ attributes }) => attributes.value)
  const post = (fields: Record<string, string>) => {
    const form = new FormData()
    for (const ticket of tickets) form.append('ticket', ticket ?? '')
    for (const [name, value] of Object.entries(fields)) form.append(name, value)
    return office.staff.post('/newsroom/tickets/answer', form)
  }
  const without = await post({ kind: 'nothing', note: '' })
  expect(without.status).toBe(409)
  expect(await without.text()).toContain('Write a sentence to the reader')
  expect((await office.staff.post('/newsroom/tickets/answer', { kind: 'nothing' })).status).toBe(400)
  const done = await post({ kind: 'nothing', note: 'It is £8 for visitors.' })
  const after = await pageAt(done.headers.get('location') ?? '', office.staff)
  expect(after.words).toContain('Answered: nothing to correct.')
  const answer = after.field('answer')?.attributes.value ?? ''
  const late = await (await post({ kind: 'nothing', note: 'Another sentence.' })).text()
  expect(late).toContain('already answered')
  expect(late).toContain('Another sentence.')
  const back = await office.staff.post('/newsroom/tickets/reopen', { answer })
  expect((await pageAt(back.headers.get('location') ?? '', office.staff)).words).toContain('It is open again.')
  office.clock.now += 11_000
  expect(await office.deliver()).toEqual([])
  await post({ kind: 'nothing', note: 'It is £8 for visitors.' })
  office.clock.now += 11_000
  const [letter] = await office.deliver()
  expect(letter?.text).toContain('It is £8 for visitors.')
  expect((await pageAt(receipt)).words).toContain('It is £8 for visitors.')
  const list = await pageAt('/newsroom/tickets/answered', office.staff)
  expect(list.words).toContain('Nothing to correct')
  expect(list.words).toContain('Me too.')
})

test('what is wrong with a form is said, and nothing that was typed is lost', async () => {
  const page = drawn(await (await send({ words: ' ', source: 'not one', passage: 'p2' })).text())
  expect(page.part('wrong-problem')).toBe('Say in a few words what is wrong.')
  expect(page.field('source')?.attributes.value).toBe('not one')
  expect(page.field('quote')?.text.trim()).toBe('A crossing costs £8')
  expect(page.elements.find(({ attributes }) => attributes.value === 'p2')?.attributes).toHaveProperty('selected')
  const old = await send({ token: 'stale' })
  expect(old.status).toBe(400)
  expect(await old.text()).toContain(SECRET)
  expect((await pageAt('/2026/05/nothing-here/wrong')).status).toBe(404)
})

test('reporters and moderators who may not publish are not shown them', async () => {
  const { store } = office.site.app
  const person = await addPerson(store, { name: 'Jo', mail: null, switches: ROLES.reporter }, office.clock.now)
  if ('problem' in person) throw new Error(person.problem)
  const link = await makeSignInLink(store, person.id, office.clock.now)
  const reporter = visitor(office.site)
  await reporter.post('/newsroom/sign-in', { token: link ?? '' })
  await send({})
  expect((await pageAt('/newsroom/tickets', reporter)).status).toBe(403)
  expect((await pageAt(`/newsroom/stories/${id}`, reporter)).text).not.toContain(SECRET)
})
