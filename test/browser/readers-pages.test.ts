/** Every kind of page that readers open, on a phone and on a desk, in light and dark, in both directions of writing: fit for everybody to use. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { changeSiteSettings } from '../../src/publication/index.ts'
import { createStory, emptyContent, newBlockId, publish, unpublish } from '../../src/story/index.ts'
import { editor, freshSite, type TestSite } from '../sites.ts'
import { ways } from '../thorough.ts'
import { expectAccessible, openBrowser, windowsOf } from './browser.ts'

const WORDS = {
  en: {
    headline: 'The lock keeper of Saltmere counts her boats',
    text: '“There were fewer,” said Edda Moor, the lock keeper.',
  },
  ar: { headline: 'حارسة الهويس تعدّ القوارب', text: 'قالت إدا مور إن القوارب كانت أقل من الربيع.' },
} as const

let browser: Browser
let site: TestSite
let paths: string[]
/** Where it is not 200, by the place of the path. */
const answers: Record<number, number> = {}
beforeAll(async () => {
  browser = await openBrowser()
  site = await freshSite('sqlite')
  const staff = await editor(site)
  const { store } = site.app
  const now = Date.now()
  const told: { id: string; path: string }[] = []
  for (let i = 0; i < 9; i++) {
    const { headline, text } = WORDS[i % 3 === 2 ? 'ar' : 'en']
    const content = {
      ...emptyContent,
      headline: `${headline} ${i}`,
      byline: 'By Marta Quill',
      section: i < 5 ? 'Harbour' : 'Opinion',
      topics: ['Boats'],
      body: [{ id: newBlockId(), type: 'paragraph' as const, text }],
    }
    const id = await createStory(store, { content, by: null, commentsOpen: true }, now - i)
    const done = await publish(store, { id, by: null }, now - i)
    if ('problem' in done) throw new Error(done.problem)
    told.push({ id, path: done.path })
  }
  const [first = told[8], gone = told[8]] = told
  if (!first || !gone) throw new Error('there is no story')
  await unpublish(store, gone.id, null, now)
  await staff.post('/newsroom/authors', { name: 'Marta Quill' })
  const about = (await staff.post('/newsroom/pages', { kind: 'about' })).headers.get('location') ?? ''
  const page = { title: 'About us', slug: 'about', words: 'Four people above a bakery.' }
  await staff.post(about, { ...page, number: '1', afterwards: 'publish' })
  await staff.post('/newsroom/front/breaking', { words: 'The sluice is open', path: first.path, span: '2h', date: '' })
  const month = first.path.slice(0, 8)
  paths = ['/', first.path, month, month.slice(0, 5), '/archive', '/sections/harbour', '/sections/opinion']
  paths.push('/topics/boats', '/authors/marta-quill', '/about', '/house-rules', '/said?about=boats')
  paths.push('/receipts', '/account')
  answers[paths.push('/nothing-here') - 1] = 404
  answers[paths.push(gone.path) - 1] = 410
})
afterAll(async () => {
  await browser.close()
  await site.drop()
})

async function expectFit(page: Page): Promise<void> {
  for (const [place, path] of paths.entries()) {
    // In turns, so that each of them is seen in one way or the other.
    await page.emulateMedia({ colorScheme: place % 2 === 0 ? 'light' : 'dark' })
    await page.setViewportSize({ width: place % 3 === 0 ? 1280 : 360, height: 740 })
    const answer = await page.goto(site.url + encodeURI(path))
    expect([path, answer?.status()]).toEqual([path, answers[place] ?? 200])
    await expectAccessible(page)
    expect([path, await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)]).toEqual([path, true])
  }
}

test.each(ways([['ar', 'rtl']] as const, [['en', 'ltr']] as const))(
  'readers’ pages of a paper in %s',
  async (language, direction) => {
    await changeSiteSettings(site.app.store, { wanted: { language } }, null, Date.now())
    const windows = windowsOf(browser, true)
    try {
      const page = await windows.open()
      await page.goto(site.url)
      expect(await page.locator('html').getAttribute('dir')).toBe(direction)
      await expectFit(page)
    } finally {
      await windows.close()
    }
  },
)
