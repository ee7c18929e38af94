/** Decisions are answered for, in a real browser without JavaScript: an appeal, a report, the public record. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { decide } from '../../src/moderation/decisions/index.ts'
import { addPerson, makeSignInLink, type Switch } from '../../src/people/index.ts'
import { demonstration, freshSite, postComment, type TestSite, visitor } from '../sites.ts'
import { expectAccessible, openBrowser, toNextPage, windowsOf } from './browser.ts'

const DAY = 24 * 60 * 60 * 1000
let browser: Browser
let site: TestSite
let windows: ReturnType<typeof windowsOf>
let clock: number
let storyPath: string

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())
beforeEach(async () => {
  clock = Date.UTC(2026, 4, 1, 12)
  site = await freshSite('sqlite', { now: () => clock })
  storyPath = (await demonstration(site)).path
  windows = windowsOf(browser, false)
})
afterEach(async () => {
  await windows.close()
  await site.drop()
})

/** A small telephone, in which nothing may have to be scrolled sideways. */
const phone = async (): Promise<Page> => {
  const page = await windows.open()
  await page.setViewportSize({ width: 360, height: 740 })
  return page
}
const fits = async (page: Page) => {
  await expectAccessible(page)
  // Script is off in the page; the browser itself measures.
  const session = await page.context().newCDPSession(page)
  const { cssContentSize } = await session.send('Page.getLayoutMetrics')
  await session.detach()
  expect(cssContentSize.width, `${page.url()} is as wide as the telephone`).toBeLessThanOrEqual(360)
}
const staff = async (name: string, switches: readonly Switch[]) => {
  const person = await addPerson(site.app.store, { name, mail: null, switches }, clock)
  if ('problem' in person) throw new Error(person.problem)
  const page = await windows.open()
  await page.goto(`${site.url}/newsroom/sign-in/${await makeSignInLink(site.app.store, person.id, clock)}`)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(/\/newsroom(\/start)?$/)
  return { id: person.id, page }
}
const judge = async (receipt: string, by: string, action: 'approve' | 'reject') => {
  const row = await site.app.store.db
    .selectFrom('comment_revisions')
    .select('id')
    .where('comment_id', '=', receipt.slice('/receipts/'.length, '/receipts/'.length + 26))
    .where('state', '=', 'held')
    .executeTakeFirstOrThrow()
  const decision = { revisionId: row.id, action, reason: action === 'reject' ? 'attack' : null, by }
  expect(await decide(site.app.store, decision, clock)).toMatchObject({ decided: true })
}
const send = (comment: string) => postComment(visitor(site), storyPath, { name: 'Ada', comment })
const publicPage = async () => (await fetch(site.url + storyPath)).text()

test('a rejected comment’s author appeals by the receipt, someone else overturns it, and it is shown', async () => {
  const mo = await staff('Mo', ['moderate'])
  const jo = await staff('Jo', ['moderate'])
  const receipt = await send('The harbour master never said that.')
  await judge(receipt, mo.id, 'reject')

  // Nothing leaves the house while it can be taken back.
  const author = await phone()
  await author.goto(site.url + receipt)
  await author.getByRole('heading', { name: 'Thank you for your comment' }).waitFor()
  clock += 11_000
  await author.reload()
  await author.getByRole('heading', { name: 'Not published' }).waitFor()
  await author.getByText('It attacks a person instead of what they said or did.').first().waitFor()
  await author.locator('main summary').click()
  await author.getByText('No program had flagged the comment.').waitFor()
  await fits(author)

  // An appeal without words gives a sentence; what is typed is kept.
  await author.getByRole('link', { name: 'Appeal' }).click()
  await fits(author)
  await author.getByLabel('Why is the decision wrong?').fill('   ')
  await author.getByRole('button', { name: 'Send appeal' }).click()
  await author.getByRole('alert').waitFor()
  await author.getByLabel('Why is the decision wrong?').fill('I quoted the minutes; it is about what was said.')
  await author.getByRole('button', { name: 'Send appeal' }).click()
  await author.getByText('It is waiting for an answer').waitFor()
  await fits(author)

  // Who decided sees it and can't answer; someone else can.
  await mo.page.goto(`${site.url}/newsroom/review/appeals`)
  await mo.page.getByText('You made this decision').waitFor()
  expect(await mo.page.getByRole('button', { name: 'Overturn it' }).count()).toBe(0)
  await jo.page.setViewportSize({ width: 360, height: 740 })
  await jo.page.goto(`${site.url}/newsroom/review/appeals`)
  await jo.page.getByText('I quoted the minutes').waitFor()
  await fits(jo.page)
  await jo.page.getByRole('button', { name: 'Uphold the decision' }).click()
  await jo.page.getByText('Write a note to the author').waitFor()
  await fits(jo.page)
  await jo.page.getByLabel('Your answer to the author').fill('You are right, it quotes the minutes.')
  // By key alone, as everything here.
  await jo.page.getByRole('button', { name: 'Overturn it' }).focus()
  await jo.page.keyboard.press('Enter')
  await jo.page.getByText('Answered.').waitFor()
  await jo.page.getByRole('heading', { name: 'No appeals waiting' }).waitFor()
  await fits(jo.page)

  expect(await publicPage()).toContain('The harbour master never said that.')
  await author.goto(site.url + receipt)
  await author.getByRole('heading', { name: 'Published' }).waitFor()
  await author.getByText('Your appeal succeeded.').waitFor()
  await author.getByText('You are right, it quotes the minutes.').waitFor()
  await fits(author)
})

