/**
 * `npm run bench:site-export`: what `courant export site` costs. A site that came
 * from an export of WordPress made by rule is written as files, then once more,
 * and again after one story was changed. Beside it, in the same run, the very same
 * files are written by plain calls of the file system. `-- 5000` says how many stories.
 */
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { dirname, join } from 'node:path'
import { listPublished, publish, readDraft, saveDraft } from '../src/story/index.ts'
import { openSite } from '../test/stores.ts'
import { emptySite, inFolder, runCourant, sizesFrom, writeExport } from './_doors.ts'
import { whole } from './_figures.ts'

const SIZES = [1000]
const COMMENTS = 2

/** As many bytes as are read at a time before they are written, so that memory holds a site of any size. */
const AT_ONCE = 64 * 1024 * 1024

/** Writes the files of one folder into another; answers the bytes, and the milliseconds of writing alone. */
function writePlainly(from: string, to: string): { files: number; bytes: number; ms: number } {
  const names = (readdirSync(from, { recursive: true }) as string[]).filter((name) =>
    statSync(join(from, name)).isFile(),
  )
  const sum = { files: names.length, bytes: 0, ms: 0 }
  let read: [string, Buffer][] = []
  let held = 0
  const put = () => {
    const began = performance.now()
    for (const [name, bytes] of read) {
      mkdirSync(dirname(join(to, name)), { recursive: true })
      writeFileSync(join(to, name), bytes)
    }
    sum.ms += performance.now() - began
    read = []
    held = 0
  }
  for (const name of names) {
    const bytes = readFileSync(join(from, name))
    read.push([name, bytes])
    held += bytes.length
    sum.bytes += bytes.length
    if (held >= AT_ONCE) put()
  }
  put()
  return sum
}

/** Another word in the newest story, for readers too. */
async function changeOne(folder: string): Promise<void> {
  const store = await openSite({ kind: 'sqlite', file: join(folder, 'courant.db') }, Date.now)
  try {
    const [newest] = await listPublished(store.db, { limit: 1 })
    const draft = newest && (await readDraft(store.db, newest.id))
    if (!draft) throw new Error('no story was published')
    const content = { ...draft.content, standfirst: `${draft.content.standfirst} Changed.` }
    const by = draft.createdBy as string
    const saved = await saveDraft(store, { storyId: draft.id, base: draft.number, content, by }, Date.now())
    const change = { silent: true, wordsOf: () => draft.content, keep: async () => {} } as const
    const done = await publish(store, { id: draft.id, by, change }, Date.now())
    if (!saved.saved || 'problem' in done) throw new Error('the story could not be changed')
  } finally {
    await store.close()
  }
}

async function bench(stories: number): Promise<void> {
  await inFolder(async (folder) => {
    const [site, copy] = [join(folder, 'site'), join(folder, 'copy')]
    writeExport(join(folder, 'export.xml'), { posts: stories, comments: COMMENTS })
    const start = await emptySite(site)
    await runCourant(site, 'import', join(folder, 'export.xml'), '--comments', 'approved')
    const exported = async () => {
      const { ms, memory } = await runCourant(site, 'export', 'site', copy, '--address', 'https://quay.example')
      return { ms: ms - start.ms, memory }
    }
    const first = await exported()
    const plain = writePlainly(copy, join(folder, 'plain'))
    const again = await exported()
    await changeOne(site)
    const one = await exported()
    const rates = (ms: number) =>
      `${whole((plain.files * 1000) / ms)} files and ${(plain.bytes / 1000 / ms).toFixed(1)} MB a second`
    console.log(`\n${whole(stories)} stories, ${whole(plain.files)} files, ${(plain.bytes / 1e6).toFixed(1)} MB`)
    console.log(`  written for the first time: ${rates(first.ms)}, ${whole(first.memory)} MB of memory`)
    console.log(
      `  the same files by plain calls: ${rates(plain.ms)}; ratio ${(plain.ms / first.ms).toFixed(2)} (0.5 wanted)`,
    )
    console.log(`  once more, nothing changed: ${rates(again.ms)}; ratio ${(plain.ms / again.ms).toFixed(2)}`)
    console.log(`  once more, one story changed: ${rates(one.ms)}; ratio ${(plain.ms / one.ms).toFixed(2)}`)
  })
}

console.log(`${cpus().length} cores, Node ${process.version}, load ${loadavg()[0]?.toFixed(1)} as it began; SQLite.`)
for (const stories of sizesFrom(process.argv.slice(2), SIZES)) await bench(stories)
