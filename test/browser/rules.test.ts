/** The rules of the house in a real browser: a draft, its trial, its switch, its label; on a small screen and in the dark. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { decide } from '../../src/moderation/decisions/index.ts'
import { readKnownReaders } from '../../src/moderation/filters/index.ts'
import { demonstration, freshSite, postComment, type TestSite, visitor } from '../sites.ts'
import { ways } from '../thorough.ts'
import { expectAccessible, openBrowser, windowsOf } from './browser.ts'

let browser: Browser
let site: TestSite
let storyPath: string

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())
beforeEach(async () => {
  site = await freshSite('sqlite', { config: { proxies: 1 } })
  storyPath = (await demonstration(site)).path
})
afterEach(() => site.drop())

let senders = 0
const send = async (name: string, comment: string): Promise<string> => {
  const reader = visitor(site)
  const from = `10.7.${++senders}.1`
  const post: typeof reader.post = (path, fields) => reader.post(path, fields, { 'x-forwarded-for': from })
  const receipt = await postComment({ ...reader, post }, storyPath, { name, comment })
  return receipt.slice('/receipts/'.length, '/receipts/'.length + 26)
}
const signIn = async (page: Page) => {
  await page.goto(`${site.url}/newsroom/sign-in/${site.app.firstSignIn?.split('/').at(-1)}`)
  await page.getByRole('button', { name: 'Sign in' }).first().click()
  await page.waitForURL(/\/newsroom(\/start)?$/)
}
const approve = async (commentId: string) => {
  const { store } = site.app
  const { id } = await store.db
    .selectFrom('comment_revisions')
    .select('id')
    .where('comment_id', '=', commentId)
    .executeTakeFirstOrThrow()
  const { id: by } = await store.db.selectFrom('people').select('id').executeTakeFirstOrThrow()
  await decide(store, { revisionId: id, action: 'approve', reason: null, by }, Date.now())
}

for (const withScripts of ways([true], [false])) {
  test(`a rule is drafted, tried, switched on, and labels what comes, ${withScripts ? 'with' : 'without'} JavaScript`, async () => {
    await approve(await send('Nils', 'I sold cheap watches myself once, on the old ferry'))
    for (const n of [1, 2, 3]) await send(`Seller ${n}`, `Come and get cheap watches, offer number ${n}`)
    await send('Olga', 'The ferry is late again.')
    const windows = windowsOf(browser, withScripts)
    try {
      const page = await windows.open()
      await page.setViewportSize({ width: 360, height: 740 })
      await page.emulateMedia({ colorScheme: withScripts ? 'dark' : 'light' })
      const fits = async () => {
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
        if (withScripts) await expectAccessible(page)
      }
      await signIn(page)
      await page.goto(`${site.url}/newsroom/review/rules`)
      await fits()
      await page.getByRole('link', { name: 'New rule' }).click()
      await page.getByLabel(/^Name/).fill('Watches')
      await page.getByLabel(/^Words and phrases/).fill('cheap watches\nche*ap')
      await page.getByLabel('Likely spam').check()
      await fits()
      await page.getByRole('button', { name: 'Save draft' }).click()
      await page.getByRole('alert').getByText('can’t be looked for').waitFor()
      await fits()
      await page.getByLabel(/^Words and phrases/).fill('cheap watches')
      await page.getByRole('button', { name: 'Save draft' }).click()
      await page.getByText('This version has not been tried').waitFor()
      await page.getByRole('button', { name: 'Try it on older comments' }).click()
      await page.getByText('4 caught, 1 of them approved').waitFor()
      await page.getByRole('link', { name: 'Nils' }).waitFor()
      await fits()
      await page.getByRole('button', { name: 'Switch on' }).click()
      await page.getByText('Switched on.').waitFor()
      await fits()

      const labelled = await send('Another seller', 'ch3ap w@tches at the quay')
      await page.goto(`${site.url}/newsroom/review`)
      await page.getByText('Rule “Watches”: “cheap watches”').first().waitFor()
      const row = await site.app.store.db
        .selectFrom('comment_revisions')
        .select(['band', 'state'])
        .where('comment_id', '=', labelled)
        .executeTakeFirstOrThrow()
      expect(row).toEqual({ band: 'spam', state: 'held' })
      expect(await (await fetch(site.url + storyPath)).text()).not.toContain('w@tches')
    } finally {
      await windows.close()
    }
  })
}

test('bans, a slow story and comments without review each have a page that everyone can use', async () => {
  const comment = await send('Loud', 'You are all fools')
  const windows = windowsOf(browser, false)
  try {
    const page = await windows.open()
    await page.setViewportSize({ width: 360, height: 740 })
    const fits = async () => {
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
      await expectAccessible(page)
    }
    await signIn(page)
    await page.goto(`${site.url}/newsroom/comments/${comment}`)
    await page.getByRole('link', { name: 'Ban the author' }).click()
    await fits()
    await page.getByLabel('Personal attack').check()
    await page.getByRole('button', { name: /^Ban/ }).click()
    await page.getByRole('heading', { name: 'Bans' }).waitFor()
    await fits()
    await page.getByRole('button', { name: /^Lift ban/ }).click()
    await page.getByText('Nobody is banned').waitFor()

    await page.goto(`${site.url}/newsroom`)
    await page.getByRole('main').getByRole('link', { name: /ferry/i }).first().click()
    await page.getByRole('link', { name: 'Change', exact: true }).click()
    await page.getByLabel(/^Slow/).check()
    await page.getByLabel('In slow mode').selectOption('10')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Saved.').waitFor()
    await fits()
    await page.goto(site.url + storyPath)
    await page.getByText('Slow mode: each person can send').waitFor()
    await fits()

    await page.goto(`${site.url}/newsroom/review/rules`)
    await page.getByLabel('Approved comments needed').fill('12')
    await page.getByRole('button', { name: 'Approve without review' }).click()
    await page.getByText('at least 12 approved comments appear at once').waitFor()
    await fits()
    await page.goto(site.url + storyPath)
    await page
      .locator('#write')
      .getByText('Comments by verified readers with 12 approved comments appear at once.')
      .waitFor()
    await page.goto(`${site.url}/newsroom/review/rules`)
    await page.getByRole('button', { name: 'Review every comment again' }).click()
    await page.getByText('Off: a person reads every comment').waitFor()
    expect(await readKnownReaders(site.app.store.db)).toBeNull()
  } finally {
    await windows.close()
  }
})
