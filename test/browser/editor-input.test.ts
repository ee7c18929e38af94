/** What comes into the editor by hand, by paste and by machine: pictures, too much of anything; its tools by keyboard and as a screen reader is told of them. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { photo } from '../pictures.ts'
import { editor, freshSite, type TestSite, type Visitor } from '../sites.ts'
import { enterAs, expectAccessible, openBrowser, windowsOf } from './browser.ts'

let browser: Browser
let site: TestSite
let ada: Visitor
let windows: ReturnType<typeof windowsOf>
beforeAll(async () => {
  browser = await openBrowser()
  site = await freshSite('sqlite')
  ada = await editor(site)
  windows = windowsOf(browser, true)
})
afterAll(async () => {
  await windows.close()
  await browser.close()
  await site.drop()
})

async function open(): Promise<{ page: Page; path: string }> {
  const path = (await ada.post('/newsroom/stories', {})).headers.get('location') as string
  const page = await windows.open()
  await enterAs(page, ada, site.url)
  await page.goto(site.url + path)
  await words(page).click()
  return { page, path }
}
const words = (page: Page) => page.locator('#body-editor')
const saved = (page: Page) => page.locator('.save-state', { hasText: /^Saved \d\d:\d\d$/ }).waitFor()
const bodyOf = async (path: string) =>
  ((await (await ada.get(`${path}/draft`)).json()) as { content: { body: Record<string, unknown>[] } }).content.body

/** Pastes what a program left on the clipboard; `times` of a word are made in the page. */
const paste = (page: Page, data: { html?: string; text?: string; picture?: number[]; times?: number }) =>
  page.evaluate(({ html, text, picture, times = 1 }) => {
    const clipboardData = new DataTransfer()
    if (html)
      clipboardData.setData(
        'text/html',
        html.replace('…', () => ' '.repeat(times)),
      )
    if (text) clipboardData.setData('text/plain', text.repeat(html ? 1 : times))
    if (picture) clipboardData.items.add(new File([new Uint8Array(picture)], 'quay.jpg', { type: 'image/jpeg' }))
    document
      .querySelector('#body-editor')
      ?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, data)

test('a picture that was copied goes into the library and stands where the cursor is; one in a page from elsewhere is not fetched, and said', async () => {
  const { page, path } = await open()
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await page.keyboard.type('Before it.')
  await page.keyboard.press('Enter')
  // As a browser copies a picture: its file, and markup that names where it was.
  await paste(page, {
    html: '<img src="https://elsewhere.example/quay.jpg" alt="">',
    picture: [...(await photo({ width: 600 }))],
  })
  await words(page).locator('figure img:not([hidden])').waitFor()
  await saved(page)
  expect(await bodyOf(path)).toMatchObject([
    { type: 'paragraph', text: 'Before it.' },
    { type: 'figure', picture: { src: expect.stringMatching(/^\/pictures\/\w+$/) } },
  ])
  await page.keyboard.press('Control+End')
  await paste(page, {
    html: '<p>The quay <b>at nine</b>.</p><img src="https://elsewhere.example/quay.jpg" width="600">',
    text: 'The quay at nine.',
  })
  await page.getByText('Left out: 1 picture.').waitFor()
  await words(page).getByText('The quay at nine.').waitFor()
  expect(asked.filter((url) => !url.startsWith(site.url) && !url.startsWith('blob:'))).toEqual([])

  // A browser goes through every field of a page as it opens: those of a picture that says what it shows wait until it is in hand.
  await words(page).getByLabel('Alt text').fill('An empty quay')
  await page.keyboard.press('Tab')
  await saved(page)
  await page.reload()
  await words(page).getByText('Before it.').waitFor()
  expect(await words(page).locator('input').count()).toBe(0)
  await words(page).locator('figcaption').click()
  expect(await words(page).getByLabel('Alt text').inputValue()).toBe('An empty quay')
  await words(page).getByLabel('Decorative').check()
  await saved(page)
  expect(await bodyOf(path)).toMatchObject([{}, { picture: { alt: '', decorative: true } }, {}])
})

test('of too much each is one sentence, and what was written stays', async () => {
  const { page, path } = await open()
  await page.keyboard.type('Written by hand. ')
  await paste(page, { html: '<p>…</p>', times: 5_000_000 })
  await page.getByText(/^This was not pasted: it has 5,000,0\d\d characters/).waitFor()
  await paste(page, { text: 'word ', times: 1_000_000 })
  await page.getByText('This was not pasted: it has 5,000,000 characters').waitFor()
  await paste(page, { html: `<table>${'<tr><td>1</td><td>2</td></tr>'.repeat(2_001)}</table>`, text: '1' })
  await page.getByText('2,001 rows').waitFor()
  await paste(page, { text: 'w', times: 1_000_000 })
  await page.getByText('This was not pasted: it has 1,000,000 characters').waitFor()
  await paste(page, { html: '<p>…</p>', text: 'Words of a large page.', times: 5_000_000 })
  await page.getByText('Pasted as plain words').waitFor()
  await page.keyboard.type(' And on.')
  await saved(page)
  expect(await bodyOf(path)).toMatchObject([
    { type: 'paragraph', text: 'Written by hand. Words of a large page. And on.' },
  ])
})

test('what is as much as a story has room for is taken, and written on in: 100,000 elements in one another, 2,000 rows, a word of 100,000 letters', async () => {
  const { page, path } = await open()
  await page.keyboard.type('By hand.')
  await page.keyboard.press('Enter')
  await paste(page, { html: `${'<div>'.repeat(100_000)}deep`, text: 'Deep words.' })
  await page.getByText('Pasted as plain words').waitFor()
  await page.keyboard.press('Enter')
  await paste(page, { text: 'w', times: 100_000 })
  await page.keyboard.press('Enter')
  await paste(page, { html: `<table>${'<tr><td>1</td><td>2</td></tr>'.repeat(2_000)}</table>`, text: '1' })
  await words(page).locator('td').first().click()
  await page.keyboard.press('End')
  await page.keyboard.type('0')
  await saved(page)
  await expect
    .poll(() => bodyOf(path))
    .toMatchObject([
      { text: 'By hand.' },
      { text: 'Deep words.' },
      { text: 'w'.repeat(100_000) },
      { type: 'table', rows: { length: 2_000, 0: { cells: [{ text: '10' }, { text: '2' }] } } },
    ])
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
})

test('the tools are a toolbar with names and states, by keyboard alone; what is chosen by “/” is said', async () => {
  const { page } = await open()
  const toolbar = page.getByRole('toolbar', { name: 'Formatting' })
  await page.keyboard.type('One ')
  await toolbar.getByRole('button', { name: 'Bold', pressed: false }).focus()
  await page.keyboard.press('Enter')
  await toolbar.getByRole('button', { name: 'Bold', pressed: true }).waitFor()
  await page.keyboard.type('two')
  await words(page).locator('strong', { hasText: 'two' }).waitFor()
  await toolbar.getByRole('button', { name: 'Bold' }).focus()
  await page.keyboard.press('ArrowRight')
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Italic')
  await page.keyboard.press('End')
  await page.keyboard.press('ArrowRight')
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Bold')
  await words(page).focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Enter')
  await page.keyboard.type('/')
  await page.keyboard.press('ArrowDown')
  await page.getByRole('option', { name: 'Gallery', selected: true }).waitFor()
  const active = await words(page).getAttribute('aria-activedescendant')
  expect(await page.locator(`#${active}`).textContent()).toBe('Gallery')
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await expectAccessible(page)
  }
  await page.keyboard.press('Escape')
  await page.getByRole('option').first().waitFor({ state: 'hidden' })
})

test('words run as their language does; the other headlines are counted as they are typed; on a phone “Saved” and the tools stay in sight', async () => {
  const { page } = await open()
  await page.keyboard.type('صوّت مجلس الميناء يوم الاثنين.')
  const direction = () =>
    words(page)
      .locator('p')
      .first()
      .evaluate((line) => getComputedStyle(line).direction)
  await expect.poll(direction).toBe('rtl')
  await page.getByText('Headlines for search and sharing').click()
  await page.getByLabel('Search headline').pressSequentially('x'.repeat(64))
  await page.getByText('Now 64 characters, 4 too many.').waitFor()
  // With the keyboard of a phone, which takes half of its screen.
  await page.setViewportSize({ width: 360, height: 400 })
  await words(page).locator('p').first().click()
  await page.keyboard.type(' x')
  for (const part of ['.save-state', '.toolbar']) {
    const box = await page.locator(part).boundingBox()
    expect(box && box.y >= 0 && box.y + box.height <= 400, part).toBe(true)
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  await expectAccessible(page)
})
