/** The review desk in a real browser: by key, by mouse and by touch, taken back, contested, and with the line cut. */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { decide } from '../../src/moderation/decisions/index.ts'
import { readQueue, readQueueState } from '../../src/moderation/queue/index.ts'
import { addPerson, listPeople, makeSignInLink, type Person, ROLES } from '../../src/people/index.ts'
import { type HeldComment, holdComments } from '../held-comments.ts'
import { demonstration, freshSite, type TestSite, visitor } from '../sites.ts'
import { THOROUGH } from '../thorough.ts'
import { enterAs, expectAccessible, openBrowser, toNextPage } from './browser.ts'

let browser: Browser
let site: TestSite
let page: Page
let context: BrowserContext
let story: { id: string; path: string }
const contexts: BrowserContext[] = []
let began = 0
/** The site's clock goes slowly, so that ten seconds to undo are ten seconds on a busy machine too. */
const clock = () => began + Math.floor((Date.now() - began) / 20)

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

beforeEach(async () => {
  began = Date.now()
  site = await freshSite('sqlite', { now: clock })
  story = await demonstration(site)
  const [editor] = await listPeople(site.app.store.db)
  page = await signedIn(editor as Person)
  context = page.context()
})
afterEach(async () => {
  for (const one of contexts.splice(0)) await one.close()
  await site.drop()
})

/** A window of somebody's own, signed in. */
async function signedIn(person: Person, options: BrowserContextOptions = {}): Promise<Page> {
  const own = await browser.newContext({ viewport: { width: 1200, height: 900 }, ...options })
  contexts.push(own)
  const window = await own.newPage()
  window.setDefaultTimeout(30_000)
  // As whoever opened a link is; signing in by hand has tests of its own.
  const someone = visitor(site)
  await someone.post('/newsroom/sign-in', { token: await makeSignInLink(site.app.store, person.id, clock()) })
  await enterAs(window, someone, site.url)
  return window
}
const colleague = async (name: string, options?: BrowserContextOptions) => {
  const person = await addPerson(site.app.store, { name, mail: null, switches: ROLES.moderator }, clock())
  if ('problem' in person) throw new Error(person.problem)
  return { person, window: await signedIn(person, options) }
}

/** Comments by Reader 1, Reader 2 …, a second after one another and after the one that came with the program. */
const hold = (count: number, more: Partial<HeldComment> = {}) => {
  const start = clock() + 1
  return holdComments(
    site.app.store,
    story.id,
    Array.from({ length: count }, (_, i) => ({ text: `Words number ${i + 1}.`, at: start + i, ...more })),
  )
}
const open = (window = page, query = '') => window.goto(`${site.url}/newsroom/review${query}`)
const waiting = async () => (await readQueue(site.app.store.db, { limit: 500 })).map(({ authorName }) => authorName)
const current = (window = page) => window.locator('.item.current .who').textContent()
const names = (window = page) => window.locator('.item .who').allTextContents()
/** Shortly after its start the site scores what waits; what is held afterwards keeps the band it is given here until something is decided. */
const modelHasLooked = () =>
  expect
    .poll(() =>
      site.app.store.db.selectFrom('comment_revisions').select('spam_chance').where('state', '=', 'held').execute(),
    )
    .toEqual([{ spam_chance: expect.any(Number) }])
const publicPage = async () => (await fetch(site.url + story.path)).text()

