/** The exports of comment services as they lie on a disk: compressed, in a folder, beside other files. */
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  comentarioExport,
  commentoExport,
  coralExport,
  disqusExport,
  issoDatabase,
  remark42Backup,
} from '../../../../test/exports/comment-services.ts'
import { ALL_FORMATS, openPackage, recogniseExport } from '../index.ts'

const MADE = { pages: 3, comments: 4 }
let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'courant-packed-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const compressed = (text: Iterable<string>) => gzipSync([...text].join(''))

/** Puts an export into its own folder. */
const PUT: Record<string, (place: string) => void> = {
  disqus: (place) => writeFileSync(join(place, 'ferry-2019.xml.gz'), compressed(disqusExport(MADE))),
  remark42: (place) => writeFileSync(join(place, 'backup-ferry-20190501.gz'), compressed(remark42Backup(MADE))),
  commento: (place) => writeFileSync(join(place, 'data.json.gz'), compressed(commentoExport(MADE))),
  comentario: (place) => writeFileSync(join(place, 'comentario.json.gz'), compressed(comentarioExport(MADE))),
  coral(place) {
    for (const [name, text] of Object.entries(coralExport(MADE))) if (text) writeFileSync(join(place, name), text)
    writeFileSync(join(place, 'sites.json'), '{"id":"site","tenantID":"t","name":"Ferry"}\n')
  },
  isso(place) {
    const database = issoDatabase(join(folder, 'running.db'), MADE)
    for (const end of ['', '-wal']) copyFileSync(join(folder, `running.db${end}`), join(place, `comments.db${end}`))
    database.close()
  },
}

test.each(Object.keys(PUT))('%s: what lies in a folder is known, and every comment is in it', async (name) => {
  const place = join(folder, name)
  mkdirSync(place)
  PUT[name]?.(place)
  const opened = await openPackage([place])
  try {
    const { format, files, unknown } = await recogniseExport(opened.files, ALL_FORMATS)
    expect(format.name).toBe(name)
    expect(unknown).toEqual(name === 'coral' ? ['sites.json'] : [])
    let comments = 0
    for await (const item of format.read(files, {})) if (item.kind === 'comment') comments++
    expect(comments).toBe(MADE.pages * MADE.comments)
  } finally {
    await opened.close()
  }
})
