/** A session that ended while somebody wrote: the words go through the door with them, with JavaScript and without. */
import { sql } from 'kysely'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { makeSignInLink } from '../../src/people/index.ts'
import { holdComments } from '../held-comments.ts'
import { demonstration, freshSite, type TestSite } from '../sites.ts'
import { expectAccessible, openBrowser, plugInPasskeys, windowsOf, withoutEditor } from './browser.ts'

const PASSWORD = 'tide bucket oarlock nine'
const BODY = 'The wheel turned on Saturday.\n\n“It wants to turn,” said the miller, <Jo> & sons.'

let browser: Browser
let site: TestSite
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())
beforeEach(async () => {
  site = await freshSite('sqlite')
})
afterEach(() => site.drop())

/** Passkeys are bound to a name, so the site is visited under one. */
const address = () => site.url.replace('127.0.0.1', 'localhost')

async function comeInByLink(page: Page): Promise<void> {
  await page.goto(`${address()}/newsroom/sign-in/${site.app.firstSignIn?.split('/').at(-1)}`)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(/\/newsroom(\/start)?$/)
}

async function setPassword(page: Page): Promise<void> {
  await page.goto(`${address()}/newsroom/account`)
  await page.getByLabel(/^New password/).fill(PASSWORD)
  await page.getByRole('button', { name: 'Set password' }).click()
  await page.getByRole('status').waitFor()
}

/** A story is opened and written, and the session ends meanwhile, wherever that was done. */
async function writeAndEnd(page: Page): Promise<void> {
  const { id } = await demonstration(site)
  // The form alone; words in the editor wait in the browser (story-editor.test.ts).
  await withoutEditor(page)
  await page.goto(`${address()}/newsroom/stories/${id}`)
  await page.getByLabel('Headline', { exact: true }).fill('A mill wheel turns again')
  await page.getByLabel(/^Body/).fill(BODY)
  await site.app.store.db.deleteFrom('sessions').execute()
  await page.getByRole('button', { name: /^Save/ }).first().click()
  await page.getByRole('heading', { name: 'You are signed out' }).waitFor()
}

const showsTheWords = async (page: Page) => {
  expect(await page.getByLabel('Headline', { exact: true }).inputValue()).toBe('A mill wheel turns again')
  expect(await page.getByLabel('Body').inputValue()).toBe(BODY)
  await expectAccessible(page)
  expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
}

const isSaved = async (page: Page) => {
  await page.getByRole('button', { name: 'Send now' }).click()
  await page.waitForURL('**/newsroom/stories/*?saved')
  expect(await page.getByLabel(/^Body/).inputValue()).toContain('said the miller, <Jo> & sons.')
}

for (const javaScript of [true, false]) {
  describe(`with JavaScript ${javaScript ? 'on' : 'off'}`, () => {
    let windows: ReturnType<typeof windowsOf>
    beforeEach(() => {
      windows = windowsOf(browser, javaScript)
    })
    afterEach(() => windows.close())

    test('a story written while the session ended waits on the sign-in page, comes in with a password, and is sent', async () => {
      const page = await windows.open()
      await page.setViewportSize({ width: 360, height: 780 })
      await page.emulateMedia({ colorScheme: 'dark' })
      await comeInByLink(page)
      await setPassword(page)
      await writeAndEnd(page)
      await showsTheWords(page)
      await page.getByLabel(/^Name/).fill('Editor')
      await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
      await page.getByRole('button', { name: 'Sign in', exact: true }).click()
      await page.getByRole('heading', { name: 'You are signed in' }).waitFor()
      await showsTheWords(page)
      await isSaved(page)
    })

    test('who comes in by a link in another tab sends the words from the page they waited on', async () => {
      const page = await windows.open()
      await comeInByLink(page)
      await writeAndEnd(page)
      const { id } = await site.app.store.db.selectFrom('people').select('id').executeTakeFirstOrThrow()
      const tab = await page.context().newPage()
      await tab.goto(`${address()}/newsroom/sign-in/${await makeSignInLink(site.app.store, id, Date.now())}`)
      await tab.getByRole('button', { name: 'Sign in' }).click()
      await tab.waitForURL(/\/newsroom(\/start)?$/)
      await page.getByRole('button', { name: /send it again/ }).click()
      await page.waitForURL('**/newsroom/stories/*?saved')
      expect(await page.getByLabel('Headline', { exact: true }).inputValue()).toBe('A mill wheel turns again')
    })
  })
}

test('a passkey brings the words in as well', async () => {
  const windows = windowsOf(browser, true)
  try {
    const page = await windows.open()
    await plugInPasskeys(page)
    await comeInByLink(page)
    await page.goto(`${address()}/newsroom/account`)
    await page.getByRole('button', { name: 'Add a passkey' }).click()
    await page.getByText('Passkey added').waitFor()
    await writeAndEnd(page)
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
    await page.getByRole('heading', { name: 'You are signed in' }).waitFor()
    await isSaved(page)
  } finally {
    await windows.close()
  }
})

test('at the review desk a decision that a lost session or a failing database turned away brings its comment back', async () => {
  const windows = windowsOf(browser, true)
  try {
    const { id } = await demonstration(site)
    await holdComments(site.app.store, id, [{ text: 'The ferry was better' }])
    const page = await windows.open()
    await comeInByLink(page)
    await page.goto(`${address()}/newsroom/review`)
    const { db } = site.app.store
    await sql`alter table decisions rename to decisions_away`.execute(db)
    await page.keyboard.press('a')
    await page.getByText('The mistake is on our side and has been noted').waitFor()
    await sql`alter table decisions_away rename to decisions`.execute(db)
    await page.getByText('The ferry was better').waitFor()
    await db.deleteFrom('sessions').execute()
    await page.keyboard.press('a')
    await page.getByText('You’ve been signed out. Sign in again').waitFor()
    await page.getByText('The ferry was better').waitFor()
  } finally {
    await windows.close()
  }
})
