/** Files in a real browser: uploaded with progress, and in a story without a jump, a script or a byte before somebody asks. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { film, pdf, wav } from '../media-files.ts'
import { photo } from '../pictures.ts'
import { editor, freshSite, type TestSite, type Visitor } from '../sites.ts'
import { expectAccessible, openBrowser, windowsOf, withoutEditor } from './browser.ts'

let browser: Browser
let site: TestSite
let staff: Visitor
let dataFolder: string
beforeAll(async () => {
  browser = await openBrowser()
  dataFolder = await mkdtemp(join(tmpdir(), 'courant-browser-files-'))
  site = await freshSite('sqlite', { config: { dataFolder } })
  staff = await editor(site)
})
afterAll(async () => {
  await browser.close()
  await site.drop()
  await rm(dataFolder, { recursive: true, force: true })
})

const fits = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)

test('files go up one by one on a phone-sized page; their lines put players and a card into a story', async () => {
  const windows = windowsOf(browser, true)
  try {
    const page = await windows.open()
    await page.context().addCookies([...staff.cookies].map(([name, value]) => ({ name, value, url: site.url })))
    await page.setViewportSize({ width: 360, height: 740 })
    await page.goto(`${site.url}/newsroom/files`)
    await page.getByLabel('Choose PDFs, audio or video').setInputFiles([
      { name: 'harbour-talk.wav', mimeType: 'audio/wav', buffer: wav(75) },
      { name: 'minutes.txt', mimeType: 'text/plain', buffer: Buffer.from('Dear editor') },
      { name: 'weir.mp4', mimeType: 'video/mp4', buffer: await film('mp4', { width: 360, height: 640 }) },
      { name: 'budget.pdf', mimeType: 'application/pdf', buffer: pdf(12) },
    ])
    const uploads = page.locator('[data-uploads]')
    await uploads.getByRole('link', { name: 'budget' }).waitFor()
    await uploads.getByText('minutes.txt: This file is of a kind').waitFor()
    expect(await fits(page)).toBe(true)
    await expectAccessible(page)
    const lines: string[] = []
    for (const name of ['harbour talk', 'weir', 'budget']) {
      await page.goto(`${site.url}/newsroom/files`)
      await page.locator('.files').getByRole('link', { name }).click()
      lines.push((await page.locator('.line-to-paste code').textContent()) ?? '')
      expect(await fits(page)).toBe(true)
      await expectAccessible(page)
    }
    const pictures = new FormData()
    pictures.append('files', new Blob([new Uint8Array(await photo({ width: 1280, height: 720 }))]), 'still.jpg')
    await staff.post('/newsroom/pictures', pictures)
    const still = /\/newsroom(\/pictures\/\w{26})"/.exec(await (await staff.get('/newsroom/pictures')).text())?.[1]
    lines.push(
      `{embed https://vimeo.com/1 | The last ferry, from the air | ${still}}`,
      '{embed https://maps.example/1 | A map}',
    )

    await withoutEditor(page)
    await page.goto(`${site.url}${(await staff.post('/newsroom/stories', {})).headers.get('location')}`)
    await page.getByText('PDFs, audio and video').click()
    await page
      .locator('.story-files')
      .getByText(lines[2] ?? '')
      .waitFor()
    await page.getByLabel('Headline', { exact: true }).fill('What the harbour heard')
    await page.getByLabel('Byline').fill('Mara Lind')
    await page.getByLabel('Body').fill(['Listen to it.', ...lines, 'So it went.'].join('\n\n'))
    await page.getByRole('button', { name: 'Publish' }).click()
    await page.getByRole('link', { name: 'What the harbour heard' }).first().click()

    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 740 })
      await page.reload()
      expect([width, await page.evaluate(SHIFT)]).toEqual([width, 0])
      const box = await page.locator('video').boundingBox()
      expect(box?.height).toBeLessThanOrEqual(0.8 * 740)
      expect(await fits(page)).toBe(true)
      await expectAccessible(page)
    }
    expect(asked.filter((url) => url.includes('/files/') || !url.startsWith(site.url))).toEqual([])
    // What a reader plays is fetched from here, and plays.
    await page.locator('audio').evaluate((audio: HTMLAudioElement) => {
      audio.muted = true
      return audio.play()
    })
    expect(await page.locator('audio').evaluate((audio: HTMLAudioElement) => audio.duration)).toBe(75)
  } finally {
    await windows.close()
  }
})

/** In the page: how far what was drawn has moved, as browsers count it. */
const SHIFT = `new Promise((resolve) => {
  let sum = 0
  new PerformanceObserver((list) => {
    // What moves inside the browser's own player has no node.
    for (const entry of list.getEntries()) if (entry.sources.some(({ node }) => node)) sum += entry.value
  }).observe({ type: 'layout-shift', buffered: true })
  setTimeout(() => resolve(sum), 300)
})`
