import type { Browser, BrowserContextOptions } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectAccessible, openBrowser } from './browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const sound = `<!doctype html><html lang="en"><title>Ferry resumes</title>
  <main><h1>Ferry resumes</h1><img alt="The ferry at its pier" src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA="></main>`
const unsound = sound.replace(/ alt="[^"]*"/, '')

async function pageOf(html: string, options: BrowserContextOptions = {}) {
  const page = await browser.newPage(options)
  await page.route('**/*', (route) =>
    route.fulfill({
      contentType: 'text/html',
      headers: { 'content-security-policy': "default-src 'none'; img-src data:" },
      body: html,
    }),
  )
  await page.goto('http://paper.example/')
  return page
}

for (const [way, options] of [
  ['under a strict content security policy', {}],
  ['where no script may run', { javaScriptEnabled: false }],
] as const) {
  describe(`the check for accessibility, ${way}`, () => {
    it('passes a page that everybody can use', async () => {
      await expectAccessible(await pageOf(sound, options))
    })

    it('fails a picture without its words, and says where it is', async () => {
      const page = await pageOf(unsound, options)
      await expect(expectAccessible(page)).rejects.toThrow(/image-alt(.|\n)*<img/)
    })
  })
}
