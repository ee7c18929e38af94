/** Old addresses in the settings. */
import type { Hono } from 'hono'
import { oldAddressesMessages as m, redirectMessages } from '../../../messages/index.ts'
import { addRedirects, listRedirects, MOST_LINES, readRedirectLines, removeRedirect } from '../../../redirects/index.ts'
import { unixLines } from '../../../text/index.ts'
import type { Call, Env, Web } from '../../context.ts'
import { type Form, PAGE_FORM_LIMIT } from '../../kit/form.ts'
import { wholeNumber } from '../../kit/whole-number.ts'
import { withForm } from '../../kit/with-form.ts'
import { frameFor } from '../kit/frame.ts'
import { tryAddress } from './old-address-tried.ts'
import { type OldAddressesProps, renderOldAddressesPage } from './old-addresses-page.tsx'

type Seen = Partial<Pick<OldAddressesProps, 'test' | 'tried' | 'done' | 'problem' | 'typed' | 'pasted'>>

const HERE = '/newsroom/old-addresses'

export function addOldAddressesRoutes(app: Hono<Env>, web: Web): void {
  app.get(HERE, async (c) => {
    const test = c.req.query('test') ?? ''
    const tried = test.trim() === '' ? null : await tryAddress(app, web, test)
    if (tried === null && test.trim() !== '') return show(web, c, { test, problem: redirectMessages.noAddress(test) })
    const added = wholeNumber(c.req.query('added') ?? '')
    const done = added !== null ? m.added(added) : c.req.query('removed') === undefined ? null : m.removed
    return show(web, c, { test, ...(tried ? { tried } : {}), ...(done ? { done } : {}) })
  })
  app.post(HERE, (c) => withForm(web, c, (form) => add(web, c, form)))
  app.post(`${HERE}/paste`, (c) => withForm(web, c, (form) => addPasted(web, c, form), PAGE_FORM_LIMIT))
  app.post(`${HERE}/remove`, (c) =>
    withForm(web, c, async (form) => {
      const by = c.get('person').id
      const isThere = await removeRedirect(web.store, { address: form.get('address'), by }, web.now())
      return isThere ? c.redirect(`${HERE}?removed`, 303) : show(web, c, { problem: m.notThere })
    }),
  )
}

async function add(web: Web, c: Call, form: Form): Promise<Response> {
  const typed = { from: form.get('from'), to: form.get('to') }
  const { problems } = await keep(web, c, [{ line: 1, ...typed }])
  const [problem] = problems
  if (problem) return show(web, c, { typed, problem: problem.sentence })
  // What it does now is shown at once: it may never be asked for, where the site has a page of its own.
  return c.redirect(`${HERE}?${new URLSearchParams({ added: '1', test: typed.from })}`, 303)
}

async function addPasted(web: Web, c: Call, form: Form): Promise<Response> {
  const pasted = unixLines(form.get('lines'))
  const whole = pasted.split('\n')
  const unread = (problem: string) => show(web, c, { pasted: { lines: pasted, problems: [], added: 0 }, problem })
  if (whole.length > MOST_LINES) return unread(m.tooMany(MOST_LINES))
  const { redirects, bad } = readRedirectLines(pasted)
  if (redirects.length === 0 && bad.length === 0) return unread(m.nothingPasted)
  const { kept, problems } = await keep(web, c, redirects)
  const all = [...problems, ...bad.map((line) => ({ line, sentence: m.needsTwo }))].sort((a, b) => a.line - b.line)
  if (all.length === 0) return c.redirect(`${HERE}?added=${kept}`, 303)
  const lines = all.map(({ line }) => whole[line - 1] ?? '').join('\n')
  return show(web, c, { pasted: { lines, problems: all, added: kept } })
}

const keep = (web: Web, c: Call, redirects: Parameters<typeof addRedirects>[1]['redirects']) =>
  addRedirects(web.store, { redirects, by: c.get('person').id, siteUrl: web.url() }, web.now())

async function show(web: Web, c: Call, seen: Seen): Promise<Response> {
  const find = c.req.query('find') ?? ''
  const page = Math.max(1, wholeNumber(c.req.query('page') ?? '') ?? 1)
  const [frame, list] = await Promise.all([frameFor(web, c), listRedirects(web.store.db, { find, page })])
  const html = renderOldAddressesPage({ ...frame, list, find, page, test: '', ...seen })
  return c.html(html, seen.problem || seen.pasted ? 400 : 200)
}
