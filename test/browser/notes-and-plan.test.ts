/** A morning in the newsroom: a plan is made, moved by mouse and by key, becomes a story, and colleagues note on its words. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { addPerson, makeSignInLink, ROLES } from '../../src/people/index.ts'
import { editor, freshSite, type TestSite, type Visitor, visitor } from '../sites.ts'
import { enterAs, expectAccessible, openBrowser, toNextPage, windowsOf } from './browser.ts'

vi.setConfig({ testTimeout: 180_000 })

/** A Monday. */
const NOON = Date.parse('2026-11-30T12:00Z')
let browser: Browser
let site: TestSite
let staff: Visitor
let hers: Visitor

beforeAll(async () => {
  site = await freshSite('sqlite', { now: () => NOON })
  staff = await editor(site)
  const ana = await addPerson(site.app.store, { name: 'Ana Ruiz', mail: null, switches: ROLES.reporter }, NOON)
  if ('problem' in ana) throw new Error(ana.problem)
  hers = visitor(site)
  await hers.post('/newsroom/sign-in', { token: await makeSignInLink(site.app.store, ana.id, NOON) })
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await site.drop()
})

const inWindows = async (work: (open: (who: Visitor) => Promise<Page>) => Promise<void>, javaScript = true) => {
  const windows = windowsOf(browser, javaScript)
  try {
    await work(async (who) => {
      const page = await windows.open()
      await enterAs(page, who, site.url)
      return page
    })
  } finally {
    await windows.close()
  }
}
const line = (page: Page, day: string) => page.locator(`[data-day="${day}"] .plan-line`)

test('a line is planned, dragged to another day, moved on by key, and its story begun', () =>
  inWindows(async (open) => {
    const page = await open(staff)
    await page.goto(`${site.url}/newsroom/planning`)
    await page.locator('.add-plan summary').click()
    await page.getByLabel('What it is about').fill('Council budget vote')
    await page.getByLabel('Day').first().fill('2026-12-01')
    await page.getByLabel('Deadline').fill('16:00')
    await page.locator('#plan-writer').selectOption({ label: 'Ana Ruiz' })
    await toNextPage(page, () => page.getByRole('button', { name: 'Add', exact: true }).click())
    await line(page, '2026-12-01').waitFor()
    await expectAccessible(page)

    const handle = page.getByRole('button', { name: /^Move Council budget vote to another day/ })
    // Off the screen's foot nothing can be dropped.
    await page.setViewportSize({ width: 1280, height: 1400 })
    const [from, to] = [await handle.boundingBox(), await page.locator('[data-day="2026-12-03"]').boundingBox()]
    if (!from || !to) throw new Error('nothing to drag, or nowhere')
    await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2)
    await page.mouse.down()
    await page.mouse.move(to.x + 40, to.y + to.height / 2, { steps: 5 })
    await toNextPage(page, () => page.mouse.up())
    await line(page, '2026-12-03').waitFor()
    // It is in hand still.
    await page.locator('.handle:focus').waitFor()
    await toNextPage(page, () => page.keyboard.press('ArrowUp'))
    expect(await line(page, '2026-12-02').innerText()).toContain('by 16:00')

    await toNextPage(page, () => page.getByRole('button', { name: 'Begin the story' }).click())
    expect(await page.locator('#headline').inputValue()).toBe('Council budget vote')
  }))

test('a note is made on selected words by key, mentions a colleague, is marked in the text, and answered on a phone', () =>
  inWindows(async (open) => {
    const story = (await hers.post('/newsroom/stories', {})).headers.get('location') ?? ''
    const body = 'The council meets on Tuesday evening.\n\nThe keeper of the lock denies it.'
    await hers.post(story, { base: '1', headline: 'Council budget', body })
    const page = await open(staff)
    await page.goto(site.url + story)
    await page.locator('#body-editor p').nth(1).click()
    await page.keyboard.press('Home')
    await page.keyboard.type('So far: ')
    for (let letter = 0; letter < 'The keeper'.length; letter++) await page.keyboard.press('Shift+ArrowRight')
    await page.keyboard.press('Control+Alt+m')
    await page.locator('#note-panel-words').waitFor()
    await page.keyboard.type('Which one, @an')
    await page.getByRole('option', { name: 'Ana Ruiz' }).waitFor()
    await expectAccessible(page)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    const mark = page.locator('#body-editor .noted')
    await mark.waitFor()
    expect(await mark.innerText()).toBe('The keeper')
    expect(await page.locator('#notes .note-words').innerText()).toBe('Which one, @Ana Ruiz')

    const phone = await open(hers)
    await phone.setViewportSize({ width: 360, height: 740 })
    await phone.goto(`${site.url}/newsroom`)
    await toNextPage(phone, () => phone.getByRole('link', { name: 'Council budget' }).first().click())
    await phone.locator('#body-editor .noted').waitFor()
    await phone.locator('.note-thread summary', { hasText: 'Answer' }).click()
    await phone.locator('.note-thread textarea').fill('Edda Moor, at Saltmere.')
    await phone.getByRole('button', { name: 'Send answer' }).click()
    await phone.locator('.answers', { hasText: 'Edda Moor' }).waitFor()
    await expectAccessible(phone)
    // The colleague who has it open hears of it.
    await page.locator('.answers', { hasText: 'Edda Moor' }).waitFor()
    await page.getByRole('button', { name: /^Done.*The keeper/ }).click()
    await page.locator('#notes summary', { hasText: '1 done' }).waitFor()
    expect(await mark.count()).toBe(0)
  }))

test('without a script a note is made and answered, and a line moved, by plain forms', () =>
  inWindows(async (open) => {
    const story = (await staff.post('/newsroom/stories', {})).headers.get('location') ?? ''
    await staff.post(story, { base: '1', headline: 'Lamps', body: 'They are lit.' })
    const page = await open(staff)
    await page.goto(site.url + story)
    await page.locator('.new-note summary').click()
    await page.locator('#note-place').selectOption({ label: 'Headline' })
    await page.locator('#note-words').fill('Dull')
    await toNextPage(page, () => page.getByRole('button', { name: 'Add note' }).click())
    await page.locator('.note-thread summary', { hasText: 'Change' }).click()
    await page.locator('.note-thread textarea[name=words]').fill('Dull, and long')
    await toNextPage(page, () => page.locator('.note-thread').getByRole('button', { name: 'Save' }).click())
    expect(await page.locator('#notes').innerText()).toMatch(/Dull, and long[\s\S]*edited/)
    await page.locator('.note-thread summary', { hasText: 'Answer' }).click()
    await page.locator('.note-thread textarea[name=answer]').fill('It is.')
    await toNextPage(page, () => page.getByRole('button', { name: 'Send answer' }).click())
    expect(await page.locator('#notes').innerText()).toMatch(/Dull[\s\S]*It is\./)
    await page.locator('#story-plan-day').fill('2026-12-04')
    await toNextPage(page, () => page.getByRole('button', { name: 'Plan this story' }).click())
    await toNextPage(page, () => page.getByRole('link', { name: 'Open the plan' }).click())
    const own = page.locator('.plan-line', { hasText: 'Lamps' })
    await own.locator('summary').click()
    await own.locator('input[type=date]').fill('2026-12-05')
    await toNextPage(page, () => own.getByRole('button', { name: 'Move' }).click())
    expect(await line(page, '2026-12-05').innerText()).toContain('Lamps')
  }, false))
