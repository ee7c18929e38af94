/** Suggestions: made by whoever may write, on any story; accepted or rejected by whoever may change it. */
import type { Hono } from 'hono'
import * as z from 'zod'
import {
  decideSuggestion,
  MOST_SUGGESTED,
  readSuggestions,
  readWordsAt,
  type Suggestion,
  stepSchema,
  stepsBetween,
  suggestSteps,
} from '../../../drafting/index.ts'
import { draftingMessages as m } from '../../../messages/index.ts'
import { may, namesOfStaff } from '../../../people/index.ts'
import { readSiteSettings } from '../../../publication/index.ts'
import type { Database } from '../../../store/index.ts'
import { type Draft, emptyContent } from '../../../story/index.ts'
import type { Call, Env, Web } from '../../context.ts'
import { wantsJson } from '../../kit/answer.ts'
import { type Form, PAGE_FORM_LIMIT } from '../../kit/form.ts'
import { wholeNumber } from '../../kit/whole-number.ts'
import { withForm } from '../../kit/with-form.ts'
import { frameFor } from '../kit/frame.ts'
import { draftOf, headOf, mayWith, noStory } from '../stories/story-access.ts'
import { contentOfForm, formOfContent } from '../stories/story-form.ts'
import { wordsOfChange } from './changed-places.ts'
import type { ShownSuggestion } from './suggestion-list.tsx'
import { renderSuggestionsPage, renderSuggestPage, type SuggestForm } from './suggestions-page.tsx'
import { withJson } from './with-json.ts'

const SUGGESTED = z.object({
  base: z
    .number()
    .int()
    .min(0)
    .max(2 ** 31),
  steps: z.array(stepSchema).min(1).max(MOST_SUGGESTED),
})

export function addSuggestionsRoutes(app: Hono<Env>, web: Web): void {
  app.get('/newsroom/stories/:id/suggestions', async (c) => {
    const draft = await draftOf(web, c)
    if (!draft) return noStory(web, c)
    if (wantsJson(c)) return c.json({ suggestions: await openSuggestions(web.store.db, draft.id) })
    return suggestionsPage(web, c, draft)
  })
  app.post('/newsroom/stories/:id/suggestions', (c) =>
    withJson(web, c, { schema: SUGGESTED, limit: PAGE_FORM_LIMIT }, async ({ base, steps }) => {
      const draft = await draftOf(web, c)
      if (!draft) return c.json({ why: 'gone', say: m.gone }, 410)
      const by = c.get('person').id
      const count = await suggestSteps(web.store, { storyId: draft.id, base, steps, by }, web.now())
      if (count === null) return c.json({ why: 'unreadable', say: m.unreadable }, 400)
      return c.json({ suggested: count, say: m.suggested(count) })
    }),
  )
  app.post('/newsroom/stories/:id/suggestions/:suggestion', (c) =>
    withForm(web, c, (form) => decide(web, c, form.get('decision'))),
  )
  app.get('/newsroom/stories/:id/suggest', async (c) => {
    const draft = await draftOf(web, c)
    if (!draft) return noStory(web, c)
    return suggestPage(web, c, draft, formOfContent(draft.content, draft))
  })
  app.post('/newsroom/stories/:id/suggest', (c) => withForm(web, c, (form) => suggest(web, c, form), PAGE_FORM_LIMIT))
}

/** A story's open suggestions, as they are shown. */
export async function openSuggestions(db: Database, storyId: string): Promise<ShownSuggestion[]> {
  return shown(db, await readSuggestions(db, storyId, 'open'))
}

async function shown(db: Database, suggestions: readonly Suggestion[]): Promise<ShownSuggestion[]> {
  const names = await namesOfStaff(
    db,
    suggestions.flatMap(({ by, decidedBy }) => [by, decidedBy]),
  )
  return suggestions.map(({ id, step, from, by, at, state, decidedBy }) => {
    const nothing = { ...emptyContent, body: [] }
    const before =
      step.type === 'field' ? { ...nothing, [step.field]: from } : { ...nothing, body: from === null ? [] : [from] }
    const after = step.type === 'put' ? { ...nothing, body: [step.block] } : nothing
    return {
      id,
      ...wordsOfChange(before as typeof nothing, after, step),
      by: names.get(by) ?? m.nobodyKnown,
      at,
      state,
      decidedBy: decidedBy === null ? null : (names.get(decidedBy) ?? null),
    }
  })
}

