/** Campaigns: their list, one of them, and one decision for what waits of it. */
import type { Hono } from 'hono'
import { readReasons } from '../../../house-rules/index.ts'
import { campaignMessages as m } from '../../../messages/index.ts'
import {
  type CampaignChoice,
  decideCampaign,
  listPastCampaigns,
  listWaitingCampaigns,
  readCampaign,
  readMembers,
  undoCampaign,
} from '../../../moderation/campaigns/index.ts'
import { isUndoable, UNDO_FOR } from '../../../moderation/decisions/index.ts'
import { isId } from '../../../store/index.ts'
import type { Call, Env, Web } from '../../context.ts'
import { answerError } from '../../kit/answer.ts'
import { withForm } from '../../kit/with-form.ts'
import { frameFor } from '../kit/frame.ts'
import { type CampaignPageProps, renderCampaignPage } from './campaign-page.tsx'
import { outcomeInWords } from './campaign-words.tsx'
import { renderCampaignsPage } from './campaigns-page.tsx'

/** As many of the latest stand on a campaign's page. */
const WAITING = 50
const DECIDED = 20

/** Under /newsroom/review, which is open to moderators only. */
export function addCampaignRoutes(app: Hono<Env>, web: Web): void {
  const path = (id: string) => `/newsroom/review/campaigns/${id}`
  app.get('/newsroom/review/campaigns', async (c) => {
    const { db } = web.store
    const after = c.req.query('after')
    const start = after !== undefined && isId(after) ? after : undefined
    const [frame, open, past] = await Promise.all([
      frameFor(web, c),
      start === undefined ? listWaitingCampaigns(db) : null,
      listPastCampaigns(db, start),
    ])
    return c.html(renderCampaignsPage({ ...frame, open, past: past.campaigns, next: past.next }))
  })
  app.get('/newsroom/review/campaigns/:id', (c) => campaignPage(web, c, {}))
  app.post('/newsroom/review/campaigns/:id/decide', (c) =>
    withForm(web, c, async (form) => {
      const action = form.get('action')
      const id = c.req.param('id')
      if (!isId(id) || (action !== 'approve' && action !== 'reject')) return answerError(web, c, 400)
      const by = c.get('person').id
      const choice: CampaignChoice =
        action === 'approve'
          ? { campaignId: id, by, action, shown: form.get('shown').split(' ') }
          : { campaignId: id, by, action, reason: form.get('reason') || null, last: form.get('last') }
      const result = await decideCampaign(web.store, choice, web.now())
      if (!result.decided) return campaignPage(web, c, { problem: result.sentence })
      return c.redirect(`${path(id)}?decided=${result.groupId}&left=${result.left}`, 303)
    }),
  )
  app.post('/newsroom/review/campaigns/:id/undo', (c) =>
    withForm(web, c, async (form) => {
      const id = c.req.param('id')
      const group = form.get('group')
      if (!isId(id) || !isId(group)) return answerError(web, c, 400)
      const result = await undoCampaign(web.store, group, c.get('person').id, web.now())
      if (!result.undone) return campaignPage(web, c, { problem: result.sentence })
      return c.redirect(`${path(id)}?undone=${result.count}`, 303)
    }),
  )
}

async function campaignPage(web: Web, c: Call, { problem }: { problem?: string }): Promise<Response> {
  const { db } = web.store
  const now = web.now()
  const id = c.req.param('id') ?? ''
  const campaign = isId(id) ? await readCampaign(db, id) : null
  if (!campaign) return answerError(web, c, 404, { sentence: m.noSuchCampaign })
  const [frame, waitingMembers, decidedMembers, reasons] = await Promise.all([
    frameFor(web, c),
    readMembers(db, id, 'waiting', WAITING, now, c.get('person').id),
    readMembers(db, id, 'decided', DECIDED, now),
    readReasons(db),
  ])
  const undone = Number(c.req.query('undone') ?? Number.NaN)
  const justDecided = justDecidedOf(c, campaign, now)
  return c.html(
    renderCampaignPage({
      ...frame,
      campaign,
      waitingMembers,
      decidedMembers,
      reasons,
      ...(justDecided ? { justDecided } : {}),
      ...(Number.isSafeInteger(undone) && undone > 0 ? { justUndone: undone } : {}),
      ...(problem ? { problem } : {}),
    }),
    problem ? 409 : 200,
  )
}

/** The last decision on a campaign, where the address names it and this person can still take it back. */
function justDecidedOf(
  c: Call,
  { decision }: CampaignPageProps['campaign'],
  now: number,
): CampaignPageProps['justDecided'] | null {
  if (!decision || decision.groupId !== c.req.query('decided')) return null
  const left = Number(c.req.query('left') ?? 0)
  if (decision.by.id !== c.get('person').id || !isUndoable(decision.at, now)) return null
  return {
    groupId: decision.groupId,
    left: Number.isSafeInteger(left) && left > 0 ? left : 0,
    seconds: Math.ceil((decision.at + UNDO_FOR - now) / 1000),
    words: outcomeInWords(decision),
  }
}
