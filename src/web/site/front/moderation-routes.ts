/**
 * The moderation log and the yearly reports. They tell whole days only, so
 * each is drawn once a day and kept until the next one, or until a story's
 * headline or the site's settings change.
 */
import type { Hono } from 'hono'
import { readPublicity, readReasons } from '../../../house-rules/index.ts'
import {
  figureRows,
  firstDecisionAt,
  monthSpan,
  readFigures,
  readLog,
  readStatements,
  toCsv,
  toldUntil,
  yearSpan,
} from '../../../redress/index.ts'
import type { Call, Env, Web } from '../../context.ts'
import { answerError, answerKept } from '../../kit/answer.ts'
import { drawnForReaders } from '../../kit/kept/for-readers.ts'
import type { Page } from '../../kit/page-cache.ts'
import { storyPathOf } from '../kit/paths.ts'
import { readSite } from '../kit/site.ts'
import { renderLogPage } from './moderation-page.tsx'
import { renderTransparencyPage, renderYearsPage } from './transparency-page.tsx'

const HTML = 'text/html; charset=utf-8'

export function addModerationRoutes(app: Hono<Env>, web: Web): void {
  const answer = (c: Call) => answerModeration(web, c)
  app.get('/moderation', answer)
  app.get('/moderation/:year', answer)
  app.get('/moderation/:year/:month', answer)
  app.get('/moderation/:year/:month/:part', answer)
}

async function answerModeration(web: Web, c: Call): Promise<Response> {
  const path = storyPathOf(c.req.path)
  if (!moderationPageAt(web, path)) return answerError(web, c, 404)
  const until = toldUntil(web.now())
  // Kept under the day that it tells last, behind a sign that no address can have; old days are pushed out.
  const draw = async (from: Web) => (await moderationPageAt(from, path)?.(until)) ?? null
  const page = await web.pages.fill(`${path}\0${until}`, () => drawnForReaders(web, draw))
  return page ? answerKept(c, page) : answerError(web, c, 404)
}

type Draw = (until: number) => Promise<Page | null>

function moderationPageAt(web: Web, path: string): Draw | null {
  const [, head, ...rest] = path.split('/')
  if (head !== 'moderation') return null
  const place = rest.join('/')
  const month = /^(\d{4})\/(\d{2})(?:\/([1-9]\d{0,3}))?$/.exec(place)
  const statements = /^(\d{4})(?:\/([1-9]\d{0,3}))?\.json$/.exec(place)
  if (place === '') return (until) => logPage(web, until, null, 1)
  if (month) return (until) => logPage(web, until, `${month[1]}/${month[2]}`, Number(month[3] ?? 1))
  if (place === 'years') return (until) => yearsPage(web, until)
  if (/^\d{4}$/.test(place)) return (until) => reportPage(web, until, Number(place))
  if (/^\d{4}\.csv$/.test(place)) return (until) => reportCsv(web, until, Number.parseInt(place, 10))
  if (statements) return (until) => statementsPage(web, until, Number(statements[1]), Number(statements[2] ?? 1))
  return null
}

/** The years and months since the first decision, newest first; none before anything was decided. */
async function timesOf(web: Web, until: number): Promise<{ years: number[]; months: string[] }> {
  const first = await firstDecisionAt(web.store.db)
  if (first === null || first >= until) return { years: [], months: [] }
  const months: string[] = []
  const day = new Date(until - 1)
  for (let at = Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), 1); ; ) {
    const start = new Date(at)
    months.push(`${start.getUTCFullYear()}/${String(start.getUTCMonth() + 1).padStart(2, '0')}`)
    if (at <= first) break
    at = Date.UTC(start.getUTCFullYear(), start.getUTCMonth() - 1, 1)
  }
  return { years: [...new Set(months.map((month) => Number(month.slice(0, 4))))], months }
}

async function logPage(web: Web, until: number, asked: string | null, part: number): Promise<Page | null> {
  const publicity = await readPublicity(web.store.db)
  if (!publicity.log) return null
  const { months } = await timesOf(web, until)
  const newest = new Date(until - 1).toISOString().slice(0, 7).replace('-', '/')
  const month = asked ?? months[0] ?? newest
  if (asked !== null && !months.includes(asked)) return null
  const [year = 0, number = 0] = month.split('/').map(Number)
  const { lines, more } = await readLog(web.store.db, monthSpan(year, number, until), part)
  if (part > 1 && lines.length === 0) return null
  const path = `/moderation/${month}`
  const site = await readSite(web)
  const props = { site, path, month, part, lines, more, months, reports: publicity.report }
  return { body: renderLogPage(props), type: HTML, tags: ['lists'] }
}

async function yearsPage(web: Web, until: number): Promise<Page | null> {
  const publicity = await readPublicity(web.store.db)
  if (!publicity.report) return null
  const [site, { years }] = await Promise.all([readSite(web), timesOf(web, until)])
  return { body: renderYearsPage({ site, years, log: publicity.log }), type: HTML, tags: [] }
}

/** What a year's report is made of; null where it is not public, or nothing was decided that year. */
async function yearAt(web: Web, until: number, year: number) {
  const publicity = await readPublicity(web.store.db)
  const { years } = await timesOf(web, until)
  return publicity.report && years.includes(year) ? { publicity, years, span: yearSpan(year, until) } : null
}

async function reportPage(web: Web, until: number, year: number): Promise<Page | null> {
  const at = await yearAt(web, until, year)
  if (!at) return null
  const [site, figures, reasons] = await Promise.all([
    readSite(web),
    readFigures(web.store.db, at.span),
    readReasons(web.store.db),
  ])
  const body = renderTransparencyPage({
    site,
    year,
    through: at.span.to < Date.UTC(year + 1, 0, 1) ? at.span.to - 1 : null,
    rows: figureRows(figures, reasons),
    years: at.years,
    log: at.publicity.log,
  })
  return { body, type: HTML, tags: [] }
}

async function reportCsv(web: Web, until: number, year: number): Promise<Page | null> {
  const at = await yearAt(web, until, year)
  if (!at) return null
  const [figures, reasons] = await Promise.all([readFigures(web.store.db, at.span), readReasons(web.store.db)])
  const rows = figureRows(figures, reasons).map(({ about, what, value, unit }) => [year, about, what, value, unit])
  const body = toCsv([['year', 'about', 'what', 'value', 'unit'], ...rows])
  return { body, type: 'text/csv; charset=utf-8; header=present', tags: [] }
}

async function statementsPage(web: Web, until: number, year: number, part: number): Promise<Page | null> {
  const at = await yearAt(web, until, year)
  if (!at) return null
  const { statements, more } = await readStatements(web.store.db, at.span, part, web.url())
  if (part > 1 && statements.length === 0) return null
  const next = more ? `${web.url()}/moderation/${year}/${part + 1}.json` : null
  return { body: `${JSON.stringify({ year, next, statements })}\n`, type: 'application/json; charset=utf-8', tags: [] }
}