test('a reader reports a comment, it is taken down, and the reader is told on a page of their own', async () => {
  const mo = await staff('Mo', ['moderate'])
  const receipt = await send('The baker on Quay Street sells stolen flour.')
  await judge(receipt, mo.id, 'approve')

  const reader = await phone()
  await reader.goto(site.url + storyPath)
  await fits(reader)
  await reader.getByRole('link', { name: 'Report the comment by Ada' }).click()
  await fits(reader)
  await reader.getByLabel('What does it break?').selectOption({ label: 'Unlawful defamation' })
  await reader.getByLabel('In your own words').fill('I am that baker, and I buy my flour.')
  await reader.getByRole('button', { name: 'Send report' }).click()
  await reader.getByText('A legal notice needs your name.').waitFor()
  expect(await reader.getByLabel('In your own words').inputValue()).toBe('I am that baker, and I buy my flour.')
  await fits(reader)
  await reader.getByLabel('Name').fill('Peg Hollis')
  await reader.getByLabel('Mail').fill('peg@quay.example')
  await reader.getByLabel('I believe in good faith').check()
  await reader.getByRole('button', { name: 'Send report' }).click()
  await reader.waitForURL('**/reports/*')
  await reader.getByRole('heading', { name: 'Waiting for a decision' }).waitFor()
  await fits(reader)
  expect(await publicPage()).toContain('stolen flour')

  await mo.page.setViewportSize({ width: 360, height: 740 })
  await mo.page.goto(`${site.url}/newsroom/review/reports`)
  await mo.page.getByText('I am that baker').waitFor()
  await fits(mo.page)
  await mo.page.getByRole('button', { name: 'Keep it' }).click()
  await mo.page.getByText('Write a note to the people who reported it').waitFor()
  await mo.page.getByLabel(/^Your answer/).fill('Nothing supports it.')
  await mo.page.getByLabel('Reason, if you remove it').selectOption({ label: 'Unlawful defamation' })
  await mo.page.getByRole('button', { name: 'Remove it' }).click()
  await mo.page.getByRole('heading', { name: 'No reported comments' }).waitFor()
  await fits(mo.page)
  expect(await publicPage()).not.toContain('stolen flour')

  // Taken back within ten seconds it waits again, and its page says nothing else.
  await mo.page.getByRole('button', { name: 'Undo' }).click()
  await mo.page.getByText('I am that baker').waitFor()
  expect(await publicPage()).toContain('stolen flour')
  await mo.page.getByLabel(/^Your answer/).fill('Nothing supports it.')
  await mo.page.getByLabel('Reason, if you remove it').selectOption({ label: 'Unlawful defamation' })
  await mo.page.getByRole('button', { name: 'Remove it' }).click()
  await mo.page.getByRole('heading', { name: 'No reported comments' }).waitFor()
  clock += 11_000
  await reader.reload()
  await reader.getByRole('heading', { name: 'Removed' }).waitFor()
  await reader.getByText('Nothing supports it.').waitFor()
  expect(await reader.content()).not.toContain('stolen flour')
  await fits(reader)
})

test('rules are worded and the public record is switched on by an editor; then everyone can read both', async () => {
  const editor = await staff('Ed', ['moderate', 'settings'])
  await judge(await send('First words'), editor.id, 'reject')
  const reader = await phone()
  expect((await reader.goto(`${site.url}/moderation`))?.status()).toBe(404)

  await editor.page.setViewportSize({ width: 360, height: 740 })
  await editor.page.goto(`${site.url}/newsroom/review/reasons`)
  await fits(editor.page)
  await editor.page.getByLabel(/Moderation log/).check()
  await editor.page.getByLabel(/Yearly report/).check()
  await editor.page.getByRole('button', { name: 'Save', exact: true }).click()
  await editor.page.getByText('Saved.').waitFor()
  clock += 60_000
  await editor.page.locator('#rule-attack summary').click()
  await editor.page.locator('#rule-attack').getByLabel('Title').fill('Against a person')
  await toNextPage(editor.page, () => editor.page.getByRole('button', { name: /^Save.*Personal attack/ }).click())
  await editor.page.getByText('Saved.').waitFor()

  await reader.goto(`${site.url}/house-rules`)
  await reader.getByText('Against a person').waitFor()
  await fits(reader)
  clock += DAY
  await reader.getByRole('link', { name: 'The moderation log' }).click()
  await reader.getByRole('heading', { name: 'May 2026', exact: true }).waitFor()
  // In the words that held when it was decided.
  await reader.getByText('was not published: personal attack.').waitFor()
  await fits(reader)
  await reader.getByRole('link', { name: 'Yearly reports' }).click()
  await reader.getByRole('link', { name: 'Moderation in 2026' }).click()
  await reader.getByRole('heading', { name: 'Moderation in 2026' }).waitFor()
  await fits(reader)
})
