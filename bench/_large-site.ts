/** The real program on a site as it is after years, asked over HTTP as readers, staff and programs ask it. */
import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { signingWith } from '../src/discussion/index.ts'
import { addPerson, makeSignInLink, openSession, ROLES } from '../src/people/index.ts'
import { makeProgram } from '../src/programs/index.ts'
import { type DatabaseAddress, readSecret } from '../src/store/index.ts'
import { openSite } from '../test/stores.ts'
import { type Answer, type Ask, type Asker, askerOf } from './_asking.ts'
import { type DatabaseKind, makeDatabase } from './_databases.ts'
import { pause, whole } from './_figures.ts'
import { fillArchive } from './_review-archive.ts'
import { commentForm } from './_site.ts'
import { generator, sayer } from './_words.ts'
import { startCourant, thisProgram } from './servers.ts'

/** Until a server that stood still has seen to what fell due meanwhile. */
const WOKEN_MS = 300

export interface LargeSite {
  comments: number
  stories: number
  /** Addresses of some of its stories, from all the years. */
  paths: readonly string[]
  pid: number
  url: string
  asker: Asker
  /** Does it while this server runs; at all other times it stands still, so that only one is measured. */
  alone(work: () => Promise<void>): Promise<void>
  /** A page as a reader gets it; in milliseconds. */
  read(path: string): Promise<number>
  /** Opens the queue as one of the moderators, who take turns; `revisions`: what it hands out. */
  openQueue(moderator: number): Promise<{ ms: number; revisions: string[] }>
  /** Decides on what that moderator has in hand: three of four are approved. */
  decide(moderator: number, revision: string, turn: number): Promise<number>
  /** One comment of its own words, from a network of its own, on one of `paths`. */
  sendComment(): Promise<number>
  /** A form with a comment of these words, or of its own, on one of `paths`, as it is sent from a network: three numbers of 0 to 255. */
  commentFrom(network: ArrayLike<number>, words?: string): Ask
  /** A story of three paragraphs, filed and then published by a program; the publishing in milliseconds, and where it is. */
  publish(): Promise<{ ms: number; path: string }>
  /** Adds so many people who may moderate; answers the cookie of a session of each. */
  hire(count: number): Promise<string[]>
  /** How many comments wait for their examination, asked of the database itself, and since when the oldest does. */
  unexamined(): Promise<{ count: number; oldest: number | null }>
  stop(): Promise<void>
}

