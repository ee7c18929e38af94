/**
 * The five minutes' tour of the README, in a real browser, as a stranger does
 * it: start, sign in by the printed link, paste a page, publish, comment as a
 * reader, see it nowhere, approve it, see it. axe-core finds nothing anywhere.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Program, startProgram } from '../promises/programs.ts'
import { expectAccessible, openBrowser, toNextPage, windowsOf, writeComment } from './browser.ts'

const SUMMIT = resolve(process.env.COURANT_SHARED ?? '../shared', 'pages/summit-page.txt')

/** A page as a reader copies it, in words of our own. */
const OWN_PAGE = `Harbour Board Votes To Dredge

The dredger Marigold at her berth on Tuesday, before the vote that will send her out again.

The harbour board voted five to two on Tuesday night to dredge the inner channel for the first time in eleven years, a decision that will close the fish quay for most of February.

“We have run out of water to argue in,” said the harbour master, Peg Hollis, who told the board that the channel had lost a metre of depth since the last survey.

The work will cost £1.2 million, according to the tender published on the board’s own notice page, and half of it will come from the county.

The harbour board voted five to two on Tuesday night to dredge the inner channel for the first time in eleven years, a decision that will close the fish quay for most of February.

“We have run out of water to argue in,” said the harbour master, Peg Hollis, who told the board that the channel had lost a metre of depth since the last survey.

The work will cost £1.2 million, according to the tender published on the board’s own notice page, and half of it will come from the county.

Post a Comment

0 Comments
* Be kind to one another here. Comments are read by the editor.
`

/** Each is toured once, the shared one where it is there. */
const ownPage = { name: 'a page of our own', text: OWN_PAGE, headline: 'Harbour Board Votes To Dredge', paragraphs: 3 }
const summitPage = () => ({
  name: 'the summit page',
  text: readFileSync(SUMMIT, 'utf8'),
  headline: 'Putin Meets Xi Jinping In Beijing',
  paragraphs: 10,
})

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

