/** Each moderator's own choice of what they are told by mail. */

import type { Hono } from 'hono'
import {
  readWaitingChoices,
  saveWaitingChoices,
  usualWaitingChoices,
  type WaitingChoices,
  waitingChoicesSchema,
} from '../../../letters/index.ts'
import { emailsMessages as m } from '../../../messages/index.ts'
import { noteAct } from '../../../people/index.ts'
import type { Call, Env, Web } from '../../context.ts'
import { withForm } from '../../kit/with-form.ts'
import { frameFor } from '../kit/frame.ts'
import { type NoticesForm, renderStaffNoticesPage } from './notices-page.tsx'

export function addStaffNoticesRoutes(app: Hono<Env>, web: Web): void {
  app.get('/newsroom/notices', async (c) => {
    const choices = await readWaitingChoices(web.store.db, c.get('person').id)
    return noticesPage(web, c, formOf(choices))
  })
  app.post('/newsroom/notices', (c) =>
    withForm(web, c, async (fields) => {
      const form: NoticesForm = {
        told: fields.get('told') !== '',
        atLeast: fields.get('atLeast'),
        minutes: fields.get('minutes'),
        quietFrom: fields.get('quietFrom'),
        quietUntil: fields.get('quietUntil'),
      }
      const checked = waitingChoicesSchema.safeParse({
        atLeast: numberOf(form.atLeast),
        minutes: numberOf(form.minutes),
        quietFrom: form.quietFrom.trim() === '' ? null : numberOf(form.quietFrom),
        quietUntil: form.quietUntil.trim() === '' ? null : numberOf(form.quietUntil),
      })
      if (form.told && !checked.success) {
        const issue = checked.error.issues[0]
        return noticesPage(web, c, form, { field: String(issue?.path[0] ?? ''), sentence: issue?.message ?? '' })
      }
      const by = c.get('person').id
      const choices = form.told && checked.success ? checked.data : null
      await web.store.transaction(web.now(), async (tx) => {
        await saveWaitingChoices(tx, by, choices)
        const detail = choices ? m.logTold(choices.atLeast, choices.minutes) : m.logNotTold
        await noteAct(tx, { by, act: 'person.notices', about: by, detail })
      })
      return c.redirect('/newsroom/notices?saved', 303)
    }),
  )
}

const numberOf = (typed: string): number => (/^\s*\d{1,6}\s*$/.test(typed) ? Number(typed) : Number.NaN)

const formOf = (choices: WaitingChoices | null): NoticesForm => {
  const { atLeast, minutes, quietFrom, quietUntil } = choices ?? usualWaitingChoices
  return {
    told: choices !== null,
    atLeast: String(atLeast),
    minutes: String(minutes),
    quietFrom: String(quietFrom ?? ''),
    quietUntil: String(quietUntil ?? ''),
  }
}

async function noticesPage(
  web: Web,
  c: Call,
  form: NoticesForm,
  problem?: { field: string; sentence: string },
): Promise<Response> {
  const saved = c.req.query('saved') !== undefined && !problem
  const html = renderStaffNoticesPage({ ...(await frameFor(web, c)), form, saved, ...(problem ? { problem } : {}) })
  return c.html(html, problem ? 400 : 200)
}
