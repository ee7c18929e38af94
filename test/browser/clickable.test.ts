/**
 * Everything that can be pressed is pressed where it stands: on every kind of
 * page, at a telephone's width and a desk's, with the fonts of different
 * machines. A tall font's lines reach beyond their boxes, and must not lie over
 * the link above.
 */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ADDRESSES } from '../../src/web/index.ts'
import { ways } from '../thorough.ts'
import { patternOf } from '../walk.ts'
import { openBrowser, toNextPage, windowsOf } from './browser.ts'
import { bringFonts, FONT_STACKS, styleOf } from './measured-fonts.ts'
import { type WholeSite, wholeSite } from './whole-site.ts'

/** On a narrow page more lies side by side and over one another. */
const WIDTHS = ways([360], [1280])
/** Noto's lines are the tallest. */
const STACKS = ways(
  ['Noto'],
  Object.keys(FONT_STACKS).filter((stack) => stack !== 'Noto'),
)

/** Routes that answer no page: files, data, and what a form fetches while somebody writes. */
const NO_PAGES =
  /^\/(api\/|assets\/|pictures\/|files\/|icons\/|look\/|(feed\.xml|sitemap\.xml|robots\.txt|ads\.txt|favicon\.ico|apple-touch-icon\.png|manifest\.webmanifest|healthz|readyz|metrics|oembed|form-token|form-proof|embed\.js)$)|\/export$|\/feed\.xml$|\/versions\/compare$|\/source\/:page$|^\/newsroom\/stories\/:id\/(draft|live|notes)$|^\/newsroom\/to-do(\/live)?$|^\/corrections\/figures\.json$|\/preview\.css$|\/original$/
const ROUTES = ADDRESSES.filter(({ method, path }) => method === 'GET' && !NO_PAGES.test(path)).map(({ path }) => path)

let browser: Browser
let whole: WholeSite
let windows: ReturnType<typeof windowsOf>
beforeAll(async () => {
  browser = await openBrowser()
  windows = windowsOf(browser, true)
  whole = await wholeSite()
})
afterAll(async () => {
  await windows.close()
  await browser.close()
  await whole.office.end()
})

/** Which of the site's routes an address is of. */
const routeOf = (path: string): string | undefined => ROUTES.find((route) => patternOf(route).test(path))

/** What on the page as it is can't be hit, by every width and font. */
async function faultsOn(page: Page): Promise<string[]> {
  await bringFonts(page, STACKS)
  const styles = STACKS.map((stack) => [stack, styleOf(stack)] as const)
  const faults: string[] = []
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 })
    // Until a line of places has come to lie at the page's own, it can't be scrolled.
    await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)))
    faults.push(...(await page.evaluate(findCovered, styles)).map((fault) => `${page.url()}, ${width} px, ${fault}`))
  }
  return faults
}

for (const who of ['reader', 'staff'] as const) {
  test(`on every kind of page for ${who} each link, button and field is hit at its middle, whatever the fonts`, async () => {
    const { office, reader } = whole
    const { url } = office.site
    const isTheirs = (path: string) => path.startsWith('/newsroom') === (who === 'staff')
    const { cookies } = who === 'staff' ? office.staff : reader
    const page = await windows.open()
    await page.context().addCookies([...cookies].map(([name, value]) => ({ name, value, url })))
    const first = who === 'staff' ? ['/newsroom', '/newsroom/review'] : ['/', office.story.path]
    const addresses = new Set([...first, ...whole.places[who]])
    const [opened, linked] = [new Set<string>(), new Set<string>()]
    const faults: string[] = []
    for (const address of addresses) {
      const answer = await page.goto(url + address)
      const route = routeOf(new URL(page.url()).pathname)
      if (route && answer?.ok()) opened.add(route)
      faults.push(...(await faultsOn(page)))
      // On to the kinds of page that have not been seen yet.
      for (const link of await page
        .locator('a[href^="/"]')
        .evaluateAll((all) => all.map((a) => a.getAttribute('href')))) {
        const next = link?.replace(/#.*/, '') ?? ''
        const kind = routeOf(next.replace(/\?.*/, ''))
        if (!kind || !isTheirs(next) || linked.has(kind) || opened.has(kind)) continue
        linked.add(kind)
        addresses.add(next)
      }
    }
    // By now nobody has signed in lately.
    office.clock.now += 2 * 60 * 60_000
    for (const [path, fields] of whole.forms[who]) {
      await page.goto(url + first[0])
      await toNextPage(page, () => page.evaluate(sendForm, { path, fields }))
      faults.push(...(await faultsOn(page)))
    }
    expect(faults).toEqual([])
    // The newsroom's door is opened as by a reader, to whom it stays shut.
    const isSeen = (route: string) => opened.has(route) || !isTheirs(route) || route.startsWith('/newsroom/sign-in')
    expect(ROUTES.filter((route) => !isSeen(route))).toEqual([])
  }, 300_000)
}

test('the link above a headline, and the headline, lead where they say', async () => {
  const { url } = whole.office.site
  const page = await windows.open()
  const press = async (at: string, selector: string) => {
    await page.goto(url + at)
    await useNoto(page)
    const link = page.locator(selector).first()
    await link.scrollIntoViewIfNeeded()
    const box = await link.boundingBox()
    if (!box) throw new Error(`${selector} is nowhere on ${at}`)
    const target = new URL((await link.getAttribute('href')) as string, url).href
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
    await page.waitForURL(target)
  }
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 })
    await press('/people/edda-moor', '.topic .label a')
    await press('/', 'main h2 a')
    await press('/people/edda-moor', '.nameplate a')
  }
}, 120_000)

