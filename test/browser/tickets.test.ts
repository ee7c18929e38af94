/** An error that a reader reports, in a real browser: without a script, on a phone, seen at once in the newsroom, and answered. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { demonstration, editor, freshSite, type TestSite } from '../sites.ts'
import { enterAs, expectAccessible, openBrowser, windowsOf } from './browser.ts'

let browser: Browser
let site: TestSite
let story: { id: string; path: string }
let scripted: ReturnType<typeof windowsOf>
let plain: ReturnType<typeof windowsOf>
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())
beforeEach(async () => {
  site = await freshSite('sqlite')
  story = await demonstration(site)
  scripted = windowsOf(browser, true)
  plain = windowsOf(browser, false)
})
afterEach(async () => {
  await scripted.close()
  await plain.close()
  await site.drop()
})

/** The picture of a page, for whoever looks, where COURANT_SHOTS names a folder. */
const shot = async (page: Page, name: string) => {
  const folder = process.env.COURANT_SHOTS
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}

const report = async (reader: Page, words: string) => {
  await reader.goto(site.url + story.path)
  await reader.getByRole('link', { name: 'Something wrong? Tell us' }).click()
  const sentence = (await reader.locator('select[name=passage] option').nth(5).textContent()) ?? ''
  await reader.getByLabel('Which words?').fill(sentence.slice(0, 40))
  await reader.getByLabel('What is wrong?').fill(words)
}

test('a reader on a phone, without a script, reports an error; open pages of the newsroom show it within seconds', async () => {
  const desk = await scripted.open()
  await enterAs(desk, await editor(site), site.url)
  await desk.goto(`${site.url}/newsroom`)
  // The comment that a new site has.
  await expect.poll(() => desk.title()).toMatch(/^\(1\) /)
  const line = desk.locator('[data-to-do=home]')
  expect(await line.textContent()).toBe('1 comment to review')
  const other = await desk.context().newPage()
  await other.goto(`${site.url}/newsroom/settings`)

  const reader = await plain.open()
  await reader.setViewportSize({ width: 360, height: 740 })
  await report(reader, 'The ferry costs £5, not £8.')
  await expectAccessible(reader)
  await shot(reader, 'wrong-360')
  await reader.getByRole('button', { name: 'Send to the newsroom' }).click()
  await expectAccessible(reader)
  expect(await reader.locator('h1').textContent()).toBe('Thank you')
  await shot(reader, 'ticket-360')
  const own = reader.url()

  await expect.poll(() => line.textContent()).toBe('1 comment to review · 1 reported error')
  await expect.poll(() => desk.title()).toMatch(/^\(2\) /)
  await expect.poll(() => other.locator('.to-do-line').textContent()).toBe('1 reported error')
  await expect
    .poll(() => desk.locator('[data-to-do=news]').textContent())
    .toBe('Waiting for you: 1 comment to review and 1 reported error')
  await expectAccessible(desk)
  await shot(desk, 'home')

  await line.getByRole('link', { name: '1 reported error' }).click()
  await expectAccessible(desk)
  expect(await desk.locator('mark').textContent()).toBeTruthy()
  await shot(desk, 'tickets')
  await desk.getByRole('link', { name: 'Correct the story' }).click()
  expect(await desk.locator('input[name=closes]').isChecked()).toBe(true)
  expect(await desk.locator('#story-form input[name=change][value=correction]').isChecked()).toBe(true)
  await expectAccessible(desk)
  await shot(desk, 'edit')
  await desk.getByLabel('Standfirst').fill('A sentence that is right.')
  await desk.locator('#cause').fill('The fare was given as £8; it is £5.')
  await desk.getByRole('button', { name: 'Save and publish again' }).click()
  await expect.poll(() => desk.title()).toMatch(/^\(1\) /)
  await expect.poll(() => other.locator('.to-do-line').textContent()).toBe('')
  await expect
    .poll(
      async () => {
        await reader.goto(own)
        return reader.locator('h1').textContent()
      },
      { timeout: 20_000, interval: 1000 },
    )
    .toBe('Corrected')
  expect(await reader.locator('main').textContent()).toContain('The fare was given as £8; it is £5.')
  await expectAccessible(reader)
  await shot(reader, 'corrected-360')
})
