/** Stylesheets and browser code, as the build left them in dist/assets/. */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type KeptPage, keep } from './page-cache.ts'

export interface Assets {
  /** The address of an asset by its source's name: 'site.css' → '/assets/site-1A2B3C.css'. */
  path(name: string): string
  /** The asset at an address; its name holds its hash, so it never changes. */
  get(path: string): KeptPage | undefined
}

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
}

export function loadAssets(folder = findFolder()): Assets {
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Record<string, string>
  const kept = new Map<string, KeptPage>()
  for (const file of Object.values(manifest)) {
    const page = keep({
      body: readFileSync(join(folder, file), 'utf8'),
      type: TYPES[extname(file)] ?? 'application/octet-stream',
      tags: [],
      cacheControl: 'public, max-age=31536000, immutable',
    })
    kept.set(`/assets/${file}`, page)
  }
  return {
    path(name) {
      const file = manifest[name]
      if (!file) throw new Error(`The build made no ${name}; run npm run build.`)
      return `/assets/${file}`
    },
    get: (path) => kept.get(path),
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
