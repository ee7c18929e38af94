/** Stylesheets, fonts and browser code, as the build left them in dist/assets/; and stylesheets with the site's own lines. */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type KeptPage, keep } from './page-cache.ts'

export interface Assets {
  /** The address of an asset by its source's name: 'site.css' → '/assets/site-1A2B3C.css'. */
  path(name: string): string
  /** How long a file is that is sent as it is, such as a font, in bytes. */
  bytes(name: string): number
  /** The asset at an address; its name holds its hash, so it never changes. */
  get(path: string): KeptPage | undefined
  /** The address of a built stylesheet with lines of the site's own behind it; the same lines have the same address in every process. */
  withLines(name: string, lines: string): string
}

/** So many stylesheets of the site's own are kept, each some 60 KB: a page that was drawn before a change still finds its own. */
const MOST_OWN = 12
const FOR_GOOD = 'public, max-age=31536000, immutable'

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
}

export function loadAssets(folder = findFolder()): Assets {
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Record<string, string>
  const kept = new Map<string, KeptPage>()
  const own = new Map<string, KeptPage>()
  const fileOf = (name: string): string => {
    const file = manifest[name]
    if (!file) throw new Error(`The build made no ${name}; run npm run build.`)
    return file
  }
  const keepFile = (name: string, body: string | Buffer) =>
    keep({
      body,
      type: TYPES[extname(name)] ?? 'application/octet-stream',
      tags: [],
      cacheControl: FOR_GOOD,
    })
  for (const file of Object.values(manifest)) {
    const bytes = readFileSync(join(folder, file))
    kept.set(`/assets/${file}`, keepFile(file, extname(file) === '.woff2' ? bytes : bytes.toString()))
  }
  return {
    path: (name) => `/assets/${fileOf(name)}`,
    bytes: (name) => statSync(join(folder, fileOf(name))).size,
    get: (path) => kept.get(path) ?? own.get(path),
    withLines(name, lines) {
      if (lines === '') return `/assets/${fileOf(name)}`
      const body = readFileSync(join(folder, fileOf(name)), 'utf8') + lines
      const hash = createHash('sha256').update(body).digest('hex').slice(0, 8).toUpperCase()
      const path = `/assets/${basename(name, '.css')}-own-${hash}.css`
      const known = own.get(path) ?? keepFile(name, body)
      own.delete(path)
      own.set(path, known)
      for (const oldest of own.keys()) {
        if (own.size <= MOST_OWN) break
        own.delete(oldest)
      }
      return path
    },
  }
}

/** dist/assets beside this program, wherever in dist/ or src/ this file lies. */
function findFolder(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const assets = join(folder, 'dist', 'assets')
    if (existsSync(join(assets, 'manifest.json'))) return assets
    if (folder === dirname(folder)) throw new Error('dist/assets is missing; run npm run build.')
  }
}
