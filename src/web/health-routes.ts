/** What machines ask of the program: whether it lives, whether to send it readers, and its counters. */
import { createHash, timingSafeEqual } from 'node:crypto'
import type { Hono } from 'hono'
import { machineMessages as m } from '../messages/index.ts'
import { checkStore, storeProblem } from '../store/index.ts'
import type { Call, Env, Web } from './context.ts'
import { answerError } from './kit/answer.ts'

const UNKEPT = { 'cache-control': 'no-store' }

export function addHealthRoutes(app: Hono<Env>, web: Web): void {
  app.get('/healthz', (c) => c.text('ok\n', 200, UNKEPT))
  app.get('/readyz', async (c) => {
    const problem = await whyNotReady(web)
    return problem === null ? c.text('ready\n', 200, UNKEPT) : c.text(`${problem}\n`, 503, UNKEPT)
  })
  app.get('/metrics', (c) => answerMetrics(web, c))
}

/** Why no reader should be sent here just now, in a sentence; null where there is no reason. */
async function whyNotReady({ store, isEnding }: Web): Promise<string | null> {
  if (isEnding()) return m.isEnding
  try {
    const [schema] = await checkStore(store, 'schema')
    return schema?.problem === null ? null : m.otherSchema
  } catch (error) {
    if (storeProblem(error) === null) throw error
    return m.databaseAway
  }
}

async function answerMetrics(web: Web, c: Call): Promise<Response> {
  const { metrics } = web.pulse
  if (!metrics) return answerError(web, c, 404)
  if (!isSame(c.req.header('authorization') ?? '', `Bearer ${metrics.token}`)) {
    const refused = c.text(`${m.metricsNeedToken}\n`, 401, UNKEPT)
    refused.headers.set('www-authenticate', 'Bearer')
    return refused
  }
  const { counters } = metrics
  const text = await counters.text({
    ...{ db: web.store.db, now: web.now },
    cache: () => ({ ...web.pages.counts(), bytes: web.pages.size, pages: web.pages.count }),
    streams: () => web.live.count() + web.waiting.count(),
  })
  return c.body(text, 200, { ...UNKEPT, 'content-type': counters.type })
}

/** However much of it is right, the answer takes as long. */
function isSame(given: string, wanted: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(hash(given), hash(wanted))
}
