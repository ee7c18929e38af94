/** defuddle, to be measured beside: installed into the cache when a score asks for it, and never with the program. */
import { execFile } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const VERSION = '0.19.4'

interface DefuddleRead {
  title: string
  author: string
  published: string
  content: string
}

export interface LoadedDefuddle {
  version: string
  read(document: Document, url: string): Promise<DefuddleRead>
}

/** { problem } where it can't be installed: one sentence. */
export async function loadDefuddle(): Promise<LoadedDefuddle | { problem: string }> {
  const folder = join(nodeModules(), '.cache', `courant-defuddle-${VERSION}`)
  const file = join(folder, 'node_modules', 'defuddle', 'dist', 'node.js')
  try {
    if (!existsSync(file)) {
      mkdirSync(folder, { recursive: true })
      console.log(`Installing defuddle ${VERSION} into ${folder}, to measure beside it …`)
      const wanted = ['install', '--prefix', folder, '--no-save', '--ignore-scripts', '--no-audit', '--no-fund']
      await promisify(execFile)('npm', [...wanted, `defuddle@${VERSION}`], { timeout: 120_000 })
    }
    const { Defuddle } = createRequire(import.meta.url)(file) as {
      Defuddle: (document: Document, url: string, options: object) => Promise<DefuddleRead>
    }
    return { version: VERSION, read: (document, url) => quietly(() => Defuddle(document, url, { useAsync: false })) }
  } catch {
    return { problem: `defuddle ${VERSION} could not be installed with npm, so it is not among those measured.` }
  }
}

/** It writes what it meets to the terminal, page by page. */
async function quietly<T>(work: () => Promise<T>): Promise<T> {
  const { log, warn, error, debug } = console
  Object.assign(console, { log: () => {}, warn: () => {}, error: () => {}, debug: () => {} })
  try {
    return await work()
  } finally {
    Object.assign(console, { log, warn, error, debug })
  }
}

/** The node_modules of the project, wherever the built score runs. */
function nodeModules(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const here = join(folder, 'node_modules')
    if (existsSync(here) || folder === dirname(folder)) return here
  }
}
