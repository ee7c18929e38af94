/** The addresses of corrections and versions. All but one are pages that are kept. */
import type { Hono } from 'hono'
import type { Call, Env } from '../../context.ts'
import { wholeNumber } from '../../kit/whole-number.ts'
import { storyPathOf } from '../kit/paths.ts'

const VERSIONS = '/:year{[0-9]{4}}/:month{[0-9]{2}}/:slug/versions'

/** `kept` answers with the kept page of the address. */
export function addCorrectionRoutes(app: Hono<Env>, kept: (c: Call) => Promise<Response>): void {
  app.get('/corrections', kept)
  app.get('/corrections/figures.json', kept)
  app.get('/corrections/:page{[0-9]+}', kept)
  app.get(VERSIONS, kept)
  app.get(`${VERSIONS}/compare`, (c) => {
    const versions = encodeURI(storyPathOf(c.req.path)).replace(/\/compare$/, '')
    const [from, to] = [wholeNumber(c.req.query('from') ?? ''), wholeNumber(c.req.query('to') ?? '')]
    if (!from || !to || from === to) return c.redirect(versions, 303)
    return c.redirect(`${versions}/${Math.min(from, to)}/${Math.max(from, to)}`, 303)
  })
  app.get(`${VERSIONS}/:from{[0-9]+}/:to{[0-9]+}`, kept)
}
