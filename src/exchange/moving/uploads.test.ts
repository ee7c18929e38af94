import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ONE_DATABASE } from '../../../test/databases.ts'
import { freshStore } from '../../../test/stores.ts'
import { newId, type Store } from '../../store/index.ts'
import { beginLooking, importUploads, importUploadsJob } from './index.ts'
import { defaultOptions } from './options.ts'

const HOUR = 60 * 60_000
const NOW = Date.UTC(2026, 10, 30, 12)

for (const kind of ONE_DATABASE) {
  let store: Store
  let drop: () => Promise<void>
  const dataFolder = mkdtempSync(join(tmpdir(), 'courant-uploads-'))
  beforeEach(async () => {
    const opened = await freshStore(kind, () => NOW)
    ;({ store, drop } = opened)
  })
  afterEach(async () => {
    await drop()
    rmSync(dataFolder, { recursive: true, force: true })
  })

  const sweepAt = (at: number) =>
    importUploadsJob(store, { dataFolder, log: { info() {} } as never, now: () => at }).run(
      {} as never,
      { signal: new AbortController().signal, attempt: 1 } as never,
    )
  const upload = (name: string): string => {
    const folder = join(importUploads(dataFolder), name)
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, '0-site.xml'), '<rss/>')
    utimesSync(folder, NOW / 1000, NOW / 1000)
    return folder
  }
  /** Of an import in this state. */
  const uploadOf = async (state: 'looked' | 'running' | 'stopped' | 'done' | 'undone', place = 0): Promise<string> => {
    const id = newId(NOW)
    await beginLooking(store, { id, paths: [], answers: {}, options: defaultOptions, by: null as never }, NOW)
    await store.transaction(NOW, async (tx) => {
      await tx.rows.updateTable('imports').set({ state, place }).where('id', '=', id).execute()
    })
    return upload(id)
  }

  test(`an uploaded export goes when its import is done, or a day after nobody went on with it, on ${kind}`, async () => {
    const done = await uploadOf('done')
    const undone = await uploadOf('undone')
    const looked = await uploadOf('looked')
    const refused = await uploadOf('stopped')
    const stopped = await uploadOf('stopped', 200)
    const running = await uploadOf('running', 200)
    const brokenOff = upload(newId(NOW))
    await sweepAt(NOW + HOUR)
    const there = () => [done, undone, looked, refused, stopped, running, brokenOff].map((folder) => existsSync(folder))
    expect(there()).toEqual([false, false, true, true, true, true, true])
    await sweepAt(NOW + 25 * HOUR)
    expect(there()).toEqual([false, false, false, false, true, true, false])
  })

  test(`while pictures of an import are still to come its export stays, on ${kind}`, async () => {
    const folder = await uploadOf('done')
    const id = folder.split('/').at(-1) as string
    await store.transaction(NOW, async (tx) => {
      await tx.rows
        .insertInto('import_pictures')
        .values({
          ...{ import_id: id, site_key: 'wordpress', address: 'a.jpg', story_id: 's', place: 'lead' },
          ...{ state: 'waiting', problem: '', picture_id: null },
        })
        .execute()
    })
    await sweepAt(NOW + HOUR)
    expect(existsSync(folder)).toBe(true)
  })
}
