/**
 * Letters as people meet them, in a real browser without JavaScript: a reader
 * asks to be told of answers, confirms, is told, and stops it; a moderator
 * decides from the link in a letter; an editor looks after the letters.
 */
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { type PostOffice, postOffice } from '../letters.ts'
import { enterAs, expectAccessible, openBrowser, windowsOf, writeComment } from './browser.ts'

const MINUTE = 60_000

let browser: Browser
let office: PostOffice
let windows: ReturnType<typeof windowsOf>
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())
beforeEach(async () => {
  office = await postOffice('sqlite')
  windows = windowsOf(browser, false)
})
afterEach(async () => {
  await windows.close()
  await office.end()
})

/** Fit for everybody: by dark on a small phone, without scrolling sideways; but for the places, each row of which is one line. */
async function expectFit(page: Page): Promise<void> {
  await page.setViewportSize({ width: 360, height: 740 })
  await page.emulateMedia({ colorScheme: 'dark' })
  await expectAccessible(page)
  const widths = await page
    .locator('body *:not(.visually-hidden, .beyond, .beyond *, .skip, .form-token, .form-proof, .bar nav *, .places *)')
    // What a closed menu holds is drawn nowhere, though it has a box; frame.test.ts opens it.
    .evaluateAll((elements) =>
      elements
        .filter((element) => element.checkVisibility())
        .map((element) => Math.ceil(element.getBoundingClientRect().right)),
    )
  expect(Math.max(...widths), `${page.url()} at 360 px`).toBeLessThanOrEqual(360)
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.emulateMedia({ colorScheme: 'light' })
}

/** The newsroom, entered by the cookie that the test's editor has. */
async function staffWindow(): Promise<Page> {
  const page = await windows.open()
  await enterAs(page, office.staff, office.site.url)
  return page
}

