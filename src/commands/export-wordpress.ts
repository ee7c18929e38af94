import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { wordpressFile } from '../exchange/leaving/index.ts'
import { type Call, type Outcome, withStore } from './command.ts'

/** Writes a file that WordPress imports. */
export async function exportWordpress(call: Call): Outcome {
  const [name, ...more] = call.words
  if (more.length > 0) {
    call.err('Name one file: courant export wordpress FILE.')
    return 2
  }
  if (call.config.url === '') {
    call.err('WordPress fetches the pictures from this site: say where it is with COURANT_URL.')
    return 2
  }
  const file = resolve(name ?? `courant-wordpress-${new Date().toISOString().slice(0, 10)}.xml`)
  return withStore(call, async (store) => {
    // It has its name when it is whole.
    const work = `${file}.unfinished`
    try {
      const pieces = Readable.from(wordpressFile(store, call.config.url))
      await pipeline(pieces, createWriteStream(work, { mode: 0o600 }))
      await rename(work, file)
    } catch (error) {
      await rm(work, { force: true })
      const code = error instanceof Error && 'code' in error ? error.code : ''
      if (code !== 'ENOENT' && code !== 'EACCES' && code !== 'EISDIR') throw error
      call.err(`${file} could not be written. Name a file in a folder that is there and that this user may write to.`)
      return 1
    }
    call.out(`${file} is ready. Keep the site running until WordPress has fetched the pictures.`)
    return 0
  })
}
