/** Old addresses lead on, where nothing else answers. */
import { redirectOf } from '../../redirects/index.ts'
import type { Call, Web } from '../context.ts'
import { answerError, isReading } from '../kit/answer.ts'

/** Long enough for a crowd that follows one link, and soon over where an editor has it lead elsewhere. In seconds. */
const REMEMBERED = 300

/** The answer of the old address that was asked for; null where there is none. */
export async function answerOldAddress(web: Web, c: Call): Promise<Response | null> {
  if (!isReading(c) || /^\/(?:newsroom|api)(?:\/|$)/.test(c.req.path)) return null
  const found = await redirectOf(web.store.db, c.env.incoming.url ?? '', web.url())
  if (found === null) return null
  if (found === 'gone') return answerError(web, c, 410)
  const response = c.redirect(found.to, 301)
  response.headers.set('cache-control', `public, max-age=${REMEMBERED}`)
  return response
}
