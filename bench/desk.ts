/**
 * `npm run bench:desk`: what a moderator waits for at the review desk. Three
 * hundred easy comments are worked through by key in a real browser against the
 * real program; the page itself measures from each key press to the next comment
 * shown, after layout and paint. The reference, in the same run, is a bare page
 * that moves a class from one paragraph to the next: what this browser on this
 * machine needs to show anything at all.
 */

import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { findChromium } from '../scripts/find-programs.mjs'
import { makeSignInLink } from '../src/people/index.ts'
import { holdComments } from '../test/held-comments.ts'
import { openSite } from '../test/stores.ts'
import { startCourant } from './servers.ts'

const COMMENTS = 300
const WORDS = 'I have read this twice and still wonder who will pay for the ramp in winter, and who sweeps it.'

const folder = mkdtempSync(join(tmpdir(), 'courant-bench-desk-'))

/** In the page: notes the time from each key press to the frame after the one that shows what came of it. */
const MEASURE = `globalThis.pressed = []
  document.addEventListener('keydown', () => {
    const began = performance.now()
    requestAnimationFrame(() => {
      document.body.offsetHeight
      const channel = new MessageChannel()
      channel.port1.onmessage = () => globalThis.pressed.push(performance.now() - began)
      channel.port2.postMessage(null)
    })
  }, true)`

const REFERENCE = `<!doctype html><title>Reference</title><style>.current { outline: 2px solid }</style>
  ${Array.from({ length: COMMENTS }, (_, i) => `<p>${i}. ${WORDS}</p>`).join('')}
  <script>let at = 0
    document.addEventListener('keydown', () => {
      const all = document.querySelectorAll('p')
      all[at]?.classList.remove('current')
      all[++at]?.classList.add('current')
    })</script>`

async function bench(): Promise<void> {
  const executablePath = findChromium()
  if (!executablePath) throw new Error('No Chromium was found; give its path in COURANT_CHROMIUM.')
  console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`)
  mkdirSync(folder, { recursive: true })
  const server = await startCourant(folder)
  const link = await fill()
  const browser = await chromium.launch({ executablePath, chromiumSandbox: process.getuid?.() !== 0 })
  try {
    const page = await browser.newPage({ viewport: { width: 1200, height: 900 } })
    await page.setContent(REFERENCE)
    await page.evaluate(MEASURE)
    for (let i = 0; i < COMMENTS; i++) await page.keyboard.press('a')
    const reference = await timesOf(page, COMMENTS)

    await page.goto(`${server.url}/newsroom/sign-in/${link}`)
    await page.getByRole('button', { name: 'Sign in' }).first().click()
    await page.waitForURL(/\/newsroom(\/start)?$/)
    await page.goto(`${server.url}/newsroom/review`)
    await page.evaluate(MEASURE)
    let waited = 0
    const started = performance.now()
    for (let i = 0; i < COMMENTS; i++) {
      const asked = performance.now()
      await page.locator('.item.current').waitFor()
      waited = Math.max(waited, performance.now() - asked)
      await page.keyboard.press(i % 10 === 9 ? '7' : 'a')
    }
    await page.getByRole('heading', { name: 'No comments waiting' }).waitFor()
    const minutes = (performance.now() - started) / 60_000
    const times = await timesOf(page, COMMENTS)

    console.log('')
    row('from a key to the next comment shown', 'median', 'p95', 'longest')
    row('the review desk', ...figures(times))
    row('reference: a class moved in a bare page', ...figures(reference))
    console.log('')
    console.log(`${Math.round(COMMENTS / minutes)} decisions a minute at no thinking time (aim ≥ 30); p95 aim ≤ 100 ms`)
    console.log(`the longest that the next comment was not there yet: ${waited.toFixed(0)} ms`)
  } finally {
    await browser.close()
    await server.stop()
  }
}

/** As many comments as are worked through; answers a one-time sign-in token of the first editor. */
async function fill(): Promise<string> {
  const store = await openSite({ kind: 'sqlite', file: join(folder, 'courant.db') }, Date.now)
  try {
    const { id: story } = await store.db.selectFrom('stories').select('id').executeTakeFirstOrThrow()
    const { id: person } = await store.db.selectFrom('people').select('id').executeTakeFirstOrThrow()
    const comments = Array.from({ length: COMMENTS - 1 }, (_, i) => ({ text: `${WORDS} ${i}`, at: Date.now() + i }))
    await holdComments(store, story, comments)
    return await makeSignInLink(store, person, Date.now())
  } finally {
    await store.close()
  }
}

async function timesOf(page: Page, count: number): Promise<number[]> {
  await page.waitForFunction(`globalThis.pressed.length >= ${count}`)
  return ((await page.evaluate('globalThis.pressed')) as number[]).slice(0, count).sort((a, b) => a - b)
}

const figures = (sorted: readonly number[]): [string, string, string] => [
  milliseconds(sorted[Math.floor(sorted.length / 2)]),
  milliseconds(sorted[Math.floor(sorted.length * 0.95)]),
  milliseconds(sorted.at(-1)),
]
const milliseconds = (value = Number.NaN): string => `${value.toFixed(1)} ms`
const row = (...cells: string[]): void => console.log(cells.map((cell, i) => cell.padEnd(i === 0 ? 44 : 12)).join(''))

try {
  await bench()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
