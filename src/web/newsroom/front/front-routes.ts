/** The front page as an editor arranges it. */
import type { Hono } from 'hono'
import {
  type BreakingLine,
  changeBreakingLine,
  orderPins,
  pinStory,
  readBreakingLine,
  readPins,
  unpinStory,
} from '../../../front/index.ts'
import { frontEditorMessages as m } from '../../../messages/index.ts'
import { isId } from '../../../store/index.ts'
import { findPublished, readHeadlines, readPublishedById } from '../../../story/index.ts'
import { showsSomething } from '../../../text/index.ts'
import type { Call, Env, Web } from '../../context.ts'
import type { Form } from '../../kit/form.ts'
import { withForm } from '../../kit/with-form.ts'
import { composeFront } from '../../site/front/compose.ts'
import { readFront } from '../../site/front/draw-front.ts'
import { placedStory } from '../../site/front/spread.tsx'
import { readSite } from '../../site/kit/site.ts'
import { frameFor } from '../kit/frame.ts'
import { shownIn } from '../settings/shown.tsx'
import { type FrontEditorProps, LONGEST_BREAKING_LINE, renderFrontEditorPage } from './front-editor-page.tsx'
import { endOfSpan } from './time-span.ts'

type Seen = Pick<FrontEditorProps, 'typed' | 'theirs' | 'moved' | 'done' | 'problem'>

export function addFrontRoutes(app: Hono<Env>, web: Web): void {
  app.get('/newsroom/front', async (c) => {
    const done = c.req.query('done') ?? ''
    const [, way, id] = /^(up|down)-(\w+)$/.exec(c.req.query('moved') ?? '') ?? []
    return page(web, c, {
      ...(Object.hasOwn(m.done, done) ? { done: done as keyof typeof m.done } : {}),
      ...(way && id ? { moved: { id, way: way as 'up' | 'down' } } : {}),
    })
  })
  app.post('/newsroom/front/pins', (c) => withForm(web, c, (form) => pin(web, c, form)))
  app.post('/newsroom/front/unpin', (c) => withForm(web, c, (form) => unpin(web, c, form)))
  app.post('/newsroom/front/order', (c) => withForm(web, c, (form) => order(web, c, form)))
  app.post('/newsroom/front/breaking', (c) => withForm(web, c, (form) => setBreaking(web, c, form)))
}

const back = (c: Call, done: keyof typeof m.done, more = '') => c.redirect(`/newsroom/front?done=${done}${more}`, 303)

async function pin(web: Web, c: Call, form: Form): Promise<Response> {
  const { id: by } = c.get('person')
  const storyId = form.get('story')
  const again = (problem: string) => page(web, c, { problem, typed: { pin: storyId, date: form.get('date') } })
  const shown = form.all('shown').map((text) => (text === 'null' ? null : Number(text)))[0]
  const pins = await readPins(web.store.db, web.now())
  const isThere = pins.some((one) => one.storyId === storyId)
  const story = isId(storyId) && !isThere ? await readPublishedById(web.store.db, storyId) : null
  if (!story && !isThere) return again(m.noStory)
  const until = await spanIn(web, form, shown)
  if (typeof until === 'object' && until !== null) return again(until.problem)
  if (until === undefined) return again(m.noSpan)
  const headline = story?.content.headline ?? (await headlineOf(web, storyId))
  const seen = shown === undefined ? {} : { shown }
  const result = await pinStory(web.store, { storyId, headline, by, until, ...seen }, web.now())
  if (result === null) return back(c, 'pinned')
  return again(result === 'changed' ? m.spanChanged(headline) : result.problem)
}

/** When it is over, as the form says; "as it is" leaves what was shown. */
async function spanIn(web: Web, form: Form, shown?: number | null): Promise<ReturnType<typeof endOfSpan>> {
  const span = form.get('span')
  const date = form.get('date')
  if (span === 'as it is' && date.trim() === '') return shown
  const { timeZone } = await readSite(web)
  return endOfSpan({ span, date }, { now: web.now(), timeZone })
}

async function unpin(web: Web, c: Call, form: Form): Promise<Response> {
  const storyId = form.get('story')
  if (isId(storyId)) {
    const headline = await headlineOf(web, storyId)
    await unpinStory(web.store, { storyId, headline, by: c.get('person').id }, web.now())
  }
  return back(c, 'let')
}

const headlineOf = async (web: Web, id: string): Promise<string> =>
  (await readHeadlines(web.store.db, [id])).get(id) ?? ''