/** A site with so many comments on a tenth as many stories, of which the twentieth part waits; on the PostgreSQL server that is named, or in a folder. */
export async function largeSite(
  kind: DatabaseKind,
  {
    folder,
    postgres,
    comments,
    settings = {},
  }: { folder: string; postgres: string; comments: number; settings?: Record<string, string> },
): Promise<LargeSite> {
  const name = `${kind} with ${whole(comments)} comments`
  const data = join(folder, `${kind}_${comments}`)
  mkdirSync(data)
  const address: DatabaseAddress =
    kind === 'sqlite'
      ? { kind, file: join(data, 'courant.db') }
      : { kind, url: await makeDatabase(postgres, `bench_${comments}`) }
  const [stories, held] = [comments / 10, comments / 20]
  const started = performance.now()
  const { paths, moderators } = await fillArchive(address, { stories, comments, held }, Date.now())
  console.log(
    `\n${name} on ${whole(stories)} stories, ${whole(held)} waiting, written in ${whole((performance.now() - started) / 1000)} s`,
  )
  const store = await openSite(address, Date.now)
  const signing = signingWith(await readSecret(store, Date.now()))
  const links: string[] = []
  for (const id of moderators) links.push(await makeSignInLink(store, id, Date.now()))
  const editor = await addPerson(store, { name: 'Editor', mail: null, switches: ROLES.editor }, Date.now())
  if ('problem' in editor) throw new Error(editor.problem)
  const scopes = ['stories:read', 'stories:write', 'stories:publish'] as const
  const program = await makeProgram(store, { name: 'Bench', scopes, days: 30, by: editor }, Date.now())
  if ('problem' in program) throw new Error(program.problem)

  const server = await startCourant(data, address.kind === 'postgres' ? address.url : '', thisProgram, settings)
  const asker = askerOf(server.url)
  const ask = async (status: number, one: Ask): Promise<Answer> => {
    const answer = await asker.ask(one)
    if (answer.status !== status)
      throw new Error(`${name}: ${one.path} was answered ${answer.status}: ${answer.body.slice(0, 300)}`)
    return answer
  }
  const cookies: string[] = []
  for (const token of links) {
    const { headers } = await ask(303, { method: 'POST', path: '/newsroom/sign-in', body: `token=${token}` })
    cookies.push(
      [headers['set-cookie'] ?? []]
        .flat()
        .map((cookie) => cookie.split(';')[0])
        .join('; '),
    )
  }
  const cookieOf = (moderator: number) => cookies[moderator % cookies.length] as string
  const bearer = { authorization: `Bearer ${program.token}`, 'content-type': 'application/json' }
  const chance = generator(11)
  const say = sayer(chance)
  const commentFrom = (network: ArrayLike<number>, words = say()): Ask => {
    const path = paths[Math.floor(chance() * paths.length)] as string
    return commentForm(signing, { path, words, network })
  }
  process.kill(server.pid, 'SIGSTOP')

  return {
    comments,
    stories,
    paths,
    pid: server.pid,
    url: server.url,
    asker,
    async alone(work) {
      process.kill(server.pid, 'SIGCONT')
      await pause(WOKEN_MS)
      await work()
      // The server closes them when it wakes and finds them long idle, maybe at the moment of the next request.
      asker.close()
      process.kill(server.pid, 'SIGSTOP')
    },
    read: async (path) => (await ask(200, { path, headers: { 'accept-encoding': 'br' }, blind: true })).ms,
    async openQueue(moderator) {
      const { ms, body } = await ask(200, { path: '/newsroom/review', headers: { cookie: cookieOf(moderator) } })
      const revisions = [...body.matchAll(/data-item="(\w+)"/g)].map(([, revision]) => revision as string)
      if (revisions.length === 0) throw new Error(`${name}: the queue handed out nothing`)
      return { ms, revisions }
    },
    async decide(moderator, revision, turn) {
      const how =
        turn % 4 === 0 ? { action: 'reject', reason: turn % 8 === 0 ? 'spam' : 'attack' } : { action: 'approve' }
      const body = new URLSearchParams({ revision, ...how }).toString()
      const headers = { cookie: cookieOf(moderator), accept: 'application/json' }
      return (await ask(200, { method: 'POST', path: '/newsroom/review/decide', body, headers })).ms
    },
    commentFrom,
    sendComment: async () => (await ask(303, commentFrom(randomBytes(3)))).ms,
    async publish() {
      const words = [say(), say(), say()].join('\n\n')
      const draft = { headline: `Published ${randomBytes(4).toString('hex')}`, section: 'Section 3', body: words }
      const made = await ask(201, {
        method: 'POST',
        path: '/api/v1/drafts',
        body: JSON.stringify(draft),
        headers: bearer,
      })
      const { id, number } = JSON.parse(made.body) as { id: string; number: number }
      const path = `/api/v1/drafts/${id}/publish`
      const { ms, body } = await ask(200, { method: 'POST', path, body: JSON.stringify({ number }), headers: bearer })
      return { ms, path: new URL((JSON.parse(body) as { url: string }).url).pathname }
    },
    hire: (count) =>
      Promise.all(
        Array.from({ length: count }, async (_, i) => {
          const person = await addPerson(
            store,
            { name: `Hired ${i}`, mail: null, switches: ROLES.moderator },
            Date.now(),
          )
          if ('problem' in person) throw new Error(person.problem)
          const session = { personId: person.id, way: 'link' as const, device: 'Bench' }
          const { session: token } = await store.transaction(Date.now(), (tx) => openSession(tx, session))
          return `courant_session=${token}`
        }),
      ),
    async unexamined() {
      const { count, oldest } = await store.db
        .selectFrom('comment_revisions')
        .select(({ fn }) => [fn.countAll<number>().as('count'), fn.min('created_at').as('oldest')])
        .where('to_examine', 'is not', null)
        .executeTakeFirstOrThrow()
      return { count: Number(count), oldest: oldest === null ? null : Number(oldest) }
    },
    async stop() {
      process.kill(server.pid, 'SIGCONT')
      asker.close()
      await store.close()
      await server.stop()
    },
  }
}
