/** The readers' addresses: kept pages, and writing a comment. */
import type { Hono } from 'hono'
import { frontMessages as m } from '../../messages/index.ts'
import { TERM_KINDS, termPath } from '../../paper/index.ts'
import { namesByQuery } from '../../redirects/index.ts'
import { wasPublished } from '../../story/index.ts'
import type { Call, Env, Web } from '../context.ts'
import { answerError, answerKept } from '../kit/answer.ts'
import { drawnForReaders } from '../kit/kept/for-readers.ts'
import type { KeptPage } from '../kit/page-cache.ts'
import { addCorrectionRoutes } from './corrections/corrections-routes.ts'
import { addEmbedRoutes } from './embed/embed-routes.ts'
import { addFileRoutes } from './files/file-routes.ts'
import { addModerationRoutes } from './front/moderation-routes.ts'
import { pageAt } from './front/pages.tsx'
import { movedStandingPageAt } from './front/standing-pages.ts'
import { formerTermAt } from './front/term-pages.ts'
import { storyPathOf } from './kit/paths.ts'
import { readSiteAnew } from './kit/site.ts'
import { answerOldAddress } from './old-address.ts'
import { addAccountLinkRoutes } from './own/receipt-account-link-routes.ts'
import { addAccountRoutes } from './own/receipt-account-routes.ts'
import { addReceiptAnswersRoutes } from './own/receipt-answers-routes.ts'
import { addReceiptAppealRoutes } from './own/receipt-appeal-routes.ts'
import { addReceiptEraseRoutes } from './own/receipt-erase-routes.ts'
import { addReceiptRoutes } from './own/receipt-routes.ts'
import { addPictureRoutes } from './pictures/picture-routes.ts'
import { addNoticesRoutes } from './reports/notices-routes.ts'
import { addReportRoutes } from './reports/report-routes.ts'
import { wasNamePage } from './said/said-pages.ts'
import { FOLDERS, KINDS } from './said/said-props.ts'
import { addSaidRoutes } from './said/said-routes.ts'
import { answerToStaff } from './staff-page.tsx'
import { addCommentRoutes } from './story/comment-routes.ts'
import { addProofRoutes } from './story/proof-routes.ts'
import { addWrongRoutes } from './wrong/wrong-routes.ts'

export function addSiteRoutes(app: Hono<Env>, web: Web): void {
  const kept = (c: Call) => answerPage(web, c)
  app.get('/', kept)
  app.get('/feed.xml', kept)
  app.get('/sitemap.xml', kept)
  app.get('/robots.txt', kept)
  app.get('/ads.txt', kept)
  app.get('/archive', kept)
  app.get('/house-rules', kept)
  for (const path of ['/favicon.ico', '/apple-touch-icon.png', '/manifest.webmanifest', '/icons/:file', '/look/:file'])
    app.get(path, kept)
  app.get('/:year{[0-9]{4}}', kept)
  app.get('/:year{[0-9]{4}}/:month{[0-9]{2}}', kept)
  app.get('/:year{[0-9]{4}}/:month{[0-9]{2}}/:slug', kept)
  addCorrectionRoutes(app, kept)
  for (const kind of TERM_KINDS) {
    app.get(termPath({ kind, slug: ':slug' }), kept)
    app.get(`${termPath({ kind, slug: ':slug' })}/:page{[0-9]+}`, kept)
    app.get(`${termPath({ kind, slug: ':slug' })}/feed.xml`, kept)
  }
  for (const kind of KINDS) {
    app.get(`/${FOLDERS[kind]}`, kept)
    app.get(`/${FOLDERS[kind]}/:slug`, kept)
  }
  app.get('/assets/:file', async (c) => {
    const asset = web.assets.get(c.req.path) ?? (await ownStylesheet(web, c.req.path))
    if (typeof asset === 'string') return c.redirect(asset, 302)
    return asset ? answerKept(c, asset) : answerError(web, c, 404)
  })
  addPictureRoutes(app, web)
  addFileRoutes(app, web)
  addCommentRoutes(app, web)
  addProofRoutes(app, web)
  addEmbedRoutes(app, web)
  addNoticesRoutes(app, web)
  addReceiptRoutes(app, web)
  addReceiptEraseRoutes(app, web)
  addAccountRoutes(app, web)
  addAccountLinkRoutes(app, web)
  addReceiptAnswersRoutes(app, web)
  addReceiptAppealRoutes(app, web)
  addReportRoutes(app, web)
  addWrongRoutes(app, web)
  addModerationRoutes(app, web)
  addSaidRoutes(app, web)
  // The last of all: whatever else stands at the root is no page of the paper's.
  app.get('/:page', kept)
}

/**
 * A stylesheet with the site's own lines that this process has not made yet: another has, where somebody changed the
 * look just now, or this one has only begun. One of before leads to that of now.
 */
async function ownStylesheet(web: Web, path: string): Promise<KeptPage | string | undefined> {
  const [, name] = /^\/assets\/(site|newsroom)-own-[0-9A-F]{8}\.css$/.exec(path) ?? []
  if (!name) return undefined
  const { dress } = await readSiteAnew(web)
  return web.assets.get(path) ?? (name === 'site' ? dress.stylesheet : dress.newsroomStylesheet)
}

async function answerPage(web: Web, c: Call): Promise<Response> {
  const path = storyPathOf(c.req.path)
  // The root has a page, and answered for others by their numbers where the site was before.
  const named = namesByQuery(c.env.incoming.url ?? '') ? await answerOldAddress(web, c) : null
  if (named) return named
  const page = pageAt(web, path)
    ? await web.pages.fill(path, () => drawnForReaders(web, async (from) => (await pageAt(from, path)?.()) ?? null))
    : null
  if (page) return (await answerToStaff(web, c, path, page)) ?? answerKept(c, page)
  const former = await formerTermAt(web, path)
  if (former && former !== 'gone') return c.redirect(encodeURI(former.movedTo), 301)
  const moved = await movedStandingPageAt(web, path)
  if (moved !== null) return c.redirect(encodeURI(moved), 301)
  const old = await answerOldAddress(web, c)
  if (old) return old
  if (former === 'gone') return answerError(web, c, 410, { sentence: m.termGone })
  if (await wasNamePage(web, path)) return answerError(web, c, 410, { sentence: m.nameGone })
  const isGone = await wasPublished(web.store.db, path)
  return answerError(web, c, isGone ? 410 : 404)
}
