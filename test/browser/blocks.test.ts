/** Galleries, tables and fact boxes in a real browser without JavaScript: typed into the plain form, read on a page. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addPicture, libraryAddress, pictureFiles } from '../../src/media/index.ts'
import { changeSiteSettings } from '../../src/publication/index.ts'
import { photo } from '../pictures.ts'
import { editor, freshSite, type TestSite, type Visitor } from '../sites.ts'
import { expectAccessible, openBrowser } from './browser.ts'

let browser: Browser
let site: TestSite
let staff: Visitor
let dataFolder: string
let pictures: string[]
beforeAll(async () => {
  browser = await openBrowser()
  dataFolder = await mkdtemp(join(tmpdir(), 'courant-browser-blocks-'))
  site = await freshSite('sqlite', { config: { dataFolder } })
  staff = await editor(site)
  pictures = []
  for (const [index, size] of SIZES.entries()) {
    const upload = { name: `quay-${index}.jpg`, bytes: await photo(size) }
    const added = await addPicture(site.app.store, pictureFiles(dataFolder), { upload, by: null }, Date.now())
    if (!('picture' in added)) throw new Error('the picture was refused')
    pictures.push(libraryAddress(added.picture.id))
  }
})
afterAll(async () => {
  await browser.close()
  await site.drop()
  await rm(dataFolder, { recursive: true, force: true })
})

const SIZES = [
  { width: 900, height: 600 },
  { width: 600, height: 900 },
  { width: 1200, height: 500 },
  { width: 800, height: 800 },
  { width: 840, height: 560 },
]
const WORDS = 'The harbour board voted on Tuesday evening to dredge the channel before the winter storms come in. '

const BODY = () => `${WORDS.repeat(3)}

{box The dredging in figures}
The channel was last cleared in **1987**.

- 4.2 metres at low water today
- 6.0 metres once it is done
{/box}

${WORDS.repeat(4)}

${WORDS.repeat(4)}

{gallery The quay, from first light to the last boat.}
${pictures.map((src, i) => `{figure ${src} | Boats at the quay, picture ${i + 1} | ${i === 1 ? '' : `The quay at ${i + 5} in the morning, before the first of the boats comes in.`}}`).join('\n')}
{/gallery}

${WORDS.repeat(2)}

{table How they stand after the twelfth round | header column}
| Club | Played | Won | Drawn | Lost | Goals | Difference | Points |
| --- | --- | --- | --- | --- | --- | --- | --- |
| Saltmere Rovers | 12 | 8 | 3 | 1 | 24:9 | +15 | **27** |
| Harbour Athletic | 12 | 8 | 2 | 2 | 21:12 | +9 | 26 |
| Dockside United | 12 | 4 | 4 | 4 | 15:15 | 0 | 16 |
| Hill Wanderers | 11 | 1 | 2 | 8 | 8:27 | −19 | 5 |

${WORDS}`

const save = async (body: string): Promise<string> => {
  const made = (await staff.post('/newsroom/stories', {})).headers.get('location') ?? ''
  const fields = { base: '1', headline: 'The channel will be dredged', byline: 'Ines Vale', body }
  const answer = await staff.post(made, { ...fields, afterwards: 'publish' })
  expect(answer.status).toBe(303)
  const { path } = await site.app.store.db
    .selectFrom('stories')
    .select('path')
    .orderBy('created_at', 'desc')
    .executeTakeFirstOrThrow()
  return path ?? ''
}

const open = async (path: string, width: number, options: BrowserContextOptions = {}): Promise<Page> => {
  const viewport = { width, height: 800 }
  const context = await browser.newContext({ javaScriptEnabled: false, viewport, ...options })
  const page = await context.newPage()
  await page.goto(site.url + path)
  return page
}
const fits = (page: Page) => page.evaluate('document.documentElement.scrollWidth <= innerWidth')
const boxOf = async (page: Page, of: string) => {
  const box = await page.locator(of).first().boundingBox()
  if (!box) throw new Error(`${of} is nowhere`)
  return box
}

test('a story with pictures, a table and a fact box is read at every width, by eye and by screen reader', async () => {
  const path = await save(BODY())
  for (const [width, colorScheme] of [
    [360, 'dark'],
    [1280, 'light'],
  ] as const) {
    const page = await open(path, width, { colorScheme })
    expect(await fits(page), String(width)).toBe(true)
    await expectAccessible(page)
    await page.context().close()
  }

  const wide = await open(path, 1280)
  const [box, words] = [await boxOf(wide, '.box'), await boxOf(wide, '.box + p')]
  expect(box.y, 'the fact box stands beside the words that follow it').toBeLessThan(words.y + 20)
  const rows = await wide
    .getByRole('table', { name: /twelfth round/ })
    .getByRole('row')
    .allInnerTexts()
  expect(rows[1]?.split(/\s*\t\s*/)).toEqual(['Saltmere Rovers', '12', '8', '3', '1', '24:9', '+15', '27'])
  expect(await wide.getByRole('rowheader').first().innerText()).toBe('Saltmere Rovers')
  expect(await wide.getByRole('columnheader').count()).toBe(8)
  await wide.context().close()

  const phone = await open(path, 360)
  const region = phone.getByRole('region', { name: /twelfth round/ })
  await region.focus()
  await phone.keyboard.press('End')
  expect(await region.evaluate((element) => element.scrollWidth > element.clientWidth)).toBe(true)
  await phone.context().close()
})

test('a picture of a gallery opens large and closes by button and by key, without a script', async () => {
  const page = await open(await save(BODY()), 360)
  await page.getByRole('button', { name: 'Show picture 1 of 5 large' }).click()
  const large = page.getByRole('dialog')
  await large.getByText('The quay at 5').waitFor()
  await expectAccessible(page)
  await large.getByRole('button', { name: 'Close' }).click()
  await large.waitFor({ state: 'hidden' })
  await page.getByRole('button', { name: 'Show picture 2 of 5 large' }).click()
  await page.getByText('2 / 5').waitFor()
  await page.keyboard.press('Escape')
  await large.waitFor({ state: 'hidden' })
  await page.context().close()
})

test('in a paper that is read from the right, and on paper, nothing runs out of the page', async () => {
  const { store } = site.app
  await changeSiteSettings(store, { wanted: { language: 'ar' } }, null, Date.now())
  const page = await open(
    await save(BODY().replaceAll(WORDS, 'صوّت مجلس الميناء مساء الثلاثاء على تجريف القناة. ')),
    360,
  )
  expect(await fits(page)).toBe(true)
  const [name, points] = [await boxOf(page, '.scrolls tbody th'), await boxOf(page, '.scrolls tbody td')]
  expect(name.x).toBeGreaterThan(points.x)
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('dialog').filter({ visible: true }).count()).toBe(0)
  await page.context().close()
})
