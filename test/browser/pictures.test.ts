/** Pictures in a real browser: uploaded by choosing and by dropping, and shown without a jump. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { photo } from '../pictures.ts'
import { editor, freshSite, type TestSite, type Visitor } from '../sites.ts'
import { expectAccessible, openBrowser, windowsOf } from './browser.ts'

let browser: Browser
let site: TestSite
let staff: Visitor
let dataFolder: string
beforeAll(async () => {
  browser = await openBrowser()
  dataFolder = await mkdtemp(join(tmpdir(), 'courant-browser-pictures-'))
  site = await freshSite('sqlite', { config: { dataFolder } })
  staff = await editor(site)
})
afterAll(async () => {
  await browser.close()
  await site.drop()
  await rm(dataFolder, { recursive: true, force: true })
})

const cookies = () => [...staff.cookies].map(([name, value]) => ({ name, value, url: site.url }))
const fits = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)

test('photos go up one by one, chosen or dropped on a phone-sized page; what is no picture is said by its name', async () => {
  const windows = windowsOf(browser, true)
  try {
    const page = await windows.open()
    await page.context().addCookies(cookies())
    await page.setViewportSize({ width: 360, height: 740 })
    await page.goto(`${site.url}/newsroom/pictures`)
    await page.getByLabel('Choose pictures').setInputFiles([
      { name: 'quay.jpg', mimeType: 'image/jpeg', buffer: await photo({ width: 700 }) },
      { name: 'minutes.txt', mimeType: 'text/plain', buffer: Buffer.from('Dear editor') },
    ])
    const uploads = page.locator('[data-uploads]')
    await uploads.getByRole('link', { name: 'quay.jpg' }).waitFor()
    await uploads.getByText('minutes.txt: This file is not a picture').waitFor()

    const dropped = [...(await photo({ width: 710 }))]
    await page.evaluate((bytes) => {
      const data = new DataTransfer()
      data.items.add(new File([new Uint8Array(bytes)], 'lamps.jpg', { type: 'image/jpeg' }))
      document.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }))
    }, dropped)
    await uploads.getByRole('link', { name: 'lamps.jpg' }).waitFor()
    expect(await fits(page)).toBe(true)
    await expectAccessible(page)

    await uploads.getByRole('link', { name: 'quay.jpg' }).click()
    await page.getByLabel('Caption').fill('The quay')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Saved.').waitFor()
    expect(await fits(page)).toBe(true)
    await expectAccessible(page)
    await page.goto(`${site.url}/newsroom/pictures?q=quay`)
    await page.getByText('The quay').waitFor()
  } finally {
    await windows.close()
  }
})

test('what has come and what has been prepared is shown without opening the page again; phones are offered their camera', async () => {
  const windows = windowsOf(browser, true)
  const phone = await browser.newContext({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } })
  try {
    const { store } = site.app
    const form = new FormData()
    form.append('files', new Blob([new Uint8Array(await photo({ width: 730 }))]), 'ropes.jpg')
    await staff.post('/newsroom/pictures', form)
    const ropes = await store.db.selectFrom('pictures').selectAll().where('name', '=', 'ropes.jpg').executeTakeFirst()
    const keep = (renditions_json: string) =>
      store.transaction(Date.now(), (tx) =>
        tx.rows.updateTable('pictures').set({ renditions_json }).where('name', '=', 'ropes.jpg').execute(),
      )
    // As it is before the others are made, for as long as the test likes.
    await expect
      .poll(
        async () =>
          (
            await store.db
              .selectFrom('jobs')
              .select('number')
              .where('key', '=', ropes?.id ?? '')
              .execute()
          ).length,
        { timeout: 20_000 },
      )
      .toBe(0)
    const whole = await store.db
      .selectFrom('pictures')
      .select('renditions_json')
      .where('name', '=', 'ropes.jpg')
      .executeTakeFirst()
    await keep(JSON.stringify((JSON.parse(whole?.renditions_json ?? '[]') as unknown[]).slice(0, 1)))

    const page = await windows.open()
    await page.context().addCookies(cookies())
    await page.goto(`${site.url}/newsroom/pictures`)
    const line = page.locator('picture-library li', { hasText: 'ropes.jpg' })
    await line.getByText('Being prepared').waitFor()
    expect(await page.getByLabel('Take a photo').isVisible()).toBe(false)
    await keep(whole?.renditions_json ?? '')
    await line.getByText('Being prepared').waitFor({ state: 'detached' })
    await page
      .getByLabel('Choose pictures')
      .setInputFiles({ name: 'anchor.jpg', mimeType: 'image/jpeg', buffer: await photo({ width: 720 }) })
    await page.locator('picture-library li', { hasText: 'anchor.jpg' }).waitFor()
    await expectAccessible(page)

    await phone.addCookies(cookies())
    const small = await phone.newPage()
    await small.goto(`${site.url}/newsroom/pictures`)
    const camera = small.getByLabel('Take a photo')
    expect([await camera.isVisible(), await camera.getAttribute('capture')]).toEqual([true, 'environment'])
    await camera.setInputFiles({ name: 'image.jpg', mimeType: 'image/jpeg', buffer: await photo({ width: 740 }) })
    await small.locator('picture-library li', { hasText: 'image.jpg' }).waitFor()
    // A phone's window grows with what is too wide for it.
    expect(await small.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
    await expectAccessible(small)
  } finally {
    await windows.close()
    await phone.close()
  }
})

test('a tall photo takes four fifths of the screen at most, and nothing moves as it comes', async () => {
  const path = (await staff.post('/newsroom/stories', {})).headers.get('location') ?? ''
  const form = new FormData()
  const fields = {
    headline: 'The tower',
    body: 'It stands.\n\nStill.',
    base: '1',
    pictureAlt: 'A tower',
    afterwards: 'publish',
  }
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  form.append('pictureFile', new Blob([new Uint8Array(await photo({ width: 900, height: 1800 }))]), 'tower.jpg')
  expect((await staff.post(path, form)).headers.get('location')).toBe(`${path}?published`)
  // Pages of readers run no script; the one here only measures.
  const windows = windowsOf(browser, true)
  try {
    const page = await windows.open()
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 740 })
      for (const address of ['/', await addressOf(path)]) {
        const arrive = await heldBack(page)
        await page.goto(site.url + address, { waitUntil: 'domcontentloaded' })
        await arrive()
        const picture = page.locator('figure img').first()
        await expect
          .poll(() => picture.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth > 0))
          .toBe(true)
        const shift = await page.evaluate(SHIFT)
        expect([address, width, shift]).toEqual([address, width, 0])
        if (address !== '/') expect((await picture.boundingBox())?.height).toBeLessThanOrEqual(0.8 * 740)
        expect(await fits(page)).toBe(true)
        await expectAccessible(page)
      }
    }
  } finally {
    await windows.close()
  }
})

/** Keeps pictures from a page until it has been drawn without them; answers what lets them come. */
async function heldBack(page: Page): Promise<() => Promise<void>> {
  let letCome = () => {}
  const drawn = new Promise<void>((resolve) => {
    letCome = resolve
  })
  await page.route('**/pictures/**', async (route) => {
    await drawn
    await route.continue()
  })
  return async () => {
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
    letCome()
  }
}

const addressOf = async (path: string): Promise<string> =>
  /href="(\/\d{4}\/\d{2}\/[^"]+)"/.exec(await (await staff.get(path)).text())?.[1] ?? ''

/** In the page: how far what was drawn has moved, as browsers count it. */
const SHIFT = `new Promise((resolve) => {
  let sum = 0
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) sum += entry.value
  }).observe({ type: 'layout-shift', buffered: true })
  setTimeout(() => resolve(sum), 300)
})`
