/** The paper in faces of its own, in a real browser: what they weigh, that nothing jumps, and the page on which they are chosen. */
import type { Browser, Page, Response } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { TYPE_PAIRS } from '../../src/look/index.ts'
import { createStory, emptyContent, newBlockId, publish } from '../../src/story/index.ts'
import { demonstration, editor, freshSite, type TestSite, type Visitor } from '../sites.ts'
import { enterAs, expectAccessible, openBrowser, toNextPage, windowsOf } from './browser.ts'

let browser: Browser
let site: TestSite
let staff: Visitor
let storyPath: string
beforeAll(async () => {
  browser = await openBrowser()
  site = await freshSite('sqlite')
  staff = await editor(site)
  storyPath = (await demonstration(site)).path
})
afterAll(async () => {
  await browser.close()
  await site.drop()
})

/** The bytes of all fonts that a page fetches in a browser that has none yet; they come only once the page has been drawn without. */
async function openWithLateFonts(page: Page, path: string): Promise<number> {
  const fonts: Promise<number>[] = []
  let letCome = () => {}
  const drawn = new Promise<void>((resolve) => {
    letCome = resolve
  })
  await page.route('**/*.woff2', async (route) => {
    await drawn
    await route.continue()
  })
  const count = (response: Response) => {
    if (response.url().endsWith('.woff2')) fonts.push(response.body().then(({ length }) => length))
  }
  page.on('response', count)
  await page.goto(site.url + path, { waitUntil: 'domcontentloaded' })
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
  letCome()
  await page.evaluate(async () => {
    await document.fonts.ready
  })
  page.off('response', count)
  return (await Promise.all(fonts)).reduce((sum, one) => sum + one, 0)
}

/** In the page: how far what was drawn has moved, as browsers count it. */
const SHIFT = `new Promise((resolve) => {
  let sum = 0
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) sum += entry.value
  }).observe({ type: 'layout-shift', buffered: true })
  setTimeout(() => resolve(sum), 200)
})`

test('front page and story take 70 KB of fonts at the most, stressed words and all; where they come late nothing moves', async () => {
  const stressed = await stressedStory()
  for (const type of Object.keys(TYPE_PAIRS)) {
    expect((await staff.post('/newsroom/look', { accent: '#0b5c49', type })).status).toBe(303)
    for (const [path, width] of [
      ['/', 1280],
      [stressed, 360],
    ] as const) {
      const windows = windowsOf(browser, true)
      try {
        const page = await windows.open()
        await page.setViewportSize({ width, height: 800 })
        const bytes = await openWithLateFonts(page, path)
        expect([type, path, bytes <= 70_000, bytes > 0]).toEqual([type, path, true, type !== 'system'])
        expect([type, path, Number(await page.evaluate(SHIFT))]).toEqual([type, path, 0])
      } finally {
        await windows.close()
      }
    }
  }
})

test('what stands in for a face is as wide as it', async () => {
  const windows = windowsOf(browser, true)
  try {
    const page = await windows.open()
    // To be measured they have to come, however late.
    await page.route('**/*.css', async (route) => {
      const response = await route.fetch()
      const body = (await response.text()).replaceAll('font-display:optional', 'font-display:swap')
      await route.fulfill({ response, body })
    })
    for (const type of Object.keys(TYPE_PAIRS).filter((one) => one !== 'system')) {
      expect((await staff.post('/newsroom/look', { accent: '#0b5c49', type })).status).toBe(303)
      await page.goto(site.url)
      const measured = await page.evaluate(widthsBeside)
      expect(measured.length).toBeGreaterThan(0)
      expect([type, measured.filter(({ ratio }) => Math.abs(ratio - 1) > 0.03)]).toEqual([type, []])
    }
  } finally {
    await windows.close()
  }
})

/** The path of a story with words in italics, and a headline that fills lines to the last letter on a phone. */
async function stressedStory(): Promise<string> {
  const { store } = site.app
  const content = {
    ...emptyContent,
    headline: 'Ferry board votes to keep the dawn crossing for one more winter, six to five',
    standfirst: 'Fuel takes a third of what it costs, the crew the rest; the captain had offered to resign.',
    body: [
      {
        id: newBlockId(),
        type: 'paragraph' as const,
        text: 'He will not vote for it again, he said in a letter to members.',
        marks: [{ type: 'emphasis' as const, from: 8, to: 11 }],
      },
    ],
  }
  const id = await createStory(store, { content, by: null, commentsOpen: true }, Date.now())
  const done = await publish(store, { id, by: null }, Date.now())
  if ('problem' in done) throw new Error(done.problem)
  return done.path
}

