/** A moderator decides a campaign in a real browser and takes it back; an editor looks at the spam model. Nothing is in anyone's way. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demonstration, editor, freshSite, postComment, type TestSite, visitor } from '../sites.ts'
import { enterAs, expectAccessible, openBrowser, windowsOf } from './browser.ts'

const advert = (name: string, sum: number) =>
  `My cousin ${name} made ${sum} dollars last week working from home, find out how at https://quick.money.example`

let browser: Browser
let site: TestSite
beforeAll(async () => {
  browser = await openBrowser()
  site = await freshSite('sqlite')
})
afterAll(async () => {
  await browser.close()
  await site.drop()
})

test('from three comments that say the same to one decision, and back, without JavaScript; at 360 px and in the dark', async () => {
  const windows = windowsOf(browser, false)
  try {
    const staff = await editor(site)
    const { path } = await demonstration(site)
    for (const [name, sum] of [
      ['Ada', 900],
      ['Bob', 1200],
      ['Cleo', 2500],
    ] as const)
      await postComment(visitor(site), path, { name, comment: advert(name, sum) })

    const page = await windows.open()
    await page.setViewportSize({ width: 360, height: 740 })
    await page.emulateMedia({ colorScheme: 'dark' })
    await enterAs(page, staff, site.url)
    const looksRight = async () => {
      await expectAccessible(page)
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360)
    }

    await page.goto(`${site.url}/newsroom/review`)
    await page.getByRole('navigation', { name: 'Review' }).getByRole('link', { name: 'Campaigns' }).click()
    await looksRight()
    await page.getByRole('link', { name: '3 comments from 1 network' }).click()
    await looksRight()
    expect(await page.locator('.members del').allTextContents()).not.toEqual([])

    await page.getByRole('button', { name: 'Spam', exact: true }).click()
    await looksRight()
    expect(await page.getByRole('status').textContent()).toBe('3 comments rejected (Spam).')
    await page.getByRole('button', { name: /^Undo/ }).click()
    expect(await page.getByRole('status').textContent()).toBe('3 comments waiting again.')
    await page.getByRole('button', { name: 'Approve all' }).click()
    await looksRight()
    expect(await (await visitor(site).get(path)).text()).toContain('My cousin Cleo')

    await page.getByRole('link', { name: 'Spam model' }).click()
    await looksRight()
    expect(await page.getByRole('heading', { name: 'False alarms' }).isVisible()).toBe(true)
    await page.emulateMedia({ colorScheme: 'light' })
    await looksRight()
  } finally {
    await windows.close()
  }
})
