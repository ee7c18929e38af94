/** The plan: seen by whoever may write; planning for others takes “edit others”. */
import type { Hono } from 'hono'
import { planningMessages as m, storiesMessages } from '../../../messages/index.ts'
import { termKey } from '../../../paper/index.ts'
import { listPeople } from '../../../people/index.ts'
import {
  addPlan,
  beginPlanned,
  changePlan,
  checkPlan,
  dayAfter,
  daysOfWeek,
  LONGEST_PLAN,
  listIdeas,
  listPlans,
  mayChangePlan,
  mayChoose,
  movePlan,
  type Plan,
  readPlan,
  removePlan,
  startOfDay,
  type TypedPlan,
  weekOf,
} from '../../../planning/index.ts'
import { readSiteSettings } from '../../../publication/index.ts'
import { isId } from '../../../store/index.ts'
import { dayIn } from '../../../story/index.ts'
import type { Call, Env, Web } from '../../context.ts'
import { answerError } from '../../kit/answer.ts'
import type { Form } from '../../kit/form.ts'
import { wholeNumber } from '../../kit/whole-number.ts'
import { withForm } from '../../kit/with-form.ts'
import { frameFor } from '../kit/frame.ts'
import { NOT_ALLOWED } from '../kit/guard.ts'
import { renderPlanPage } from './plan-page.tsx'
import { renderPlanningPage } from './planning-page.tsx'
import { readPlanChoices, shownPlans } from './shown-plans.ts'
import { addressOfDay } from './story-plan.tsx'

const PLAN = '/newsroom/plans/:plan'

export function addPlanningRoutes(app: Hono<Env>, web: Web): void {
  app.get('/newsroom/planning', (c) => planningPage(web, c, null))
  app.get('/newsroom/planning/ideas', (c) => planningPage(web, c, 'ideas'))
  app.get('/newsroom/planning/:week', (c) => planningPage(web, c, c.req.param('week')))
  app.post('/newsroom/planning', (c) => withForm(web, c, (form) => add(web, c, form)))
  app.get(PLAN, (c) => withPlan(web, c, (plan) => planPage(web, c, plan, typedOf(plan))))
  app.post(PLAN, (c) => withForm(web, c, (form) => withPlan(web, c, (plan) => save(web, c, plan, form))))
  app.post(`${PLAN}/move`, (c) => withForm(web, c, (form) => withPlan(web, c, (plan) => move(web, c, plan, form))))
  app.post(`${PLAN}/begin`, (c) => withPlan(web, c, (plan) => begin(web, c, plan)))
  app.post(`${PLAN}/remove`, (c) =>
    withPlan(web, c, async (plan) => {
      await removePlan(web.store, { id: plan.id, by: c.get('person').id }, web.now())
      return c.redirect(addressOfDay(plan.day), 303)
    }),
  )
  app.post('/newsroom/stories/:id/plan', (c) => withForm(web, c, (form) => planStory(web, c, form)))
}

const NOTHING: TypedPlan = {
  ...{ headline: '', day: '', slot: '', section: '' },
  ...{ writer: '', photographer: '', photographerName: '', words: '', deadline: '' },
}

async function planningPage(
  web: Web,
  c: Call,
  asked: string | null,
  again?: { typed: TypedPlan; problem: string },
): Promise<Response> {
  const { db } = web.store
  const me = c.get('person')
  const frame = await frameFor(web, c)
  const { timeZone } = frame.site
  const today = dayIn(timeZone, web.now())
  const name = asked ?? weekOf(today)
  const days = asked === 'ideas' ? null : daysOfWeek(name)
  if (asked !== 'ideas' && !days) return answerError(web, c, 404)
  const [from = '', to = ''] = [days?.[0], days?.at(-1)]
  const [plans, choices, people] = await Promise.all([
    days ? listPlans(db, { from, to }) : listIdeas(db),
    readPlanChoices(db, me),
    listPeople(db),
  ])
  const writer = c.req.query('writer') ?? ''
  const section = c.req.query('section') ?? ''
  const shown = (await shownPlans(db, plans, { me, now: web.now(), timeZone })).filter(
    (plan) =>
      (writer === '' || plan.writerId === writer) && (section === '' || termKey(plan.section) === termKey(section)),
  )
  const writers = people.filter(({ disabled, switches }) => !disabled && switches.includes('write'))
  return c.html(
    renderPlanningPage({
      ...frame,
      week: days ? { name, days, before: weekOf(dayAfter(from, -7)), after: weekOf(dayAfter(from, 7)) } : null,
      ...{ today, choices, plans: shown, filter: { writer, section, writers } },
      typed: again?.typed ?? { ...NOTHING, day: days?.includes(today) ? today : from, writer: me.id },
      problem: again?.problem,
      script: web.assets.path('plan-board.js'),
    }),
    again ? 400 : 200,
  )
}

const readTyped = (form: Form): TypedPlan => ({
  headline: form.get('headline'),
  day: form.get('day'),
  slot: form.get('slot'),
  section: form.get('section'),
  writer: form.get('writer'),
  photographer: form.get('photographer'),
  photographerName: form.get('photographerName'),
  words: form.get('words'),
  deadline: form.get('deadline'),
})

