/** The pages on which an editor arranges the paper: in light and dark, narrow and wide, from right to left; by mouse and by key. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { changeSiteSettings } from '../../src/publication/index.ts'
import { photo } from '../pictures.ts'
import { demonstration, editor, freshSite, type TestSite, type Visitor } from '../sites.ts'
import { dragTo, enterAs, expectAccessible, openBrowser, toNextPage, windowsOf } from './browser.ts'

let browser: Browser
let site: TestSite
let staff: Visitor
let places: string[]
beforeAll(async () => {
  browser = await openBrowser()
  site = await freshSite('sqlite')
  staff = await editor(site)
  const { id } = await demonstration(site)
  const upload = new FormData()
  upload.append('files', new Blob([new Uint8Array(await photo())]), 'quay.jpg')
  await staff.post('/newsroom/pictures', upload)
  const [picture = ''] =
    /\/newsroom\/pictures\/[0-9a-z]{26}/.exec(await (await staff.get('/newsroom/pictures')).text()) ?? []
  const made = async (path: string, fields: Record<string, string>) =>
    ((await staff.post(path, fields)).headers.get('location') ?? '').replace('?added', '')
  await made('/newsroom/front/pins', { story: id, span: 'tomorrow' })
  places = [
    picture,
    await made('/newsroom/sections', { name: 'Harbour' }),
    await made('/newsroom/sections', { name: 'Tides' }),
    await made('/newsroom/authors', { name: 'Ann Lee' }),
    await made('/newsroom/pages', { kind: 'about' }),
    ...['sections', 'topics', 'authors', 'pages', 'menus', 'front', 'look', 'adverts', 'files', 'pictures'].map(
      (name) => `/newsroom/${name}`,
    ),
  ]
})
afterAll(async () => {
  await browser.close()
  await site.drop()
})

/** Presses the button that has the focus: on a page that came back, a moment after it is there. */
async function pressAgain(page: Page): Promise<void> {
  await page.locator('button:focus').waitFor()
  await toNextPage(page, () => page.keyboard.press('Enter'))
}

const order = (page: Page) => page.locator('.terms h2').allInnerTexts()

test('sections are dragged into order by mouse, and moved on by the same key', async () => {
  const windows = windowsOf(browser, true)
  try {
    const page = await windows.open()
    await enterAs(page, staff, site.url)
    await page.goto(`${site.url}/newsroom/sections`)
    const [town = '', ...others] = await order(page)
    await toNextPage(page, () => dragTo(page.locator('.handle').first(), page.locator('.terms li').last(), 'bottom'))
    expect(await order(page)).toEqual([...others, town])
    await page.getByRole('button', { name: `Move ${town} up` }).focus()
    for (const _ of others) await pressAgain(page)
    expect(await order(page)).toEqual([town, ...others])
  } finally {
    await windows.close()
  }
})

test('the lines of a menu are dragged into order and moved on by key; what is being typed beside them stays', async () => {
  const windows = windowsOf(browser, true)
  try {
    for (const [name, href] of [
      ['Tide tables', '/archive'],
      ['The harbour', 'https://harbour.example/'],
    ] as const)
      await staff.post('/newsroom/menus/foot/add', { thing: '', href, label: name })
    const page = await windows.open()
    await enterAs(page, staff, site.url)
    await page.goto(`${site.url}/newsroom/menus`)
    const foot = page.locator('#foot')
    const lines = () => foot.locator('.menu-name strong').allInnerTexts()
    const before = await lines()
    await foot.getByLabel('Text').last().fill('Half a name')
    const line = foot.locator('li', { hasText: 'Tide tables' })
    await line.getByText('Rename').click()
    await line.getByLabel('Text').fill('Tides today')
    await toNextPage(page, () =>
      dragTo(foot.locator('li', { hasText: 'The harbour' }).locator('.handle'), foot.locator('li').first(), 'top'),
    )
    expect(await lines()).toEqual(['The harbour', ...before.filter((name) => name !== 'The harbour')])
    await foot.getByRole('button', { name: 'Move down: The harbour' }).focus()
    for (const _ of before.slice(1)) await pressAgain(page)
    expect(await lines()).toEqual(before)
    expect(await foot.getByLabel('Text').last().inputValue()).toBe('Half a name')
    expect(await line.getByLabel('Text').inputValue()).toBe('Tides today')
  } finally {
    await windows.close()
  }
})

test('on a phone each line of places begins where the page’s own place is in sight, in both directions', async () => {
  const windows = windowsOf(browser, false)
  try {
    const page = await windows.open()
    await enterAs(page, staff, site.url)
    await page.setViewportSize({ width: 360, height: 800 })
    for (const language of ['en', 'ar']) {
      await changeSiteSettings(site.app.store, { wanted: { language } }, null, Date.now())
      for (const name of ['settings', 'webhooks', 'machine']) {
        await page.goto(`${site.url}/newsroom/${name}`)
        const here = page.locator(':is(.bar nav, .places) > [aria-current]')
        const areInSight = () =>
          here.evaluateAll((all) =>
            all.map((one) => [one.getBoundingClientRect()].every(({ left, right }) => left >= 0 && right <= 360)),
          )
        await expect.poll(areInSight, { message: `${name} ${language}` }).toEqual([true, true])
      }
    }
  } finally {
    await changeSiteSettings(site.app.store, { wanted: { language: 'en' } }, null, Date.now())
    await windows.close()
  }
})

test('on paper every page says what it says, and has nothing to press', async () => {
  const windows = windowsOf(browser, false)
  try {
    const page = await windows.open()
    await enterAs(page, staff, site.url)
    await page.emulateMedia({ media: 'print' })
    for (const place of places) {
      await page.goto(site.url + place)
      expect(await page.locator('h1').first().isVisible(), place).toBe(true)
      const toPress = page.locator(':is(.bar, .places, .button, button):visible')
      expect(await toPress.evaluateAll((all) => all.map((one) => one.outerHTML)), place).toEqual([])
    }
  } finally {
    await windows.close()
  }
})

test('every page is for everybody to use: light and wide, dark and narrow, and from right to left', async () => {
  const windows = windowsOf(browser, false)
  try {
    const page = await windows.open()
    await enterAs(page, staff, site.url)
    for (const [colorScheme, width, language] of [
      ['light', 1280, 'en'],
      ['dark', 360, 'ar'],
    ] as const) {
      await changeSiteSettings(site.app.store, { wanted: { language } }, null, Date.now())
      await page.emulateMedia({ colorScheme })
      await page.setViewportSize({ width, height: 800 })
      for (const place of places) {
        await page.goto(site.url + place)
        await expectAccessible(page)
        const isTooWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
        expect([place, width, isTooWide]).toEqual([place, width, false])
      }
      expect(await page.locator('html').getAttribute('dir')).toBe(language === 'ar' ? 'rtl' : 'ltr')
    }
  } finally {
    await windows.close()
  }
})
