/** Work in the background, for who may change settings: what was given up is tried again, or let go. */
import type { Hono } from 'hono'
import { workMessages as m } from '../../../messages/index.ts'
import { rulesTried } from '../../../moderation/filters/index.ts'
import { noteAct } from '../../../people/index.ts'
import { countJobs, type Database, dropJob, readDeadJobs, tryJobAgain } from '../../../store/index.ts'
import { readHeadlines } from '../../../story/index.ts'
import type { Call, Env, Web } from '../../context.ts'
import { wholeNumber } from '../../kit/whole-number.ts'
import { frameFor } from '../kit/frame.ts'
import { renderWorkPage, type WorkMatter } from './work-page.tsx'
import { wordsOfKind } from './work-words.ts'

const ACTS = {
  again: { does: tryJobAgain, logged: m.logTriedAgain, done: m.triedAgain },
  'let-go': { does: dropJob, logged: m.logRemoved, done: m.removed },
} as const

export function addWorkRoutes(app: Hono<Env>, web: Web): void {
  app.get('/newsroom/work', (c) => workPage(web, c))
  app.post('/newsroom/work/:number/again', (c) => act(web, c, 'again'))
  app.post('/newsroom/work/:number/let-go', (c) => act(web, c, 'let-go'))
}

async function act(web: Web, c: Call, name: keyof typeof ACTS): Promise<Response> {
  const { does, logged } = ACTS[name]
  const number = wholeNumber(c.req.param('number') ?? '')
  const by = c.get('person').id
  const isDone =
    number !== null &&
    (await web.store.transaction(web.now(), async (tx) => {
      const job = await does(tx, number)
      if (!job) return false
      const [matter] = await mattersOf(tx.rows, [job])
      const { what } = wordsOfKind(job.kind)
      const detail = logged(matter ? m.workOnStory(what, matter.title) : what)
      await noteAct(tx, { by, act: `work.${name}`, about: null, detail })
      return true
    }))
  if (isDone) return c.redirect(`/newsroom/work?done=${name}`, 303)
  return workPage(web, c, m.notFailed)
}

async function workPage(web: Web, c: Call, problem?: string): Promise<Response> {
  const { db } = web.store
  const [frame, counts, dead] = await Promise.all([frameFor(web, c), countJobs(db), readDeadJobs(db)])
  const matters = await mattersOf(db, dead)
  const name = c.req.query('done') ?? ''
  const done = Object.hasOwn(ACTS, name) ? ACTS[name as keyof typeof ACTS].done : undefined
  const html = renderWorkPage({
    ...frame,
    counts,
    givenUp: dead.map((job, i) => ({ ...job, matter: matters[i] ?? null })),
    ...(problem ? { problem } : done ? { done } : {}),
  })
  return c.html(html, problem ? 400 : 200)
}

/** What each of these is about; null where it is about nothing that has a page. */
async function mattersOf(db: Database, jobs: readonly { kind: string; key: string }[]): Promise<(WorkMatter | null)[]> {
  const keysOf = (of: 'story' | 'trial') => jobs.flatMap(({ kind, key }) => (wordsOfKind(kind).of === of ? key : []))
  const [headlines, rules] = [await readHeadlines(db, keysOf('story')), await rulesTried(db, keysOf('trial'))]
  return jobs.map(({ kind, key }) => {
    const { of } = wordsOfKind(kind)
    const headline = of === 'story' ? headlines.get(key) : undefined
    if (headline !== undefined) return { title: headline || m.noHeadline, href: `/newsroom/stories/${key}` }
    const rule = of === 'trial' ? rules.get(key) : undefined
    return rule ? { title: rule.name, href: `/newsroom/review/rules/${rule.id}` } : null
  })
}
