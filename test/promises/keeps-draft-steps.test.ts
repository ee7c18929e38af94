/**
 * Promise 2, of what is typed in the newsroom: a step that was confirmed is
 * there, once, however the program ended; one that could not be kept is refused
 * with a sentence, and sent again it is taken.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { readWordsAt } from '../../src/drafting/index.ts'
import { addPerson, makeSignInLink, ROLES } from '../../src/people/index.ts'
import { createStory, emptyContent, readDraft } from '../../src/story/index.ts'
import { DATABASES, migratedDatabase } from '../databases.ts'
import { visitor } from '../sites.ts'
import { addressOf, type DatabaseKind, openSite } from '../stores.ts'
import { type Program, startProgram } from './programs.ts'

const KILLS = Number(process.env.COURANT_TEST_KILLS ?? 2)

const undo: (() => unknown)[] = []
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step()
})

/** A database with a story of Ada's, and a way to start the program on it. */
async function newsroom(kind: DatabaseKind) {
  const folder = mkdtempSync(join(tmpdir(), 'courant-data-'))
  undo.push(() => rmSync(folder, { recursive: true, force: true }))
  const database = kind === 'sqlite' ? null : await migratedDatabase(kind)
  if (database) undo.push(database.drop)
  const address = addressOf(kind, database?.url ?? join(folder, 'courant.db'))
  const environment = { COURANT_DATA: folder, ...(database ? { COURANT_DATABASE: database.url } : {}) }
  const start = async (wrap?: string[]): Promise<Program> => {
    const program = await startProgram(environment, wrap)
    undo.push(() => program.end('SIGKILL'))
    return program
  }
  const withStore = async <T>(work: (store: Awaited<ReturnType<typeof openSite>>) => Promise<T>): Promise<T> => {
    const store = await openSite(address, Date.now)
    try {
      return await work(store)
    } finally {
      await store.close()
    }
  }
  await (await start()).end('SIGTERM')
  const { by, story } = await withStore(async (store) => {
    const person = await addPerson(store, { name: 'Ada', mail: null, switches: ROLES.editor }, Date.now())
    if ('problem' in person) throw new Error(person.problem)
    const content = { ...emptyContent, headline: 'Ferry late' }
    return {
      by: person.id,
      story: await createStory(store, { content, by: person.id, commentsOpen: true }, Date.now()),
    }
  })
  /** Somebody signed in, who writes as the editor's script does. */
  const writerAt = async (program: Program) => {
    const token = await withStore((store) => makeSignInLink(store, by, Date.now()))
    const ada = visitor(program)
    await ada.post('/newsroom/sign-in', { token })
    return async (batch: object) => {
      const cookie = [...ada.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
      const response = await fetch(`${program.url}/newsroom/stories/${story}/steps`, {
        method: 'POST',
        body: JSON.stringify(batch),
        headers: { cookie, accept: 'application/json', 'content-type': 'application/json' },
      })
      return { status: response.status, ...((await response.json()) as { number?: number; say?: string }) }
    }
  }
  const draft = () => withStore((store) => readDraft(store.db, story))
  return { start, writerAt, draft, withStore, story, folder }
}

const batchOf = (base: number, id: string, text: string) => ({
  base,
  client: 'tab',
  key: `key of ${id}`,
  steps: [{ type: 'put', block: { id, type: 'paragraph', text } }],
})

for (const kind of DATABASES) {
  test(`killed while somebody types, it has each step that it confirmed, once, on ${kind}`, async () => {
    const { start, writerAt, draft, withStore, story } = await newsroom(kind)
    const confirmed = new Set<string>()
    let [base, count] = [1, 0]
    let unanswered: ReturnType<typeof batchOf> | null = null
    for (let round = 0; round < KILLS; round++) {
      const program = await start()
      const write = await writerAt(program)
      // What was on its way when it was killed is sent again as it was.
      if (unanswered) expect((await write(unanswered)).status).toBe(200)
      unanswered = null
      const killAt = confirmed.size + 5 + Math.floor(Math.random() * 40)
      for (;;) {
        const id = `p${++count}`
        unanswered = batchOf(base, id, `Words ${count}.`)
        const sending = write(unanswered).catch(() => null)
        if (confirmed.size >= killAt) void program.end('SIGKILL')
        const answer = await sending
        if (!answer) break
        expect(answer).toMatchObject({ status: 200 })
        base = answer.number ?? base
        confirmed.add(id)
        unanswered = null
        if (confirmed.size > killAt + 200) throw new Error('it was not killed')
      }
      await program.end('SIGKILL')
    }
    const kept = await draft()
    const ids = kept?.content.body.map(({ id }) => id) ?? []
    expect(ids.filter((id) => confirmed.has(id))).toHaveLength(confirmed.size)
    expect(new Set(ids).size).toBe(ids.length)
    expect(await withStore((store) => readWordsAt(store.db, story, kept?.number ?? 0))).toEqual(kept?.content)
  })
}

test.skipIf(process.platform === 'win32' || !DATABASES.includes('sqlite'))(
  'with the disk full, a step is refused with what is the matter, and taken when there is room again',
  async () => {
    const { start, writerAt, draft, folder } = await newsroom('sqlite')
    const blocks = Math.ceil(statSync(join(folder, 'courant.db')).size / 1024) + 400
    const program = await start(['bash', '-c', `trap '' XFSZ; ulimit -f ${blocks}; exec "$0" "$@"`])
    const write = await writerAt(program)
    const long = 'x'.repeat(9000)
    let [base, count] = [1, 0]
    let refused = batchOf(base, 'p0', long)
    for (;;) {
      refused = batchOf(base, `p${++count % 15}`, `${count} ${long}`)
      const answer = await write({ ...refused, key: `key ${count}` })
      if (answer.status === 507) {
        expect(answer.say).toMatch(/out of space/)
        break
      }
      expect(answer.status).toBe(200)
      base = answer.number ?? base
      if (count > 300) throw new Error('the disk did not fill')
    }
    await program.end('SIGTERM')
    expect((await draft())?.number).toBe(base)
    const again = await start()
    expect(await (await writerAt(again))({ ...refused, key: `key ${count}` })).toMatchObject({
      status: 200,
      number: base + 1,
    })
  },
)
