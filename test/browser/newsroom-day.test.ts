/**
 * A newsroom's day: two people, one of them on a phone, plan three stories and
 * write them, one of them together; the program is killed and lines are cut
 * meanwhile. One story goes out by the clock while the program is away, one
 * waits under embargo, one is corrected after readers have seen it. At the end
 * every word that was said to be saved is there.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { addPerson, makeSignInLink, ROLES } from '../../src/people/index.ts'
import { scheduleStory } from '../../src/schedule/index.ts'
import { type Program, startProgram } from '../promises/programs.ts'
import { visitor } from '../sites.ts'
import { addressOf, openSite } from '../stores.ts'
import { enterAs, openBrowser, toNextPage, windowsOf } from './browser.ts'

vi.setConfig({ testTimeout: 180_000 })

const folder = mkdtempSync(join(tmpdir(), 'courant-day-'))
/** Readers don't have the story yet. */
const NO_CHANGE = { kind: '', cause: '' }

let browser: Browser
let program: Program
let start: () => Promise<Program>
const staff: { id: string; visitor: ReturnType<typeof visitor> }[] = []

const withStore = async <T>(work: (store: Awaited<ReturnType<typeof openSite>>) => Promise<T>): Promise<T> => {
  const store = await openSite(addressOf('sqlite', join(folder, 'courant.db')), Date.now)
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}

