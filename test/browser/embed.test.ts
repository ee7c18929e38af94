/**
 * The discussion on a page of another site, as its readers meet it: with the
 * element and with a plain frame, from the form to the comment under it.
 */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demonstration, editor, freshSite, type TestSite, type Visitor } from '../sites.ts'
import { expectAccessible, openBrowser, windowsOf } from './browser.ts'

let browser: Browser
let site: TestSite
let staff: Visitor
let story: { id: string; path: string }
let paper: Server
let port: number
beforeAll(async () => {
  browser = await openBrowser()
  site = await freshSite('sqlite')
  staff = await editor(site)
  story = await demonstration(site)
  paper = createServer(({ url = '' }, response) => {
    const frame = `<iframe src="${site.url}/embed/story?url=${encodeURIComponent(`http://localhost:${port}${story.path}`)}" title="Comments" width="100%" height="700"></iframe>`
    const element = `<courant-discussion src="${site.url}"${url === '/other' ? ` story="${story.id}"` : ''}>${url.startsWith('/plain') ? frame : ''}</courant-discussion>`
    const form = `<form method="post" action="${site.url}${story.path}/comments"><label>Comment <textarea name="comment"></textarea></label><label>Name <input name="name"></label><button>Send</button></form>`
    response.setHeader('content-type', 'text/html; charset=utf-8')
    if (url === '/copy') return response.end(`<!doctype html><html lang="en"><title>Copy</title>${form}`)
    response.end(
      `<!doctype html><html lang="en"><title>Paper</title><link rel="icon" href="data:,"><h1>A page of another site</h1><p style="margin-bottom:60vh">Words of its own.</p>${element}<script src="${site.url}/embed.js" async></script>`,
    )
  })
  await new Promise<void>((resolve) => paper.listen(0, '127.0.0.1', resolve))
  port = (paper.address() as AddressInfo).port
  // The machine by its name is another site than the machine by its number.
  expect((await staff.post('/newsroom/embedding', { site: `http://localhost:${port}` })).status).toBe(303)
})
afterAll(async () => {
  await browser.close()
  paper.closeAllConnections()
  await new Promise((resolve) => paper.close(resolve))
  await site.drop()
})

const open = async (windows: ReturnType<typeof windowsOf>, path: string, host = 'localhost') => {
  const page = await windows.open()
  await page.goto(`http://${host}:${port}${path}`)
  await page.locator('courant-discussion').scrollIntoViewIfNeeded()
  return page
}
const inFrame = (page: Page) => page.frameLocator('iframe')

async function approve(name: string) {
  const { id } = await site.app.store.db
    .selectFrom('comments')
    .innerJoin('comment_revisions', 'comment_revisions.comment_id', 'comments.id')
    .select('comment_revisions.id')
    .where('author_name', '=', name)
    .where('state', '=', 'held')
    .executeTakeFirstOrThrow()
  const decided = await staff.post('/newsroom/review/decide', { revision: id, action: 'approve' })
  expect(decided.status).toBe(303)
}

test.each([
  { javaScript: true, path: () => story.path, name: 'Wren' },
  { javaScript: false, path: () => '/plain', name: 'Plain' },
])(
  'a reader of another site writes under its page, sees the words once more, sends them, and finds them there once they are approved, with JavaScript $javaScript',
  async ({ javaScript, path, name }) => {
    const windows = windowsOf(browser, javaScript)
    const page = await open(windows, path())
    const comment = `${name} was at the quay.`
    await inFrame(page).locator('textarea[name=comment]').fill(comment)
    await inFrame(page).locator('input[name=name]').fill(name)
    await inFrame(page).getByRole('button', { name: 'Send for review' }).click()
    await inFrame(page).getByRole('heading', { name: 'Check your comment' }).waitFor()
    expect(await inFrame(page).locator('.as-it-looks').innerText()).toContain(comment)
    await inFrame(page).getByRole('button', { name: 'Send for review' }).click()
    await inFrame(page).getByRole('heading', { name: 'Thank you for your comment' }).waitFor()
    const [receipt] = await Promise.all([
      page.context().waitForEvent('page'),
      inFrame(page).getByRole('link', { name: 'Open your receipt' }).click(),
    ])
    await receipt.getByText(comment).first().waitFor()

    await inFrame(page).getByRole('link', { name: 'Back to all comments' }).click()
    await inFrame(page).getByRole('heading', { name: 'Write a comment' }).waitFor()
    expect(await inFrame(page).getByText(comment).count()).toBe(0)
    await approve(name)
    await page.reload()
    await inFrame(page).getByText(comment).waitFor()
    // Nobody was given a cookie but by the receipt, which is a page of this site's own.
    const cookies = await page.context().cookies()
    expect(cookies.filter(({ name: cookie }) => cookie.includes('form') || cookie.includes('session'))).toEqual([])
    await windows.close()
  },
)

test('the element is as tall as what is in it, at any width, and anybody can use it', async () => {
  const windows = windowsOf(browser, true)
  for (const path of [story.path, '/plain', '/other']) {
    const page = await open(windows, path)
    await inFrame(page).getByRole('button', { name: 'Send for review' }).waitFor()
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 800 })
      const frame = page.frames()[1]
      if (!frame) throw new Error('no frame')
      const overflow = () =>
        frame.evaluate(() => {
          const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.documentElement
          return [scrollWidth - clientWidth, scrollHeight - clientHeight]
        })
      await expect.poll(overflow).toEqual([0, 0])
    }
    expect(await page.locator('iframe').count()).toBe(1)
    expect(await page.locator('iframe').getAttribute('title')).toMatch(/^Comments on “/)
  }
  const alone = await windows.open()
  await alone.goto(`${site.url}/embed/story?id=${story.id}`)
  await expectAccessible(alone)
  await windows.close()
})

test('a form of a static copy is shown once more on this site, and sent from there; of a site that is not listed it is refused', async () => {
  const windows = windowsOf(browser, false)
  const send = async (host: string) => {
    const page = await windows.open()
    await page.goto(`http://${host}:${port}/copy`)
    await page.getByLabel('Comment').fill('From a copy.')
    await page.getByLabel('Name').fill('Nan')
    await page.getByRole('button', { name: 'Send' }).click()
    return page
  }
  const page = await send('localhost')
  await page.getByRole('heading', { name: 'Check your comment' }).waitFor()
  expect(new URL(page.url()).origin).toBe(site.url)
  await page.getByRole('button', { name: 'Send for review' }).click()
  await page.waitForURL(/\/receipts\//)
  // The machine by its number is not in the list.
  const refused = await send('127.0.0.1')
  await refused.waitForURL(`${site.url}${story.path}/comments`)
  expect(await refused.locator('textarea').count()).toBe(0)
  await windows.close()
})

test('a page of a site that is not listed shows nothing of it', async () => {
  const windows = windowsOf(browser, true)
  // The machine by its number is not in the list.
  const page = await open(windows, '/plain', '127.0.0.1')
  await page.waitForLoadState('networkidle')
  expect(await inFrame(page).locator('textarea').count()).toBe(0)
  await windows.close()
})