const typedOf = (plan: Plan): TypedPlan => ({
  ...{ headline: plan.headline, day: plan.day, slot: plan.slot, section: plan.section, deadline: plan.deadline },
  writer: plan.writerId ?? '',
  photographer: plan.photographerId ?? '',
  photographerName: plan.photographer,
  words: plan.words === null ? '' : String(plan.words),
})

async function add(web: Web, c: Call, form: Form): Promise<Response> {
  const me = c.get('person')
  const typed = readTyped(form)
  const read = checkPlan(typed, await listPeople(web.store.db))
  const week = startOfDay(typed.day.trim()) === null ? null : weekOf(typed.day.trim())
  if ('problem' in read) return planningPage(web, c, week, { typed, problem: read.problem })
  if (!mayChoose(me, read.fields)) return planningPage(web, c, week, { typed, problem: m.notYours })
  const id = await addPlan(web.store, { fields: read.fields, by: me.id }, web.now())
  return c.redirect(`${addressOfDay(read.fields.day)}${filterIn(form)}#plan-${id}`, 303)
}

/** Only what a filter of ours can be. */
function filterIn(form: Form): string {
  const filter = form.get('filter')
  return /^\?[\w%+=&.-]{1,300}$/.test(filter) ? filter : ''
}

/** Goes on with the line that the address names, or says that it isn't there, or not this person's to change. */
async function withPlan(web: Web, c: Call, work: (plan: Plan) => Promise<Response>): Promise<Response> {
  const id = c.req.param('plan') ?? ''
  const plan = isId(id) ? await readPlan(web.store.db, id) : null
  if (!plan) return answerError(web, c, 404, { sentence: m.noPlan })
  if (mayChangePlan(c.get('person'), plan)) return work(plan)
  return answerError(web, c, 403, { title: NOT_ALLOWED, sentence: m.notYoursToChange })
}

async function planPage(web: Web, c: Call, plan: Plan, typed: TypedPlan, problem?: string): Promise<Response> {
  const [frame, choices] = await Promise.all([frameFor(web, c), readPlanChoices(web.store.db, c.get('person'), plan)])
  const { id, number, storyId, headline, day } = plan
  return c.html(
    renderPlanPage({
      ...frame,
      ...{ choices, typed, problem },
      plan: { id, number, storyId, headline, address: addressOfDay(day) },
    }),
    problem ? 400 : 200,
  )
}

async function save(web: Web, c: Call, plan: Plan, form: Form): Promise<Response> {
  const me = c.get('person')
  const typed = readTyped(form)
  const read = checkPlan(typed, await listPeople(web.store.db))
  if ('problem' in read) return planPage(web, c, plan, typed, read.problem)
  const { fields } = read
  if (!mayChoose(me, fields, plan)) return planPage(web, c, plan, typed, m.notYours)
  const number = wholeNumber(form.get('number')) ?? 0
  if (!(await changePlan(web.store, { id: plan.id, number, fields, by: me.id }, web.now())))
    return planPage(web, c, plan, typed, m.changedMeanwhile)
  return c.redirect(`${addressOfDay(fields.day)}#plan-${plan.id}`, 303)
}

async function move(web: Web, c: Call, plan: Plan, form: Form): Promise<Response> {
  const day = form.get('day').trim()
  if (day !== '' && startOfDay(day) === null) return planPage(web, c, plan, { ...typedOf(plan), day }, m.chooseADay)
  await movePlan(web.store, { id: plan.id, day, by: c.get('person').id }, web.now())
  return c.redirect(`${addressOfDay(day)}${filterIn(form)}#plan-${plan.id}`, 303)
}

async function begin(web: Web, c: Call, plan: Plan): Promise<Response> {
  const { commentsOpen } = await readSiteSettings(web.store.db)
  const story = await beginPlanned(web.store, { id: plan.id, by: c.get('person').id, commentsOpen }, web.now())
  if (!story) return answerError(web, c, 404, { sentence: m.noPlan })
  return c.redirect(`/newsroom/stories/${story}`, 303)
}

/** A story that is there already: its writer is whose story it is. */
async function planStory(web: Web, c: Call, form: Form): Promise<Response> {
  const draft = c.get('story')
  const typed = { ...NOTHING, headline: draft.content.headline.slice(0, LONGEST_PLAN) || storiesMessages.noHeadline }
  const people = await listPeople(web.store.db)
  const writer = people.some(({ id }) => id === draft.createdBy) ? (draft.createdBy ?? '') : ''
  const { section } = draft.content
  const read = checkPlan({ ...typed, section, writer, day: form.get('day'), slot: form.get('slot') }, people)
  if ('problem' in read) return answerError(web, c, 400, { sentence: read.problem })
  await addPlan(web.store, { fields: read.fields, storyId: draft.id, by: c.get('person').id }, web.now())
  return c.redirect(`/newsroom/stories/${draft.id}#plan`, 303)
}