async function suggestionsPage(web: Web, c: Call, draft: Draft, problem?: string): Promise<Response> {
  const { db } = web.store
  const [frame, open, decided] = await Promise.all([
    frameFor(web, c),
    openSuggestions(db, draft.id),
    readSuggestions(db, draft.id, 'decided').then((all) => shown(db, all)),
  ])
  const sent = wholeNumber(c.req.query('sent') ?? '')
  const [accepted, rejected] = [c.req.query('accepted'), c.req.query('rejected')]
  return c.html(
    renderSuggestionsPage({
      ...frame,
      story: headOf(draft),
      open,
      decided,
      mayDecide: mayWith(c, draft, 'write'),
      maySuggest: may(c.get('person'), 'write'),
      done:
        sent !== null
          ? m.suggested(sent)
          : accepted !== undefined
            ? m.accepted
            : rejected !== undefined
              ? m.rejected
              : undefined,
      problem,
    }),
    problem ? 409 : 200,
  )
}

async function decide(web: Web, c: Call, decision: string): Promise<Response> {
  const draft = c.get('story')
  const accept = decision === 'accept'
  const id = c.req.param('suggestion') ?? ''
  const decided = await decideSuggestion(
    web.store,
    { storyId: draft.id, id, accept, by: c.get('person').id },
    web.now(),
  )
  if (!decided.decided) {
    const say =
      decided.why === 'long' ? decided.sentence : decided.why === 'gone' ? m.suggestionGone : m.suggestionChanged
    return wantsJson(c) ? c.json({ why: decided.why, say }, 409) : suggestionsPage(web, c, draft, say)
  }
  if (wantsJson(c)) return c.json({ say: accept ? m.accepted : m.rejected })
  return c.redirect(`/newsroom/stories/${draft.id}/suggestions?${accept ? 'accepted' : 'rejected'}`, 303)
}

async function suggest(web: Web, c: Call, fields: Form): Promise<Response> {
  const draft = await draftOf(web, c)
  if (!draft) return noStory(web, c)
  const typed: SuggestForm = {
    headline: fields.get('headline'),
    standfirst: fields.get('standfirst'),
    byline: fields.get('byline'),
    dateline: fields.get('dateline'),
    body: fields.get('body'),
    base: wholeNumber(fields.get('base')) ?? 0,
  }
  const words = typed.base < 1 ? null : await readWordsAt(web.store.db, draft.id, typed.base)
  if (!words) return suggestPage(web, c, draft, { ...typed, base: draft.number }, m.storyMoved)
  const { language } = await readSiteSettings(web.store.db)
  const opened = formOfContent(words, { number: typed.base })
  // What the form itself makes of words that nobody touched is no suggestion.
  const before = contentOfForm(opened, words, language)
  const after = contentOfForm({ ...opened, ...typed }, words, language)
  if ('problem' in after) return suggestPage(web, c, draft, typed, after.problem)
  const steps = stepsBetween('problem' in before ? words : before, after)
  if (steps.length === 0) return suggestPage(web, c, draft, typed, m.nothingSuggested)
  const by = c.get('person').id
  const count = await suggestSteps(web.store, { storyId: draft.id, base: typed.base, steps, by }, web.now())
  if (count === null) return suggestPage(web, c, draft, typed, m.tooManySuggested(MOST_SUGGESTED))
  return c.redirect(`/newsroom/stories/${draft.id}/suggestions?sent=${count}`, 303)
}

async function suggestPage(web: Web, c: Call, draft: Draft, form: SuggestForm, problem?: string): Promise<Response> {
  const { headline, standfirst, byline, dateline, body, base } = form
  return c.html(
    renderSuggestPage({
      ...(await frameFor(web, c)),
      story: headOf(draft),
      form: { headline, standfirst, byline, dateline, body, base },
      problem,
    }),
    problem ? 400 : 200,
  )
}
