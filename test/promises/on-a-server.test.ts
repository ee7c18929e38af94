/** deploy/ and the Containerfile, tried with the real programs where they are installed. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { signingWith } from '../../src/discussion/index.ts'
import { removeComment } from '../../src/moderation/decisions/index.ts'
import { newId, readSecret } from '../../src/store/index.ts'
import { decidedOn, sentComment } from '../comments.ts'
import { ONE_DATABASE } from '../databases.ts'
import { ask, freePort, linesToPut, programAt, recipe, selfSigned, startCaddy, startNginx } from '../servers.ts'
import { freshSite, type TestSite } from '../sites.ts'
import { THOROUGH } from '../thorough.ts'
import { ROOT, startProgram } from './programs.ts'

const HOST = 'paper.example'
const [nginx, caddy, openssl, analyze] = ['nginx', 'caddy', 'openssl', 'systemd-analyze'].map(programAt)
const PURGE_MODULE = '/usr/lib/nginx/modules/ngx_http_cache_purge_module.so'
const engine = ['podman', 'docker'].map(programAt).find((path) => path && works(path, ['info'])) ?? null
const [kind = 'sqlite'] = ONE_DATABASE

function works(program: string, words: string[]): boolean {
  try {
    execFileSync(program, words, { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
/** A test's name, with the reason where it is skipped. */
const unless = (missing: string | null, name: string): string => (missing ? `${name} (skipped: ${missing})` : name)

/** What a reader and an editor do, through whatever stands in front. */
async function walk(site: TestSite, front: string, headers: Record<string, string>) {
  const page = await ask(`${front}/`, { headers })
  expect([page.status, page.text.includes('The Courant')]).toEqual([200, true])
  const token = site.app.firstSignIn?.split('/').at(-1) ?? ''
  const form = { ...headers, 'content-type': 'application/x-www-form-urlencoded' }
  const signedIn = await ask(`${front}/newsroom/sign-in`, { method: 'POST', headers: form, body: `token=${token}` })
  expect(signedIn.status).toBe(303)
  const cookie = [signedIn.headers['set-cookie'] ?? []]
    .flat()
    .map((one) => one.split(';')[0])
    .join('; ')
  // An event stream says at once that it is there, though it never ends.
  const events = { ...headers, cookie, accept: 'text/event-stream' }
  const stream = await ask(`${front}/newsroom/to-do/live`, { headers: events, firstPiece: true })
  expect([stream.status, stream.text]).toEqual([200, expect.stringContaining('event: here')])
  // A form with a file of some megabytes gets through, and Courant says what it makes of it.
  const boundary = 'a-boundary-of-the-test'
  const upload = Buffer.concat([
    Buffer.from(
      `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\ncontent-type: application/pdf\r\n\r\n`,
    ),
    Buffer.alloc(3 * 1024 * 1024, 'x'),
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ])
  const sent = await ask(`${front}/newsroom/files`, {
    ...{ method: 'POST', body: upload },
    headers: { ...headers, cookie, 'content-type': `multipart/form-data; boundary=${boundary}` },
  })
  expect([sent.status, sent.text.includes('<!doctype html>')]).toEqual([expect.not.toBeOneOf([413, 502]), true])
}

