/** A site to be fuzzed: its people signed in, its clock in our hands, its log read as it is written. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { pino } from 'pino'
import { startApp } from '../../src/app.ts'
import { signingWith } from '../../src/discussion/index.ts'
import {
  addPerson,
  addReader,
  newReaderId,
  openReaderSession,
  openSession,
  ROLES as RIGHTS,
} from '../../src/people/index.ts'
import { decide, proveReview } from '../../src/review/index.ts'
import { checkStore, readSecret } from '../../src/store/index.ts'
import { createStory, emptyContent, newBlockId, publish } from '../../src/story/index.ts'
import { migratedDatabase } from '../databases.ts'
import { holdComments } from '../held-comments.ts'
import { addressOf, type DatabaseKind } from '../stores.ts'
import type { Role } from './moves.ts'

export interface World {
  port: number
  now(): number
  wait(ms: number): void
  /** What this role's browser sends as its cookies. */
  cookies(role: Role): string
  formToken(): string
  /** Signs everyone in anew, adds a story and comments in each state: whatever was broken, there is something to play with. */
  tend(): Promise<void>
  /** The lines of warnings and errors that were written since this was asked last. */
  complaints(): string[]
  /** What doctor finds wrong. */
  prove(): Promise<string[]>
  drop(): Promise<void>
}

export async function newWorld(kind: DatabaseKind): Promise<World> {
  let clock = Date.UTC(2026, 4, 4, 12)
  const now = () => clock
  const lines: string[] = []
  const sink = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk))
      done()
    },
  })
  const folder = mkdtempSync(join(tmpdir(), 'courant-fuzz-'))
  const database = await migratedDatabase(kind)
  const app = await startApp(
    {
      dataFolder: folder,
      database: addressOf(kind, database.url),
      host: '127.0.0.1',
      port: 0,
      url: '',
      proxies: 1,
      mail: { smtp: null, from: null },
      log: 'warn',
    },
    { log: pino({ level: 'warn', base: null }, sink), now, lettersEvery: 3_600_000 },
  )
  if ('problem' in app) throw new Error(app.problem)
  const { store } = app
  const signing = signingWith(await readSecret(store))
  const sessions = new Map<Role, string>()
  let tended = 0

  async function staff(role: 'editor' | 'reporter' | 'moderator'): Promise<string> {
    const person = await addPerson(store, { name: `${role} ${tended}`, mail: null, switches: RIGHTS[role] }, now())
    if ('problem' in person) throw new Error(person.problem)
    const { session } = await store.transaction((write) =>
      openSession(write, { personId: person.id, way: 'link', device: '' }, now()),
    )
    sessions.set(role, `courant_session=${session}`)
    return person.id
  }

  async function story(): Promise<string> {
    const paragraph = (text: string) => ({ id: newBlockId(), type: 'paragraph' as const, text })
    const content = {
      ...emptyContent,
      headline: `The ferry stays, day ${tended}`,
      body: [
        paragraph('The council voted on Thursday to keep the ferry, its leader Tom Reddish said.'),
        paragraph('“You can’t argue with a bridge,” said Ines Calloway of the chamber of commerce on 16 May 2024.'),
      ],
    }
    const id = await createStory(store, { content, by: null, commentsOpen: true }, now())
    const result = await publish(store, { id, by: null }, now())
    if ('problem' in result) throw new Error(result.problem)
    return id
  }

  const world: World = {
    port: Number(new URL(app.url).port),
    now,
    wait: (ms) => {
      clock += ms
    },
    cookies: (role) => sessions.get(role) ?? '',
    formToken: () => signing.formToken(now() - 60_000),
    async tend() {
      tended += 1
      const editor = await staff('editor')
      await staff('reporter')
      await staff('moderator')
      const reader = newReaderId(now())
      await store.transaction(async (write) => {
        await addReader(write, { id: reader, name: `Reader ${tended}` }, now())
        const { session } = await openReaderSession(write, { readerId: reader, way: 'link', device: '' }, now())
        sessions.set('reader', `courant_reader=${session}`)
      })
      const id = await story()
      const ids = await holdComments(
        store,
        id,
        Array.from({ length: 4 }, (_, index) => ({ text: `Said on day ${tended}, number ${index}.`, at: now() })),
      )
      for (const [index, commentId] of ids.slice(0, 3).entries()) {
        const { id: revisionId } = await store.db
          .selectFrom('comment_revisions')
          .select('id')
          .where('comment_id', '=', commentId)
          .executeTakeFirstOrThrow()
        const action = index < 2 ? 'approve' : 'reject'
        await decide(store, { revisionId, action, reason: index < 2 ? null : 'off-topic', by: editor }, now())
      }
      await app.sendLetters()
    },
    complaints: () => lines.splice(0),
    async prove() {
      const wrong = (await checkStore(store)).flatMap(({ problem }) => problem ?? [])
      const proofs = await proveReview(store.db)
      return [
        ...wrong,
        ...proofs.filter(({ failed }) => failed > 0).map(({ claim, failed }) => `not so for ${failed}: ${claim}`),
      ]
    },
    async drop() {
      await app.stop()
      await database.drop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
  await world.tend()
  return world
}
