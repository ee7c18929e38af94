/** A moderator looks at the desk's own week and takes a second look, in a real browser. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { decide } from '../../src/moderation/decisions/index.ts'
import { undo } from '../../src/moderation/undo/index.ts'
import { addPerson, ROLES } from '../../src/people/index.ts'
import { demonstration, editor, freshSite, sendComment, type TestSite, visitor } from '../sites.ts'
import { enterAs, expectAccessible, openBrowser, windowsOf } from './browser.ts'

let browser: Browser
let site: TestSite
beforeAll(async () => {
  browser = await openBrowser()
  site = await freshSite('sqlite')
})
afterAll(async () => {
  await browser.close()
  await site.drop()
})

/** Has someone else decide a comment, and take it back, until a decision falls into the sample: one in eight, by the luck of its id. */
async function decideSome(path: string): Promise<void> {
  const { store } = site.app
  const jo = await addPerson(store, { name: 'Jo', mail: null, switches: ROLES.moderator }, Date.now())
  if ('problem' in jo) throw new Error(jo.problem)
  await sendComment(visitor(site), path, { name: 'Ada', comment: 'A remark about the ferry and its pier' })
  for (let i = 0; i < 400; i++) {
    const { id } = await store.db
      .selectFrom('comment_revisions')
      .select('id')
      .where('state', '=', 'held')
      .executeTakeFirstOrThrow()
    const result = await decide(store, { revisionId: id, action: 'approve', reason: null, by: jo.id }, Date.now())
    if (!result.decided) throw new Error(result.sentence)
    if (/[0-3]$/.test(result.decisionId)) return
    await undo(store, result.decisionId, jo.id, Date.now())
  }
  throw new Error('no decision fell into the sample')
}

test('the week’s figures, and a second look without knowing the first; at 360 px, in the dark and light, without JavaScript', async () => {
  const windows = windowsOf(browser, false)
  try {
    const staff = await editor(site)
    await decideSome((await demonstration(site)).path)
    const page = await windows.open()
    await page.setViewportSize({ width: 360, height: 740 })
    await page.emulateMedia({ colorScheme: 'dark' })
    await enterAs(page, staff, site.url)
    const looksRight = async () => {
      await expectAccessible(page)
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360)
    }
    await page.goto(`${site.url}/newsroom/review`)
    await page.getByRole('link', { name: 'Figures' }).click()
    await looksRight()
    expect(await page.getByRole('row', { name: /^You / }).textContent()).toContain('0')
    expect(
      await page.locator('.scroll').evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth).length),
    ).toBe(0)
    await page.getByRole('link', { name: 'Take a second look' }).click()
    await looksRight()
    expect(await page.getByRole('main').textContent()).not.toMatch(/approved/)
    await page.getByRole('button', { name: 'Off topic' }).click()
    await looksRight()
    expect(await page.getByRole('status').textContent()).toContain(
      'You made a different decision. Jo approved the comment.',
    )
    await page.getByRole('link', { name: 'Figures', exact: true }).click()
    await page.getByText('One chose to approve, the other to reject (Off topic)').waitFor()
    await page.emulateMedia({ colorScheme: 'light' })
    await looksRight()
  } finally {
    await windows.close()
  }
})