describe('nginx', () => {
  const missing = !nginx ? 'nginx is not installed' : !openssl ? 'openssl is not installed' : null

  test.skipIf(missing)(
    unless(missing, 'brings readers and staff to the site over https, with streams and uploads'),
    async ({ onTestFinished }) => {
      const [port, plain, secure] = [await freePort(), await freePort(), await freePort()]
      const folder = mkdtempSync(join(tmpdir(), 'courant-data-'))
      onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
      const config = { url: `https://${HOST}`, port, proxies: 1, dataFolder: folder }
      const site = await freshSite(kind, { config })
      onTestFinished(() => site.drop())
      const { certificate, key } = selfSigned(openssl as string, folder, HOST)
      const lines = recipe('nginx.conf')
        .replace('127.0.0.1:4000', `127.0.0.1:${port}`)
        .replace(/^ *listen \[::\].*$/gm, '')
        .replace('listen 80;', `listen 127.0.0.1:${plain};`)
        .replace('listen 443 ssl', `listen 127.0.0.1:${secure} ssl`)
        .replace(/\/etc\/letsencrypt\S*fullchain\.pem/, certificate)
        .replace(/\/etc\/letsencrypt\S*privkey\.pem/, key)
      const server = await startNginx(nginx as string, { lines: () => lines, port: plain })
      onTestFinished(() => server.stop())

      const headers = { host: HOST }
      const led = await ask(`http://127.0.0.1:${plain}/archive?a=b`, { headers })
      expect([led.status, led.headers.location]).toEqual([301, `https://${HOST}/archive?a=b`])
      const page = await ask(`https://127.0.0.1:${secure}/`, { headers })
      expect(page.headers['strict-transport-security']).toContain('max-age=')
      await walk(site, `https://127.0.0.1:${secure}`, headers)
    },
  )

  const without = missing ?? (existsSync(PURGE_MODULE) ? null : 'libnginx-mod-http-cache-purge is not installed')
  test.skipIf(without)(unless(without, 'keeps pages, and no comment that was removed'), async ({ onTestFinished }) => {
    const [port, front, purging] = [await freePort(), await freePort(), await freePort()]
    const purge = { kind: 'nginx', address: `http://127.0.0.1:${purging}` } as const
    const config = { url: `http://${HOST}`, port, proxies: 1, sharedCache: { seconds: 600, purge } }
    const site = await freshSite(kind, { config })
    onTestFinished(() => site.drop())
    const cache = recipe('nginx-cache.conf')
    const server = await startNginx(nginx as string, {
      before: `load_module ${PURGE_MODULE};`,
      port: front,
      lines: (folder) => `
          upstream courant { server 127.0.0.1:${port}; }
          ${cache.replace('/var/cache/nginx/courant', join(folder, 'cache')).replaceAll('127.0.0.1:8080', `127.0.0.1:${purging}`)}
          server {
            listen 127.0.0.1:${front};
            add_header X-Cache $upstream_cache_status;
            location / {
              ${linesToPut(cache, 'proxy_cache courant')}
              proxy_set_header Host $host;
              proxy_set_header X-Forwarded-For $remote_addr;
            }
            ${linesToPut(cache, 'location ~')}
          }`,
    })
    onTestFinished(() => server.stop())
    const { store } = site.app
    const { id: storyId, path } = await store.db
      .selectFrom('published_stories')
      .select(['id', 'path'])
      .executeTakeFirstOrThrow()
    const get = async (encoding: string, more: Record<string, string> = {}) =>
      ask(`http://127.0.0.1:${front}${path}`, { headers: { host: HOST, 'accept-encoding': encoding, ...more } })
    const from = async (encoding: string) => (await get(encoding)).headers['x-cache']

    const by = newId(Date.now())
    const mo = { id: by, name: 'Mo', mail: null, switches_json: '["moderate"]', created_at: 0 }
    await store.db
      .insertInto('people')
      .values(mo as never)
      .execute()
    const signing = signingWith(await readSecret(store, Date.now()))
    const sent = await sentComment(store, signing, { storyId, text: 'The ferry was late again.', at: Date.now() })
    await decidedOn(store, { revisionId: sent.revisionId, reason: null, by }, Date.now())
    await expect.poll(async () => (await get('identity')).text).toContain('The ferry was late again.')
    for (const encoding of ['identity', 'gzip', 'br, gzip;q=0.5']) {
      await get(encoding)
      await expect.poll(() => from(encoding)).toBe('HIT')
    }
    // However a browser writes what it takes; but who is signed in has a page of their own.
    await expect.poll(() => from('deflate, gzip, br, zstd')).toBe('HIT')
    expect((await get('br', { cookie: 'courant_staff=1' })).headers['x-cache']).toBe('BYPASS')
    const removed = await removeComment(store, { ...sent, reason: 'attack', by }, Date.now())
    expect(removed.decided).toBe(true)
    await expect.poll(async () => (await get('identity')).text).not.toContain('The ferry was late again.')
    for (const encoding of ['gzip', 'br']) await expect.poll(() => from(encoding)).not.toBe('HIT')
    // Nobody else can have anything purged.
    const other = await ask(`http://127.0.0.1:${front}${path}`, { method: 'PURGE', headers: { host: HOST } })
    expect(other.status).toBe(405)
  })
})

