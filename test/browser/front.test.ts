/** The front page in a real browser, and its editor: by drag, and by key without JavaScript. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addPicture, libraryAddress, pictureFiles } from '../../src/media/index.ts'
import { createStory, emptyContent, listPublished, newBlockId, publish, unpublish } from '../../src/story/index.ts'
import { photo } from '../pictures.ts'
import { editor, freshSite, type TestSite, type Visitor } from '../sites.ts'
import { dragTo, expectAccessible, openBrowser, windowsOf } from './browser.ts'

let browser: Browser
let site: TestSite
let staff: Visitor
let dataFolder: string
const ids: string[] = []
beforeAll(async () => {
  browser = await openBrowser()
  dataFolder = await mkdtemp(join(tmpdir(), 'courant-browser-front-'))
  site = await freshSite('sqlite', { config: { dataFolder } })
  staff = await editor(site)
  const { store } = site.app
  const now = Date.now()
  for (const { id } of await listPublished(store.db, { limit: 9 })) await unpublish(store, id, null, now)
  const upload = { name: 'quay.jpg', bytes: await photo({ width: 900, height: 1200 }) }
  const added = await addPicture(store, pictureFiles(dataFolder), { upload, by: null }, now)
  if ('problem' in added) throw new Error(added.problem)
  const picture = { src: libraryAddress(added.picture.id), alt: 'A quay', caption: '', credit: '', rights: '' }
  for (let i = 0; i < 12; i++) {
    const content = {
      ...emptyContent,
      headline: `The lock keeper of Saltmere counts her boats for the ${i}th time this year`,
      standfirst: 'There were fewer of them than in the spring, and she says why.',
      section: i < 5 ? 'Harbour' : 'Opinion and letters',
      byline: 'By Marta Quill',
      picture: i % 3 === 2 ? null : { ...picture },
      body: [{ id: newBlockId(), type: 'paragraph' as const, text: 'Boats went through on Monday.' }],
    }
    const at = now - i * 3_600_000
    const id = await createStory(store, { content, by: null, commentsOpen: true }, at)
    const done = await publish(store, { id, by: null }, at)
    if ('problem' in done) throw new Error(done.problem)
    ids.push(id)
  }
})
afterAll(async () => {
  await browser.close()
  await site.drop()
  await rm(dataFolder, { recursive: true, force: true })
})

/** How far what is read was pushed about while the page came in. */
const shift = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += (entry as unknown as { value: number }).value
        }).observe({ type: 'layout-shift', buffered: true })
        setTimeout(() => resolve(sum), 200)
      }),
  )
const fits = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)

test('on a phone picture and headline of the lead stand on the first screen, nothing moves, and every width is filled', async () => {
  const windows = windowsOf(browser, true)
  try {
    const page = await windows.open()
    await page.setViewportSize({ width: 360, height: 740 })
    await page.goto(site.url)
    const lead = page.locator('.lead')
    for (const part of [lead.locator('img'), lead.getByRole('heading')]) {
      const box = await part.boundingBox()
      expect((box?.y ?? 999) + (box?.height ?? 0)).toBeLessThanOrEqual(740)
    }
    for (const width of [360, 800, 1280]) {
      await page.setViewportSize({ width, height: 900 })
      await page.goto(site.url)
      await page.locator('footer').scrollIntoViewIfNeeded()
      expect([width, await shift(page), await fits(page)]).toEqual([width, 0, true])
      await expectAccessible(page)
      // The last of the top ends at the end of its row: no place in it is empty.
      const ends = await page
        .locator('.top, .top > .card:last-child')
        .evaluateAll((found) => found.map((one) => Math.round(one.getBoundingClientRect().right)))
      expect([width, ends[1]]).toEqual([width, ends[0]])
    }
  } finally {
    await windows.close()
  }
})

const openEditor = async (page: Page) => {
  await page.context().addCookies([...staff.cookies].map(([name, value]) => ({ name, value, url: site.url })))
  await page.goto(`${site.url}/newsroom/front`)
}
const pinned = (page: Page) => page.locator('.pins li').evaluateAll((lines) => lines.map((one) => one.dataset.line))

test('what is kept on top is put in order by key, without JavaScript, and by dragging', async () => {
  const plain = windowsOf(browser, false)
  const scripted = windowsOf(browser, true)
  try {
    const page = await plain.open()
    await openEditor(page)
    for (const number of [7, 8, 9])
      await page
        .getByRole('button', { name: `Keep on top: The lock keeper of Saltmere counts her boats for the ${number}th` })
        .click()
    expect(await pinned(page)).toEqual([ids[9], ids[8], ids[7]])
    await page.getByRole('button', { name: /^Move up: .*7th/ }).focus()
    await page.keyboard.press('Enter')
    await page.getByText('Moved.').waitFor()
    // The same key moves it on, once the page that came back has its focus there.
    await page.locator('button:focus').waitFor()
    await page.keyboard.press('Enter')
    await page.locator('.pins li').first().getByText('7th').waitFor()
    expect(await pinned(page)).toEqual([ids[7], ids[9], ids[8]])
    await page.setViewportSize({ width: 360, height: 740 })
    expect(await fits(page)).toBe(true)
    await expectAccessible(page)

    const other = await scripted.open()
    await openEditor(other)
    await dragTo(other.locator('.handle').nth(2), other.locator('.pins li').first(), 'top')
    await other.getByText('Moved.').waitFor()
    expect(await pinned(other)).toEqual([ids[8], ids[7], ids[9]])
    await expectAccessible(other)
  } finally {
    await plain.close()
    await scripted.close()
  }
})
