/** Courant as an external moderation phase of Coral: a signed question comes in, and what the desk finds goes back. */
import type { Hono } from 'hono'
import { answerCoral, isSignedBy, readCoralSecret, wordsAskedAbout } from '../../coral/index.ts'
import { coralMessages as m } from '../../messages/index.ts'
import type { Call, Env, Web } from '../context.ts'
import { answerError } from '../kit/answer.ts'
import { readBody } from '../kit/form.ts'

/** The longest comment that Coral takes, in JSON with every character escaped, and a story's address. */
const LIMIT = 256 * 1024

export function addCoralRoutes(app: Hono<Env>, web: Web): void {
  app.post('/api/coral', (c) => answerPhase(web, c))
}

async function answerPhase(web: Web, c: Call): Promise<Response> {
  const secret = await readCoralSecret(web.store.db)
  if (secret === null) return answerError(web, c, 404, { sentence: m.notOn })
  const body = await readBody(c.env.incoming, LIMIT)
  if (!body) return answerError(web, c, 413, { sentence: m.tooLarge })
  // Before anything in it is looked at.
  if (!isSignedBy(secret, body, c.req.header('x-coral-signature') ?? ''))
    return answerError(web, c, 403, { sentence: m.notSigned })
  const words = wordsAskedAbout(body)
  if (words === null) return answerError(web, c, 400, { sentence: m.notAsked })
  const answer = await answerCoral(web.store, words, { examine: web.examine, now: web.now() })
  const headers = { 'cache-control': 'no-store' }
  return answer ? c.json(answer, 200, headers) : c.body(null, 204, headers)
}
