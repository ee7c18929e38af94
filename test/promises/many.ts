/** Several Courants on one PostgreSQL behind an nginx, and people who read and write there all the time. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { visitor } from '../sites.ts'
import { type Program, startProgram } from './programs.ts'

export async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const { port } = probe.address() as { port: number }
  await new Promise((resolve) => probe.close(resolve))
  return port
}

/** An nginx that passes on to these ports, set up as docs/growing.md says. */
export async function startNginx(program: string, ports: readonly number[]): Promise<{ url: string; stop(): unknown }> {
  const folder = mkdtempSync(join(tmpdir(), 'courant-nginx-'))
  const port = await freePort()
  const servers = ports.map((one) => `server 127.0.0.1:${one} max_fails=1 fail_timeout=1s;`).join(' ')
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${folder}/${name};`)
    .join(' ')
  const user = process.getuid?.() === 0 ? 'user root;' : ''
  writeFileSync(
    join(folder, 'nginx.conf'),
    `${user} daemon off; worker_processes 1; pid ${folder}/pid; error_log ${folder}/error.log;
    events { worker_connections 256; }
    http {
      access_log off; ${temporary}
      upstream courant { ${servers} keepalive 16; }
      server {
        listen 127.0.0.1:${port};
        location / {
          proxy_pass http://courant;
          proxy_http_version 1.1;
          proxy_set_header Connection "";
          proxy_set_header Host $host;
          proxy_set_header X-Forwarded-For $http_x_forwarded_for;
          proxy_connect_timeout 1s;
          proxy_next_upstream error timeout;
          client_max_body_size 210m;
        }
      }
    }`,
  )
  const child = spawn(program, ['-p', folder, '-c', join(folder, 'nginx.conf')], { stdio: 'ignore' })
  const url = `http://127.0.0.1:${port}`
  for (let tries = 0; ; tries++) {
    const answers = await fetch(`${url}/healthz`).then(
      () => true,
      () => false,
    )
    if (answers) break
    if (tries > 200 || child.exitCode !== null) throw new Error('nginx does not answer')
    await sleep(50)
  }
  return {
    url,
    async stop() {
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Processes of the program, each on a port that it keeps when it is started again. */
export async function startProcesses(count: number, environment: Record<string, string>) {
  const ports: number[] = []
  for (let i = 0; i < count; i++) ports.push(await freePort())
  const begin = (port: number) => startProgram({ ...environment, COURANT_PORT: `${port}`, COURANT_LOG: 'info' })
  const first = await begin(ports[0] as number)
  const running: Program[] = [first, ...(await Promise.all(ports.slice(1).map(begin)))]
  return {
    ports,
    url: (i: number) => `http://127.0.0.1:${ports[i]}`,
    async kill(i: number) {
      await running[i]?.end('SIGKILL')
      running[i] = await begin(ports[i] as number)
    },
    /** Stops one for a while; `meanwhile` is called when it is about to go on. */
    async pause(i: number, ms: number, meanwhile: () => unknown) {
      running[i]?.child.kill('SIGSTOP')
      await sleep(ms)
      meanwhile()
      await sleep(100)
      running[i]?.child.kill('SIGCONT')
    },
    /** What each says that ended by itself. */
    fallen: () =>
      running
        .filter(({ child }) => child.exitCode !== null || child.signalCode !== null)
        .map((one) => one.output().slice(-2000)),
    stop: () => Promise.all(running.map((one) => one.end('SIGKILL'))),
  }
}

/** No page may show for longer than this what has changed, in milliseconds. */
const LONGEST_STALE = 2000

/** What the newsroom decided, and whether what was read agrees with it. */
export function watching(storyPath: string) {
  /** By the words of each comment, when it was approved and taken down again: begun, and answered. On the clock of `performance`. */
  const shown = new Map<string, { from: number; since: number; until: number; gone: number }>()
  const wrong: string[] = []
  let reads = 0
  return {
    wrong,
    reads: () => reads,
    approving: (text: string) =>
      shown.set(text, { from: performance.now(), since: Infinity, until: Infinity, gone: Infinity }),
    approved: (text: string) => Object.assign(shown.get(text) ?? {}, { since: performance.now() }),
    removing: (text: string) => Object.assign(shown.get(text) ?? {}, { until: performance.now() }),
    removed: (text: string) => Object.assign(shown.get(text) ?? {}, { gone: performance.now() }),
    /** Reads the story's page and holds it against what was decided more than two seconds before it was asked for. */
    async read(url: string, name: string): Promise<void> {
      const asked = performance.now()
      const response = await fetch(url + storyPath).catch(() => null)
      const body = await response?.text().catch(() => null)
      // A process that is killed, or a database that is away, gives no page: that is no stale one.
      if (!response || body == null || response.status !== 200) return
      reads += 1
      const answered = performance.now()
      const found = new Set(body.match(/words number \d+/g) ?? [])
      for (const text of found) {
        const one = shown.get(text)
        if (!one || one.from > answered) wrong.push(`${name} shows “${text}”, which nobody has approved`)
        else if (asked > one.gone + LONGEST_STALE)
          wrong.push(`${name} shows “${text}” ${Math.round(asked - one.gone)} ms after it was taken down`)
      }
      for (const [text, { since, until }] of shown)
        if (!found.has(text) && asked > since + LONGEST_STALE && answered < until)
          wrong.push(`${name} does not show “${text}” ${Math.round(asked - since)} ms after it was approved`)
    },
  }
}

let sent = 0

/** One reader, who sends the same words with the same form until they are taken. Answers them, or null where `isOver` came first. */
export async function writeUntilTaken(url: string, storyPath: string, isOver: () => boolean): Promise<string | null> {
  const text = `words number ${++sent}`
  const from = { 'x-forwarded-for': `10.${Math.floor(sent / 250) % 250}.${sent % 250}.1` }
  const reader = visitor({ url })
  let fields: Record<string, string> = { name: 'Ada', mail: '', comment: text }
  while (!isOver()) {
    const needsToken = !reader.cookies.has('courant_form')
    const response = await (needsToken
      ? reader.get('/form-token', from)
      : reader.post(`${storyPath}/comments`, fields, from)
    ).catch(() => null)
    const body = await response?.text().catch(() => '')
    if (response?.status === 303 && !needsToken) return text
    // In a flood it is shown once more, to be looked over.
    const token = response?.status === 200 && /name="token" value="([^"]+)"/.exec(body ?? '')?.[1]
    if (token) fields = { ...fields, token }
    else if (!needsToken || response?.status !== 200) await sleep(200)
  }
  return null
}
