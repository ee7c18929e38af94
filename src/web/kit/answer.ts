/** The ways an answer goes out: a kept page, a page of the moment, or a mistake with a sentence. */

import { errorMessages as m, siteFrameMessages } from '../../messages/index.ts'
import type { Call, Web } from '../context.ts'
import { renderNewsroomError } from '../newsroom/kit/error-page.tsx'
import { frameFor } from '../newsroom/kit/frame.ts'
import { renderKeptPage } from '../newsroom/kit/kept-page.tsx'
import type { Frame } from '../newsroom/kit/props.ts'
import { renderErrorPage } from '../site/kit/error-page.tsx'
import { inNewsroom, readSite, siteAsKnown } from '../site/kit/site.ts'
import type { FormFault } from './form.ts'
import { keptIn } from './kept-words.ts'
import type { KeptPage } from './page-cache.ts'
import type { StoreProblem } from './problem-log.ts'

export function answerKept(c: Call, page: KeptPage): Response {
  const { status, headers, body } = page.answer(
    c.req.header('accept-encoding'),
    c.req.header('if-none-match'),
    c.env.incoming.url,
  )
  const pairs: [string, string][] = []
  for (let i = 0; i < headers.length; i += 2) pairs.push([headers[i] as string, headers[i + 1] as string])
  return new Response(c.req.method === 'HEAD' || body === null ? null : new Uint8Array(body), {
    status,
    headers: pairs,
  })
}

/** A page for this one request, kept nowhere. */
export const answerPrivate = (c: Call, html: string, status: 200 | 400 | 401 | 403 | 409 | 410 | 429 = 200): Response =>
  c.html(html, status, { 'cache-control': 'no-store' })

export type ErrorStatus = keyof typeof m.statuses

export interface ErrorWords {
  title?: string
  sentence?: string
  /** It came from another site's page: none of it is read, and nothing of it stands on a page of ours. */
  foreign?: boolean
  /** What else a program is told. */
  more?: object
}

/** What to say of a database in trouble where it is not the usual: that it is busy, or has no room. */
export function wordsOfProblem(
  problem: StoreProblem,
  { withWords, isReading: reads }: { withWords: boolean; isReading: boolean },
): ErrorWords {
  if (problem === 'unsure') return { title: m.perhapsSaved, sentence: withWords ? m.brokeOffWithText : m.brokeOff }
  if (problem === 'damaged') return { title: m.outOfOrder, sentence: reads ? m.storageFaultReading : m.storageFault }
  return {}
}

/** Whether somebody only opened a page. */
export const isReading = (c: Call): boolean => c.req.method === 'GET' || c.req.method === 'HEAD'

/** What is said then: nothing was to be saved. */
const READING: Partial<Record<ErrorStatus, string>> = { 503: m.busyReading, 507: m.noRoomReading }

/** There is nothing (any more) that it could be sent to again. */
const GONE: readonly ErrorStatus[] = [404, 405, 410]

/**
 * A mistake as a page, or as JSON where the caller asked for that; nothing of it is kept anywhere. What was written in
 * a form of the newsroom comes back with it, to be sent again, and what a reader had typed, to be copied.
 */
export async function answerError(web: Web, c: Call, status: ErrorStatus, words: ErrorWords = {}): Promise<Response> {
  const usual = m.statuses[status]
  const { title, sentence } = {
    ...usual,
    ...(isReading(c) ? { sentence: READING[status] ?? usual.sentence } : {}),
    ...words,
  }
  const headers = { 'cache-control': 'no-store' }
  if (wantsJson(c))
    return c.json(
      { error: { status, title, sentence }, ...(isOfNewsroom(c) ? { say: sentence } : {}), ...words.more },
      status,
      headers,
    )
  // Where the database is in trouble it isn't asked again: what was typed is to be given back now.
  const site = status >= 500 ? siteAsKnown(web) : await readSite(web).catch(() => siteAsKnown(web))
  const kept = words.foreign ? null : await keptIn(c)
  if (kept) {
    const again = GONE.includes(status) ? {} : { button: m.sendAgain }
    const page = { site: inNewsroom(site), status, title, sentence, kept }
    return c.html(renderKeptPage({ ...page, ...again }), status, headers)
  }
  const frame = await frameOf(web, c, status)
  if (frame)
    return c.html(
      renderNewsroomError({ ...frame, status, title, sentence: words.sentence ?? WITHIN[status] ?? sentence }),
      status,
      headers,
    )
  const draft = c.get('draft')
  const framed = /^\/embed\//.test(c.req.path)
  const action =
    !framed && (status === 404 || status === 410) ? { href: '/', label: siteFrameMessages.goToFrontPage } : undefined
  return c.html(
    renderErrorPage({
      site,
      status,
      title,
      sentence,
      framed,
      ...(action ? { action } : {}),
      ...(draft ? { draft } : {}),
    }),
    status,
    headers,
  )
}

/** What staff are told in place of the readers' sentence. */
const WITHIN: Partial<Record<ErrorStatus, string>> = { 404: m.nothingInNewsroom }

/** Staff stay in the newsroom, whatever went wrong there; but where the database is in trouble nothing is asked for it. */
async function frameOf(web: Web, c: Call, status: ErrorStatus): Promise<Frame | null> {
  if (status >= 500 || !c.get('person') || !isOfNewsroom(c)) return null
  return frameFor(web, c).catch(() => null)
}

/** A form that could not be read: too much of it, characters that are none, or no form that this site knows. */
export const answerUnread = (web: Web, c: Call, { fault }: FormFault): Promise<Response> =>
  fault === 'too large'
    ? answerError(web, c, 413)
    : answerError(web, c, 400, fault === 'not UTF-8' ? { sentence: m.brokenCharacters } : {})

const isOfNewsroom = (c: Call): boolean => /^\/newsroom(\/|$)/.test(c.req.path)

export const wantsJson = (c: Call): boolean =>
  /^\/(api|oembed)(\/|$)/.test(c.req.path) || (c.req.header('accept') ?? '').startsWith('application/json')
