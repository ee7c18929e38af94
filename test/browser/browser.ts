/** A real Chromium, what makes a page fit for everybody to use, and how a test waits for what it needs. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Locator,
  type Page,
} from 'playwright-core'
import { findLightChromium } from '../../scripts/find-programs.mjs'

let running: Promise<Browser> | undefined

/**
 * The machine's Chromium without a window: started once for all test files of a worker, and ended with it. The caller
 * closes what it was given, which closes its windows. Throws, saying what to install, where there is none or where it has
 * no fonts.
 */
export async function openBrowser(): Promise<Browser> {
  running ??= startBrowser()
  const shared = await running
  // No line of its own to the shared browser: over one, all that a test says is written and read twice more, 550 kB of axe among it.
  const contexts = new Set<BrowserContext>()
  return Object.create(shared, {
    newContext: {
      async value(options?: BrowserContextOptions) {
        const context = await shared.newContext(options)
        contexts.add(context)
        return context
      },
    },
    close: {
      async value() {
        for (const context of contexts) await context.close()
      },
    },
  })
}

async function startBrowser(): Promise<Browser> {
  const executablePath = findLightChromium()
  if (!executablePath) {
    throw new Error(
      'No Chromium was found: install it (Debian: apt-get install chromium-headless-shell), or give its path in COURANT_CHROMIUM.',
    )
  }
  const browser = await chromium.launch({
    executablePath,
    // Chromium's sandbox does not work for root, as which containers often run.
    chromiumSandbox: process.getuid?.() !== 0,
    args: [
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // The headless shell would else round each letter's width to whole pixels, as no screen of today does.
      '--font-render-hinting=none',
    ],
  })
  if (await showsWords(browser)) return browser
  await browser.close()
  throw new Error(
    'This machine has no fonts, so a browser shows no words to press: install some (Debian: apt-get install fonts-dejavu-core).',
  )
}

async function showsWords(browser: Browser): Promise<boolean> {
  const page = await browser.newPage()
  await page.setContent('<span>Words</span>')
  const box = await page.locator('span').boundingBox()
  await page.close()
  return box !== null && box.width > 0
}

/** Private windows of a browser, each its own visitor; an error in a page's script fails the test. */
export function windowsOf(
  browser: Browser,
  javaScriptEnabled: boolean,
): { open(): Promise<Page>; close(): Promise<void> } {
  const contexts: BrowserContext[] = []
  return {
    async open() {
      const context = await browser.newContext({ javaScriptEnabled })
      contexts.push(context)
      const page = await context.newPage()
      page.setDefaultTimeout(30_000)
      page.on('pageerror', (error) => {
        throw error
      })
      return page
    },
    async close() {
      for (const context of contexts) await context.close()
    },
  }
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Where a page may run no script its timers never ring, but promises are kept; axe only asks for a later turn. */
const withoutTimers = `globalThis.setTimeout = (work, delay = 0) => {
  if (delay < 100) Promise.resolve().then(work)
  return 0
}`

interface Violation {
  id: string
  help: string
  nodes: { target: string[]; html: string; failureSummary: string }[]
}

/**
 * Fails with a readable list where axe-core finds an element of the page that
 * somebody could not use: WCAG 2.2 A and AA, and axe's best practices. Works
 * under any content security policy and where the page may run no script.
 */
export async function expectAccessible(page: Page): Promise<void> {
  await page.waitForLoadState('load')
  const session = await page.context().newCDPSession(page)
  try {
    const { frameTree } = await session.send('Page.getFrameTree')
    // A world of its own: neither the page's policy nor its scripts reach it.
    const { executionContextId } = await session.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id })
    const evaluate = async (expression: string): Promise<unknown> => {
      const answer = await session.send('Runtime.evaluate', {
        expression,
        contextId: executionContextId,
        awaitPromise: true,
        returnByValue: true,
      })
      if (answer.exceptionDetails)
        throw new Error(answer.exceptionDetails.exception?.description ?? answer.exceptionDetails.text)
      return answer.result.value
    }
    await evaluate(`${withoutTimers}; ${axeSource}; undefined`)
    const violations = (await evaluate(
      "axe.run(document, { preload: false, resultTypes: ['violations'] }).then((found) => found.violations)",
    )) as Violation[]
    if (violations.length > 0) {
      throw new Error(`On ${page.url()} axe found:\n\n${violations.flatMap(describe).join('\n\n')}`)
    }
  } finally {
    await session.detach()
  }
}

const describe = ({ id, help, nodes }: Violation): string[] =>
  nodes.map(
    ({ target, html, failureSummary }) =>
      `${id}: ${help}, at ${target.join(' ')}: ${html.slice(0, 160)}\n${failureSummary}`,
  )

/** Does what leads to another page, and waits until that one is there: what is found afterwards does not stand on the page before. */
export async function toNextPage(page: Page, act: () => Promise<void>): Promise<void> {
  await page.waitForLoadState('load')
  await Promise.all([page.waitForEvent('load'), act()])
}

/**
 * Drags by the handle to just inside a line's upper or lower edge, once the page lies still: it scrolls smoothly. Both
 * ends have to fit the window.
 */
export async function dragTo(handle: Locator, line: Locator, edge: 'top' | 'bottom'): Promise<void> {
  const { mouse } = handle.page()
  await handle.hover()
  const to = await line.boundingBox()
  if (!to) throw new Error('no line to drag to')
  await mouse.down()
  await mouse.move(to.x + 9, edge === 'top' ? to.y + 2 : to.y + to.height - 2, { steps: 4 })
  await mouse.up()
}

/** Writes a comment into a story's form, and waits for what the browser fetches with it: without that it is shown once more before it is taken. */
export async function writeComment(page: Page, { name, comment }: { name: string; comment: string }): Promise<void> {
  const token = page.waitForResponse((response) => new URL(response.url()).pathname === '/form-token')
  await page.locator('textarea[name=comment]').fill(comment)
  await token
  await page.locator('input[name=name]').fill(name)
}

/** Keeps the story's editor from loading: the page stays the form that it is without it. */
export const withoutEditor = (page: Page): Promise<unknown> =>
  page.route('**/assets/editor-*', (route) => route.abort())

/** Puts a visitor's cookies into a page's window, so that it is in the newsroom as they are. */
export async function enterAs(
  page: Page,
  visitor: { cookies: ReadonlyMap<string, string> },
  url: string,
): Promise<void> {
  const cookies = [...visitor.cookies].map(([name, value]) => ({ name, value, url: `${url}/newsroom` }))
  await page.context().addCookies(cookies)
}

/**
 * Plugs a device that makes passkeys, and always agrees, into a page. It stays
 * until the page's session ends, which `expectAccessible` brings about.
 */
export async function plugInPasskeys(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('WebAuthn.enable')
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
}