beforeAll(async () => {
  const free = createServer().listen(0, '127.0.0.1')
  await new Promise((done) => free.once('listening', done))
  const { port } = free.address() as AddressInfo
  await new Promise((done) => free.close(done))
  // The same address each time: the pages that are open come back to it.
  start = () => startProgram({ COURANT_DATA: folder, COURANT_PORT: String(port) })
  program = await start()
  browser = await openBrowser()
  await withStore(async (store) => {
    for (const name of ['Ada Quay', 'Bert Mole']) {
      const person = await addPerson(store, { name, mail: null, switches: ROLES.editor }, Date.now())
      if ('problem' in person) throw new Error(person.problem)
      const signedIn = visitor(program)
      await signedIn.post('/newsroom/sign-in', { token: await makeSignInLink(store, person.id, Date.now()) })
      staff.push({ id: person.id, visitor: signedIn })
    }
  })
})
afterAll(async () => {
  await browser.close()
  await program.end('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

const person = (index: 0 | 1) => staff[index] as (typeof staff)[number]
const words = (page: Page) => page.locator('#body-editor')
const saved = (page: Page) => page.locator('.save-state', { hasText: /^Saved \d\d:\d\d$/ }).waitFor()

async function open(page: Page, path: string): Promise<void> {
  await page.goto(program.url + path)
  await words(page).waitFor()
}

/** Writes on at the end of the passage with these words. */
async function writeOn(page: Page, after: string, more: string): Promise<void> {
  await words(page).getByText(after).click()
  await page.keyboard.press('End')
  await page.keyboard.type(more)
}

/** As a date field takes it, in the paper's time zone, which is UTC at first. */
const tomorrow = () => new Date(Date.now() + 24 * 3_600_000).toISOString().slice(0, 10)

/** A line in the plan, and the story that is begun from it. */
async function plan(page: Page, headline: string): Promise<string> {
  await page.goto(`${program.url}/newsroom/planning/ideas`)
  await page.locator('.add-plan summary').click()
  await page.getByLabel('What it is about').fill(headline)
  await toNextPage(page, () => page.getByRole('button', { name: 'Add', exact: true }).click())
  const line = page.locator('.plan-line', { hasText: headline })
  await toNextPage(page, () => line.getByRole('button', { name: 'Begin the story' }).click())
  return new URL(page.url()).pathname
}

/** A story's first passage. */
async function begin(page: Page, path: string, text: string): Promise<void> {
  await open(page, path)
  await words(page).click()
  await page.keyboard.type(text)
  await saved(page)
}

const asReader = (path: string) => visitor(program).get(path)
const pathOf = (id: string) =>
  withStore(
    async ({ db }) => (await db.selectFrom('stories').select('path').where('id', '=', id).executeTakeFirst())?.path,
  )
const idOf = (path: string) => path.slice(path.lastIndexOf('/') + 1)
const wordsOf = async (path: string) => {
  const draft = (await (await person(0).visitor.get(`${path}/draft`)).json()) as {
    content: { body: { text?: string }[] }
  }
  return draft.content.body.map(({ text }) => text)
}

test('a day of two people, with a program that is killed and lines that are cut, loses no word', async () => {
  const windows = windowsOf(browser, true)
  try {
    const [ada, bert] = [await windows.open(), await windows.open()]
    await enterAs(ada, person(0).visitor, program.url)
    await enterAs(bert, person(1).visitor, program.url)
    await bert.setViewportSize({ width: 390, height: 700 })
    const fares = await plan(ada, 'Ferry fares rise')
    const swans = await plan(bert, 'Swans return')
    const harbour = await plan(ada, 'Harbour to be dredged')

    // Each at a story of their own; the phone goes through a tunnel.
    await begin(ada, fares, 'The fare is 8 pounds.')
    await begin(bert, swans, 'Two swans are back.')
    await bert.context().setOffline(true)
    await writeOn(bert, 'Two swans', ' They nest by the weir.')
    await bert.getByText('Not saved yet — no connection').first().waitFor()
    await toNextPage(ada, () => ada.getByRole('button', { name: 'Save and publish' }).click())
    await bert.context().setOffline(false)
    await saved(bert)
    expect(await wordsOf(swans)).toEqual(['Two swans are back. They nest by the weir.'])

    // Both at the third; the swans are to go out meanwhile, and the program is killed under all of it.
    await begin(ada, harbour, 'Ada writes here.')
    await ada.keyboard.press('Enter')
    await ada.keyboard.type('And Bert here.')
    await saved(ada)
    await open(bert, harbour)
    await words(ada).getByText('Ada writes here.').click()
    await ada.keyboard.press('End')
    await ada.keyboard.type(' Before')
    await writeOn(bert, 'And Bert here.', ' Before')
    await Promise.all([saved(ada), saved(bert)])
    const scheduled = withStore((store) => {
      const now = Date.now()
      return scheduleStory(store, { storyId: idOf(swans), at: now + 1_000, by: person(1).id, change: NO_CHANGE }, now)
    })
    expect(await scheduled).toBeNull()
    await program.end('SIGKILL')
    await Promise.all([ada.keyboard.type(', during'), bert.keyboard.type(', during')])
    await ada.getByText('Not saved yet — no connection').first().waitFor()
    program = await start()
    await Promise.all([ada.keyboard.type(' and after.'), bert.keyboard.type(' and after.')])
    await Promise.all([saved(ada), saved(bert)])
    await words(ada).getByText('And Bert here. Before, during and after.').waitFor()
    expect(await wordsOf(harbour)).toEqual([
      'Ada writes here. Before, during and after.',
      'And Bert here. Before, during and after.',
    ])
    await toNextPage(bert, () => bert.getByRole('button', { name: 'Save, then embargo…' }).click())
    await bert.getByLabel('Under embargo until').fill(`${tomorrow()}T12:00`)
    await toNextPage(bert, () => bert.getByRole('button', { name: 'Put under embargo' }).click())
    for (const path of ['/', '/feed.xml', '/api/stories', '/archive', '/sitemap.xml'])
      expect(await (await asReader(path)).text(), path).not.toMatch(/harbour|And Bert here/i)

    // What readers have seen was wrong, and is said to have been.
    await open(ada, fares)
    await words(ada).getByText('The fare is 8 pounds.').click({ clickCount: 3 })
    await ada.keyboard.type('The fare is 5 pounds.')
    const form = ada.locator('#story-form')
    await form.getByRole('radio', { name: /^Correction/ }).check()
    await form.getByLabel('What was wrong, or what is new').fill('The fare was given as 8 pounds; it is 5.')
    await toNextPage(ada, () => ada.getByRole('button', { name: 'Save and publish again' }).click())

    await expect.poll(() => pathOf(idOf(swans)), { timeout: 30_000 }).toBeTruthy()
    const read = async (path: string) => (await asReader((await pathOf(idOf(path))) as string)).text()
    expect(await read(swans)).toContain('Two swans are back. They nest by the weir.')
    await toNextPage(bert, () => bert.getByRole('button', { name: 'Publish it now' }).click())
    const both = await read(harbour)
    expect(both).toContain('Ada writes here. Before, during and after.')
    expect(both).toContain('And Bert here. Before, during and after.')
    const corrected = await read(fares)
    expect(corrected).toContain('The fare is 5 pounds.')
    expect(corrected).toContain('The fare was given as 8 pounds; it is 5.')
  } finally {
    await windows.close()
  }
})
