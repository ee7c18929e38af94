/**
 * What is under embargo is in no file of a copy of the site: not in a page, a
 * feed, the sitemap, or the index for searching. Random histories, and a copy at
 * the end of each, into the folder of the one before.
 */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { copySite, searchIndex } from '../../src/exchange/leaving/index.ts'
import { ONE_DATABASE } from '../databases.ts'
import { playHistories, TIMES } from '../histories.ts'
import { begin } from './embargoed-stories.ts'

const step = fc.record({
  act: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom('write', 'publish') },
    { weight: 5, arbitrary: fc.constant('embargo' as const) },
    { weight: 3, arbitrary: fc.constantFrom('forward', 'correct') },
    { weight: 1, arbitrary: fc.constantFrom('lift', 'withdraw', 'retract', 'unpublish') },
  ),
  on: fc.nat(999),
})

// The pages that are copied are asked for as by a reader, and what those answer is tried on both databases.
for (const kind of ONE_DATABASE) {
  describe(`a copy of a site on ${kind}`, () => {
    test(
      'has no word in any file that is under embargo, and all that are live',
      async () => {
        await playHistories(
          { promise: 'embargo in a copy', kind, histories: 2 },
          fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 10 }), async (steps) => {
            const folder = await mkdtemp(join(tmpdir(), 'courant-copy-'))
            const history = await begin(kind)
            try {
              await history.act.write(0)
              await history.act.embargo(30)
              await history.act.write(0)
              await history.act.publish(1)
              await history.act.embargo(31)
              const copy = async (after: string) => {
                for (const { path, text } of await copied(history, folder))
                  history.nothingHeldIn([{ path: `${path} of the copy`, text }], after)
              }
              await copy('the first embargo')
              for (const { act, on } of steps) await history.act[act](on)
              await copy(steps.map(({ act, on }) => `${act} ${on}`).join(', '))
              for (const { path, words, isRetracted } of history.seen()) {
                const page = await readFile(join(folder, decodeURIComponent(path), 'index.html'), 'utf8')
                expect(page).toContain(words.headline)
                if (!isRetracted) expect(page).toContain(words.more)
              }
            } finally {
              await history.end()
              await rm(folder, { recursive: true, force: true })
            }
          }),
        )
      },
      300_000 * TIMES,
    )
  })
}

/** Every file of a copy, made as the command makes it, with its name. */
async function copied(
  history: Awaited<ReturnType<typeof begin>>,
  folder: string,
): Promise<{ path: string; text: string }[]> {
  const url = history.url()
  const ask = async (path: string) => {
    const response = await fetch(url + path, { redirect: 'manual' })
    const { status, headers } = response
    const bytes = new Uint8Array(await response.arrayBuffer())
    return { status, type: headers.get('content-type') ?? '', location: headers.get('location'), bytes }
  }
  const made = await copySite(folder, ask, {
    ...{ site: new URL(url), server: 'https://live.example', takesComments: true, more: [] },
    files: new Map([['search.json', await searchIndex(history.store().db)]]),
  })
  if ('problem' in made) throw new Error(made.problem)
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(async (entry) => {
        const path = join(entry.parentPath, entry.name)
        return { path: path.slice(folder.length), text: `${path}\n${(await readFile(path)).toString('latin1')}` }
      }),
  )
}