test('keys approve, reject with a reason and move; each decision is on the page right after', async () => {
  await hold(4)
  await open()
  expect(await current()).toBe('A first reader')
  await page.keyboard.press('a')
  expect(await current()).toBe('Reader 1')
  await page.keyboard.press('j')
  expect(await current()).toBe('Reader 2')
  await page.keyboard.press('7')
  expect(await current()).toBe('Reader 3')
  await page.keyboard.press('k')
  expect(await current()).toBe('Reader 1')
  await page.keyboard.press('a')
  await expect.poll(waiting).toEqual(['Reader 3', 'Reader 4'])
  await expect.poll(publicPage).toContain('Words number 1.')
  expect(await publicPage()).not.toContain('Words number 2.')
  expect(await page.locator('[data-waiting]').textContent()).toBe('2')
  await expectAccessible(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  await expectAccessible(page)
})

test('one by one the last decisions are taken back by key, each within its ten seconds', async () => {
  await hold(2)
  await page.clock.install()
  await open()
  await page.clock.pauseAt(Date.now() + 60_000)
  for (const key of ['a', '1', 'a']) await page.keyboard.press(key)
  await expect.poll(waiting).toEqual([])
  await expect.poll(publicPage).toContain('Words number 2.')
  await page.keyboard.press('u')
  await page.getByText('The comment is back in the queue').waitFor()
  expect(await current()).toBe('Reader 2')
  await page.keyboard.press('u')
  await expect.poll(() => current()).toBe('Reader 1')
  await expect.poll(waiting).toEqual(['Reader 1', 'Reader 2'])
  await expect.poll(publicPage).not.toContain('Words number 2.')
  expect(await publicPage()).toContain('Will the bell be kept')
  await page.clock.runFor(11_000)
  await page.keyboard.press('u')
  await page.getByText('There is no decision to undo.').waitFor()
})

test('by mouse a comment is decided, and taken back, where it stands and without leaving the page', async () => {
  await hold(2)
  await open()
  await page.locator('.item', { hasText: 'Reader 2' }).locator('.comment-text').click()
  expect(await current()).toBe('Reader 2')
  await page
    .locator('.item.current')
    .getByRole('button', { name: /Off topic/ })
    .click()
  await expect.poll(waiting).toEqual(['A first reader', 'Reader 1'])
  await page.getByRole('button', { name: /^Undo/ }).click()
  await expect.poll(waiting).toEqual(['A first reader', 'Reader 1', 'Reader 2'])
  await expect.poll(() => names()).toEqual(['A first reader', 'Reader 1', 'Reader 2'])
})

test('by touch on a small screen every button is large enough, and nothing has to be scrolled sideways', async () => {
  await hold(3)
  const { window } = await colleague('Ana', { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true })
  await open(window)
  const sizes = await window
    .locator('review-desk :is(button, .chip, .band-links a):visible')
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height))
  expect(sizes.length).toBeGreaterThan(10)
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(44)
  expect(await window.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  await window
    .locator('.item.current')
    .getByRole('button', { name: /Approve/ })
    .tap()
  await expect.poll(() => current(window)).toBe('Reader 1')
  await window.locator('.item.current').getByRole('button', { name: /Spam/ }).tap()
  await window.getByRole('button', { name: /^Undo/ }).first().tap()
  await expect.poll(waiting).toEqual(['Reader 1', 'Reader 2', 'Reader 3'])
  await expectAccessible(window)
})

test('keys do nothing while someone types, with a modifier, or while the list of keys is open', async () => {
  await open()
  await page.keyboard.press('Control+a')
  await page.getByText('Filter and search the queue').click()
  await page.getByLabel('Words in the comment').pressSequentially('a1')
  await page.getByRole('heading', { name: 'Review', exact: true }).click()
  await page.keyboard.press('?')
  await page.getByRole('heading', { name: 'Keyboard shortcuts' }).waitFor()
  await expectAccessible(page)
  await page.keyboard.press('a')
  await page.keyboard.press('Escape')
  expect(await waiting()).toEqual(['A first reader'])
})

test('two moderators at once are given different comments; what one puts down the other gets', async () => {
  await hold(24)
  const { window } = await colleague('Ana')
  await Promise.all([open(), open(window)])
  const [mine, theirs] = [await names(), await names(window)]
  expect(mine.length + theirs.length).toBe(25)
  expect(mine.filter((name) => theirs.includes(name))).toEqual([])
  // Leaving gives back, so that a colleague gets it at once.
  await page.goto(`${site.url}/newsroom`)
  await expect
    .poll(async () => {
      await open(window)
      return (await names(window)).length
    })
    .toBe(20)
  await window.getByRole('button', { name: 'Release my comments' }).click()
  await window.waitForURL(/\/newsroom(\/start)?$/)
  await open()
  expect(await names()).toHaveLength(20)
})

test('a reload shows first what is in hand', async () => {
  await hold(30)
  await open()
  const before = await names()
  await page.reload()
  expect(await names()).toEqual(before)
})

