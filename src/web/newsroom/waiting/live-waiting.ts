/** What waits, as the newsroom's open pages are told of it: by server-sent events, or whenever they ask. */
import type { Hono } from 'hono'
import { streamSSE } from 'hono/streaming'
import { toDoMessages as m } from '../../../messages/index.ts'
import { readSessionInHand } from '../../../people/index.ts'
import { storeProblem } from '../../../store/index.ts'
import { type Counted, countWaiting, MOST_TABS, waitingFor } from '../../../waiting/index.ts'
import type { Call, Env, Web } from '../../context.ts'
import { sessionCookie } from '../kit/guard.ts'
import { newsOf } from './waiting-line.tsx'

/** How often a line says that it is still there, and looks whether its session is. Milliseconds. */
const BEAT = 30_000
/** A browser asks anew so soon after a line has ended. Milliseconds. */
const RETRY = 3000

export function addLiveWaitingRoutes(app: Hono<Env>, web: Web): void {
  app.get('/newsroom/to-do', async (c) => c.json(newsOf(waitingFor(c.get('person'), await countWaiting(web.store.db)))))
  app.get('/newsroom/to-do/live', (c) => answerLiveWaiting(web, c))
}

async function answerLiveWaiting(web: Web, c: Call): Promise<Response> {
  // Whoever asks for a page would wait for its end, which does not come.
  if (!c.req.header('accept')?.includes('text/event-stream')) return c.json({ say: m.aStream }, 406)
  let person = c.get('person')
  let end = () => {}
  const ended = new Promise<void>((resolve) => {
    end = resolve
  })
  let known: readonly Counted[] | null = null
  let said = ''
  let send = async (_: string): Promise<void> => {}
  const tellNews = () => {
    if (known === null) return
    const news = JSON.stringify(newsOf(waitingFor(person, known)))
    // What is new may be for others.
    if (news === said) return
    said = news
    void send(news).catch(end)
  }
  const stopListening = web.waiting.listen({
    personId: person.id,
    tell(counted) {
      known = counted
      tellNews()
    },
    end,
  })
  if (!stopListening) return c.json({ say: m.tooMany(MOST_TABS) }, 429)
  // Nothing else comes over this line: kept open after its end, it would hold up the program's.
  c.header('connection', 'close')
  // A line that a proxy would hold back, to send it in larger pieces, would be none.
  c.header('x-accel-buffering', 'no')
  return streamSSE(c, async (stream) => {
    stream.onAbort(end)
    send = (data) => stream.writeSSE({ event: 'waiting', data })
    await stream.writeSSE({ event: 'here', data: '{}', retry: RETRY })
    said = ''
    tellNews()
    while (!(await Promise.race([ended.then(() => true), stream.sleep(BEAT).then(() => false)]))) {
      const still = await stillIn(web, c, person.id)
      if (still === null) break
      // What they may do can have changed.
      if (still !== 'away') person = still
      tellNews()
      await stream.writeSSE({ event: 'here', data: '{}' })
    }
    stopListening()
  })
}

/** The person as they are now; null where the session is none any more. While the database is away nobody is sent away. */
async function stillIn(web: Web, c: Call, personId: string) {
  try {
    const inHand = await readSessionInHand(web.store.db, sessionCookie(web, c) ?? '', web.now())
    return inHand?.person.id === personId ? inHand.person : null
  } catch (error) {
    if (storeProblem(error) === null) throw error
    return 'away' as const
  }
}
