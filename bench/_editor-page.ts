/**
 * What a writer waits for. In a story of 5,000 words and
 * 60 figures keys are pressed in a real browser against the real program; the
 * browser itself says from each key to the frame that shows it (event timing,
 * which counts from 16 ms in steps of 8). The reference, in the same run, is a
 * bare contenteditable with the same words and pictures. Then how long the story
 * takes to open, beside a page of the newsroom with a few fields, and the editor's
 * bytes beside those of Ghost's.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { type Browser, chromium, type Page } from 'playwright-core'
import { findChromium } from '../scripts/find-programs.mjs'
import { makeSignInLink } from '../src/people/index.ts'
import { createStory, emptyContent, newBlockId } from '../src/story/index.ts'
import { openSite } from '../test/stores.ts'
import { median, p95 } from './_figures.ts'
import { someWords } from './_long-story.ts'
import { startCourant } from './servers.ts'

const PARAGRAPHS = 100
const FIGURES = 60
const KEYS = 400
const OPENINGS = 20
const SOON = 24
/** Of Ghost 6.65 (Koenig), gzipped, as its package ships it. */
const KOENIG = 810_000
const TEXT = 'The harbour board meets again on Monday. '

const body = Array.from({ length: PARAGRAPHS }, (_, i) => [
  { id: newBlockId(), type: 'paragraph' as const, text: `${i}. The ${someWords(48)}.` },
  ...(i < FIGURES
    ? [
        {
          id: newBlockId(),
          type: 'figure' as const,
          picture: { src: '/favicon.ico', alt: someWords(6), caption: someWords(10), credit: '', rights: '' },
        },
      ]
    : []),
]).flat()

const REFERENCE = `<!doctype html><title>Reference</title><div id="body-editor" contenteditable>${body
  .map((block) =>
    block.type === 'paragraph'
      ? `<p>${block.text}</p>`
      : `<figure><img alt="" src="data:image/gif;base64,R0lGODlhAQABAAAAACw="><figcaption>${block.picture.caption}</figcaption></figure>`,
  )
  .join('')}</div>`

/** In the page: notes each key's time to its frame; a key that is faster than 16 ms is not told of. */
const MEASURE = `globalThis.times = []
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (entry.name === 'keydown') globalThis.times.push(entry.duration)
  }).observe({ type: 'event', durationThreshold: 16, buffered: false })`

/** In the page, from its beginning: notes the first frame that has the editor in it. */
const NOTICE = `const watch = new MutationObserver(() => {
    if (!document.querySelector('.ProseMirror[contenteditable=true]')) return
    watch.disconnect()
    requestAnimationFrame(() => setTimeout(() => { globalThis.editable = performance.now() }))
  })
  watch.observe(document, { childList: true, subtree: true })`

const FIRST_PAINT = `performance.getEntriesByName('first-contentful-paint')[0].startTime`

/** Prints the figures; `folder` takes what the program writes. */
export const benchWriting = (folder: string): Promise<void> =>
  withStory(folder, async ({ browser, page, address }) => {
    const opened = await openings(page, address)
    const bare = await reference(browser)
    // In turns, so that a busy machine is busy for both.
    const [ours, theirs] = [[] as number[], [] as number[]]
    await page.evaluate(MEASURE)
    for (let turn = 0; turn < 4; turn++) {
      ours.push(...(await press(page, KEYS / 4)))
      theirs.push(...(await press(bare, KEYS / 4)))
    }
    console.log('')
    row(`a key painted, 5,000 words, ${FIGURES} figures`, `within ${SOON} ms`, 'p95', 'longest')
    row('the editor', ...figures(ours))
    row('reference: a bare contenteditable', ...figures(theirs))
    console.log(
      `p95 ${(atLeast(p95(ours)) / atLeast(p95(theirs))).toFixed(2)} × the reference (aim ≤ 1.5); aim ≥ 95 % within ${SOON} ms`,
    )
    tellOpenings(opened)
    const bytes = await editorBytes()
    console.log(
      `the editor’s code, gzipped: ${(bytes / 1000).toFixed(0)} KB (aim ≤ 150); Ghost’s (Koenig): ${KOENIG / 1000} KB`,
    )
  })

/** Prints how long the story takes to open, alone. */
export const benchOpening = (folder: string): Promise<void> =>
  withStory(folder, async ({ page, address }) => tellOpenings(await openings(page, address)))

async function withStory(
  folder: string,
  measure: (given: { browser: Browser; page: Page; address: string }) => Promise<void>,
): Promise<void> {
  const executablePath = findChromium()
  if (!executablePath) throw new Error('No Chromium was found; give its path in COURANT_CHROMIUM.')
  const server = await startCourant(folder)
  const { link, path } = await fill(folder)
  const browser = await chromium.launch({ executablePath, chromiumSandbox: process.getuid?.() !== 0 })
  try {
    const page = await browser.newPage({ viewport: { width: 1200, height: 900 } })
    await page.goto(`${server.url}/newsroom/sign-in/${link}`)
    await page.getByRole('button', { name: 'Sign in' }).first().click()
    await page.waitForURL(/\/newsroom(\/start)?$/)
    await measure({ browser, page, address: `${server.url}${path}` })
  } finally {
    await browser.close()
    await server.stop()
  }
}

