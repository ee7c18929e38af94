/** Putting a version under embargo, and what becomes of the one that waits. */
import type { Hono } from 'hono'
import { readRetracted } from '../../../corrections/index.ts'
import {
  dropEmbargoUpset,
  liftEmbargo,
  moveEmbargo,
  putUnderEmbargo,
  readEmbargo,
  withdrawEmbargo,
} from '../../../embargo/index.ts'
import { namesOfStaff } from '../../../people/index.ts'
import { readPlanOfStory } from '../../../planning/index.ts'
import { readSiteSettings } from '../../../publication/index.ts'
import { isSame } from '../../../steps/index.ts'
import type { Draft } from '../../../story/index.ts'
import type { Call, Env, Web } from '../../context.ts'
import { wholeNumber } from '../../kit/whole-number.ts'
import { withForm } from '../../kit/with-form.ts'
import { frameFor } from '../kit/frame.ts'
import { askedAgain, chosenMoment } from '../schedule/chosen-moment.ts'
import { previewPage } from '../stories/preview-page.ts'
import { draftOf, headOf, noStory } from '../stories/story-access.ts'
import { type EmbargoPageProps, renderEmbargoPage } from './embargo-page.tsx'

const PATH = '/newsroom/stories/:id/embargo'

export function addEmbargoRoutes(app: Hono<Env>, web: Web): void {
  const withDraft = (work: (c: Call, draft: Draft) => Promise<Response>) => async (c: Call) => {
    const draft = await draftOf(web, c)
    return draft ? work(c, draft) : noStory(web, c)
  }
  app.get(
    PATH,
    withDraft((c, draft) => page(web, c, draft)),
  )
  app.get(
    `${PATH}/preview`,
    withDraft(async (c, draft) => {
      const waiting = await readEmbargo(web.store.db, draft.id)
      return waiting ? previewPage(web, c, draft, waiting) : noStory(web, c)
    }),
  )
  app.post(
    PATH,
    withDraft((c, draft) =>
      withForm(web, c, async (form) => {
        const change = { kind: form.get('change'), cause: form.get('cause') }
        const waiting = form.get('replace') === '' ? null : await readEmbargo(web.store.db, draft.id)
        const { timeZone } = await readSiteSettings(web.store.db)
        const chosen = waiting ? { at: waiting.until } : chosenMoment(form, timeZone)
        if ('problem' in chosen) return page(web, c, draft, { asked: chosen, change, seen: form.get('seen') })
        const by = c.get('person').id
        const seen = wholeNumber(form.get('seen'))
        const put = await putUnderEmbargo(
          web.store,
          { storyId: draft.id, until: chosen.at, by, change, ...(seen === null ? {} : { seen }) },
          web.now(),
        )
        if (!put) return c.redirect(c.req.path, 303)
        return waiting
          ? page(web, c, draft, { problem: put.problem, change, seen: form.get('seen') })
          : page(web, c, draft, { asked: askedAgain(form, put.problem), change, seen: form.get('seen') })
      }),
    ),
  )
  app.post(
    `${PATH}/move`,
    withDraft((c, draft) =>
      withForm(web, c, async (form) => {
        const { timeZone } = await readSiteSettings(web.store.db)
        const chosen = chosenMoment(form, timeZone)
        if ('problem' in chosen) return page(web, c, draft, { asked: chosen })
        const to = { storyId: draft.id, until: chosen.at, by: c.get('person').id }
        const moved = await moveEmbargo(web.store, to, web.now())
        if (moved) return page(web, c, draft, { asked: askedAgain(form, moved.problem) })
        return c.redirect(`/newsroom/stories/${draft.id}/embargo`, 303)
      }),
    ),
  )
  app.post(
    `${PATH}/lift`,
    withDraft(async (c, draft) => {
      const lifted = await liftEmbargo(web.store, { storyId: draft.id, by: c.get('person').id }, web.now())
      if ('problem' in lifted) return page(web, c, draft, { problem: lifted.problem })
      return c.redirect(`/newsroom/stories/${draft.id}?published`, 303)
    }),
  )
  app.post(
    `${PATH}/withdraw`,
    withDraft(async (c, draft) => {
      await withdrawEmbargo(web.store, { storyId: draft.id, by: c.get('person').id }, web.now())
      return c.redirect(`/newsroom/stories/${draft.id}`, 303)
    }),
  )
  app.post(`${PATH}/seen`, async (c) => {
    await dropEmbargoUpset(web.store, c.req.param('id') ?? '', web.now())
    return c.redirect('/newsroom', 303)
  })
}

async function page(
  web: Web,
  c: Call,
  draft: Draft,
  trouble: Pick<EmbargoPageProps, 'asked' | 'problem' | 'change'> & { seen?: string } = {},
): Promise<Response> {
  const [frame, waiting, retracted, plan] = await Promise.all([
    frameFor(web, c),
    readEmbargo(web.store.db, draft.id),
    readRetracted(web.store.db, draft.id),
    readPlanOfStory(web.store.db, draft.id),
  ])
  const names = await namesOfStaff(web.store.db, [waiting?.madeBy ?? null])
  return c.html(
    renderEmbargoPage({
      ...frame,
      story: { ...headOf(draft), isRetracted: retracted },
      plan,
      held: waiting && {
        ...waiting,
        madeByName: names.get(waiting.madeBy ?? '') ?? null,
        isDraft: isSame(waiting.content, draft.content),
      },
      // Whoever comes from the form has read up to here.
      seen: c.req.query('seen') ?? '',
      ...trouble,
    }),
    trouble.asked || trouble.problem ? 400 : 200,
  )
}
