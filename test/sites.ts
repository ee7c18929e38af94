/** A whole site running in this process, and people who use it over HTTP. */
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { pino } from 'pino'
import { type App, startApp } from '../src/app.ts'
import type { Config } from '../src/config.ts'
import { migratedDatabase } from './databases.ts'
import { need } from './need.ts'
import { addressOf, type DatabaseKind } from './stores.ts'

await need('build')

export interface TestSite {
  app: App
  url: string
  /** The database's file or address. */
  database: string
  /** Everything logged so far. */
  log(): string
  /** Stops the server and starts another on the same database. */
  restart(): Promise<void>
  /** Starts another on the same database beside it; whoever asks for it stops it. */
  another(): Promise<App>
  drop(): Promise<void>
}

/** Starts a site with its demonstration story; `now` is its clock. */
export async function freshSite(
  kind: DatabaseKind,
  {
    now = Date.now,
    timeouts,
    config = {},
  }: { now?: () => number; timeouts?: { request: number; headers: number }; config?: Partial<Config> } = {},
): Promise<TestSite> {
  const database = await migratedDatabase(kind)
  const lines: string[] = []
  const sink = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk))
      done()
    },
  })
  const log = pino({ level: 'debug', base: null }, sink)
  const whole: Config = {
    dataFolder: join(tmpdir(), 'courant-no-data'),
    ...{ bucket: null, backups: null },
    ...{ grace: 0, metricsToken: null, traces: null, sharedCache: null },
    database: addressOf(kind, database.url),
    host: '127.0.0.1',
    port: 0,
    url: '',
    proxies: 0,
    mail: { smtp: null, from: { name: '', address: 'newsroom@courant.example' } },
    log: 'debug',
    ...config,
  }
  const start = async () => {
    // Letters leave when a test asks for it, by app.sendLetters().
    const app = await startApp(whole, { log, now, lettersEvery: 3_600_000, ...(timeouts ? { timeouts } : {}) })
    if ('problem' in app) throw new Error(app.problem)
    return app
  }
  let app = await start()
  return {
    get app() {
      return app
    },
    // The address the server listens on, whatever the site's own is said to be.
    get url() {
      return app.url.replace('localhost', '127.0.0.1')
    },
    database: database.url,
    log: () => lines.join(''),
    async restart() {
      await app.stop()
      app = await start()
    },
    another: start,
    async drop() {
      await app.stop()
      await database.drop()
    },
  }
}

export interface Visitor {
  get(path: string, headers?: Record<string, string>): Promise<Response>
  post(path: string, fields: Record<string, string> | FormData, headers?: Record<string, string>): Promise<Response>
  cookies: Map<string, string>
  /** Waits until all that came in is examined; does nothing where the site is a program of its own. */
  examined(): Promise<void>
}

/** Someone with a browser of their own: keeps cookies, does not follow redirects. */
export function visitor(site: { url: string; app?: App }): Visitor {
  const cookies = new Map<string, string>()
  const send = async (path: string, init: RequestInit) => {
    const headers = new Headers(init.headers)
    if (cookies.size > 0) headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    const response = await fetch(new URL(path, site.url), { ...init, headers, redirect: 'manual' })
    for (const cookie of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie) as unknown as [string, string, string]
      if (value === '') cookies.delete(name)
      else cookies.set(name, value)
    }
    return response
  }
  return {
    cookies,
    examined: async () => site.app?.examined(),
    get: (path, headers = {}) => send(path, { headers }),
    post: (path, fields, headers = {}) =>
      send(path, {
        method: 'POST',
        body: fields instanceof FormData ? fields : new URLSearchParams(fields),
        headers,
      }),
  }
}

/** An editor, signed in by the link that the first start prints. */
export async function editor(site: TestSite): Promise<Visitor> {
  const link = site.app.firstSignIn
  if (!link) throw new Error('someone has signed in already')
  const person = visitor(site)
  const token = link.split('/').at(-1) as string
  const response = await person.post('/newsroom/sign-in', { token })
  if (response.status !== 303) throw new Error(`sign-in answered ${response.status}`)
  return person
}

/** Sends a comment with a token fetched first, and once more where it is shown back to be looked over, as in a flood. */
export async function sendComment(
  reader: Visitor,
  storyPath: string,
  fields: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<Response> {
  await reader.get('/form-token')
  let response = await reader.post(`${storyPath}/comments`, fields, headers)
  if (response.status === 200) {
    const token = /name="token" value="([^"]+)"/.exec(await response.text())?.[1] ?? ''
    response = await reader.post(`${storyPath}/comments`, { ...fields, token }, headers)
  }
  if (response.status === 303) await reader.examined()
  return response
}

/** Posts a comment as a browser does, with a token fetched first; answers the receipt's path. */
export async function postComment(
  reader: Visitor,
  storyPath: string,
  fields: { name: string; comment: string; parent?: string; mail?: string },
): Promise<string> {
  const response = await sendComment(reader, storyPath, { mail: '', ...fields })
  const path = response.headers.get('location')
  if (response.status !== 303 || !path) throw new Error(`posting answered ${response.status}: ${await response.text()}`)
  return path
}

/** The demonstration's story: its id, and its path. */
export async function demonstration(site: { url: string }): Promise<{ id: string; path: string }> {
  const { stories } = (await (await fetch(`${site.url}/api/stories`)).json()) as {
    stories: { id: string; url: string }[]
  }
  const [story] = stories
  if (!story) throw new Error('the site has no story')
  return { id: story.id, path: new URL(story.url).pathname }
}
