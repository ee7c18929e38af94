/** Standing pages in the newsroom: written, published, taken off the site. */
import type { Hono } from 'hono'
import { pagesMessages as m, pageDraftMessages } from '../../../messages/index.ts'
import {
  changePage,
  createPage,
  listPages,
  MENUS,
  PAGE_KINDS,
  type PageKind,
  readMenus,
  readStandingPage,
  removePage,
  type StandingPage,
  unpublishPage,
} from '../../../paper/index.ts'
import { readPerson } from '../../../people/index.ts'
import { readSiteSettings } from '../../../publication/index.ts'
import { picturesOf } from '../../../story/index.ts'
import { unixLines } from '../../../text/index.ts'
import type { Call, Env, Web } from '../../context.ts'
import { answerError } from '../../kit/answer.ts'
import { type Form, PAGE_FORM_LIMIT } from '../../kit/form.ts'
import { isReserved } from '../../kit/reserved.ts'
import { wholeNumber } from '../../kit/whole-number.ts'
import { withForm } from '../../kit/with-form.ts'
import { renderStandingPage } from '../../site/front/standing-page.tsx'
import { contentOfPage } from '../../site/front/standing-pages.ts'
import { contentOfWords } from '../../site/front/standing-words.ts'
import { readSite } from '../../site/kit/site.ts'
import { frameFor } from '../kit/frame.ts'
import { type PageEditProps, renderPageEditPage } from './page-edit-page.tsx'
import { renderPagesPage } from './pages-page.tsx'

export function addPagesRoutes(app: Hono<Env>, web: Web): void {
  app.get('/newsroom/pages', (c) => list(web, c, {}))
  app.post('/newsroom/pages', (c) => withForm(web, c, (form) => create(web, c, form)))
  app.get('/newsroom/pages/:id', (c) =>
    withPage(web, c, (page) => edit(web, c, page, { form: page, ...doneOf(c.req.query('done')) })),
  )
  app.post('/newsroom/pages/:id', (c) =>
    withForm(web, c, (form) => withPage(web, c, (page) => save(web, c, page, form)), PAGE_FORM_LIMIT),
  )
  app.get('/newsroom/pages/:id/preview', (c) => withPage(web, c, (page) => preview(web, c, page)))
  app.post('/newsroom/pages/:id/unpublish', (c) =>
    withPage(web, c, async ({ id }) => {
      await unpublishPage(web.store, { id, by: c.get('person').id }, web.now())
      return c.redirect(`/newsroom/pages/${id}?done=unpublished`, 303)
    }),
  )
  app.post('/newsroom/pages/:id/remove', (c) =>
    withPage(web, c, async ({ id, title }) => {
      await removePage(web.store, { id, by: c.get('person').id }, web.now())
      return c.redirect(`/newsroom/pages?removed=${encodeURIComponent(title)}`, 303)
    }),
  )
}

async function withPage(web: Web, c: Call, work: (page: StandingPage) => Promise<Response>): Promise<Response> {
  const page = await readStandingPage(web.store.db, c.req.param('id') ?? '')
  return page ? work(page) : answerError(web, c, 404, { sentence: m.gone })
}

/** The expected pages have their kind as address. */
const isMissing = (kind: PageKind, pages: readonly StandingPage[]): boolean =>
  !pages.some((page) => page.kind === kind || page.slug === kind)

async function list(web: Web, c: Call, said: { title?: string; problem?: string }): Promise<Response> {
  const [frame, pages] = await Promise.all([frameFor(web, c), listPages(web.store.db)])
  const removed = c.req.query('removed')
  const missing = PAGE_KINDS.filter((kind) => isMissing(kind, pages))
  const html = renderPagesPage({ ...frame, pages, missing, ...said, ...(removed ? { done: m.removed(removed) } : {}) })
  return c.html(html, said.problem ? 400 : 200)
}

async function create(web: Web, c: Call, form: Form): Promise<Response> {
  const kind = PAGE_KINDS.find((one) => one === form.get('kind')) ?? ''
  const title = form.get('title')
  const fields = kind === '' ? { title, slug: '', words: '' } : await draftOf(web, kind)
  const by = c.get('person').id
  const made = await createPage(web.store, { kind, fields, isReserved, pictures: [], by }, web.now())
  if ('problem' in made) return list(web, c, { title, problem: made.problem })
  return c.redirect(`/newsroom/pages/${made.id}`, 303)
}

async function draftOf(web: Web, kind: PageKind) {
  const [site, { contact }] = await Promise.all([readSite(web), readSiteSettings(web.store.db)])
  const { title, words } = pageDraftMessages.drafts[kind]
  const facts = { name: site.name, contact, url: site.url, sendsMail: site.mailLeaves }
  return { title, slug: kind, words: words({ ...facts, withoutReview: site.withoutReview ?? null }) }
}

async function save(web: Web, c: Call, page: StandingPage, sent: Form): Promise<Response> {
  const number = wholeNumber(sent.get('number')) ?? 0
  const fields = { title: sent.get('title'), slug: sent.get('slug'), words: unixLines(sent.get('words')) }
  const form = { ...fields, number }
  const content = contentOfWords(fields.words, 'en')
  if ('problem' in content) return edit(web, c, page, { form, problem: { field: 'words', sentence: content.problem } })
  const publish = sent.get('afterwards') === 'publish'
  const pictures = picturesOf(content)
  const by = c.get('person').id
  const saved = await changePage(
    web.store,
    { id: page.id, number, publish, fields, isReserved, pictures, by },
    web.now(),
  )
  if ('gone' in saved) return answerError(web, c, 404, { sentence: m.gone })
  if ('problem' in saved) return edit(web, c, page, { form, problem: { field: saved.field, sentence: saved.problem } })
  // Saving again starts from the other's: the choice has been made by then.
  if ('theirs' in saved)
    return edit(web, c, saved.theirs, { form: { ...fields, number: saved.theirs.number }, theirs: saved.theirs })
  if (saved.notPublished !== undefined) {
    const problem = { field: 'words' as const, sentence: m.notPublished(saved.notPublished) }
    return edit(web, c, saved.page, { form: saved.page, problem })
  }
  return c.redirect(`/newsroom/pages/${page.id}?done=${saved.page.published ? 'published' : 'saved'}`, 303)
}

const doneOf = (name: string | undefined): Pick<PageEditProps, 'done'> =>
  name === 'saved' || name === 'published' || name === 'unpublished' ? { done: name } : {}

async function edit(
  web: Web,
  c: Call,
  page: StandingPage,
  seen: Pick<PageEditProps, 'form' | 'done' | 'problem' | 'theirs'>,
): Promise<Response> {
  const { db } = web.store
  const [frame, menus, by] = await Promise.all([
    frameFor(web, c),
    readMenus(db),
    page.changedBy === null ? null : readPerson(db, page.changedBy),
  ])
  const naming = MENUS.filter((menu) => menus[menu].own && menus[menu].lines.some(({ aboutId }) => aboutId === page.id))
  const html = renderPageEditPage({ ...frame, page, savedBy: by?.name ?? null, menus: naming, ...seen })
  return c.html(html, seen.theirs ? 409 : seen.problem ? 400 : 200)
}

async function preview(web: Web, c: Call, page: StandingPage): Promise<Response> {
  const site = await readSite(web)
  const content = await contentOfPage(web, page, site.language)
  return c.html(renderStandingPage({ site, page, content, preview: true }))
}
