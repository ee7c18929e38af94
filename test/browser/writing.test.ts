/**
 * Writing a comment, as far as the defences go: what a reader never notices,
 * with JavaScript and without, on a quiet day and in a flood.
 */
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { demonstration, freshSite, postComment, type TestSite, visitor } from '../sites.ts'
import { expectAccessible, openBrowser, windowsOf, writeComment } from './browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

describe('writing a comment', () => {
  let site: TestSite
  let path: string
  let windows: ReturnType<typeof windowsOf>
  const withScript = () => windowsOf(browser, true)
  const withoutScript = () => windowsOf(browser, false)
  beforeEach(async () => {
    site = await freshSite('sqlite')
    ;({ path } = await demonstration(site))
  })
  afterEach(async () => {
    await windows.close()
    await site.drop()
  })

  const open = async () => {
    const page = await windows.open()
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    await page.goto(site.url + path)
    return { page, asked }
  }
  const write = (page: Page, name: string, comment: string) => writeComment(page, { name, comment })
  const send = (page: Page) => page.getByRole('button', { name: /send for review/i }).click()
  /** The work is done where the form holds it. */
  const workDone = (page: Page) =>
    expect.poll(() => page.locator('input[name=proof]').inputValue({ timeout: 60_000 })).not.toBe('')
  const signalOf = async (name: string) => {
    const rows = await site.app.store.db
      .selectFrom('comments')
      .innerJoin('comment_revisions', 'comment_revisions.comment_id', 'comments.id')
      .innerJoin('signals', 'signals.revision_id', 'comment_revisions.id')
      .select(['signals.state', 'signals.weight'])
      .where('author_name', '=', name)
      .where('phase', '=', 'proof of work')
      .execute()
    expect(rows).toHaveLength(1)
    return rows[0]
  }
  const flood = async () => {
    for (let i = 0; i < 9; i++) await postComment(visitor(site), path, { name: 'Flood', comment: `Drop ${i}.` })
  }

  test('reading loads nothing of it; once somebody begins to write, the browser works unseen', async () => {
    windows = withScript()
    const { page, asked } = await open()
    await page.waitForLoadState('networkidle')
    // The page's looks are styles and faces of its own.
    expect(asked.filter((one) => one !== '/favicon.ico' && !/\.(css|woff2)$/.test(one))).toEqual([path])

    await write(page, 'Wren', 'The tide does not vote.')
    await workDone(page)
    expect(asked).toContain('/form-proof')
    expect(await page.locator('script:not([type="application/ld+json"])').count()).toBe(0)
    await page.locator('textarea[name=comment]').focus()
    await expectAccessible(page)
    await send(page)
    await page.waitForURL(/\/receipts\//)
    expect(await signalOf('Wren')).toEqual({ state: 'ok', weight: 0 })
  })

  test('who sends at once is waited for, and sent', async () => {
    windows = withScript()
    const { page } = await open()
    await write(page, 'Quick', 'Pasted words.')
    await page.locator('input[name=proof]').waitFor({ state: 'attached' })
    await send(page)
    await page.waitForURL(/\/receipts\//)
    expect((await signalOf('Quick'))?.weight).toBeLessThanOrEqual(0.1)
  })

  test('two windows on one story send a comment each', async () => {
    windows = withScript()
    const [one, two] = [(await open()).page, await windows.open()]
    await two.goto(site.url + path)
    await write(one, 'First', 'From the first window.')
    await workDone(one)
    await write(two, 'Second', 'From the second window.')
    await workDone(two)
    for (const page of [one, two]) {
      await send(page)
      await page.waitForURL(/\/receipts\//)
    }
    expect([await signalOf('First'), await signalOf('Second')]).toEqual([
      { state: 'ok', weight: 0 },
      { state: 'ok', weight: 0 },
    ])
  })

  test('without JavaScript it goes as before, and the moderator is told so', async () => {
    windows = withoutScript()
    const { page } = await open()
    await write(page, 'Plain', 'No script here.')
    await expectAccessible(page)
    await send(page)
    await page.waitForURL(/\/receipts\//)
    expect(await signalOf('Plain')).toEqual({ state: 'raised', weight: 0.1 })
  })

  test('in a flood the browser works more, and its reader notices nothing', async () => {
    await flood()
    windows = withScript()
    const { page } = await open()
    await write(page, 'Wren', 'Written while many write.')
    await workDone(page)
    await send(page)
    await page.waitForURL(/\/receipts\//)
    expect(await signalOf('Wren')).toEqual({ state: 'ok', weight: 0 })
  })

  test('in a flood a comment without JavaScript is shown once more, whole, and then taken', async () => {
    await flood()
    windows = withoutScript()
    const { page } = await open()
    await write(page, 'Plain', 'No script here.')
    await send(page)
    await page.getByText(/very many comments are arriving/i).waitFor()
    await expectAccessible(page)
    expect(await page.locator('textarea[name=comment]').inputValue()).toBe('No script here.')
    expect(await page.locator('input[name=name]').inputValue()).toBe('Plain')
    await send(page)
    await page.waitForURL(/\/receipts\//)
    expect(await signalOf('Plain')).toEqual({ state: 'raised', weight: 0.3 })
  })
})