test('a reader asks to be told of answers, confirms by the letter, is told, and stops it', async () => {
  const { url } = office.site
  const reader = await windows.open()
  await reader.goto(url + office.story.path)
  await expectFit(reader)
  await writeComment(reader, { name: 'Wren Abbot', comment: 'Will the bell be rung by hand?' })
  await reader.getByLabel('Tell me about replies').check()
  await reader.getByRole('button', { name: /send for review/i }).click()
  // A tick without an address comes back with a sentence and all that was typed.
  await reader.getByText(/give the email address to send replies to/i).waitFor()
  await expectFit(reader)
  expect(await reader.getByLabel('Tell me about replies').isChecked()).toBe(true)
  expect(await reader.getByLabel('Your comment', { exact: true }).inputValue()).toBe('Will the bell be rung by hand?')
  await reader.getByLabel(/^Email/).fill('wren@reader.example')
  await reader.getByRole('button', { name: /send/i }).first().click()
  await reader.waitForURL(/\/receipts\//)
  await reader.getByText(/sending a confirmation link/i).waitFor()
  await expectFit(reader)
  const receipt = reader.url()

  const [asked] = await office.deliver()
  await reader.goto(url + asked?.link('/mail/confirm/'))
  await expectFit(reader)
  await reader.getByRole('button', { name: /that was me/i }).click()
  await reader.waitForURL(/\/notices\//)
  await reader.getByText(/your address is confirmed/i).waitFor()
  await expectFit(reader)
  await reader.getByLabel('As answers come').check()
  await reader.getByRole('button', { name: 'Save' }).click()
  await reader.getByText('Saved.').waitFor()
  expect(await reader.getByLabel('As answers come').isChecked()).toBe(true)
  // By light as well.
  await expectAccessible(reader)

  const mine = receipt.slice(receipt.lastIndexOf('/') + 1).slice(0, 26)
  await office.decide(mine, 'approve')
  const answer = await office.comment({ name: 'Peg', comment: 'By hand, on Sundays.', parent: mine })
  await office.decide(answer.id, 'approve')
  office.clock.now += 11_000
  const [told] = await office.deliver()
  expect(told).toMatchObject({ to: 'wren@reader.example' })
  expect(told?.text).toContain('> By hand, on Sundays.')
  await reader.goto(url + told?.link('#c-'))
  expect(await reader.locator(`#c-${answer.id}`).innerText()).toContain('By hand, on Sundays.')

  await reader.goto(url + told?.link('/notices/'))
  await reader.getByRole('button', { name: /stop all these emails/i }).click()
  await reader.getByText(/you will get no more emails about replies/i).waitFor()
  await expectFit(reader)
  const later = await office.comment({ name: 'Peg', comment: 'And on holidays.', parent: mine })
  await office.decide(later.id, 'approve')
  office.clock.now += 60 * MINUTE
  expect(await office.deliver()).toEqual([])

  // A link that is over, and a refusal for good.
  await reader.goto(url + asked?.link('/mail/confirm/'))
  await reader
    .getByText(/this link is no longer valid/i)
    .first()
    .waitFor()
  await expectFit(reader)
  await reader.goto(url + asked?.link('/mail/stop/'))
  await expectFit(reader)
  await reader.getByRole('button', { name: /never email me again/i }).click()
  await reader.getByText(/nobody can have an email sent to you/i).waitFor()
  await expectFit(reader)
})

test('a moderator asks to be told what waits, and decides from the link in the letter', async () => {
  const { url } = office.site
  await office.site.app.store.transaction(Date.now(), (tx) =>
    tx.rows.updateTable('people').set({ mail: 'editor@paper.example' }).execute(),
  )
  const staff = await staffWindow()
  await staff.goto(`${url}/newsroom/account`)
  await staff.getByRole('link', { name: 'Emails to you' }).click()
  await expectFit(staff)
  await staff.getByLabel(/email me when comments wait/i).check()
  await staff.getByLabel('Number of comments').fill('none')
  await staff.getByRole('button', { name: 'Save' }).click()
  await staff.getByText(/as a whole number from 1/i).waitFor()
  await expectFit(staff)
  await staff.getByLabel('Number of comments').fill('2')
  await staff.getByRole('button', { name: 'Save' }).click()
  await staff.getByText('Saved.').waitFor()

  await office.comment({ name: 'Wren Abbot', comment: 'The tide does not vote.' })
  office.clock.now += 31 * MINUTE
  const [letter] = await office.deliver()
  expect(letter?.raw).not.toMatch(/tide does not vote|Wren/)
  const phone = await windows.open()
  await phone.goto(url + letter?.link('/newsroom/waiting/'))
  await phone.getByText('The tide does not vote.').waitFor()
  await expectFit(phone)
  const item = phone.locator('li.item', { hasText: 'The tide does not vote.' })
  await item.getByRole('button', { name: 'Approve' }).click()
  await phone.getByText(/Approved Wren Abbot/).waitFor()
  await expectFit(phone)
  await phone.getByRole('button', { name: /undo/i }).click()
  await item.getByRole('button', { name: 'Off topic' }).click()
  await phone.getByText(/Rejected Wren Abbot’s comment \(.+\)/).waitFor()
  office.clock.now += 12 * 60 * MINUTE
  await phone.reload()
  await phone
    .getByText(/this link has expired/i)
    .first()
    .waitFor()
  await expectFit(phone)
})

test('an editor sees how letters leave, sends a test, and sets the hour', async () => {
  const staff = await staffWindow()
  await staff.goto(`${office.site.url}/newsroom/settings`)
  await staff.getByRole('link', { name: 'Emails', exact: true }).click()
  await staff.getByText(/no mail server is set/i).waitFor()
  await expectFit(staff)
  await office.site.app.store.transaction(Date.now(), (tx) =>
    tx.rows.updateTable('people').set({ mail: 'editor@paper.example' }).execute(),
  )
  await staff.getByRole('button', { name: /send me a test email/i }).click()
  await staff.getByText(/the test email is being sent/i).waitFor()
  await office.deliver()
  await staff.reload()
  await staff
    .getByText(/written to a file/i)
    .first()
    .waitFor()
  await expectFit(staff)
  await staff.getByLabel(/hour for daily/i).fill('31')
  await staff.getByRole('button', { name: 'Save' }).click()
  await staff.getByText(/whole number from 0 to 23/i).waitFor()
  await expectFit(staff)
})
