/** A reader's account in a real browser: by a link in a letter, by a passkey, and erased. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { makeMailLink } from '../../src/access/index.ts'
import { demonstration, freshSite, type TestSite } from '../sites.ts'
import { ways } from '../thorough.ts'
import { expectAccessible, openBrowser, plugInPasskeys, windowsOf, writeComment } from './browser.ts'

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

async function comment(page: Page, words: string): Promise<void> {
  await page.goto(address() + (await demonstration(site)).path)
  await writeComment(page, { name: 'Perpetua Quill', comment: words })
  await page.getByRole('button', { name: /send for review/i }).click()
  await page.waitForURL(/\/receipts\//)
}

for (const javaScript of ways([true], [false])) {
  describe(`with JavaScript ${javaScript ? 'on' : 'off'}`, () => {
    test('a reader comes in by a link, finds what they wrote, takes their data and erases it', async () => {
      const { open, close } = windowsOf(browser, javaScript)
      try {
        const page = await open()
        await page.setViewportSize({ width: 360, height: 780 })
        await page.emulateMedia({ colorScheme: 'dark' })
        await page.goto(`${address()}/account`)
        await expectAccessible(page)
        await page.getByLabel(/Your email address/).fill('perpetua@quill.example')
        await page.getByRole('button', { name: 'Send me a link' }).click()
        await page.getByText('a sign-in link will arrive there soon').waitFor()
        await expectAccessible(page)

        const { store } = site.app
        const token = await store.transaction(Date.now(), (tx) =>
          makeMailLink(tx, { purpose: 'account', address: 'perpetua@quill.example' }),
        )
        await page.goto(`${address()}/account/open/${token}`)
        await expectAccessible(page)
        await page.getByRole('button', { name: 'Sign in' }).click()
        await page.waitForURL('**/account')
        await page.getByText('No comments yet.').waitFor()
        await page.getByLabel(/^Name/).fill(' ')
        await page.getByRole('button', { name: 'Save name' }).click()
        await page.getByText('Type the name to show above').waitFor()
        await page.getByLabel(/^Name/).fill('Perpetua Quill')
        await page.getByRole('button', { name: 'Save name' }).click()
        await page.getByRole('heading', { name: 'Perpetua Quill' }).waitFor()

        await comment(page, 'The zanzibarite ferry floats.')
        await page.goto(`${address()}/account`)
        await page.getByText('The zanzibarite ferry floats.').waitFor()
        await page.getByText('Waiting for review').waitFor()
        await expectAccessible(page)
        expect(await page.evaluate('document.documentElement.scrollWidth <= 360')).toBe(true)
        const data = await page.request.get(`${address()}/account/export`)
        expect(JSON.stringify(await data.json())).toContain('The zanzibarite ferry floats.')

        await page.getByRole('link', { name: 'Erase your data' }).click()
        await expectAccessible(page)
        await page.getByLabel(/Erase it too/).check()
        await page.getByRole('button', { name: 'Erase for good' }).click()
        await page.getByRole('heading', { name: 'Erased' }).waitFor()
        await expectAccessible(page)
        expect(await store.db.selectFrom('readers').select(['name', 'mail']).execute()).toEqual([
          { name: '', mail: null },
        ])
        await page.goto(`${address()}/account`)
        await page.getByRole('button', { name: 'Send me a link' }).waitFor()
      } finally {
        await close()
      }
    })

    test('an author without an account erases their words by the receipt’s address', async () => {
      const { open, close } = windowsOf(browser, javaScript)
      try {
        const page = await open()
        await comment(page, 'The zanzibarite ferry floats.')
        const receipt = page.url()
        await page.getByRole('link', { name: 'erase your name or text' }).click()
        await expectAccessible(page)
        await page.getByLabel(/Erase it too/).check()
        await page.getByRole('button', { name: 'Erase for good' }).click()
        await page.getByRole('heading', { name: 'Erased' }).waitFor()
        await page.goto(receipt)
        await expectAccessible(page)
        expect(await page.content()).not.toMatch(/zanzibarite|Perpetua/)
      } finally {
        await close()
      }
    })
  })
}

test('an account is made with a passkey alone, and opened by it; staff find it, and erase it', async () => {
  const { open, close } = windowsOf(browser, true)
  try {
    const page = await open()
    // The check for accessibility would end the session that the device below is plugged into.
    await plugInPasskeys(page)
    await page.goto(`${address()}/account`)
    await page.getByLabel(/^Your name/).fill('Perpetua Quill')
    await page.getByRole('button', { name: 'Make an account with a passkey' }).click()
    await page.getByRole('heading', { name: 'Perpetua Quill' }).waitFor()
    await comment(page, 'The zanzibarite ferry floats.')
    await page.goto(`${address()}/account`)
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
    await page.getByText('The zanzibarite ferry floats.').waitFor()

    const staff = await open()
    await staff.goto(`${address()}/newsroom/sign-in/${site.app.firstSignIn?.split('/').at(-1)}`)
    await staff.getByRole('button', { name: 'Sign in' }).click()
    await staff.waitForURL(/\/newsroom(\/start)?$/)
    await staff.goto(`${address()}/newsroom/readers`)
    await expectAccessible(staff)
    await staff.getByRole('link', { name: 'Perpetua Quill' }).click()
    await expectAccessible(staff)
    await staff.getByLabel(/stays, without the name/).check()
    await staff.getByRole('button', { name: 'Erase for good' }).click()
    await staff.getByText('We no longer keep the name or address').waitFor()
    await expectAccessible(staff)
    await staff.goto(`${address()}/newsroom/log?kind=reader`)
    expect(await staff.locator('.log').innerText()).toMatch(/Erased a reader’s data/)
    // Their session ended with it.
    await page.reload()
    await page.getByRole('button', { name: 'Send me a link' }).waitFor()
  } finally {
    await close()
  }
})
