/** What the editor's script says and asks while somebody writes: steps, locks, who is there, what others do. */
import type { Hono } from 'hono'
import * as z from 'zod'
import { lockPlace, notePresent, readLocks, readPresent, stepSchema, takeSteps } from '../../../drafting/index.ts'
import { draftingMessages as m } from '../../../messages/index.ts'
import type { Call, Env, Web } from '../../context.ts'
import { FORM_LIMIT, PAGE_FORM_LIMIT } from '../../kit/form.ts'
import { draftOf } from '../stories/story-access.ts'
import { CLIENT, namesFor, shownLocks, shownPresent } from './draft-people.ts'
import { answerLive } from './live.ts'
import { withJson } from './with-json.ts'

const MOST_STEPS = 20_000

const BATCH = z.object({
  base: z
    .number()
    .int()
    .min(0)
    .max(2 ** 31),
  client: CLIENT,
  key: z.string().min(1).max(100),
  steps: z.array(stepSchema).min(1).max(MOST_STEPS),
})
const LOCK = z.object({
  place: z.string().regex(/^[\w-]{1,64}$/),
  client: CLIENT.optional(),
  take: z.boolean().optional(),
})

export function addDraftRoutes(app: Hono<Env>, web: Web): void {
  app.get('/newsroom/stories/:id/draft', (c) => answerDraft(web, c))
  app.post('/newsroom/stories/:id/steps', (c) =>
    withJson(web, c, { schema: BATCH, limit: PAGE_FORM_LIMIT }, (batch) => answerSteps(web, c, batch)),
  )
  app.post('/newsroom/stories/:id/locks', (c) =>
    withJson(web, c, { schema: LOCK, limit: FORM_LIMIT }, (ask) => answerLock(web, c, ask)),
  )
  app.get('/newsroom/stories/:id/live', (c) => answerLive(web, c))
}

const gone = (c: Call) => c.json({ why: 'gone', say: m.gone }, 410)

async function answerDraft(web: Web, c: Call): Promise<Response> {
  const { db } = web.store
  const draft = await draftOf(web, c)
  if (!draft) return gone(c)
  // Who polls because nothing else comes through is there as well.
  const client = CLIENT.safeParse(c.req.query('client'))
  const person = c.get('person')
  if (client.success)
    await notePresent(web.store, { storyId: draft.id, client: client.data, personId: person.id }, web.now())
  const [locks, present] = await Promise.all([readLocks(db, draft.id, web.now()), readPresent(db, draft.id, web.now())])
  const names = await namesFor(db, [draft.savedBy, ...[...locks, ...present].map(({ personId }) => personId)])
  return c.json({
    number: draft.number,
    content: draft.content,
    savedAt: draft.savedAt,
    by: names(draft.savedBy),
    locks: shownLocks(locks, names),
    present: shownPresent(present, locks, names),
  })
}

async function answerSteps(web: Web, c: Call, batch: z.infer<typeof BATCH>): Promise<Response> {
  const { db } = web.store
  const { id } = c.get('story')
  const taken = await takeSteps(web.store, { ...batch, storyId: id, by: c.get('person').id }, web.now())
  if (taken.taken) return c.json({ number: taken.number, savedAt: taken.savedAt })
  switch (taken.why) {
    case 'changed': {
      const by = (await namesFor(db, [taken.by]))(taken.by)
      const { number, places, theirs } = taken
      return c.json({ why: 'changed', say: m.changed(by?.name ?? null), number, places, theirs, by }, 409)
    }
    case 'locked': {
      const names = await namesFor(db, [taken.lock.personId])
      const [lock] = shownLocks([taken.lock], names)
      return c.json({ why: 'locked', say: m.locked(lock?.person.name ?? m.nobodyKnown), ...lock }, 409)
    }
    case 'gone':
      return gone(c)
    case 'long':
      return c.json({ why: 'long', say: taken.sentence }, 413)
  }
}

async function answerLock(web: Web, c: Call, ask: z.infer<typeof LOCK>): Promise<Response> {
  const person = c.get('person')
  const { place, client = person.id, take = false } = ask
  const { locked, locks } = await lockPlace(
    web.store,
    { storyId: c.get('story').id, place, personId: person.id, client, take },
    web.now(),
  )
  const names = await namesFor(
    web.store.db,
    locks.map(({ personId }) => personId),
  )
  const shown = shownLocks(locks, names)
  if (locked) return c.json({ locks: shown })
  const holder = shown.find((lock) => lock.place === place)?.person.name ?? m.nobodyKnown
  return c.json({ why: 'locked', say: m.locked(holder), locks: shown }, 409)
}
