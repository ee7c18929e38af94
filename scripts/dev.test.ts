/** `npm run dev`, on a copy of the sources: what it does on a change is seen by changing them. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const SOURCE = 'src/messages/en/site/errors.ts'
/** In a page that anyone can ask for. */
const WORDS = 'There is nothing at this address.'

const copy = mkdtempSync(join(tmpdir(), 'courant-dev-'))
let running: Awaited<ReturnType<typeof develop>>

beforeAll(async () => {
  for (const path of ['src', 'scripts', 'package.json', 'package-lock.json'])
    cpSync(join(ROOT, path), join(copy, path), { recursive: true })
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'))
  running = await develop()
})

afterAll(async () => {
  await running.end()
  rmSync(copy, { recursive: true, force: true })
})

async function develop() {
  const child = spawn(process.execPath, [join(copy, 'scripts/dev.mjs')], {
    env: { PATH: process.env.PATH, COURANT_PORT: '0', COURANT_LOG: 'warn' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
  const ended = once(child, 'close')
  const heard = (what: RegExp) => vi.waitFor(() => expect(output).toMatch(what), { timeout: 40_000 })
  await heard(/The site is open on \S+/)
  return {
    url: (/The site is open on (\S+)/.exec(output)?.[1] ?? '').replace('localhost', '127.0.0.1'),
    output: () => output,
    heard,
    async end() {
      child.kill('SIGINT')
      const [status] = (await ended) as [number | null]
      return status
    },
  }
}

const source = () => readFileSync(join(copy, SOURCE), 'utf8')
/** As a browser asks for what it will show in a window. */
const opened = (path: string) => fetch(running.url + path, { headers: { 'sec-fetch-dest': 'document' } })

/** Answers what an open page is told, once it is told something. */
async function openPage(): Promise<() => Promise<string>> {
  const { body } = await fetch(`${running.url}/-/changes`)
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader()
  return async () => {
    let told = ''
    while (!told.includes('data:')) told += (await reader?.read())?.value
    await reader?.cancel()
    return told
  }
}

test('only what a browser shows in a window is written into, and its policy lets that script run', async () => {
  const [page, bare] = [await opened('/'), await fetch(`${running.url}/`)]
  expect(await page.text()).toContain('<script src="/-/reload.js" async></script>')
  expect(page.headers.get('content-security-policy')).toMatch(/script-src 'self'.*connect-src 'self'/)
  expect(await bare.text()).not.toContain('reload.js')
  expect(bare.headers.get('content-security-policy')).not.toContain('script-src')
  expect(await (await fetch(`${running.url}/-/reload.js`)).text()).toContain('location.reload()')
})

test('it keeps its data apart from that of a site of one’s own', () => {
  expect(existsSync(join(copy, 'data-dev/courant.db'))).toBe(true)
  expect(existsSync(join(copy, 'data'))).toBe(false)
})

test('a file that is written starts the server anew, and open pages are told', async () => {
  const told = await openPage()
  utimesSync(join(copy, 'src/app.ts'), new Date(), new Date())
  await running.heard(/Built and restarted in/)
  expect(await told()).toContain('data: changed')
  expect((await opened('/')).status).toBe(200)
})

test('what cannot be built is printed in one piece, and the last good server goes on; what is mended is shown', async () => {
  const good = source()
  writeFileSync(join(copy, SOURCE), good.replace(WORDS, 'Nobody wrote this page yet.').concat('\nexport const = 1\n'))
  await running.heard(/This could not be built, the last good server goes on\n[\s\S]*errors\.ts:\d+:\d+[\s\S]*\n──/)
  expect(await (await opened('/nothing/here')).text()).toContain(WORDS)
  const told = await openPage()
  writeFileSync(join(copy, SOURCE), good.replace(WORDS, 'Nobody wrote this page yet.'))
  expect(await told()).toContain('data: changed')
  expect(await (await opened('/nothing/here')).text()).toContain('Nobody wrote this page yet.')
})

test('a server that does not open is not changed to', async () => {
  const main = join(copy, 'src/main.ts')
  const good = readFileSync(main, 'utf8')
  writeFileSync(main, good.replace('process.exitCode =', "throw new Error('not today')\nprocess.exitCode ="))
  await running.heard(/The server did not open, the last good server goes on\n[\s\S]*not today/)
  expect((await opened('/')).status).toBe(200)
  writeFileSync(main, good)
})

test('Ctrl-C ends it all', async () => {
  expect(await running.end()).toBe(0)
  await expect(fetch(running.url)).rejects.toThrow()
})
