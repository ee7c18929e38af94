/**
 * What stands around every page, in a real browser without JavaScript: one slim
 * bar, a menu on phones, a foot; by key, in both directions, on paper.
 */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { changeSiteSettings } from '../../src/publication/index.ts'
import { createStory, emptyContent, newBlockId, publish } from '../../src/story/index.ts'
import { ONE_DATABASE } from '../databases.ts'
import { demonstration, editor, freshSite, type TestSite } from '../sites.ts'
import { expectAccessible, openBrowser } from './browser.ts'

const SECTIONS = [
  'News',
  'Sport',
  'Opinion',
  'Culture',
  'Business',
  'Harbour & Sea',
  'Letters',
  'Obituaries',
  'Schools',
]

let browser: Browser
let site: TestSite
let story: string
for (const kind of ONE_DATABASE) {
  describe(`the frame on ${kind}`, () => {
    beforeAll(async () => {
      browser = await openBrowser()
      site = await freshSite(kind)
      const staff = await editor(site)
      const { store } = site.app
      for (const section of SECTIONS) {
        const body = [{ id: newBlockId(), type: 'paragraph' as const, text: `What ${section} says. `.repeat(40) }]
        const content = { ...emptyContent, headline: `From ${section}`, section, body }
        const id = await createStory(store, { content, by: null, commentsOpen: true }, Date.now())
        await publish(store, { id, by: null }, Date.now())
      }
      const made = (await staff.post('/newsroom/pages', { kind: 'about' })).headers.get('location') ?? ''
      const about = { number: '1', title: 'About us', slug: 'about', words: 'Four people.', afterwards: 'publish' }
      await staff.post(made, about)
      await changeSiteSettings(
        store,
        { wanted: { name: 'The Saltmere and District Advertiser', contact: 'desk@salt.example' } },
        null,
        Date.now(),
      )
      story = (await demonstration(site)).path
    })
    afterAll(async () => {
      await browser.close()
      await site.drop()
    })

    const open = async (
      path: string,
      { width = 1280, height = 740, ...options }: { width?: number; height?: number; colorScheme?: 'dark' } = {},
    ): Promise<Page> => {
      const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width, height }, ...options })
      const page = await context.newPage()
      await page.goto(site.url + path)
      return page
    }
    const boxOf = async (page: Page, of: string) => {
      const box = await page.locator(of).first().boundingBox()
      if (!box) throw new Error(`${of} is nowhere on ${page.url()}`)
      return box
    }
    const shown = (page: Page, of: string) => page.locator(`${of} a`).filter({ visible: true }).allInnerTexts()

    test('on a phone the head takes at most 64 pixels before a page begins, and a menu leads to sections, pages and account', async () => {
      for (const path of [story, '/about', '/sections/sport', '/nothing', '/receipts', '/account', '/house-rules']) {
        const page = await open(path, { width: 360 })
        expect((await boxOf(page, 'main > *')).y, path).toBeLessThanOrEqual(64)
        expect((await boxOf(page, '.topbar .nameplate')).y).toBeLessThan(20)
        expect(await page.evaluate('document.documentElement.scrollWidth'), path).toBe(360)
        await page.context().close()
      }
      const page = await open(story, { width: 360, colorScheme: 'dark' })
      const before = await boxOf(page, 'main > *')
      await page.locator('.menu summary').focus()
      await page.keyboard.press('Enter')
      const links = await shown(page, '.menu')
      expect(links).toEqual(
        expect.arrayContaining([...SECTIONS, 'Archive', 'About us', 'Your comments', 'Your account']),
      )
      // Nothing moves for it.
      expect(await boxOf(page, 'main > *')).toEqual(before)
      await expectAccessible(page)
      await page.locator('.menu a', { hasText: 'Sport' }).click()
      expect(new URL(page.url()).pathname).toBe('/sections/sport')
      await page.context().close()
    })

    test('on the front page of a phone the name, the day and the menu leave the first screen to the first story', async () => {
      const page = await open('/', { width: 360 })
      expect((await boxOf(page, 'main > *')).y).toBeLessThanOrEqual(150)
      await expectAccessible(page)
      await page.context().close()
    })

    test('the bar is one line at every width that has one, and what does not fit opens under “More”', async () => {
      for (const width of [960, 1280, 1920]) {
        const page = await open(story, { width })
        const [bar, ...items] = [
          await boxOf(page, '.topbar'),
          await boxOf(page, '.sections > ul'),
          await boxOf(page, '.topbar .nameplate'),
          await boxOf(page, '.sections .over'),
        ]
        for (const { y, height } of items) {
          expect(y).toBeGreaterThanOrEqual(bar.y)
          expect(y + height).toBeLessThanOrEqual(bar.y + bar.height)
        }
        expect(bar.height).toBeLessThanOrEqual(48)
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width)
        const inLine = await shown(page, '.sections > ul')
        await page.locator('.sections summary').click()
        const more = await shown(page, '.sections .over')
        expect([inLine.length > 2, [...inLine, ...more]]).toEqual([true, ['Town', ...SECTIONS]])
        await expectAccessible(page)
        await page.context().close()
      }
    })

    test('by key one comes to the skip link, the name, the sections, and past them to the page', async () => {
      const page = await open('/about')
      const focused = async () => {
        await page.keyboard.press('Tab')
        return page.locator(':focus').innerText()
      }
      expect([await focused(), await focused(), await focused()]).toEqual([
        'Skip to content',
        'The Saltmere and District Advertiser',
        'Town',
      ])
      await page.goto(`${site.url}/about`)
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      expect(new URL(page.url()).hash).toBe('#main')
      await page.context().close()
    })

    test('the foot has three groups with names of their own, and a line of whose paper it is', async () => {
      const page = await open('/nothing', { width: 360 })
      const groups = page.locator('.foot nav')
      expect(await groups.count()).toBe(3)
      for (const name of ['The paper', 'About', 'You'])
        expect(await page.getByRole('navigation', { name, exact: true }).count(), name).toBe(1)
      expect(await page.locator('.foot > p').innerText()).toMatch(/^© \d{4} The Saltmere and District Advertiser/)
      await page.context().close()
    })

    test('from right to left the bar begins at the right; on paper there is the name and nothing to press', async () => {
      await changeSiteSettings(site.app.store, { wanted: { language: 'ar' } }, null, Date.now())
      const page = await open(story)
      expect((await boxOf(page, '.topbar .nameplate')).x).toBeGreaterThan((await boxOf(page, '.sections')).x)
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(1280)
      await page.setViewportSize({ width: 360, height: 740 })
      await page.locator('.menu summary').click()
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360)
      await expectAccessible(page)
      await page.emulateMedia({ media: 'print' })
      expect(await shown(page, '.plate')).toEqual(['The Saltmere and District Advertiser'])
      expect(await shown(page, '.foot')).toEqual([])
      await page.context().close()
      await changeSiteSettings(site.app.store, { wanted: { language: 'en' } }, null, Date.now())
    })
  })
}
