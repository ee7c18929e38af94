/**
 * `npm run bench:schedule`: how late stories go out. Fifty schedules and fifty
 * embargoes fall due at random moments within two minutes, on the real clock;
 * late is until readers' processes have heard of it, after the commit. The
 * reference, in the same run, is a bare setTimeout for each of these moments.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { embargoJob, putUnderEmbargo } from '../src/embargo/index.ts'
import { addPerson, ROLES } from '../src/people/index.ts'
import { scheduleJob, scheduleStory } from '../src/schedule/index.ts'
import { doJobs, migrate } from '../src/store/index.ts'
import { createStory, emptyContent, newBlockId, type StoryContent } from '../src/story/index.ts'
import { openSite } from '../test/stores.ts'
import { median, p95, row } from './_figures.ts'
import { someWords } from './_long-story.ts'

const EACH = 50
const SPREAD = 120_000
/** Before the first of them, in milliseconds. */
const AHEAD = 10_000
const WORDS = 800

const folder = mkdtempSync(join(tmpdir(), 'courant-bench-schedule-'))
const store = await openSite({ kind: 'sqlite', file: join(folder, 'courant.db') }, Date.now)
try {
  console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, SQLite`)
  await migrate(store, Date.now())
  const person = await addPerson(store, { name: 'Bench', mail: null, switches: ROLES.editor }, Date.now())
  if ('problem' in person) throw new Error(person.problem)
  const by = person.id
  const late = { schedules: [] as number[], embargoes: [] as number[] }
  const bare: number[] = []
  const dueAt = new Map<string, { at: number; of: keyof typeof late }>()
  store.listen((events) => {
    for (const event of events) {
      if (event.kind !== 'story.published') continue
      const due = dueAt.get(event.story)
      if (due) late[due.of].push(Date.now() - due.at)
    }
  })
  const begin = Date.now() + AHEAD
  for (let i = 0; i < 2 * EACH; i++) {
    const at = begin + Math.floor(Math.random() * SPREAD)
    const of = i % 2 === 0 ? 'schedules' : 'embargoes'
    const id = await createStory(store, { content: story(i), by, commentsOpen: true }, Date.now())
    const change = { kind: '', cause: '' }
    const set =
      of === 'schedules'
        ? await scheduleStory(store, { storyId: id, at, by, change }, Date.now())
        : await putUnderEmbargo(store, { storyId: id, until: at, by, change }, Date.now())
    if (set) throw new Error(set.problem)
    dueAt.set(id, { at, of })
    setTimeout(() => bare.push(Date.now() - at), at - Date.now())
  }
  const log = { info() {}, warn: console.error, error: console.error }
  const work = doJobs(
    store,
    [scheduleJob, embargoJob].map((job) => job(store, { now: Date.now })),
    {
      log,
      now: Date.now,
    },
  )
  await new Promise((resolve) => setTimeout(resolve, begin + SPREAD + AHEAD - Date.now()))
  await work.stop()
  row('late by', 'median', 'p95', 'longest')
  for (const [name, values] of Object.entries({ ...late, 'a bare setTimeout': bare }))
    row(`${values.length} ${name}`, ...[median(values), p95(values), Math.max(...values)].map((ms) => `${ms} ms`))
} finally {
  await store.close()
  rmSync(folder, { recursive: true, force: true })
}

function story(number: number): StoryContent {
  const body = Array.from({ length: WORDS / 50 }, () => ({
    ...{ id: newBlockId(), type: 'paragraph' as const, text: someWords(50) },
  }))
  return { ...emptyContent, headline: `Story number ${number}`, body }
}
