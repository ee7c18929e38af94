/** A site to be fuzzed: its people signed in, its clock in our hands, its log read as it is written. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { pino } from 'pino'
import { startApp } from '../../src/app.ts'
import { signingWith } from '../../src/discussion/index.ts'
import { auditReview } from '../../src/moderation/audit/index.ts'
import { addPerson, openSession, ROLES as RIGHTS } from '../../src/people/index.ts'
import { addReader, newReaderId, openReaderSession } from '../../src/readers/index.ts'
import { checkStore, readSecret } from '../../src/store/index.ts'
import { createStory, emptyContent, newBlockId, publish } from '../../src/story/index.ts'
import { decidedOn, sentComment } from '../comments.ts'
import { migratedDatabase } from '../databases.ts'
import { need } from '../need.ts'
import { addressOf, type DatabaseKind } from '../stores.ts'
import type { Role } from './moves.ts'

await need('build')

export interface World {
  port: number
  now(): number
  wait(ms: number): void
  /** What addresses are made of: a story's id and path, a comment that is shown and one that waits, a receipt's key. */
  known: { story: string; path: string; comment: string; held: string; receipt: string }
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
      ...{ bucket: null, backups: null },
      ...{ grace: 0, metricsToken: null, traces: null, sharedCache: null },
      database: addressOf(kind, database.url),
      host: '127.0.0.1',
      port: 0,
      url: '',
      proxies: 1,
      mail: { smtp: null, from: { name: '', address: 'newsroom@courant.example' } },
      log: 'warn',
    },
    { log: pino({ level: 'warn', base: null }, sink), now, lettersEvery: 3_600_000 },
  )
  if ('problem' in app) throw new Error(app.problem)
  const { store } = app
  const signing = signingWith(await readSecret(store, clock))
  const sessions = new Map<Role, string>()
  let tended = 0

  async function staff(role: 'editor' | 'reporter' | 'moderator'): Promise<string> {
    const person = await addPerson(store, { name: `${role} ${tended}`, mail: null, switches: RIGHTS[role] }, now())
    if ('problem' in person) throw new Error(person.problem)
    const { session } = await store.transaction(now(), (tx) =>
      openSession(tx, { personId: person.id, way: 'link', device: '' }),
    )
    sessions.set(role, `courant_session=${session}`)
    return person.id
  }

  async function story(): Promise<{ id: string; path: string }> {
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
    return { id, path: result.path }
  }

  const world: World = {
    port: Number(new URL(app.url).port),
    known: { story: '', path: '', comment: '', held: '', receipt: '' },
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
      await store.transaction(now(), async (tx) => {
        await addReader(tx, { id: reader, name: `Reader ${tended}` })
        const { session } = await openReaderSession(tx, { readerId: reader, way: 'link', device: '' })
        sessions.set('reader', `courant_reader=${session}`)
      })
      const { id, path } = await story()
      for (let index = 0; index < 4; index++) {
        // From networks of their own: a moderator may have banned the last ones.
        const address = `172.${tended % 250}.${(4 * Math.floor(tended / 250) + index) % 250}.1`
        const text = `Said on day ${tended}, number ${index}.`
        const { commentId, revisionId } = await sentComment(store, signing, { storyId: id, text, at: now(), address })
        const reason = index < 2 ? null : 'off-topic'
        if (index < 3) await decidedOn(store, { revisionId, reason, by: editor }, now())
        if (index === 0) Object.assign(world.known, { story: id, path, comment: commentId })
        if (index === 3) Object.assign(world.known, { held: commentId, receipt: signing.receiptKey(commentId) })
      }
      await app.sendLetters()
    },
    complaints: () => lines.splice(0),
    async prove() {
      const wrong = (await checkStore(store)).flatMap(({ problem }) => problem ?? [])
      const all = await auditReview(store.db)
      return [
        ...wrong,
        ...all.filter(({ failed }) => failed > 0).map(({ claim, failed }) => `not so for ${failed}: ${claim}`),
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