test('a first page in a browser that has no fonts yet is drawn in the paper’s own, where they come with it', async () => {
  expect((await staff.post('/newsroom/look', { accent: '#0b5c49', type: 'source' })).status).toBe(303)
  const windows = windowsOf(browser, true)
  try {
    const page = await windows.open()
    await page.goto(site.url + storyPath)
    const faces = await page.evaluate(async () => {
      await document.fonts.ready
      return [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family)
    })
    expect(faces.join()).toContain('own Source Serif 4')
    expect(await page.locator('link[rel=preload][as=font]').count()).toBe(3)
  } finally {
    await windows.close()
  }
})

/** In the page: how wide words are in each of its families, beside those stand-ins for it that the machine has. */
async function widthsBeside(): Promise<{ own: string; other: string; ratio: number }[]> {
  const words =
    'The ferry that has carried the island’s schoolchildren since 1987 will make its last crossing on Friday, the harbour board said, after the yard found cracks in two of its frames.'
  const families = [...new Set([...document.fonts].map(({ family }) => family.replaceAll('"', '')))]
  const context = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D
  const wide = (font: string) => {
    context.font = font
    return context.measureText(words).width
  }
  const pairs = families
    .filter((own) => own.startsWith('own'))
    .flatMap((own) => families.filter((other) => other.startsWith('like')).map((other) => ({ own, other })))
  const found: { own: string; other: string; ratio: number }[] = []
  for (const { own, other } of pairs) {
    if (/Serif|Literata|Newsreader/.test(own) !== /Georgia|Times|Serif/.test(other)) continue
    const cuts = [...document.fonts].filter(({ family }) => family.replaceAll('"', '') === own)
    for (const weight of [400, 700]) {
      // What a pair has no bold of is thickened by the browser.
      if (!cuts.some((cut) => cut.weight.split(' ').includes(String(weight)) || cut.weight.includes(' '))) continue
      const [font, standIn] = [`${weight} 20px "${own}"`, `${weight} 20px "${other}"`]
      // What this machine lacks can't be loaded.
      const loaded = await document.fonts.load(standIn).catch(() => [])
      await document.fonts.load(font)
      if (loaded.length > 0) found.push({ own, other, ratio: wide(standIn) / wide(font) })
    }
  }
  return found
}

test('Arabic keeps the machine’s own faces for Arabic, and an English piece on its page has the paper’s', async () => {
  const windows = windowsOf(browser, true)
  try {
    const page = await windows.open()
    await staff.post('/newsroom/look', { accent: '#0b5c49', type: 'source' })
    await page.goto(site.url)
    const first = await page.evaluate(() => {
      document.documentElement.lang = 'ar'
      const piece = document.createElement('p')
      piece.lang = 'en'
      document.body.append(piece)
      return [document.documentElement, piece].map((one) => getComputedStyle(one).fontFamily.split(',')[0])
    })
    expect(first).toEqual(['"Noto Naskh Arabic"', '"own Source Serif 4"'])
  } finally {
    await windows.close()
  }
})

test('an editor gives the paper colour, typefaces, logo and icon on a phone, and it is accessible in light and dark', async () => {
  const windows = windowsOf(browser, false)
  try {
    const page = await windows.open()
    await enterAs(page, staff, site.url)
    await page.setViewportSize({ width: 360, height: 740 })
    await page.goto(`${site.url}/newsroom/look`)
    await page.getByLabel('Colour code').fill('#f2c53d')
    await page.getByLabel('Newsreader throughout').check()
    await toNextPage(page, () => page.getByRole('button', { name: 'Try it' }).click())
    await page.getByText('Not saved yet').waitFor()
    await toNextPage(page, () => page.getByRole('button', { name: 'Save', exact: true }).click())
    await page.getByText('Saved. The whole site shows it now.').waitFor()
    const logo = await logoFile()
    for (const [section, name] of [
      ['Logo', 'Upload'],
      ['Icon', 'Upload'],
    ] as const) {
      const form = page.getByRole('region', { name: section, exact: true })
      await form.getByLabel('Picture').setInputFiles({ name: 'own.png', mimeType: 'image/png', buffer: logo })
      await toNextPage(page, () => form.getByRole('button', { name }).click())
      await page.getByText('Saved. The whole site shows it now.').waitFor()
    }
    for (const [colorScheme, path] of [
      ['light', '/newsroom/look'],
      ['dark', '/newsroom/look'],
      ['dark', storyPath],
    ] as const) {
      await page.emulateMedia({ colorScheme })
      await page.goto(site.url + path)
      await expectAccessible(page)
      expect(await page.locator('html').evaluate((html) => html.scrollWidth <= innerWidth)).toBe(true)
    }
    const plate = page.locator('.nameplate img')
    expect(await plate.getAttribute('alt')).toBe('The Courant')
    expect((await plate.boundingBox())?.height).toBeLessThanOrEqual(64)
  } finally {
    await windows.close()
  }
})

/** Square, so that it can be both. */
async function logoFile(): Promise<Buffer> {
  const { default: sharp } = await import('sharp')
  return sharp({ create: { width: 400, height: 400, channels: 4, background: '#20304a' } })
    .png()
    .toBuffer()
}