test('of two moderators on one comment the slower one is told who did what, and goes on', async () => {
  await hold(2)
  await open()
  const [item] = await readQueue(site.app.store.db, { limit: 1 })
  // Out of the hand of the page, as after a long absence, a colleague has decided it.
  await site.app.store.db.deleteFrom('claims').execute()
  const { person, window } = await colleague('Ana')
  const decision = { revisionId: item!.revisionId, action: 'reject', reason: 'off-topic', by: person.id } as const
  await decide(site.app.store, decision, clock() - 125_000)
  await open(window)
  await page.keyboard.press('a')
  await page.getByText('Ana rejected it 2 minutes ago.').waitFor()
  expect(await current()).toBe('Reader 1')
  await page.keyboard.press('a')
  await page.getByText('Ana is reviewing this comment.').waitFor()
  expect(await current()).toBe('Reader 2')
  expect(await publicPage()).not.toContain('Will the bell be kept')
  await expectAccessible(page)
})

test('what arrives meanwhile moves nothing: a quiet line tells of it, and adds it below when asked', async () => {
  await hold(2)
  await page.clock.install()
  await open()
  await page.keyboard.press('j')
  const before = await page.locator('.item.current').boundingBox()
  await hold(3, { name: 'Late', at: clock() + 1 })
  await page.clock.fastForward(31_000)
  await page.getByText('3 new comments.').waitFor()
  expect(await names()).toEqual(['A first reader', 'Reader 1', 'Reader 2'])
  expect(await current()).toBe('Reader 1')
  expect(await page.locator('[data-waiting]').textContent()).toBe('6')
  const after = await page.locator('.item.current').boundingBox()
  expect(after).toEqual(before)
  await page.getByRole('button', { name: 'Add them below' }).click()
  await expect.poll(() => names()).toEqual(['A first reader', 'Reader 1', 'Reader 2', 'Late', 'Late', 'Late'])
  expect(await current()).toBe('Reader 1')
})

test('with the line cut nothing is decided: the comment is back with a sentence, and goes through once the line is there', async () => {
  await open()
  await context.setOffline(true)
  await page.keyboard.press('a')
  await page.getByText('nothing was saved').waitFor()
  expect(await current()).toBe('A first reader')
  await context.setOffline(false)
  await page.keyboard.press('a')
  await expect.poll(waiting).toEqual([])
})

test('filters narrow the queue, stand in the address and as chips that can be taken off; what is empty says why', async () => {
  await modelHasLooked()
  await hold(2, { name: 'Ada', band: 'spam', language: 'de', text: 'Der Fährmann pfeift.' })
  await hold(2, { name: 'Bo', band: 'thought', text: 'The whistling ferryman' })
  await open()
  await page.locator('.band-links').getByText('likely spam').click()
  await page.waitForURL('**/newsroom/review?band=spam')
  expect(await names()).toEqual(['Ada', 'Ada'])
  await page.getByText('Filter and search the queue').click()
  await page.getByLabel('Language').selectOption('de')
  await page.getByLabel('Words in the comment').fill('whistle')
  await page.getByRole('button', { name: 'Apply filters' }).click()
  await page.getByText('match this filter: words: whistle, likely spam, language: German.').waitFor()
  await expectAccessible(page)
  await page.getByRole('link', { name: /words: whistle/ }).click()
  await expect.poll(() => names()).toEqual(['Ada', 'Ada'])
  await page.keyboard.press('7')
  await page.keyboard.press('7')
  await page.getByRole('heading', { name: 'No comments match' }).waitFor()
  await page.getByRole('link', { name: 'Clear all' }).click()
  await expect.poll(() => names()).toEqual(['A first reader', 'Bo', 'Bo'])
  await page.locator('.item', { hasText: 'whistling' }).first().getByRole('link', { name: 'by this name' }).click()
  await expect.poll(() => names()).toEqual(['Bo', 'Bo'])
  await page.goto(`${site.url}/newsroom/review?author=Bo&story=/no/such/story`)
  await page.getByText('That doesn’t match one single story').waitFor()
  expect(await page.getByLabel('Commenter’s name').inputValue()).toBe('Bo')
  await expectAccessible(page)
})

