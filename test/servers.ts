/** Other people's servers in front of a site, as deploy/ sets them up. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT } from './promises/programs.ts'

/** Where a program lies; null where it is not installed. */
export function programAt(name: string): string | null {
  const folders = [...(process.env.PATH ?? '').split(':'), '/usr/sbin', '/usr/local/sbin']
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path)) ?? null
}

export const recipe = (name: string): string => readFileSync(join(ROOT, 'deploy', name), 'utf8')

/** The lines that stand in a recipe's comment to be put elsewhere, from the one that begins so to the last that is indented. */
export function linesToPut(text: string, first: string): string {
  const lines = text.split('\n')
  const begin = lines.findIndex((line) => line.startsWith(`#   ${first}`))
  const rest = lines.slice(begin)
  const end = rest.findIndex((line) => !line.startsWith('#   '))
  return rest
    .slice(0, end)
    .map((line) => line.slice(4))
    .join('\n')
}

export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  await new Promise((resolve) => server.close(resolve))
  return port
}

export interface OtherServer {
  /** A folder of its own. */
  folder: string
  stop(): Promise<void>
}

/** Starts nginx with these lines within `http`, after it has found them right. */
export async function startNginx(
  nginx: string,
  { lines, before = '', port }: { lines(folder: string): string; before?: string; port: number },
): Promise<OtherServer> {
  const folder = mkdtempSync(join(tmpdir(), 'courant-nginx-'))
  mkdirSync(join(folder, 'temp'))
  const temp = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((kind) => `${kind}_temp_path ${folder}/temp/${kind};`)
    .join(' ')
  writeFileSync(
    join(folder, 'nginx.conf'),
    `${process.getuid?.() === 0 ? 'user root;' : ''} pid ${folder}/pid; daemon off; error_log ${folder}/error.log; ${before}
    events {}
    http { access_log off; ${temp}
    ${lines(folder)}
    }`,
  )
  const options = ['-p', folder, '-c', join(folder, 'nginx.conf')]
  execFileSync(nginx, [...options, '-t'], { stdio: 'pipe' })
  return running(spawn(nginx, options, { stdio: 'ignore' }), folder, port)
}

export async function startCaddy(caddy: string, text: string, port: number): Promise<OtherServer> {
  const folder = mkdtempSync(join(tmpdir(), 'courant-caddy-'))
  writeFileSync(join(folder, 'Caddyfile'), text)
  const env = { PATH: process.env.PATH, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder }
  const options = ['run', '--config', join(folder, 'Caddyfile'), '--adapter', 'caddyfile']
  return running(spawn(caddy, options, { stdio: 'ignore', env }), folder, port)
}

async function running(child: ChildProcess, folder: string, port: number): Promise<OtherServer> {
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  let isOver = false
  void ended.then(() => {
    isOver = true
  })
  for (;;) {
    if (isOver) throw new Error(`it ended at once: ${safely(() => readFileSync(join(folder, 'error.log'), 'utf8'))}`)
    const answers = await ask(`http://127.0.0.1:${port}/`).then(
      () => true,
      () => false,
    )
    if (answers) break
    await new Promise((resolve) => setTimeout(resolve, 30))
  }
  return {
    folder,
    async stop() {
      child.kill('SIGTERM')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const safely = (read: () => string): string => {
  try {
    return read()
  } catch {
    return ''
  }
}

/** A certificate for a test, of nobody's. */
export function selfSigned(openssl: string, folder: string, name: string): { certificate: string; key: string } {
  const [certificate, key] = [join(folder, 'fullchain.pem'), join(folder, 'privkey.pem')]
  const made = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1', '-subj', `/CN=${name}`]
  execFileSync(openssl, [...made, '-keyout', key, '-out', certificate], { stdio: 'pipe' })
  return { certificate, key }
}

interface Asked {
  method?: string
  headers?: Record<string, string>
  body?: string | Buffer
  /** Answered with the first piece of the body, and broken off then: the rest may never come. */
  firstPiece?: boolean
}

/** One request, whoever signed the certificate. */
export function ask(
  address: string,
  { method = 'GET', headers = {}, body, firstPiece }: Asked = {},
): Promise<{ status: number; headers: Record<string, string | string[] | undefined>; text: string }> {
  const url = new URL(address)
  const request = url.protocol === 'https:' ? requestHttps : requestHttp
  return new Promise((resolve, reject) => {
    const asked = request(url, { method, headers, agent: false, rejectUnauthorized: false }, (answer) => {
      let text = ''
      const done = () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text })
      answer.setEncoding('utf8')
      answer.on('data', (piece) => {
        text += piece
        if (!firstPiece) return
        done()
        asked.destroy()
      })
      answer.on('end', done)
    })
    asked.on('error', reject)
    asked.end(body)
  })
}
