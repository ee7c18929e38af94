/** The desk's own figures, and second looks at decisions. */

import type { Hono } from 'hono'
import { readReasons } from '../../../house-rules/index.ts'
import { weekMessages as m } from '../../../messages/index.ts'
import { readCards } from '../../../moderation/comments/index.ts'
import { type Looked, lookAgain, readSampleItem, readWeek } from '../../../moderation/figures/index.ts'
import { isId } from '../../../store/index.ts'
import { readPublishedById } from '../../../story/index.ts'
import type { Call, Env, Web } from '../../context.ts'
import { answerError } from '../../kit/answer.ts'
import { withForm } from '../../kit/with-form.ts'
import { frameFor } from '../kit/frame.ts'
import { renderSamplePage } from '../queue/sample-page.tsx'
import { renderWeekPage } from './week-page.tsx'

/** Under /newsroom/review, which is open to moderators only. */
export function addFiguresRoutes(app: Hono<Env>, web: Web): void {
  app.get('/newsroom/review/week', async (c) => {
    const { db } = web.store
    const [now, { id }] = [web.now(), c.get('person')]
    const [frame, week, sample] = await Promise.all([
      frameFor(web, c),
      readWeek(db, id, now),
      readSampleItem(db, id, now),
    ])
    return c.html(renderWeekPage({ ...frame, week, promised: web.promise.minutes(), hasSample: sample !== null }))
  })
  app.get('/newsroom/review/sample', (c) => samplePage(web, c))
  app.post('/newsroom/review/sample', (c) =>
    withForm(web, c, async (form) => {
      const choice = form.get('choice')
      const decisionId = form.get('decision')
      if (!isId(decisionId)) return answerError(web, c, 400)
      const result = await lookAgain(
        web.store,
        {
          decisionId,
          personId: c.get('person').id,
          action: choice === 'approve' || choice === '' ? choice : 'reject',
          reason: choice,
        },
        web.now(),
      )
      return samplePage(web, c, result)
    }),
  )
}

async function samplePage(web: Web, c: Call, result?: Looked): Promise<Response> {
  const { db } = web.store
  const [frame, reasons, item] = await Promise.all([
    frameFor(web, c),
    readReasons(db),
    readSampleItem(db, c.get('person').id, web.now()),
  ])
  const [story, cards] = await Promise.all([
    item ? readPublishedById(db, item.story.id) : null,
    readCards(db, item ? [item] : []),
  ])
  return c.html(
    renderSamplePage({
      ...frame,
      reasons,
      item: item && {
        ...item,
        headline: story?.content.headline ?? m.storyGone,
        card: cards.get(item.revisionId) ?? null,
      },
      ...(result?.looked ? { looked: result } : {}),
      ...(result && !result.looked ? { problem: result.sentence } : {}),
    }),
    result && !result.looked ? 409 : 200,
  )
}