test('without JavaScript the queue is filtered, decided and taken back by forms', async () => {
  await hold(3, { name: 'Ada', band: 'spam' })
  const { window } = await colleague('Ana', { javaScriptEnabled: false })
  await open(window, '?author=Ada')
  expect(await names(window)).toHaveLength(3)
  const first = window.locator('.item').first()
  await toNextPage(window, () => first.getByRole('button', { name: /Spam/ }).click())
  expect(window.url()).toContain('author=Ada')
  await toNextPage(window, () => first.getByRole('button', { name: /Approve/ }).click())
  expect(await window.getByRole('button', { name: /^Undo/ }).count()).toBe(2)
  expect(await names(window)).toHaveLength(1)
  await window.getByRole('button', { name: /^Undo/ }).last().click()
  await expect.poll(async () => (await readQueueState(site.app.store.db)).waiting).toBe(3)
})

test('comments of every state are found by their words, and a decided one is reopened and decided anew', async () => {
  await hold(2, { text: 'The ferryman’s whistle was heard across the water.' })
  await open()
  await page.keyboard.press('a')
  await page.keyboard.press('a')
  await expect.poll(publicPage).toContain('whistle was heard')
  await page.getByRole('link', { name: 'Search', exact: true }).click()
  await page.getByText('Type a word, or choose').waitFor()
  await expectAccessible(page)
  await page.getByLabel('Words', { exact: true }).fill('whistles "heard across"')
  await page.getByRole('button', { name: 'Search' }).click()
  await page.getByRole('heading', { name: '2 comments' }).waitFor()
  expect(await page.locator('.found > li').first().locator('mark').allTextContents()).toEqual([
    'whistle',
    'heard',
    'across',
  ])
  await page.getByLabel('State').selectOption('approved')
  await page.getByRole('button', { name: 'Search' }).click()
  await page.getByRole('heading', { name: '1 comment' }).waitFor()
  await expectAccessible(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  await expectAccessible(page)
  await page.emulateMedia({ colorScheme: 'light' })
  await page.getByRole('button', { name: /^Reopen/ }).click()
  await page.getByRole('heading', { name: 'Decide' }).waitFor()
  await expect.poll(publicPage).not.toContain('whistle was heard')
  await page.getByText('Editor reopened it').waitFor()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Approve' }).click()
  await page.getByRole('heading', { name: 'Reopen' }).waitFor()
  await expect.poll(publicPage).toContain('whistle was heard')
  await page.goto(`${site.url}/newsroom/review/search?q=nowhere`)
  await page.getByText('No comment matches all of this').waitFor()
})

/** Two batches and a half, or six. */
const EASY = THOROUGH ? 120 : 50

test('easy comments are worked through by key: each is decided once, with few requests beside the decisions', async () => {
  await hold(EASY - 1)
  const requests: string[] = []
  page.on('request', (request) => {
    if (request.method() === 'POST') requests.push(new URL(request.url()).pathname)
  })
  await open()
  for (let pressed = 0; pressed < EASY; ) {
    await page.locator('.item.current').waitFor()
    // As many keys as there are items, as fast as they go.
    const here = await page.locator('.item').count()
    for (let i = 0; i < here; i++, pressed++) await page.keyboard.press(pressed % 10 === 9 ? '7' : 'a')
  }
  await page.getByRole('heading', { name: 'No comments waiting' }).waitFor()
  await expect.poll(waiting).toEqual([])
  const decisions = await site.app.store.db.selectFrom('decisions').select(['comment_id', 'action']).execute()
  expect(decisions).toHaveLength(EASY)
  expect(new Set(decisions.map(({ comment_id }) => comment_id)).size).toBe(EASY)
  expect(decisions.filter(({ action }) => action === 'reject')).toHaveLength(EASY / 10)
  expect(requests.filter((path) => path === '/newsroom/review/decide')).toHaveLength(EASY)
  expect(requests.filter((path) => path !== '/newsroom/review/decide').length).toBeLessThanOrEqual(
    EASY === 120 ? 16 : 8,
  )
  await expect.poll(publicPage).toContain(`${(EASY * 9) / 10} comments`)
}, 180_000)