async function order(web: Web, c: Call, form: Form): Promise<Response> {
  const shown = form.get('shown').split(' ').filter(isId)
  const [way, id = ''] = form.get('move').split(' ')
  const wanted = way === 'up' || way === 'down' ? moved(shown, id, way) : form.get('order').split(' ').filter(isId)
  const kept = await orderPins(web.store, { shown, order: wanted, by: c.get('person').id }, web.now())
  if (!kept) return page(web, c, { problem: m.orderChanged })
  return back(c, 'moved', way === 'up' || way === 'down' ? `&moved=${way}-${id}` : '')
}

function moved(ids: readonly string[], id: string, way: 'up' | 'down'): string[] {
  const at = ids.indexOf(id)
  const others = ids.filter((one) => one !== id)
  return at < 0 ? [...ids] : others.toSpliced(Math.max(0, way === 'up' ? at - 1 : at + 1), 0, id)
}

async function setBreaking(web: Web, c: Call, form: Form): Promise<Response> {
  const { db } = web.store
  const typed = { words: form.get('words').replace(/\s+/g, ' ').trim(), path: form.get('path'), date: form.get('date') }
  const again = (problem: string) => page(web, c, { problem, typed })
  const shown = shownLine(form)
  const by = c.get('person').id
  let wanted: BreakingLine = { words: '', path: '', until: 0 }
  if (form.get('end') === '') {
    if (!showsSomething(typed.words)) return again(m.noWords)
    if (typed.words.length > LONGEST_BREAKING_LINE) return again(m.wordsTooLong(LONGEST_BREAKING_LINE))
    if (typed.path !== '' && (await findPublished(db, typed.path)) === null) return again(m.noStory)
    const until = await spanIn(web, form, shown.until)
    if (typeof until === 'object' && until !== null) return again(until.problem)
    if (until === undefined || until === null) return again(m.noEnd)
    wanted = { ...typed, until }
  }
  const { words, path, until } = wanted
  const { both, now } = await changeBreakingLine(web.store, { shown, wanted: { words, path, until } }, by, web.now())
  if (both.length === 0) return back(c, words === '' ? 'ended' : 'breaking')
  const theirs = Object.fromEntries(both.map((name) => [name, now[name]])) as Partial<BreakingLine>
  return page(web, c, { typed, theirs })
}

function shownLine(form: Form): Partial<BreakingLine> {
  const { until, ...words } = shownIn(form, ['words', 'path', 'until'])
  return { ...words, ...(until === undefined ? {} : { until: Number(until) }) }
}

async function page(web: Web, c: Call, seen: Seen): Promise<Response> {
  const now = web.now()
  const [frame, breaking, { stories, pins, sections }] = await Promise.all([
    frameFor(web, c),
    readBreakingLine(web.store.db),
    readFront(web, now),
  ])
  const pinned = new Set(pins.map(({ storyId }) => storyId))
  const { lead, seconds, bands, latest } = composeFront({
    stories: stories.map(placedStory),
    pinned: [...pinned],
    sections: sections.map(({ id }) => id),
  })
  const nameOf = new Map(sections.map(({ id, name }) => [id, name]))
  const placed = [
    ...(lead ? [{ place: m.places.lead, story: lead.story }] : []),
    ...seconds.map(({ story }) => ({ place: m.places.second, story })),
    ...bands.flatMap(({ section, stories: inBand }) =>
      inBand.map(({ story }) => ({ place: nameOf.get(section) ?? '', story })),
    ),
    ...latest.map(({ story }) => ({ place: m.places.latest, story })),
  ].map(({ place, story: { id, path, firstPublishedAt, content } }) => ({
    ...{ id, path, firstPublishedAt, place },
    headline: content.headline,
  }))
  const byId = new Map(placed.map((line) => [line.id, line]))
  const off = await readHeadlines(
    web.store.db,
    [...pinned].filter((id) => !byId.has(id)),
  )
  const html = renderFrontEditorPage({
    ...frame,
    ...seen,
    pins: pins.map((one) => {
      const { headline = off.get(one.storyId) ?? '', path = null, place = '' } = byId.get(one.storyId) ?? {}
      return { ...one, headline, path, place }
    }),
    others: placed.filter(({ id }) => !pinned.has(id)),
    breaking,
    leadsNowhere: breaking.path !== '' && (await findPublished(web.store.db, breaking.path)) === null,
    script: web.assets.path('drag-order.js'),
  })
  return c.html(html, seen.theirs ? 409 : seen.problem === m.orderChanged ? 409 : seen.problem ? 400 : 200)
}
