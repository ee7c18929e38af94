/** The pictures of stories that moved in, fetched from the old site where the editor asked for it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ONE_DATABASE } from '../../../../test/databases.ts'
import { exportOf, site, story } from '../../../../test/exports/items.ts'
import { photo } from '../../../../test/pictures.ts'
import { freshStore } from '../../../../test/stores.ts'
import { libraryIdOf, pictureFiles } from '../../../media/index.ts'
import { addPerson, ROLES } from '../../../people/index.ts'
import type { Store } from '../../../store/index.ts'
import { listPublished } from '../../../story/index.ts'
import { beginImport, countPicturesOf, importPicturesJob, runImport, survey } from '../index.ts'
import { defaultOptions } from '../options.ts'

const NOW = Date.UTC(2026, 10, 30, 12)

for (const kind of ONE_DATABASE) {
  let store: Store
  let drop: () => Promise<void>
  let server: Server
  let asked: string[] = []
  let dataFolder: string
  beforeEach(async () => {
    const opened = await freshStore(kind, () => NOW)
    ;({ store, drop } = opened)
    asked = []
    const bytes = await photo({ width: 40, height: 30 })
    server = createServer(({ url = '' }, answer) => {
      asked.push(url)
      if (url.startsWith('/ferry')) answer.end(bytes)
      else answer.writeHead(404).end()
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    dataFolder = mkdtempSync(join(tmpdir(), 'courant-moved-pictures-'))
  })
  afterEach(async () => {
    await drop()
    await new Promise((done) => server.close(done))
    rmSync(dataFolder, { recursive: true, force: true })
  })

  /** A story with two pictures in it moves in, and its pictures are seen to; answers what readers get and how many there are. */
  const movePictures = async (fetchPictures: boolean, guard: { mayReach?: () => boolean } = {}, written?: string) => {
    const old = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const editor = await addPerson(store, { name: 'Ana Ruiz', mail: '', switches: ROLES.editor }, NOW)
    if ('problem' in editor) throw new Error(editor.problem)
    const html =
      written ??
      `<p>The ferry is back.</p><figure><img src="${old}/ferry.jpg" alt="The ferry"><figcaption>At noon.</figcaption></figure><p>It is blue.</p><figure><img src="${old}/lost.jpg" alt="Gone"></figure>`
    const exported = exportOf([site({ address: old }), story('ferry', { html })])
    const { siteKey, found } = await survey(exported, {})
    const id = await beginImport(
      store,
      {
        ...{ format: exported.format.name, siteKey, print: 'p', paths: [], answers: {}, by: editor.id, found },
        options: { ...defaultOptions, fetchPictures },
      },
      NOW,
    )
    await runImport(store, id, exported, { isReserved: () => false, now: () => NOW })
    const files = pictureFiles(dataFolder)
    const job = importPicturesJob(store, { now: () => NOW, files, pause: 0, ...guard })
    await job.run({ import: id } as never, { signal: new AbortController().signal, attempt: 1 } as never)
    const [live] = await listPublished(store.db, { limit: 1 })
    const pictures = live?.content.body.flatMap((block) => (block.type === 'figure' ? [block.picture] : [])) ?? []
    const lines = await store.db.selectFrom('import_lines').select(['name', 'why']).execute()
    return { pictures, lines, counts: await countPicturesOf(store.db, id) }
  }

  /** What colleagues are told on stories. */
  const notes = async () =>
    (await store.db.selectFrom('note_lines').select('words').execute()).map(({ words }) => words)

  test(`they are fetched into their places, and what is lost is counted, on ${kind}`, async () => {
    const { pictures, counts, lines } = await movePictures(true, { mayReach: () => true })
    expect(counts).toEqual({ waiting: 0, put: 1, failed: 1 })
    expect(pictures.map(({ src, alt, caption }) => [libraryIdOf(src) !== null, alt, caption])).toEqual([
      [true, 'The ferry', 'At noon.'],
      [false, 'Gone', ''],
    ])
    expect(lines).toEqual([
      { name: 'Story ferry', why: expect.stringMatching(/^Its picture http:.*lost\.jpg is missing\. .+/) },
    ])
    expect(asked).toHaveLength(2)
    expect(await notes()).toEqual([expect.stringMatching(/http:.*lost\.jpg is missing\./)])
  })

  test(`what is lost is told to the newsroom alone, and a story that gets no picture gets no version for it, on ${kind}`, async () => {
    const { pictures } = await movePictures(false)
    expect(pictures.map(({ src, caption }) => [src, caption])).toEqual([
      ['', 'At noon.'],
      ['', ''],
    ])
    const [live] = await listPublished(store.db, { limit: 1 })
    expect(live?.version).toBe(1)
    const [note = '', ...more] = await notes()
    expect(note).toMatch(/ferry\.jpg is missing[\s\S]*lost\.jpg is missing/)
    expect(more).toEqual([])
  })

  test(`an export can’t make this machine ask its own network, on ${kind}`, async () => {
    const { counts } = await movePictures(true)
    expect(counts).toEqual({ waiting: 0, put: 0, failed: 2 })
    expect(asked).toEqual([])
  })

  test(`one that is written into its page is taken from there, and its bytes are kept once, on ${kind}`, async () => {
    const bytes = (await photo({ width: 30, height: 20 })).toString('base64')
    const html = `<p>The weir.</p><img src="data:image/jpeg;base64,${bytes}" alt="The weir"><img src="data:image/png;base64,${'AAAA'.repeat(100)}" alt="Broken">`
    const { pictures, counts } = await movePictures(false, {}, html)
    expect(counts).toEqual({ waiting: 0, put: 1, failed: 1 })
    expect(pictures.map(({ src, alt, caption }) => [libraryIdOf(src) !== null, alt, caption])).toEqual([
      [true, 'The weir', ''],
      [false, 'Broken', ''],
    ])
    const records = await store.db.selectFrom('import_picture_records').select('address').execute()
    expect(records).toEqual([{ address: '' }, { address: '' }])
    const { draft_json } = await store.db.selectFrom('stories').select('draft_json').executeTakeFirstOrThrow()
    expect(draft_json).not.toContain('base64')
  })

  test(`nothing is fetched where the editor did not ask for it, on ${kind}`, async () => {
    const { counts } = await movePictures(false, { mayReach: () => true })
    expect(counts).toEqual({ waiting: 0, put: 0, failed: 2 })
    expect(asked).toEqual([])
  })
}
