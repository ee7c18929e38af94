/** Each person's own choice of what they are told by mail. */

import type { Hono } from 'hono'
import {
  NEEDS,
  readWaitingChoices,
  saveWaitingChoices,
  type Threshold,
  type ThresholdKind,
  usualWaiting,
  WAITING_KINDS,
  type WaitingChoices,
  waitingChoicesSchema,
} from '../../../letters/index.ts'
import { emailsMessages as m } from '../../../messages/index.ts'
import { may, noteAct, type Person } from '../../../people/index.ts'
import type { Call, Env, Web } from '../../context.ts'
import type { Form } from '../../kit/form.ts'
import { withForm } from '../../kit/with-form.ts'
import { frameFor } from '../kit/frame.ts'
import { type NoticesForm, renderStaffNoticesPage } from './notices-page.tsx'

export function addStaffNoticesRoutes(app: Hono<Env>, web: Web): void {
  app.get('/newsroom/notices', async (c) => {
    const choices = await readWaitingChoices(web.store.db, c.get('person').id)
    return noticesPage(web, c, formOf(choices, c.get('person')))
  })
  app.post('/newsroom/notices', (c) => withForm(web, c, (fields) => saveNotices(web, c, fields)))
}

async function saveNotices(web: Web, c: Call, fields: Form): Promise<Response> {
  const person = c.get('person')
  const form = readNoticesForm(fields, person)
  const checked = waitingChoicesSchema.safeParse({
    comments: form.told ? { atLeast: numberOf(form.atLeast), minutes: numberOf(form.minutes) } : null,
    kinds: thresholdsIn(form),
    quietFrom: numberIn(form.quietFrom),
    quietUntil: numberIn(form.quietUntil),
  })
  // Who wants none is not held up by what stands in the fields.
  const isNone = !form.told && form.kinds.every(({ atLeast, hours }) => atLeast === '' && hours === '')
  if (!isNone && !checked.success) {
    const issue = checked.error.issues[0]
    return noticesPage(web, c, form, { field: fieldAt(issue?.path ?? []), sentence: issue?.message ?? '' })
  }
  const choices = !isNone && checked.success ? checked.data : null
  await web.store.transaction(web.now(), async (tx) => {
    await saveWaitingChoices(tx, person.id, choices)
    const detail = choices ? m.logTold(choices.comments, Object.keys(choices.kinds).length) : m.logNotTold
    await noteAct(tx, { by: person.id, act: 'person.notices', about: person.id, detail })
  })
  return c.redirect('/newsroom/notices?saved', 303)
}

/** A number as typed; what is none is none here too, so that it is said. */
const numberOf = (typed: string): number => (/^\s*\d{1,6}\s*$/.test(typed) ? Number(typed) : Number.NaN)

const numberIn = (typed: string): number | null => (typed.trim() === '' ? null : numberOf(typed))

const kindsOf = (person: Person): ThresholdKind[] => WAITING_KINDS.filter((kind) => may(person, NEEDS[kind]))

const readNoticesForm = (fields: Form, person: Person): NoticesForm => ({
  told: fields.get('told') !== '',
  atLeast: fields.get('atLeast'),
  minutes: fields.get('minutes'),
  quietFrom: fields.get('quietFrom'),
  quietUntil: fields.get('quietUntil'),
  kinds: kindsOf(person).map((kind) => ({
    kind,
    atLeast: fields.get(`${kind}AtLeast`).trim(),
    hours: fields.get(`${kind}Hours`).trim(),
  })),
  mayReview: may(person, 'moderate'),
})

const thresholdsIn = ({ kinds }: NoticesForm): Partial<Record<ThresholdKind, Threshold>> =>
  Object.fromEntries(
    kinds
      .filter(({ atLeast, hours }) => atLeast !== '' || hours !== '')
      .map(({ kind, atLeast, hours }) => [kind, { atLeast: numberIn(atLeast), hours: numberIn(hours) }]),
  )

/** The form's field of a place in the choices: kinds.appeals.hours stands in appealsHours. */
function fieldAt(path: readonly PropertyKey[]): string {
  const [first, second, third] = path.map(String)
  if (first === 'kinds') return `${second}${third === 'hours' ? 'Hours' : 'AtLeast'}`
  return first === 'comments' ? (second ?? '') : (first ?? '')
}

const formOf = (choices: WaitingChoices | null, person: Person): NoticesForm => {
  const { atLeast, minutes } = choices?.comments ?? usualWaiting
  return {
    told: Boolean(choices?.comments),
    atLeast: String(atLeast),
    minutes: String(minutes),
    quietFrom: String(choices?.quietFrom ?? ''),
    quietUntil: String(choices?.quietUntil ?? ''),
    kinds: kindsOf(person).map((kind) => ({
      kind,
      atLeast: String(choices?.kinds[kind]?.atLeast ?? ''),
      hours: String(choices?.kinds[kind]?.hours ?? ''),
    })),
    mayReview: may(person, 'moderate'),
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
