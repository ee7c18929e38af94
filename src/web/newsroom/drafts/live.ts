/** Server-sent events: what others do in a draft, as it happens. */
import { randomUUID } from 'node:crypto'
import { streamSSE } from 'hono/streaming'
import { type LiveNews, MOST_EARS, noteGone, notePresent } from '../../../drafting/index.ts'
import { draftingMessages as m } from '../../../messages/index.ts'
import { readSessionInHand } from '../../../people/index.ts'
import { storeProblem } from '../../../store/index.ts'
import type { Call, Web } from '../../context.ts'
import { sessionCookie } from '../kit/guard.ts'
import { draftOf } from '../stories/story-access.ts'
import { CLIENT, namesFor, shownLocks, shownPresent } from './draft-people.ts'

/** How often a line says that it is still there, and looks whether its session is. Milliseconds. */
const BEAT = 15_000
/** A browser asks anew so soon after a line has ended. Milliseconds. */
const RETRY = 2000

export async function answerLive(web: Web, c: Call): Promise<Response> {
  const draft = await draftOf(web, c)
  if (!draft) return c.json({ why: 'gone', say: m.gone }, 410)
  // Whoever asks for a page would wait for its end, which does not come.
  if (!c.req.header('accept')?.includes('text/event-stream')) return c.json({ why: 'a stream', say: m.aStream }, 406)
  const given = CLIENT.safeParse(c.req.query('client'))
  const client = given.success ? given.data : randomUUID()
  const personId = c.get('person').id
  const here = { storyId: draft.id, client, personId }
  const known = Number(c.req.header('last-event-id') ?? c.req.query('number') ?? draft.number)
  const number = Number.isInteger(known) && known >= 0 ? known : draft.number
  await notePresent(web.store, here, web.now())

  let send = async (_: LiveNews): Promise<void> => {}
  let end = () => {}
  const ended = new Promise<void>((resolve) => {
    end = resolve
  })
  const stopListening = web.live.listen({ ...here, number, tell: (news) => send(news), end })
  if (!stopListening) return c.json({ why: 'too many', say: m.tooManyTabs(MOST_EARS) }, 429)
  // Nothing else comes over this line: kept open after its end, it would hold up the program's.
  c.header('connection', 'close')
  // A line that a proxy would hold back, to send it in larger pieces, would be none.
  c.header('x-accel-buffering', 'no')
  return streamSSE(c, async (stream) => {
    stream.onAbort(end)
    send = async (news) => {
      for (const { data, ...more } of await shown(web, news))
        await stream.writeSSE({ ...more, data: JSON.stringify(data) })
    }
    await stream.writeSSE({ event: 'here', data: '{}', retry: RETRY })
    while (!(await Promise.race([ended.then(() => true), stream.sleep(BEAT).then(() => false)]))) {
      if (!(await isStillIn(web, c, here))) break
      await stream.writeSSE({ event: 'here', data: '{}' })
    }
    stopListening()
    if (!web.live.isListening(draft.id, client) && !web.live.isStopped())
      await noteGone(web.store, draft.id, client, web.now()).catch(ifAway)
  })
}

/** Whether the session still is one; notes that the tab is there. While the database is away nobody is sent away. */
async function isStillIn(
  web: Web,
  c: Call,
  here: { storyId: string; client: string; personId: string },
): Promise<boolean> {
  try {
    const inHand = await readSessionInHand(web.store.db, sessionCookie(web, c) ?? '', web.now())
    if (inHand?.person.id !== here.personId) return false
    await notePresent(web.store, here, web.now())
    return true
  } catch (error) {
    ifAway(error)
    return true
  }
}

function ifAway(error: unknown): void {
  if (storeProblem(error) === null) throw error
}

/** As it goes over the line: an event's name, its facts, and a number that a browser comes back with. */
async function shown(web: Web, news: LiveNews): Promise<{ event: string; data: object; id?: string }[]> {
  const { db } = web.store
  if (news.kind === 'suggestions' || news.kind === 'notes' || news.kind === 'standing')
    return [{ event: news.kind, data: {} }]
  if (news.kind === 'steps') {
    const { number, at, client, steps } = news
    const by = (await namesFor(db, [news.by]))(news.by)
    return [{ event: 'steps', data: { number, savedAt: at, by, client, steps }, id: String(number) }]
  }
  const { locks, present } = news
  const names = await namesFor(
    db,
    [...locks, ...present].map(({ personId }) => personId),
  )
  return [
    { event: 'locks', data: shownLocks(locks, names) },
    { event: 'present', data: shownPresent(present, locks, names) },
  ]
}