async function useNoto(page: Page): Promise<void> {
  await bringFonts(page, ['Noto'])
  await page.evaluate((style) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(style)
    document.adoptedStyleSheets = [sheet]
  }, styleOf('Noto'))
}

/** Runs in the page. */
function sendForm({ path, fields }: { path: string; fields: Record<string, string> }): void {
  const form = document.createElement('form')
  form.method = 'post'
  form.action = path
  for (const [name, value] of Object.entries(fields)) {
    const input = document.createElement('input')
    input.name = name
    input.value = value
    form.append(input)
  }
  document.body.append(form)
  form.submit()
}

/**
 * Runs in the page: what can be pressed and is not hit where it stands, with each style. Everything that unfolds is
 * open; what unfolds over the page is opened by itself, as a dialog is.
 */
function findCovered(styles: readonly (readonly [name: string, style: string])[]): string[] {
  const describe = (one: Element | null) =>
    one === null ? 'nothing' : `<${one.localName} class="${one.className}"> "${one.textContent?.trim().slice(0, 40)}"`
  const faultsOf = (one: Element): string[] => {
    const boxes = [...one.getClientRects()].filter(({ width, height }) => width > 0 && height > 0)
    if (boxes.length === 0) return [`${describe(one)} has no size`]
    const isHit = (hit: Element | null) =>
      one.contains(hit) || (one instanceof HTMLLabelElement && hit !== null && one.control === hit)
    // Its middle, and as far above and below as a finger errs.
    return boxes.flatMap(({ left, top, width, height }) =>
      [0.5, 0.2, 0.8]
        .map((down) => document.elementFromPoint(left + width / 2, top + height * down))
        .filter((hit) => !isHit(hit))
        .map((hit) => `${describe(one)} lies under ${describe(hit)}`),
    )
  }
  const faultsIn = (root: ParentNode) =>
    [...root.querySelectorAll('a[href], button, summary, label, input:not([type=hidden]), select, textarea')]
      // What is there for other eyes, or for machines.
      .filter(
        (one) => one.checkVisibility({ visibilityProperty: true }) && !one.closest('.visually-hidden, .beyond, .skip'),
      )
      .flatMap((one) => {
        // Where it lies within the window already it is asked for there: to scroll costs far more than to ask.
        if (faultsOf(one).length === 0) return []
        one.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' })
        return faultsOf(one)
      })
  for (const details of document.querySelectorAll<HTMLDetailsElement>('details:not(.over)')) details.open = true
  const sheet = new CSSStyleSheet()
  document.adoptedStyleSheets = [sheet]
  return styles.flatMap(([name, style]) => {
    sheet.replaceSync(style)
    const faults = faultsIn(document)
    for (const over of document.querySelectorAll<HTMLDetailsElement>('details.over')) {
      over.open = true
      faults.push(...faultsIn(over))
      over.open = false
    }
    for (const dialog of document.querySelectorAll('dialog')) {
      dialog.showModal()
      faults.push(...faultsIn(dialog))
      dialog.close()
    }
    return faults.map((fault) => `${name}: ${fault}`)
  })
}
