/** Servers to be measured, each a process of its own, and the load that measures them. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** dist/, where this file lies after the build. */
const dist = fileURLToPath(new URL('..', import.meta.url))

/** This build’s main.js. */
export const thisProgram = join(dist, 'main.js')

export interface Server {
  url: string
  pid: number
  stop(): Promise<void>
}

export async function freePort(): Promise<number> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await ended
}

/** The real program, of this build or another, on a data folder, with SQLite there or the PostgreSQL that is named, and these settings beside. */
export async function startCourant(
  folder: string,
  database = '',
  program = thisProgram,
  settings: Record<string, string> = {},
): Promise<Server & { startMs: number }> {
  const port = await freePort()
  const started = performance.now()
  const child = spawn(process.execPath, [program, 'serve'], {
    env: {
      PATH: process.env.PATH,
      COURANT_DATA: folder,
      COURANT_PORT: String(port),
      COURANT_DATABASE: database,
      COURANT_PROXIES: '1',
      COURANT_LOG: 'warn',
      ...settings,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const url = `http://127.0.0.1:${port}`
  await firstAnswer(url, child)
  return { url, pid: child.pid as number, startMs: performance.now() - started, stop: () => stop(child) }
}

/** node:http and nothing else: one answer, the same bytes and headers for every request. */
export async function startRaw(headers: string[], body: Buffer): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), 'courant-bench-'))
  const port = await freePort()
  writeFileSync(join(folder, 'body'), body)
  writeFileSync(
    join(folder, 'raw.mjs'),
    `import { createServer } from 'node:http'
import { readFileSync } from 'node:fs'
const body = readFileSync(${JSON.stringify(join(folder, 'body'))})
const headers = ${JSON.stringify(headers)}
createServer((request, response) => { response.writeHead(200, headers); response.end(body) }).listen(${port}, '127.0.0.1')
`,
  )
  const child = spawn(process.execPath, [join(folder, 'raw.mjs')], { stdio: 'ignore' })
  const url = `http://127.0.0.1:${port}`
  await firstAnswer(url, child)
  return {
    url,
    pid: child.pid as number,
    stop: async () => {
      await stop(child)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** One nginx worker with the same bytes, plain and gzipped beforehand (gzip_static); null where nginx is not installed. */
export async function startNginx(html: Buffer, gzip: Buffer): Promise<Server | null> {
  const nginx = ['/usr/sbin/nginx', '/usr/local/sbin/nginx', '/opt/homebrew/bin/nginx'].find(works)
  if (!nginx) return null
  const folder = mkdtempSync(join(tmpdir(), 'courant-nginx-'))
  const port = await freePort()
  writeFileSync(join(folder, 'story.html'), html)
  writeFileSync(join(folder, 'story.html.gz'), gzip)
  writeFileSync(
    join(folder, 'nginx.conf'),
    `daemon off; master_process off; worker_processes 1; error_log ${folder}/error.log; pid ${folder}/pid;
events { worker_connections 1024; }
http { access_log off; keepalive_requests 1000000; types { text/html html; } open_file_cache max=10; sendfile on; tcp_nopush on;
client_body_temp_path ${folder}/a; proxy_temp_path ${folder}/b; fastcgi_temp_path ${folder}/c; uwsgi_temp_path ${folder}/d; scgi_temp_path ${folder}/e;
server { listen 127.0.0.1:${port}; location / { gzip_static on; root ${folder}; } } }
`,
  )
  const child = spawn(nginx, ['-c', join(folder, 'nginx.conf'), '-p', folder], { stdio: 'ignore' })
  const url = `http://127.0.0.1:${port}/story.html`
  await firstAnswer(url, child)
  return {
    url,
    pid: child.pid as number,
    stop: async () => {
      await stop(child)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function works(path: string): boolean {
  try {
    execFileSync(path, ['-v'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

async function firstAnswer(url: string, child: ChildProcess): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`the server at ${url} ended with ${child.exitCode}`)
    try {
      const response = await fetch(url)
      await response.arrayBuffer()
      return
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
  }
}

/** Resident memory of a process in MB, from /proc; null on systems without it. */
export function residentMb(pid: number): number | null {
  try {
    const kb = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return kb ? Number(kb) / 1024 : null
  } catch {
    return null
  }
}

export const loadTool = works2('wrk') ? 'wrk' : 'autocannon'

function works2(name: string): boolean {
  try {
    execFileSync('sh', ['-c', `command -v ${name}`], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** Requests a second over `seconds`, 64 connections that stay open. */
export async function requestsPerSecond(
  url: string,
  headers: Record<string, string>,
  seconds: number,
): Promise<number> {
  if (loadTool === 'wrk') {
    const args = [
      '-t1',
      '-c64',
      `-d${seconds}s`,
      ...Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`]),
      url,
    ]
    const out = await output('wrk', args)
    return Number(/Requests\/sec:\s+([\d.]+)/.exec(out)?.[1])
  }
  const { default: autocannon } = await import('autocannon')
  const result = await autocannon({ url, headers, connections: 64, duration: seconds })
  return result.requests.average
}

async function output(command: string, args: string[]): Promise<string> {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  let out = ''
  child.stdout.on('data', (chunk) => {
    out += chunk
  })
  await once(child, 'close')
  return out
}