describe('the tour', () => {
  for (const { javaScript, page } of [
    { javaScript: true, page: ownPage },
    { javaScript: false, page: existsSync(SUMMIT) ? summitPage() : ownPage },
  ]) {
    const { name, text, headline, paragraphs } = page
    test(`from ${name} to a reviewed comment, with JavaScript ${javaScript ? 'on' : 'off'} in every window`, async () => {
      const folder = mkdtempSync(join(tmpdir(), 'courant-tour-'))
      let program: Program | undefined
      const windows = windowsOf(browser, javaScript)
      try {
        program = await startProgram({ COURANT_DATA: folder })
        const { url } = program

        // The first look: a front page with the demonstration on it.
        const reader = await windows.open()
        await reader.goto(url)
        await expectAccessible(reader)
        expect(await reader.title()).toContain('The Courant')

        // Sign in by the printed link.
        const staff = await windows.open()
        await staff.goto(`${url}/newsroom`)
        expect(staff.url()).toBe(`${url}/newsroom/sign-in`)
        await expectAccessible(staff)
        await staff.goto(`${url}/newsroom/sign-in/${program.signInToken}`)
        await expectAccessible(staff)
        await staff.getByRole('button', { name: /sign in/i }).click()
        await staff.waitForURL(`${url}/newsroom/start`)
        await expectAccessible(staff)
        await staff.goto(`${url}/newsroom`)
        await expectAccessible(staff)

        // Paste the page.
        await staff
          .getByRole('link', { name: /paste a page/i })
          .first()
          .click()
        await expectAccessible(staff)
        await staff.locator('textarea[name=page]').fill(text)
        await staff.getByRole('button', { name: 'Create draft' }).click()
        await staff.waitForURL(/\/newsroom\/stories\/[0-9a-z]{26}$/)
        await expectAccessible(staff)
        expect(await staff.getByLabel('Headline', { exact: true }).inputValue()).toBe(headline)
        const draft = staff.url()

        // A draft is seen by nobody.
        await reader.goto(url)
        expect(await reader.content()).not.toContain(headline)

        // Make its house rule the site's.
        await staff.getByRole('button', { name: /use these as your house rules/i }).click()
        await staff.waitForURL(/\/newsroom\/settings/)
        await expectAccessible(staff)
        await staff.goto(draft)

        // Look at it as it will be, then publish.
        await staff.goto(`${draft}/preview`)
        await expectAccessible(staff)
        await staff.goto(draft)
        await staff.getByRole('button', { name: /save and publish/i }).click()
        await staff.waitForURL(/published/)
        await expectAccessible(staff)

        // The reader finds it on the front page and opens it.
        await reader.goto(url)
        await expectAccessible(reader)
        await toNextPage(reader, () => reader.getByRole('link', { name: headline }).first().click())
        const storyUrl = reader.url()
        expect(storyUrl).toMatch(/\/\d{4}\/\d{2}\/[a-z-]+$/)
        await expectAccessible(reader)
        expect(await reader.locator('h1').allTextContents()).toEqual([headline])
        expect(await reader.locator('.story-body > p').count()).toBe(paragraphs)
        expect(await reader.locator('figcaption').count()).toBe(1)
        const whole = await reader.locator('main').innerText()
        expect(whole).toMatch(/no comments yet/i)
        expect(whole).not.toMatch(/0 Comments|Post a Comment/)

        // The reader writes a comment and gets a receipt.
        await writeComment(reader, {
          name: 'Wren Abbot',
          comment: 'The tide does not vote.\n\n> We have run out\n\nWe have not. https://tides.example/now',
        })
        await reader.getByRole('button', { name: /send for review/i }).click()
        await reader.waitForURL(/\/receipts\//)
        await expectAccessible(reader)
        expect(await reader.locator('main').innerText()).toMatch(/waiting for review/i)
        expect(await reader.locator('main').innerText()).toContain('The tide does not vote.')
        const receipt = reader.url()

        // Nobody else sees it anywhere.
        const stranger = await windows.open()
        for (const place of [storyUrl, url, `${url}/feed.xml`, `${url}/api/stories`]) {
          const answer = await stranger.goto(place)
          expect(await answer?.text()).not.toMatch(/The tide does not vote|Wren Abbot/)
        }

        // The newsroom reviews it: the demonstration's comment first, then this one.
        await staff.goto(`${url}/newsroom/review`)
        await expectAccessible(staff)
        for (const words of ['My grandfather pulled that chain', 'The tide does not vote.']) {
          await staff.getByText(words).first().waitFor()
          if (javaScript) await staff.keyboard.press('a')
          else
            await toNextPage(staff, () =>
              staff
                .getByRole('button', { name: /approve/i })
                .first()
                .click(),
            )
        }
        await staff
          .getByText(/no comments waiting/i)
          .first()
          .waitFor()
        await expectAccessible(staff)

        // It is on the page, and the receipt says so.
        await expect
          .poll(async () => (await (await fetch(storyUrl)).text()).includes('The tide does not vote.'))
          .toBe(true)
        await stranger.goto(storyUrl)
        await expectAccessible(stranger)
        expect(await stranger.locator('main').innerText()).toMatch(/1 comment/i)
        expect(await stranger.getByText('Wren Abbot').count()).toBeGreaterThan(0)
        expect(await stranger.getByRole('link', { name: 'https://tides.example/now' }).getAttribute('rel')).toContain(
          'ugc nofollow',
        )
        await reader.goto(receipt)
        await expectAccessible(reader)
        expect(await reader.locator('main').innerText()).toMatch(/published/i)

        // A page to read carries no JavaScript, and the phone's width needs no sideways scrolling.
        expect(await stranger.locator('script:not([type="application/ld+json"])').count()).toBe(0)
        for (const width of [320, 390, 768, 1280]) {
          await stranger.setViewportSize({ width, height: 800 })
          if (javaScript)
            expect(await stranger.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
        }
        await stranger.emulateMedia({ colorScheme: 'dark' })
        await expectAccessible(stranger)
      } finally {
        await windows.close()
        await program?.end('SIGKILL')
        rmSync(folder, { recursive: true, force: true })
      }
    }, 240_000)
  }
})
