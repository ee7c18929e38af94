/** The newsroom's door in a real browser: password, codes, passkeys, with and without JavaScript. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { codeOfStep, stepAt } from '../../src/access/index.ts'
import { freshSite, type TestSite } from '../sites.ts'
import { ways } from '../thorough.ts'
import { expectAccessible, openBrowser, plugInPasskeys, toNextPage, windowsOf } from './browser.ts'

const PASSWORD = 'tide bucket oarlock nine'

let browser: Browser
let site: TestSite
/** The site's clock. */
let now: number
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())
beforeEach(async () => {
  now = Date.now()
  site = await freshSite('sqlite', { now: () => now })
})
afterEach(() => site.drop())

/** Passkeys are bound to a name, so the site is visited under one. */
const address = () => site.url.replace('127.0.0.1', 'localhost')

async function comeInByLink(page: Page): Promise<void> {
  await page.goto(`${address()}/newsroom/sign-in/${site.app.firstSignIn?.split('/').at(-1)}`)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(/\/newsroom(\/start)?$/)
}

async function typePassword(page: Page, password: string): Promise<void> {
  await page.getByLabel(/^Name/).fill('Editor')
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

for (const javaScript of ways([true], [false])) {
  describe(`with JavaScript ${javaScript ? 'on' : 'off'}`, () => {
    const windows = () => windowsOf(browser, javaScript)

    test('a password and codes are set up, asked for, and a lost phone is got over', async () => {
      const { open, close } = windows()
      try {
        const page = await open()
        await page.setViewportSize({ width: 360, height: 780 })
        await comeInByLink(page)
        await page.getByRole('link', { name: 'Editor' }).click()
        await expectAccessible(page)
        expect(await page.evaluate('document.documentElement.scrollWidth <= 360')).toBe(true)

        // Too easy a password is refused with a sentence, and the name typed is kept.
        await page.getByLabel('Sign-in name').fill('Editor')
        await page.getByLabel(/^New password/).fill('password1234')
        await page.getByRole('button', { name: 'Set password' }).click()
        expect(await page.getByRole('alert').first().textContent()).toMatch(/Too many people/)
        expect(await page.getByLabel('Sign-in name').inputValue()).toBe('Editor')
        await expectAccessible(page)
        await page.getByLabel(/^New password/).fill(PASSWORD)
        if (javaScript) {
          await page.getByLabel('Show it').check()
          expect(await page.getByLabel(/^New password/).getAttribute('type')).toBe('text')
        } else expect(await page.getByLabel('Show it').isVisible()).toBe(false)
        await page.getByRole('button', { name: 'Set password' }).click()
        await page.getByRole('status').waitFor()

        // Codes.
        await page.getByRole('button', { name: 'Set up codes' }).click()
        await expectAccessible(page)
        const letters = ((await page.locator('.secret').textContent()) as string).replaceAll(' ', '')
        const secret = fromBase32(letters)
        await page.getByLabel(/six digits/).fill('000000')
        await page.getByRole('button', { name: /Turn codes on/ }).click()
        await page.getByText('That code isn’t right').waitFor()
        await page.getByLabel(/six digits/).fill(codeOfStep(secret, stepAt(now)))
        await page.getByRole('button', { name: /Turn codes on/ }).click()
        await page.getByRole('heading', { name: 'Your recovery codes' }).waitFor()
        await expectAccessible(page)
        const recovery = await page.locator('.recovery code').allTextContents()
        expect(recovery).toHaveLength(10)

        // Out, and in again.
        await page.getByRole('button', { name: 'Sign out' }).click()
        await expectAccessible(page)
        await page.goto(`${address()}/newsroom/sign-in`)
        await expectAccessible(page)
        await typePassword(page, 'tide bucket oarlock ten')
        await page.getByText('don’t match').waitFor()
        await typePassword(page, PASSWORD)
        await page.getByRole('heading', { name: 'Your code' }).waitFor()
        await expectAccessible(page)
        now += 60_000
        await page.getByLabel(/six digits/).fill(codeOfStep(secret, stepAt(now)))
        await page.getByRole('button', { name: 'Sign in' }).click()
        await page.waitForURL(/\/newsroom(\/start)?$/)

        // On another device, without the phone.
        const other = await open()
        await other.goto(`${address()}/newsroom/sign-in`)
        await typePassword(other, PASSWORD)
        await other.getByLabel(/six digits/).fill(recovery[3] as string)
        await other.getByRole('button', { name: 'Sign in' }).click()
        await other.waitForURL(/\/newsroom(\/start)?$/)
        await other.goto(`${address()}/newsroom/account`)
        expect(await other.locator('main').innerText()).toContain('9 recovery codes left of 10')
        await toNextPage(other, () =>
          other.getByRole('button', { name: 'Sign out everywhere else', exact: true }).click(),
        )
        await page.reload()
        expect(page.url()).toContain('/newsroom/sign-in')
      } finally {
        await close()
      }
    })

    test('after an hour who changes roles shows first that it is them, and what was typed goes on', async () => {
      const { open, close } = windows()
      try {
        const page = await open()
        await comeInByLink(page)
        await page.goto(`${address()}/newsroom/account`)
        await page.getByLabel(/^New password/).fill(PASSWORD)
        await toNextPage(page, () => page.getByRole('button', { name: 'Set password' }).click())
        await page.goto(`${address()}/newsroom/people`)
        now += 61 * 60 * 1000
        await page.locator('#name').fill('Ana Ruiz')
        await page.getByLabel('review comments').last().check()
        await page.getByRole('button', { name: /make a sign-in link/ }).click()
        await page.getByRole('heading', { name: 'Confirm it’s you' }).waitFor()
        await expectAccessible(page)
        await page.getByLabel('Your password').fill('wrong words here')
        await page.getByRole('button', { name: 'Confirm it’s you' }).click()
        await page.getByText('don’t match').waitFor()
        await page.getByLabel('Your password').fill(PASSWORD)
        await page.getByRole('button', { name: 'Confirm it’s you' }).click()
        await page.getByRole('heading', { name: 'Thank you' }).waitFor()
        await expectAccessible(page)
        await page.getByRole('button', { name: 'Do it now' }).click()
        await page.getByText('Sign-in link for Ana Ruiz').waitFor()
        await expectAccessible(page)

        // Their switches afterwards, and the log of it all.
        const ana = page.locator('li.person', { hasText: 'Ana Ruiz' })
        await ana.getByText('Change permissions').click()
        await ana.getByLabel('write stories').check()
        await ana.getByRole('button', { name: /Save/ }).click()
        await page.getByText('Can write stories and review comments').waitFor()
        await page.getByRole('link', { name: 'Log' }).click()
        await expectAccessible(page)
        const log = await page.locator('.log').innerText()
        for (const words of [
          'Gave Ana Ruiz permission to write stories',
          'Added Ana Ruiz',
          'Set a password',
          'Signed in with a sign-in link',
        ])
          expect(log).toContain(words)
        await page.getByLabel('What').selectOption('password')
        await toNextPage(page, () => page.getByRole('button', { name: 'Show' }).click())
        expect(await page.locator('.log li').count()).toBe(1)
      } finally {
        await close()
      }
    })
  })
}

test('a passkey is added, signs in, proves it anew, and is removed', async () => {
  const { open, close } = windowsOf(browser, true)
  try {
    const page = await open()
    // The check for accessibility would end the session that the device below is plugged into, so it comes last.
    await plugInPasskeys(page)
    await comeInByLink(page)
    await page.goto(`${address()}/newsroom/account`)
    await page.getByLabel(/Name for it/).fill('my laptop')
    await page.getByRole('button', { name: 'Add a passkey' }).click()
    await page.getByText('Passkey added').waitFor()

    await toNextPage(page, () => page.getByRole('button', { name: 'Sign out' }).click())
    await page.goto(`${address()}/newsroom/sign-in`)
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
    await page.waitForURL(/\/newsroom(\/start)?$/)

    now += 61 * 60 * 1000
    await page.goto(`${address()}/newsroom/account`)
    await page.getByRole('button', { name: /^Remove/ }).click()
    await page.getByRole('button', { name: 'Use a passkey' }).click()
    await page.getByRole('button', { name: 'Do it now' }).click()
    await page.getByText('Passkey removed').waitFor()

    // The device has its key still, and it opens nothing.
    await toNextPage(page, () => page.getByRole('button', { name: 'Sign out' }).click())
    await page.goto(`${address()}/newsroom/sign-in`)
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
    await page.getByText('That passkey is not known here').waitFor()
    await expectAccessible(page)
  } finally {
    await close()
  }
})

function fromBase32(text: string): Uint8Array {
  const bits = [...text]
    .map((one) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(one).toString(2).padStart(5, '0'))
    .join('')
  return Uint8Array.from(bits.match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2))
}
