/**
 * An embargo in a real browser: an editor saves a story and holds it, looks at
 * what waits, corrects what readers see meanwhile, and lifts it. axe-core finds
 * nothing, with JavaScript on and off.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Program, startProgram } from '../promises/programs.ts'
import { ways } from '../thorough.ts'
import { expectAccessible, openBrowser, windowsOf, withoutEditor } from './browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** As the field takes it: tomorrow at noon, in the paper's time zone, which is UTC at first. */
const tomorrow = () => `${new Date(Date.now() + 24 * 3_600_000).toISOString().slice(0, 10)}T12:00`

test.each(ways([['off', false]] as const, [['on', true]] as const))(
  'a version is held, what readers see is corrected meanwhile, and the embargo is lifted, with JavaScript %s',
  async (_, javaScriptEnabled) => {
    const folder = mkdtempSync(join(tmpdir(), 'courant-embargo-'))
    let program: Program | undefined
    const windows = windowsOf(browser, javaScriptEnabled)
    try {
      program = await startProgram({ COURANT_DATA: folder })
      const { url } = program
      const staff = await windows.open()
      const reader = await windows.open()
      const press = (name: string) => staff.getByRole('button', { name, exact: true }).click()
      await staff.goto(`${url}/newsroom/sign-in/${program.signInToken}`)
      await staff.getByRole('button', { name: /sign in/i }).click()
      await staff.waitForURL('**/newsroom/start')
      await staff.goto(`${url}/newsroom`)
      await withoutEditor(staff)
      await press('New story')
      await staff.getByLabel('Headline', { exact: true }).fill('The toll bridge')
      await staff.locator('textarea[name=body]').fill('The bridge opens on Monday.\n\nThe toll is £8.')
      await press('Save and publish')
      await staff.waitForURL(/published/)
      const edit = staff.url().replace(/\?.*/, '')
      const storyPath = (await staff.getByRole('link', { name: 'View on the site' }).getAttribute('href')) ?? ''

      await staff.getByLabel('Headline', { exact: true }).fill('The bridge stays shut')
      await press('Save, then embargo…')
      await staff.waitForURL(/\/embargo\b/)
      await expectAccessible(staff)
      await staff.getByLabel('Under embargo until').fill(tomorrow())
      await staff.getByRole('radio', { name: /^Correction/ }).check()
      await staff.getByLabel(/^What was wrong/).fill('The bridge does not open.')
      await press('Put under embargo')
      await staff.getByText('A version waits under embargo until').waitFor()
      await expectAccessible(staff)

      await reader.goto(url + storyPath)
      expect(await reader.locator('body').innerText()).not.toMatch(/stays shut|does not open/)

      await staff.getByRole('link', { name: 'Correct what readers see now' }).click()
      await staff.getByLabel('Body').fill('The bridge opens on Monday.\n\nThe toll is £5.')
      await staff.getByLabel(/^What was wrong/).fill('The toll was given as £8; it is £5.')
      await press('Publish the correction')
      await staff.getByText('The version under embargo says the same now.').waitFor()
      await expectAccessible(staff)
      await reader.goto(url + storyPath)
      const seen = await reader.locator('body').innerText()
      expect(seen).toContain('The toll was given as £8; it is £5.')
      expect(seen).not.toMatch(/stays shut|does not open/)

      await staff.goto(edit)
      await expectAccessible(staff)
      expect(await staff.getByRole('button', { name: /publish again/ }).count()).toBe(0)
      await staff.getByRole('link', { name: 'See it, move it, lift it or withdraw it' }).click()
      await press('Publish it now')
      await staff.waitForURL(/published/)
      await reader.goto(url + storyPath)
      const live = await reader.locator('body').innerText()
      for (const words of ['The bridge stays shut', 'The bridge does not open.', 'The toll is £5.'])
        expect(live).toContain(words)
    } finally {
      await windows.close()
      await program?.end('SIGKILL')
      rmSync(folder, { recursive: true, force: true })
    }
  },
  120_000,
)
