/**
 * Who says what, in a real browser: an editor publishes a story, corrects a
 * speaker, edits other words and finds the correction still there; switches
 * "Who says so" on, accepts a name; a reader follows it all. axe-core finds
 * nothing anywhere, with JavaScript on and off.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Program, startProgram } from '../promises/programs.ts'
import { ways } from '../thorough.ts'
import { expectAccessible, openBrowser, toNextPage, windowsOf, withoutEditor } from './browser.ts'

const HEADLINE = 'The lamps on the pier stay lit'
const BODY = `"We will keep the lamps lit," said Ada Holm, the mayor of Saltmere, on Tuesday. "People walk there at night."

The council will pay for new wires, according to a report by the town clerk, Oren Pike.

"Nobody asked the fishermen," said Tom Reddish, who has a boat at the pier. "We would have said yes."

The pier was built in 1911 and carries forty lamps.`

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

test.each(ways([['off', false]] as const, [['on', true]] as const))(
  'from a story to its speakers’ pages, with JavaScript %s',
  async (_, javaScriptEnabled) => {
    const folder = mkdtempSync(join(tmpdir(), 'courant-reading-'))
    let program: Program | undefined
    const windows = windowsOf(browser, javaScriptEnabled)
    try {
      program = await startProgram({ COURANT_DATA: folder })
      const { url } = program
      const staff = await windows.open()
      await staff.goto(`${url}/newsroom/sign-in/${program.signInToken}`)
      await staff.getByRole('button', { name: /sign in/i }).click()
      await staff.waitForURL('**/newsroom/start')
      await staff.goto(`${url}/newsroom`)
      await withoutEditor(staff)
      await staff.getByRole('button', { name: 'New story' }).click()
      await staff.getByLabel('Headline', { exact: true }).fill(HEADLINE)
      await staff.locator('textarea[name=body]').fill(BODY)
      await staff.getByRole('button', { name: 'Save and publish' }).click()
      await staff.waitForURL(/published/)
      const edit = staff.url().replace(/\?.*/, '')
      await expectAccessible(staff)
      const storyPath = new URL(
        (await staff.getByRole('link', { name: 'View on the site' }).getAttribute('href')) ?? '',
        url,
      ).href

      // The story beside its reading: who speaks, each statement, and the way from one to the other.
      expect(await staff.locator('.beside').innerText()).toMatch(/\d statements: \d without a speaker/)
      await staff.getByRole('link', { name: 'Open next to the story' }).click()
      await staff.waitForURL(/\/reading$/)
      await expectAccessible(staff)
      const reading = staff.url()
      const lineOf = (words: string) => staff.locator('.statements > li', { hasText: words })
      expect(await staff.locator('.shares').innerText()).toMatch(/Ada Holm[\s\S]*The paper’s own words/)
      expect(await lineOf('keep the lamps lit').locator('.statement-head').innerText()).toMatch(/Ada Holm/)
      await staff.locator('.reading-text a', { hasText: 'Nobody asked' }).click()
      await staff.locator('.statements > li:target', { hasText: 'Nobody asked' }).waitFor()
      await lineOf('Nobody asked').locator('a.number').click()
      await staff.locator('.reading-text a:target', { hasText: 'Nobody asked' }).waitFor()

      // A speaker is corrected. Other words are edited; the correction stays.
      await lineOf('Nobody asked').locator('summary').click()
      await lineOf('Nobody asked').getByLabel('Speaker').fill('Wren Abbot')
      await lineOf('Nobody asked').getByLabel('Source', { exact: true }).fill('a letter to the council')
      await expectAccessible(staff)
      await lineOf('Nobody asked').getByRole('button', { name: 'Save' }).click()
      await lineOf('Nobody asked').getByText('Corrected by').waitFor()
      expect(await lineOf('Nobody asked').innerText()).toMatch(/Wren Abbot[\s\S]*a letter to the council/)
      await expectAccessible(staff)
      await staff.goto(edit)
      await staff
        .locator('textarea[name=body]')
        .fill(BODY.replace('forty lamps', 'forty-one lamps').replace('new wires', 'new wires and poles'))
      await staff.getByRole('button', { name: 'Save and publish again' }).click()
      await staff.waitForURL(/published/)
      await staff.goto(reading)
      expect(await lineOf('Nobody asked').locator('.statement-head').innerText()).toMatch(/Wren Abbot/)

      // Readers see it once the switch is on.
      const reader = await windows.open()
      await reader.goto(storyPath)
      expect(await reader.getByRole('heading', { name: 'Who says so' }).count()).toBe(0)
      await staff.getByLabel(/Show “Who says so”/).check()
      await toNextPage(staff, () => staff.locator('.switch').getByRole('button', { name: 'Save' }).click())
      await staff.locator('.switch input:checked').waitFor()

      // A name is accepted: it has a page, and the panel leads there.
      const name = staff.locator('.names > li', { hasText: 'Ada Holm' })
      await name.getByRole('button', { name: /^Accept/ }).click()
      await name.getByRole('link', { name: 'view page' }).waitFor()
      await expectAccessible(staff)

      await reader.goto(storyPath)
      await expectAccessible(reader)
      // Folded, the panel is a strip; unfolded, each sentence leads to its words in the story.
      const panel = reader.locator('.said')
      expect(await panel.locator('.strip').innerText()).toMatch(/^\d (people speak|voices): /)
      expect((await panel.boundingBox())?.height).toBeLessThan(160)
      await panel.locator('summary').first().click()
      expect(await panel.innerText()).toMatch(/who says so[\s\S]*Ada Holm[\s\S]*Wren Abbot/i)
      expect((await panel.locator('h3').allInnerTexts()).join()).not.toContain('Tom Reddish')
      await expectAccessible(reader)
      await panel.getByRole('link', { name: /Nobody asked/ }).click()
      await reader.locator('.story-body p:target', { hasText: 'Nobody asked' }).waitFor()
      // A sign behind a quotation says in place who says so, by pointer and by key, and is closed by Escape.
      const sign = reader.getByRole('button', { name: 'Who says so: Wren Abbot' })
      const open = reader.locator('.says-who:popover-open')
      await sign.click()
      expect(await open.innerText()).toContain('Wren Abbot')
      await reader.keyboard.press('Escape')
      expect(await open.count()).toBe(0)
      await reader.getByRole('button', { name: 'Who says so: Ada Holm' }).first().press('Enter')
      expect(await open.innerText()).toMatch(/Ada Holm[\s\S]*mayor/)
      await expectAccessible(reader)
      await reader.keyboard.press('Escape')
      const data = JSON.parse((await reader.locator('script[type="application/ld+json"]').textContent()) ?? '')
      expect(data.hasPart).toContainEqual(
        expect.objectContaining({
          '@type': 'Quotation',
          spokenByCharacter: expect.objectContaining({ '@type': 'Person', name: 'Ada Holm' }),
        }),
      )

      // The name's page, the list of names, and the search.
      await panel.locator('h3').getByRole('link', { name: 'Ada Holm' }).click()
      await reader.waitForURL(`${url}/people/ada-holm`)
      await expectAccessible(reader)
      expect(await reader.locator('main').innerText()).toMatch(
        /keep the lamps lit[\s\S]*The lamps on the pier stay lit/,
      )
      await reader.getByRole('link', { name: 'People', exact: true }).click()
      await reader.waitForURL(`${url}/people`)
      await expectAccessible(reader)
      await reader.getByRole('link', { name: 'Who said what' }).click()
      await reader.waitForURL(`${url}/said`)
      await expectAccessible(reader)
      await reader.getByLabel('Who', { exact: true }).fill('holm')
      await reader.getByLabel('said something about').fill('lamps')
      await reader.getByRole('button', { name: 'Search' }).click()
      await reader.waitForURL(/\/said\?/)
      await expectAccessible(reader)
      expect(await reader.locator('.statements').innerText()).toMatch(/Ada Holm[\s\S]*keep the lamps lit/)

      // On every screen and in the dark; a page to read carries no JavaScript.
      for (const place of [storyPath, `${url}/people/ada-holm`, reader.url()]) {
        await reader.goto(place)
        expect(await reader.locator('script:not([type="application/ld+json"])').count()).toBe(0)
        for (const width of [320, 768, 1280]) {
          await reader.setViewportSize({ width, height: 800 })
          if (javaScriptEnabled)
            expect(await reader.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
        }
        await reader.emulateMedia({ colorScheme: 'dark' })
        await expectAccessible(reader)
        await reader.emulateMedia({ colorScheme: 'light' })
      }

      // What was corrected can be taken back; the newsroom's search leads to the reading.
      await staff.goto(`${url}/newsroom/said?about=fishermen`)
      await expectAccessible(staff)
      await staff.getByRole('link', { name: /Nobody asked/ }).click()
      await staff.waitForURL(/\/reading#/)
      await lineOf('Nobody asked').getByRole('button', { name: 'Undo the correction' }).click()
      await expect.poll(() => lineOf('Nobody asked').locator('.statement-head').innerText()).toMatch(/Tom Reddish/)
      await reader.goto(storyPath)
      await panel.locator('summary').first().click()
      expect((await panel.locator('h3').allInnerTexts()).join()).toContain('Tom Reddish')
    } finally {
      await windows.close()
      await program?.end('SIGKILL')
      rmSync(folder, { recursive: true, force: true })
    }
  },
  180_000,
)
