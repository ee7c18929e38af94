/** Correcting what readers see now. */
import type { Hono } from 'hono'
import { correctLive, readAftermath } from '../../../embargo/index.ts'
import { embargoMessages as m } from '../../../messages/index.ts'
import { readSiteSettings } from '../../../publication/index.ts'
import { isId } from '../../../store/index.ts'
import { type PublishedStory, readPublishedById } from '../../../story/index.ts'
import { readOpenTickets } from '../../../tickets/index.ts'
import type { Call, Env, Web } from '../../context.ts'
import { answerError } from '../../kit/answer.ts'
import { type Form, PAGE_FORM_LIMIT } from '../../kit/form.ts'
import { wholeNumber } from '../../kit/whole-number.ts'
import { withForm } from '../../kit/with-form.ts'
import { frameFor } from '../kit/frame.ts'
import { draftOf, noStory } from '../stories/story-access.ts'
import { closesIn, contentOfForm, formOfContent, type StoryForm } from '../stories/story-form.ts'
import { answerByChange, ticketInHand } from '../tickets/by-change.ts'
import { type CorrectPageProps, renderCorrectPage } from './correct-page.tsx'

/** So many sentences that readers say are wrong stand in the form. */
const REPORTED = 10

const PATH = '/newsroom/stories/:id/correct'

export function addCorrectRoutes(app: Hono<Env>, web: Web): void {
  app.get(PATH, async (c) => {
    const live = await liveOf(web, c)
    if (!live) return answerError(web, c, 404, { sentence: m.notLive })
    const version = wholeNumber(c.req.query('version') ?? '')
    const aftermath = version ? await readAftermath(web.store.db, live.id, version) : null
    return page(web, c, live, { form: { ...formOfLive(live), ...ticketInHand(c) }, aftermath })
  })
  app.post(PATH, (c) => withForm(web, c, (form) => correct(web, c, form), PAGE_FORM_LIMIT))
}

async function correct(web: Web, c: Call, fields: Form): Promise<Response> {
  const live = await liveOf(web, c)
  if (!live) return answerError(web, c, 404, { sentence: m.notLive })
  const form = typedForm(fields, live)
  const again = (problem: string) => page(web, c, live, { form, problem })
  const { language } = await readSiteSettings(web.store.db)
  const content = contentOfForm(form, live.content, language)
  if ('problem' in content) return again(content.problem)
  // What somebody published meanwhile is shown beside what was typed, and is what the next try starts from.
  if (form.base !== live.version) {
    const theirs = formOfLive(live).body
    return page(web, c, live, { form: { ...form, base: live.version }, problem: m.changedMeanwhile, theirs })
  }
  const change = { kind: form.changeKind ?? '', cause: form.cause ?? '' }
  const corrected = await correctLive(
    web.store,
    { storyId: live.id, by: c.get('person').id, base: form.base, content, change },
    web.now(),
  )
  if ('problem' in corrected) return again(corrected.problem)
  await answerByChange(web, { storyId: live.id, form, version: corrected.version, by: c.get('person').id })
  if (change.kind === 'retraction') return c.redirect(`/newsroom/stories/${live.id}?published`, 303)
  return c.redirect(`/newsroom/stories/${live.id}/correct?version=${corrected.version}`, 303)
}

async function liveOf(web: Web, c: Call): Promise<PublishedStory | null> {
  const id = c.req.param('id') ?? ''
  return isId(id) ? readPublishedById(web.store.db, id) : null
}

const formOfLive = (live: PublishedStory): StoryForm => formOfContent(live.content, { number: live.version })

/** Fields that this page lacks stay as readers have them. */
const typedForm = (fields: Form, live: PublishedStory): StoryForm => ({
  ...formOfLive(live),
  headline: fields.get('headline'),
  standfirst: fields.get('standfirst'),
  byline: fields.get('byline'),
  dateline: fields.get('dateline'),
  body: fields.get('body'),
  changeKind: fields.get('change'),
  cause: fields.get('cause'),
  closes: closesIn(fields),
  base: wholeNumber(fields.get('base')) ?? 0,
})

async function page(
  web: Web,
  c: Call,
  live: PublishedStory,
  { aftermath = null, ...props }: Pick<CorrectPageProps, 'form' | 'problem' | 'theirs'> & Partial<CorrectPageProps>,
): Promise<Response> {
  const draft = await draftOf(web, c)
  if (!draft) return noStory(web, c)
  const reported = await readOpenTickets(web.store.db, { limit: REPORTED, storyId: live.id })
  return c.html(
    renderCorrectPage({
      ...(await frameFor(web, c)),
      story: { id: live.id, headline: live.content.headline, path: live.path },
      heldUntil: draft.heldUntil,
      aftermath,
      reported,
      ...props,
    }),
    props.theirs !== undefined ? 409 : props.problem ? 400 : 200,
  )
}
