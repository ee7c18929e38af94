import { resolve } from 'node:path'
import { openAsReader } from '../app.ts'
import { readListedSites } from '../embedding/index.ts'
import { copySite, searchIndex } from '../exchange/leaving/index.ts'
import { listRedirects } from '../redirects/index.ts'
import type { Database } from '../store/index.ts'
import { readUrl } from '../text/index.ts'
import { type Call, type Outcome, withStore } from './command.ts'

/** Writes every page that readers see into a folder. */
export async function exportSite(call: Call): Outcome {
  const [folder, ...more] = call.words
  if (!folder || more.length > 0) {
    call.err('Say into which folder: courant export site FOLDER.')
    return 2
  }
  const address = addressOf(call.options.address ?? call.config.url)
  const server = call.options.server === undefined ? null : addressOf(call.options.server)
  if (!address || (call.options.server !== undefined && !server)) {
    call.err('Say where the copy will stand: --address https://paper.example; and likewise where a --server is.')
    return 2
  }
  return withStore(call, async (store) => {
    const asked = await openAsReader(store, call.config, address)
    try {
      const ask = async (path: string) => {
        const response = await asked.ask(path)
        const { status, headers } = response
        const bytes = new Uint8Array(await response.arrayBuffer())
        return { status, type: headers.get('content-type') ?? '', location: headers.get('location'), bytes }
      }
      const takesComments = server !== null && (await readListedSites(store.db)).includes(address)
      const frame = { site: new URL(address), server, takesComments }
      const files = new Map([['search.json', await searchIndex(store.db)]])
      const made = await copySite(resolve(folder), ask, { ...frame, files, more: await oldAddresses(store.db) })
      if ('problem' in made) {
        call.err(made.problem)
        return 1
      }
      call.out(`${made.files} files: ${made.written} written, ${made.removed} removed, the others as they were.`)
      if (server !== null && !takesComments)
        call.out(
          `Readers find a link to ${server} where they could comment. For a form, list ${address} there under Settings, Other sites, and run this again.`,
        )
      for (const { path, why } of made.left) call.out(`Not copied: ${path} (${why})`)
      return 0
    } finally {
      await asked.stop()
    }
  })
}

/** With scheme and host, without a slash at its end; null for anything else. */
function addressOf(typed: string | boolean): string | null {
  const url = typeof typed === 'string' && /^https?:\/\//.test(typed) ? readUrl(typed) : null
  return url && url.pathname === '/' ? url.origin : null
}

/** Those that a file can stand at. */
async function oldAddresses(db: Database): Promise<string[]> {
  const paths: string[] = []
  for (let page = 1; ; page++) {
    const { lines } = await listRedirects(db, { find: '', page })
    if (lines.length === 0) return paths
    paths.push(...lines.filter(({ address }) => !address.includes('?')).map(({ address }) => encodeURI(address)))
  }
}
