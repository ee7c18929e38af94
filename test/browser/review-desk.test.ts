/** The review desk in a real browser: by key, by mouse, taken back, contested, and with the line cut. */
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { listPeople } from '../../src/people/index.ts'
import { decide, readQueue } from '../../src/review/index.ts'
import { demonstration, freshSite, postComment, type TestSite, visitor } from '../sites.ts'
import { expectAccessible, openBrowser } from './browser.ts'

let browser: Browser
let site: TestSite
let context: BrowserContext
let page: Page
let storyPath: string

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

beforeEach(async () => {
  site = await freshSite('sqlite', { config: { proxies: 1 } })
  storyPath = (await demonstration(site)).path
  context = await browser.newContext({ viewport: { width: 1200, height: 900 } })
  page = await context.newPage()
  page.setDefaultTimeout(30_000)
  const token = site.app.firstSignIn?.split('/').at(-1)
  await page.goto(`${site.url}/newsroom/sign-in/${token}`)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL('**/newsroom')
})
afterEach(async () => {
  await context.close()
  await site.drop()
})

const send = async (count: number) => {
  for (let i = 1; i <= count; i++) {
    const reader = visitor(site)
    const post: typeof reader.post = (path, fields) => reader.post(path, fields, { 'x-forwarded-for': `10.9.${i}.1` })
    await postComment({ ...reader, post }, storyPath, { name: `Reader ${i}`, comment: `Words number ${i}.` })
  }
}
const waiting = async () => (await readQueue(site.app.store.db, { limit: 100 })).map(({ authorName }) => authorName)
const current = () => page.locator('.item.current .who').textContent()
const publicPage = async () => (await fetch(site.url + storyPath)).text()

test('keys approve, reject with a reason and move; each decision is on the page right after', async () => {
  await send(4)
  await page.goto(`${site.url}/newsroom/review`)
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
})

test('a decision is taken back by key within ten seconds: the page loses it again, the queue has it', async () => {
  await page.goto(`${site.url}/newsroom/review`)
  await page.keyboard.press('a')
  await expect.poll(publicPage).toContain('Will the bell be kept')
  await page.keyboard.press('u')
  await page.getByText('the comment is in the queue again').waitFor()
  expect(await current()).toBe('A first reader')
  await expect.poll(publicPage).not.toContain('Will the bell be kept')
  // By mouse as well, and without leaving the page.
  await page
    .getByRole('button', { name: /Off topic/ })
    .first()
    .click()
  await page.getByRole('button', { name: /^Undo/ }).click()
  await expect.poll(waiting).toEqual(['A first reader'])
})

test('keys do nothing while someone types, with a modifier, or while the list of keys is open', async () => {
  await page.goto(`${site.url}/newsroom/review`)
  await page.keyboard.press('Control+a')
  await page.keyboard.press('?')
  await page.getByRole('heading', { name: 'Keys' }).waitFor()
  await expectAccessible(page)
  await page.keyboard.press('a')
  await page.keyboard.press('Escape')
  expect(await waiting()).toEqual(['A first reader'])
})

test('of two moderators the slower one is told who did what, and goes on', async () => {
  await send(1)
  await page.goto(`${site.url}/newsroom/review`)
  const [item] = await readQueue(site.app.store.db, { limit: 1 })
  const [person] = await listPeople(site.app.store.db)
  await decide(
    site.app.store,
    { revisionId: item!.revisionId, action: 'reject', reason: 'off-topic', by: person!.id },
    Date.now(),
  )
  await page.keyboard.press('a')
  await page.getByText('Editor rejected it meanwhile.').waitFor()
  expect(await current()).toBe('Reader 1')
  expect(await publicPage()).not.toContain('Will the bell be kept')
})

test('with the line cut nothing is decided: the comment is back with a sentence, and goes through once the line is there', async () => {
  await page.goto(`${site.url}/newsroom/review`)
  await context.setOffline(true)
  await page.keyboard.press('a')
  await page.getByText('nothing was decided').waitFor()
  expect(await current()).toBe('A first reader')
  await context.setOffline(false)
  await page.keyboard.press('a')
  await expect.poll(waiting).toEqual([])
})

test('further comments come in as the queue runs low, and the end says so', async () => {
  await send(30)
  await page.goto(`${site.url}/newsroom/review`)
  for (let i = 0; i < 31; i++) {
    await page.locator('.item.current').waitFor()
    await page.keyboard.press('a')
  }
  await page.getByRole('heading', { name: 'Nothing waits' }).waitFor()
  await expect.poll(waiting).toEqual([])
  await expect.poll(publicPage).toContain('31 comments')
})
