/**
 * What a step of a draft costs on the server, on both databases: how many are
 * kept a second, how long each takes until it is on disk, and how long any point
 * of a long history takes to open. The story has 5,000 words and 60 figures. The
 * reference, in the same run, is the smallest durable write there is: one row.
 */
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { findPostgres } from '../scripts/find-programs.mjs'
import { readWordsAt, type Step, takeSteps } from '../src/drafting/index.ts'
import { addPerson, ROLES } from '../src/people/index.ts'
import { type DatabaseAddress, keepSetting, MIGRATIONS, migrate, type Store } from '../src/store/index.ts'
import { type Block, createStory, emptyContent, newBlockId, type StoryContent } from '../src/story/index.ts'
import { startPostgres } from '../test/postgres.ts'
import { openSite } from '../test/stores.ts'
import { makeDatabase } from './_databases.ts'
import { someWords } from './_long-story.ts'

const PARAGRAPHS = 100
const WORDS_EACH = 50
const FIGURES = 60
/** So many drafts are written at once, each by one tab. */
const WRITERS = 32
const STEPS = 6400
const ALONE = 500
const HISTORY = 10_000
const POINTS = 300

/** Prints the figures; `folder` takes what is written meanwhile. */
export async function benchSteps(folder: string): Promise<void> {
  console.log(
    `${MIGRATIONS.length} steps of the schema; a story of ${PARAGRAPHS * WORDS_EACH} words and ${FIGURES} figures`,
  )
  row('', 'median', 'p95', 'longest', '')
  await benchOn('SQLite', { kind: 'sqlite', file: join(folder, 'courant.db') })
  const binaries = findPostgres()
  if (!binaries) return console.log('PostgreSQL is not installed, so it is left out.')
  const postgres = await startPostgres(binaries)
  try {
    const url = await makeDatabase(postgres.url, `bench_${randomBytes(4).toString('hex')}`)
    await benchOn('PostgreSQL', { kind: 'postgres', url })
  } finally {
    await postgres.stop()
  }
}

async function benchOn(name: string, address: DatabaseAddress): Promise<void> {
  const store = await openSite(address, Date.now)
  try {
    await migrate(store, Date.now())
    const person = await addPerson(store, { name: 'Bench', mail: null, switches: ROLES.editor }, Date.now())
    if ('problem' in person) throw new Error(person.problem)
    const content = longDraft()
    const writers = await Promise.all(Array.from({ length: WRITERS }, () => writerOf(store, content, person.id)))

    const rows = await timesOf(ALONE, (i) => store.transaction(Date.now(), (tx) => keepSetting(tx, 'bench', i, null)))
    row(`${name}: reference, one row kept, one by one`, ...figures(rows))
    const alone = await timesOf(ALONE, () => (writers[0] as () => Promise<void>)())
    row(`${name}: a step, one by one`, ...figures(alone), 'aim: p95 ≤ 15 ms')

    const [began, cpu] = [performance.now(), process.cpuUsage()]
    const together = (await Promise.all(writers.map((write) => timesOf(STEPS / WRITERS, write)))).flat()
    const perSecond = STEPS / ((performance.now() - began) / 1000)
    row(`${name}: a step, ${WRITERS} drafts at once`, ...figures(together))
    const { user, system } = process.cpuUsage(cpu)
    const aim = address.kind === 'sqlite' ? 1000 : 500
    console.log(`${name}: ${Math.round(perSecond)} steps a second, each on disk before it is answered (aim ≥ ${aim})`)
    console.log(`${name}: ${((user + system) / 1000 / STEPS).toFixed(2)} ms of this process’s processor time a step`)

    await benchHistory(store, name, person.id, content)
  } finally {
    await store.close()
  }
}

async function benchHistory(store: Store, name: string, by: string, content: StoryContent): Promise<void> {
  const storyId = await createStory(store, { content, by, commentsOpen: true }, Date.now())
  const write = writingOn(store, storyId, content, by)
  for (let i = 0; i < HISTORY; i++) await write()
  const opened = await timesOf(POINTS, async (i) => {
    if (!(await readWordsAt(store.db, storyId, 1 + Math.floor((i * HISTORY) / POINTS))))
      throw new Error('no such point')
  })
  row(`${name}: any point of ${HISTORY} steps opened`, ...figures(opened), 'aim: longest ≤ 50 ms')
}

function longDraft(): StoryContent {
  const paragraphs = Array.from({ length: PARAGRAPHS }, (): Block[] => [
    { id: newBlockId(), type: 'paragraph', text: someWords(WORDS_EACH) },
  ])
  const figure = (): Block => ({
    id: newBlockId(),
    type: 'figure',
    picture: { src: '', alt: someWords(8), caption: someWords(14), credit: 'Bench', rights: '' },
  })
  for (let i = 0; i < FIGURES; i++) paragraphs[i]?.push(figure())
  return { ...emptyContent, headline: 'A long draft', standfirst: someWords(24), body: paragraphs.flat() }
}

async function writerOf(store: Store, content: StoryContent, by: string): Promise<() => Promise<void>> {
  const storyId = await createStory(store, { content, by, commentsOpen: true }, Date.now())
  return writingOn(store, storyId, content, by)
}

/** Each call is one batch: a paragraph with a word more, as somebody types it. */
function writingOn(store: Store, storyId: string, content: StoryContent, by: string): () => Promise<void> {
  const client = randomBytes(6).toString('hex')
  const paragraphs = content.body.filter((block) => block.type === 'paragraph')
  let [base, count] = [1, 0]
  return async () => {
    const block = paragraphs[Math.floor(count / 20) % paragraphs.length] as Block & { type: 'paragraph' }
    const words = Array.from({ length: count % 20 }, () => 'more').join(' ')
    const steps: Step[] = [{ type: 'put', block: { ...block, text: `${block.text} ${words}` } }]
    count += 1
    const taken = await takeSteps(store, { storyId, base, client, key: `${count}`, steps, by }, Date.now())
    if (!taken.taken) throw new Error(`a step of the bench was not taken: ${taken.why}`)
    base = taken.number
  }
}

async function timesOf(count: number, act: (index: number) => Promise<unknown>): Promise<number[]> {
  const times: number[] = []
  for (let i = 0; i < count; i++) {
    const began = performance.now()
    await act(i)
    times.push(performance.now() - began)
  }
  return times
}

function figures(times: readonly number[]): string[] {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
  return [at(0.5), at(0.95), at(1)].map((value) => `${value.toFixed(1)} ms`)
}

const row = (...cells: string[]): void => console.log(cells.map((cell, i) => cell.padEnd(i === 0 ? 48 : 12)).join(''))
