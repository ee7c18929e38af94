/** All routes together, and what holds for every one: security headers, errors with a sentence, a line in the log. */
import { Hono } from 'hono'
import { fileProblem } from '../files/index.ts'
import { errorMessages as m } from '../messages/index.ts'
import { describeError, storeProblem } from '../store/index.ts'
import { addApiRoutes } from './api/routes.ts'
import type { Env, Web } from './context.ts'
import { answerNothing, behindDoors } from './doors.ts'
import { addHealthRoutes } from './health-routes.ts'
import { answerError, isReading, wordsOfProblem } from './kit/answer.ts'
import { isBrokenOff } from './kit/form.ts'
import { problemLog } from './kit/problem-log.ts'
import { readableOnly } from './kit/readable-address.ts'
import { sameSiteOnly } from './kit/same-site.ts'
import { headersOf } from './kit/security-headers.ts'
import { newsroomHeaders } from './newsroom/kit/guard.ts'
import { addNewsroomRoutes } from './newsroom/routes.ts'
import { addProgramRoutes } from './programs/routes.ts'
import { addSiteRoutes } from './site/routes.ts'

export function createRoutes(web: Web): Hono<Env> {
  // An address with a slash at its end is the same address; pages name the one without.
  const app = new Hono<Env>({ strict: false })
  const tell = problemLog(web.log)
  app.use(async (c, next) => {
    const started = performance.now()
    const answer = () => ({ route: c.req.routePath, status: c.res.status })
    await web.pulse.trace.request(c.req.method, next, answer)
    const headers = headersOf(web.url(), c.req.path.startsWith('/api/'))
    for (let i = 0; i < headers.length; i += 2) {
      const name = headers[i] as string
      if (!c.res.headers.has(name)) c.res.headers.set(name, headers[i + 1] as string)
    }
    // The pattern, not the address: a receipt's address is a key, and a sign-in link's too.
    const { route, status } = answer()
    const ms = performance.now() - started
    web.pulse.ear.answered(c.req.method, route, status, ms)
    web.log.debug({ method: c.req.method, route, status, ms: Math.round(ms) }, 'answered')
  })
  // First of all: any other refusal gives back what was written, and may not do so for another site's page.
  app.use(sameSiteOnly(web))
  app.use(readableOnly(web))
  // Before the doors: what a door answers is a page of the newsroom's too, and may need its script.
  app.use('/newsroom', newsroomHeaders)
  app.use('/newsroom/*', newsroomHeaders)
  behindDoors(app, web, () => {
    addHealthRoutes(app, web)
    addApiRoutes(app, web)
    addProgramRoutes(app, web)
    addNewsroomRoutes(app, web)
    addSiteRoutes(app, web)
  })
  app.notFound((c) => answerNothing(app, web, c))
  app.onError((error, c) => {
    // Who sent it has gone in the middle of it: there is nobody to answer, and nothing to put right.
    if (isBrokenOff(error)) return answerError(web, c, 400)
    const problem = storeProblem(error)
    const ofFiles = problem === null ? fileProblem(error) : null
    if (ofFiles !== null) {
      tell(`files ${ofFiles}`, error)
      return answerError(web, c, ofFiles === 'full' ? 507 : 503, ofFiles === 'full' ? {} : m.filesAway)
    }
    if (problem === null) {
      web.log.error(describeError(error), 'a request failed')
      return answerError(web, c, 500)
    }
    tell(problem, error)
    const words = wordsOfProblem(problem, { withWords: c.get('draft') !== undefined, isReading: isReading(c) })
    return answerError(web, c, problem === 'full' ? 507 : 503, words)
  })
  return app
}