describe('Caddy', () => {
  const missing = caddy ? null : 'caddy is not installed'
  test.skipIf(missing)(
    unless(missing, 'takes the recipe, and brings readers and staff to the site'),
    async ({ onTestFinished }) => {
      const [port, front] = [await freePort(), await freePort()]
      const folder = mkdtempSync(join(tmpdir(), 'courant-data-'))
      onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
      const valid = ['validate', '--adapter', 'caddyfile', '--config', join(ROOT, 'deploy/Caddyfile')]
      execFileSync(caddy as string, valid, { stdio: 'pipe', env: { ...process.env, HOME: folder } })
      const site = await freshSite(kind, {
        config: { url: `http://${HOST}:${front}`, port, proxies: 1, dataFolder: folder },
      })
      onTestFinished(() => site.drop())
      // Without https: it would ask for a certificate for a name that is nobody's.
      const text = recipe('Caddyfile')
        .replace('paper.example {', `http://:${front} {`)
        .replace('127.0.0.1:4000', `127.0.0.1:${port}`)
      const server = await startCaddy(caddy as string, `{\n\tadmin off\n}\n${text}`, front)
      onTestFinished(() => server.stop())
      await expect.poll(async () => (await ask(`http://127.0.0.1:${front}/healthz`)).status).toBe(200)
      await walk(site, `http://127.0.0.1:${front}`, { host: `${HOST}:${front}` })
    },
  )
})

describe('systemd', () => {
  const missing = analyze ? null : 'systemd-analyze is not installed'
  test.skipIf(missing)(unless(missing, 'finds nothing wrong with the unit'), () => {
    const unit = join(ROOT, 'deploy/courant.service')
    expect(execFileSync(analyze as string, ['verify', unit], { encoding: 'utf8', stdio: 'pipe' })).toBe('')
  })
})

describe('a container', () => {
  test('has all that the program needs in what is copied into it', async ({ onTestFinished }) => {
    const text = readFileSync(join(ROOT, 'Containerfile'), 'utf8')
    const copied = [...text.matchAll(/^COPY --from=build \/courant\/(\S+) /gm)].map(([, name = '']) => name)
    expect(copied).toEqual(['package.json', 'node_modules', 'dist'])
    const folder = mkdtempSync(join(tmpdir(), 'courant-container-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    for (const name of copied) symlinkSync(join(ROOT, name), join(folder, name))
    mkdirSync(join(folder, 'data'))
    // As its last line starts it, in a folder with nothing else.
    const [, command = '[]'] = /^CMD (.+)$/m.exec(text) ?? []
    const [program, ...words] = JSON.parse(command) as string[]
    expect([program, words.at(-1)]).toEqual(['node', 'serve'])
    const start = join(folder, 'start.sh')
    writeFileSync(start, `cd ${folder} && exec node ${words.join(' ')}`)
    const running = await startProgram({ COURANT_DATA: join(folder, 'data') }, ['/bin/sh', start])
    onTestFinished(async () => void (await running.end('SIGKILL')))
    const [, check = ''] = /CMD (\["node", "-e".+\])$/m.exec(text.split('HEALTHCHECK')[1] ?? '') ?? []
    const [node = '', ...asks] = JSON.parse(check) as string[]
    const env = { PATH: process.env.PATH, COURANT_PORT: new URL(running.url).port }
    execFileSync(node, asks, { env })
    expect(() => execFileSync(node, asks, { env: { ...env, COURANT_PORT: '1' }, stdio: 'ignore' })).toThrow()
    expect(await running.end('SIGTERM')).toBe(0)
  })

  const missing = !engine
    ? 'neither podman nor docker runs here'
    : THOROUGH
      ? null
      : 'it takes minutes; COURANT_TEST_THOROUGH=1 tries it'
  test.skipIf(missing)(unless(missing, 'is built, and starts'), { timeout: 1_200_000 }, async ({ onTestFinished }) => {
    const run = (...words: string[]) => execFileSync(engine as string, words, { encoding: 'utf8', cwd: ROOT }).trim()
    run('build', '-t', 'courant-test', '-f', 'Containerfile', '.')
    const port = await freePort()
    const id = run('run', '-d', '-p', `127.0.0.1:${port}:4000`, 'courant-test')
    onTestFinished(() => void run('rm', '-f', id))
    const status = () =>
      ask(`http://127.0.0.1:${port}/readyz`).then(
        (answer) => answer.status,
        () => 0,
      )
    await expect.poll(status, { timeout: 60_000 }).toBe(200)
    expect(run('exec', id, 'id', '-un')).toBe('node')
  })
})