async function fill(folder: string): Promise<{ link: string; path: string }> {
  const store = await openSite({ kind: 'sqlite', file: join(folder, 'courant.db') }, Date.now)
  try {
    const { id } = await store.db.selectFrom('people').select('id').executeTakeFirstOrThrow()
    const content = { ...emptyContent, headline: 'The harbour board votes to dredge', body }
    const story = await createStory(store, { content, by: id, commentsOpen: true }, Date.now())
    return { link: await makeSignInLink(store, id, Date.now()), path: `/newsroom/stories/${story}` }
  } finally {
    await store.close()
  }
}

interface Opening {
  /** Milliseconds from the beginning of the navigation until the whole page is there, and until its words can be written in and are painted. */
  answered: number
  open: number
  /** The same browser shows a small page of the newsroom, just before. */
  plain: number
  /** What the page's process worked for it in all its threads until it had nothing more to do, milliseconds. */
  worked: number
}

async function openings(page: Page, address: string): Promise<Opening[]> {
  const found: Opening[] = []
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Performance.enable')
  const worked = async (): Promise<number> => {
    const { metrics } = await devtools.send('Performance.getMetrics')
    return 1000 * (metrics.find(({ name }) => name === 'ProcessTime')?.value ?? Number.NaN)
  }
  await page.addInitScript(NOTICE)
  for (let i = 0; i <= OPENINGS; i++) {
    await page.goto(new URL('/newsroom/account', address).href)
    await page.waitForFunction(() => performance.getEntriesByType('paint').length > 0)
    const plain = (await page.evaluate(FIRST_PAINT)) as number
    const before = await worked()
    await page.goto(address)
    await page.waitForFunction(() => 'editable' in globalThis && performance.getEntriesByType('paint').length > 0)
    const times = (await page.evaluate(
      `({ answered: performance.getEntriesByType('navigation')[0].responseEnd,
          open: Math.max(globalThis.editable, ${FIRST_PAINT}) })`,
    )) as { answered: number; open: number }
    // The first fetches styles and code, which a browser keeps.
    await page.waitForTimeout(300)
    if (i > 0) found.push({ ...times, plain, worked: (await worked()) - before })
  }
  return found
}

function tellOpenings(found: readonly Opening[]): void {
  const times = (of: keyof Opening) => found.map((one) => one[of])
  const both = (of: keyof Opening) => `median ${median(times(of)).toFixed(0)}, p95 ${p95(times(of)).toFixed(0)} ms`
  console.log('')
  console.log(`opening that story, to the editor that can be written in: ${both('open')} (aim ≤ 150)`)
  console.log(`  reference, a page with a few fields: ${both('plain')}`)
  console.log(`  of the story, to the end of the server’s answer: ${both('answered')}`)
  console.log(`  what the page’s process worked for it: ${both('worked')}`)
}

async function reference(browser: Browser): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1200, height: 900 } })
  await page.setContent(REFERENCE)
  await page.evaluate(MEASURE)
  return page
}

/** Presses keys in the middle of the story, as somebody types who is quick. */
async function press(page: Page, keys: number): Promise<number[]> {
  await page.bringToFront()
  await page
    .locator('#body-editor > p')
    .nth(PARAGRAPHS / 2)
    .click()
  await page.keyboard.press('End')
  await page.evaluate('globalThis.times.length = 0')
  for (let i = 0; i < keys; i++) {
    await page.keyboard.press(TEXT[i % TEXT.length] as string)
    await page.waitForTimeout(40)
  }
  await page.waitForTimeout(300)
  const told = (await page.evaluate('globalThis.times')) as number[]
  return [...told, ...Array.from({ length: Math.max(0, keys - told.length) }, () => 0)]
}

async function editorBytes(): Promise<number> {
  const assets = new URL('../assets/', import.meta.url)
  const { 'editor.js': name } = JSON.parse(readFileSync(new URL('manifest.json', assets), 'utf8')) as Record<
    string,
    string
  >
  return gzipSync(readFileSync(new URL(name as string, assets)), { level: 9 }).length
}

/** What is faster than the browser tells of is under 16 ms. */
const atLeast = (time: number): number => Math.max(16, time)

const figures = (times: readonly number[]): [string, string, string] => {
  const soon = times.filter((time) => time <= SOON).length / times.length
  const ms = (time: number) => (time === 0 ? '< 16 ms' : `${time} ms`)
  return [`${(soon * 100).toFixed(1)} %`, ms(p95(times)), ms(Math.max(...times))]
}
const row = (...cells: string[]): void => console.log(cells.map((cell, i) => cell.padEnd(i === 0 ? 48 : 16)).join(''))
