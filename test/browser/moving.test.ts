/**
 * A newsroom moves in, and could leave, as an editor does it: the export of its old site goes in by the page, is taken
 * out again and goes in anew; then the whole site leaves as files, and as an archive that another site starts from.
 */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { wordpressCounts, wordpressExport } from '../exports/wordpress.ts'
import { momentOf } from '../exports/words.ts'
import { zipOf } from '../exports/zip.ts'
import { need } from '../need.ts'
import { photo } from '../pictures.ts'
import { type Program, runProgram, startProgram } from '../promises/programs.ts'
import { expectAccessible, openBrowser, toNextPage, windowsOf } from './browser.ts'

await need('build')

const PLAN = { posts: 40, comments: 60, pictures: true }
/** Of its pictures so many lie in the zip; the old site is gone with the others. */
const PICTURES = 9

let browser: Browser
let folder: string
const running: Program[] = []
beforeAll(async () => {
  browser = await openBrowser()
  folder = await mkdtemp(join(tmpdir(), 'courant-browser-moving-'))
})
afterAll(async () => {
  for (const program of running) await program.end('SIGTERM')
  await browser.close()
  await rm(folder, { recursive: true, force: true })
})

const dataOf = (name: string) => ({ COURANT_DATA: join(folder, name) })
const serve = async (name: string): Promise<Program> => {
  const program = await startProgram(dataOf(name))
  running.push(program)
  return program
}

/** Our own WordPress site: what its export tool wrote, and its folder of uploads, in one zip. */
async function exported(): Promise<Buffer> {
  const pictures = Array.from({ length: PICTURES }, async (_, n) => ({
    name: `quay/wp-content/uploads/2015/05/quay-${n}.jpg`,
    bytes: await photo({ width: 60 + n, height: 40 }),
  }))
  return zipOf([
    { name: 'quay/quay-notes.xml', bytes: [...wordpressExport(PLAN)].join('') },
    ...(await Promise.all(pictures)),
  ])
}

/** The account of an import, once its page says this: it refreshes itself until then. */
async function until(page: Page, said: string): Promise<string> {
  await page.getByText(said).first().waitFor({ timeout: 120_000 })
  return page.locator('main section').first().innerText()
}

async function moveIn(page: Page, url: string, zip: Buffer): Promise<{ looked: string; done: string }> {
  await page.goto(`${url}/newsroom/move-in`)
  await page.getByLabel('Files').setInputFiles({ name: 'quay.zip', mimeType: 'application/zip', buffer: zip })
  await toNextPage(page, () => page.getByRole('button', { name: 'See what is in it' }).click())
  const looked = await until(page, 'Before you move in')
  await page.getByLabel('Are shown here too.').check()
  await toNextPage(page, () => page.getByRole('button', { name: 'Move in' }).click())
  return { looked, done: await until(page, 'What became of it') }
}

/** What a reader finds under a story. */
const discussionAt = async (page: Page, address: string): Promise<string> => {
  await page.goto(address)
  return page.locator('#discussion').innerText()
}

test('a WordPress site with pictures and 2,000 comments moves in, out, in again, and leaves as files and as an archive', {
  timeout: 400_000,
}, async () => {
  const zip = await exported()
  const counts = wordpressCounts(PLAN)
  const comments = ['approved', 'held', 'spam', 'rejected'].reduce((sum, of) => sum + (counts[`comment ${of}`] ?? 0), 0)
  expect(comments).toBeGreaterThan(2000)
  const program = await serve('data')
  const { url } = program
  const windows = windowsOf(browser, true)
  try {
    const [staff, reader] = [await windows.open(), await windows.open()]
    await staff.goto(`${url}/newsroom/sign-in/${program.signInToken}`)
    await toNextPage(staff, () => staff.getByRole('button').first().click())

    const first = await moveIn(staff, url, zip)
    expect(first.looked).toContain(`${counts['story public']} public stories: published, each with its old day`)
    expect(first.looked).toContain(`${counts['left pingback']} notices of links (pingbacks): left out`)
    expect(first.done).toContain(`${counts['story public']} stories: published`)
    expect(first.done).not.toContain('fault of Courant')
    await expectAccessible(staff)
    const storyPath = `/${momentOf(1).toISOString().slice(0, 7).replace('-', '/')}/story-1`
    // The address that it had on the old site.
    const discussion = await discussionAt(reader, `${url}${storyPath}/`)
    expect(discussion).toContain('45 comments')

    await toNextPage(staff, () => staff.getByRole('button', { name: 'Undo the whole import' }).click())
    await until(staff, 'It was taken out again.')
    await expect.poll(async () => (await reader.request.get(`${url}${storyPath}/`)).status()).toBe(404)

    const again = await moveIn(staff, url, zip)
    expect(again.done).toContain(`${counts['story public']} stories: published`)
    await expect.poll(() => discussionAt(reader, `${url}${storyPath}/`)).toBe(discussion)
    // The pictures follow in the background.
    await expect
      .poll(() => staff.reload().then(() => staff.locator('main section').first().innerText()), {
        ...{ timeout: 120_000, interval: 1000 },
      })
      .toMatch(/Pictures in stories: \d+ in their places, 0 still to come/)

    const site = join(folder, 'site')
    const copied = await runProgram(['export', 'site', site, '--address', 'https://quay.example'], dataOf('data'))
    expect(copied).toMatchObject({ status: 0, err: '' })
    expect(await readFile(join(site, storyPath, 'index.html'), 'utf8')).toContain('http-equiv="refresh"')
    expect((await readdir(join(site, 'pictures'))).length).toBeGreaterThan(0)

    const archive = join(folder, 'archive')
    expect(await runProgram(['export', 'archive', archive], dataOf('data'))).toMatchObject({ status: 0 })
    expect(await runProgram(['import', archive], dataOf('again'))).toMatchObject({ status: 0 })
    const restored = await serve('again')
    const pathsOf = async (of: string) =>
      [...(await (await reader.request.get(`${of}/sitemap.xml`)).text()).matchAll(/<loc>https?:\/\/[^/]+([^<]*)/g)]
        .map(([, path]) => path)
        .sort()
    const paths = await pathsOf(url)
    expect(paths.length).toBeGreaterThan(counts['story public'] as number)
    expect(await pathsOf(restored.url)).toEqual(paths)
    for (const path of ['/', storyPath, '/archive', '/feed.xml']) {
      const [one, other] = await Promise.all([reader.request.get(url + path), reader.request.get(restored.url + path)])
      expect([path, other.status()]).toEqual([path, one.status()])
    }
    expect(await discussionAt(reader, `${restored.url}${storyPath}`)).toBe(discussion)
  } finally {
    await windows.close()
  }
})
