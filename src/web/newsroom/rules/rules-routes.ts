/** The rules of the house: drafting, trying, switching; and what appears without review. */

import type { Hono } from 'hono'
import { rulesMessages as m, filtersMessages as problems } from '../../../messages/index.ts'
import {
  addRule,
  archiveSpan,
  changeRule,
  checkRule,
  formOfRule,
  listRules,
  type Rule,
  type RuleForm,
  type RuleKind,
  type RuleProblem,
  readCaught,
  readKnownReaders,
  readRule,
  readRuleVersions,
  readRunningTrial,
  setKnownReaders,
  stopTrial,
  switchOff,
  switchOn,
  trialFor,
  tryRule,
} from '../../../moderation/filters/index.ts'
import { readPerson } from '../../../people/index.ts'
import { isId } from '../../../store/index.ts'
import type { Call, Env, Web } from '../../context.ts'
import { answerError } from '../../kit/answer.ts'
import type { Form } from '../../kit/form.ts'
import { wholeNumber } from '../../kit/whole-number.ts'
import { withForm } from '../../kit/with-form.ts'
import { frameFor } from '../kit/frame.ts'
import { changedMeanwhile, shownIn } from '../settings/shown.tsx'
import { renderNewRulePage, renderRulePage } from './rule-page.tsx'
import { OFF, type RulesPageProps, renderRulesPage } from './rules-page.tsx'

/** Five hundred lines of a hundred characters, each percent-encoded. */
const RULE_FORM_LIMIT = 1024 * 1024
/** A small archive is read within the request, in milliseconds; a large one goes on while the page looks again. */
const PATIENCE = 1500
const LOOK_AGAIN = 4

const KINDS: readonly RuleKind[] = ['words', 'links', 'first']
const isKind = (value: string | undefined): value is RuleKind => KINDS.includes(value as RuleKind)

export function addRulesRoutes(app: Hono<Env>, web: Web): void {
  app.get('/newsroom/review/rules', (c) => rulesPage(web, c))
  app.post('/newsroom/review/rules', (c) => withForm(web, c, (fields) => add(web, c, fields), RULE_FORM_LIMIT))
  app.get('/newsroom/review/rules/new', (c) => {
    const kind = c.req.query('kind')
    const effect = 'label'
    const form = {
      name: '',
      kind: isKind(kind) ? kind : 'words',
      words: '',
      domains: '',
      links: 'any',
      more: '3',
      effect,
    }
    return newRulePage(web, c, form as RuleForm)
  })
  app.post('/newsroom/review/rules/known-readers', (c) => withForm(web, c, (form) => setKnown(web, c, form)))
  app.get('/newsroom/review/rules/:id', (c) => onRule(web, c, (rule) => rulePage(web, c, rule)))
  app.post('/newsroom/review/rules/:id', (c) =>
    onRule(web, c, (rule) => withForm(web, c, (fields) => change(web, c, rule, fields), RULE_FORM_LIMIT)),
  )
  app.post('/newsroom/review/rules/:id/try', (c) =>
    onRule(web, c, async (rule) => {
      const begun = await tryRule(web.store, { ruleId: rule.id, by: c.get('person').id, patience: PATIENCE }, web.now())
      return 'problem' in begun
        ? rulePage(web, c, rule, { problem: begun.problem })
        : c.redirect(`/newsroom/review/rules/${rule.id}#trial`, 303)
    }),
  )
  app.post('/newsroom/review/rules/:id/stop', (c) =>
    onRule(web, c, async (rule) => {
      const trial = await readRunningTrial(web.store.db)
      if (trial?.ruleId === rule.id) await stopTrial(web.store, trial.id, c.get('person').id, web.now())
      return c.redirect(`/newsroom/review/rules/${rule.id}#trial`, 303)
    }),
  )
  app.post('/newsroom/review/rules/:id/on', (c) =>
    onRule(web, c, (rule) => withForm(web, c, (form) => putOn(web, c, rule, form))),
  )
  app.post('/newsroom/review/rules/:id/off', (c) =>
    onRule(web, c, async (rule) => {
      await switchOff(web.store, rule.id, c.get('person').id, web.now())
      return c.redirect(`/newsroom/review/rules/${rule.id}?off`, 303)
    }),
  )
}

async function onRule(web: Web, c: Call, act: (rule: Rule) => Promise<Response>): Promise<Response> {
  const id = c.req.param('id') ?? ''
  const rule = isId(id) ? await readRule(web.store.db, id) : null
  return rule ? act(rule) : answerError(web, c, 404, { sentence: problems.noRule })
}

type KnownTrouble = Pick<RulesPageProps, 'problem' | 'typed' | 'shown' | 'theirs'>

async function rulesPage(web: Web, c: Call, trouble: KnownTrouble = {}): Promise<Response> {
  const [frame, rules, known] = await Promise.all([
    frameFor(web, c),
    listRules(web.store.db),
    readKnownReaders(web.store.db),
  ])
  const by = known ? ((await readPerson(web.store.db, known.by))?.name ?? null) : null
  return c.html(
    renderRulesPage({
      ...frame,
      rules,
      known: known && { ...known, by },
      ...trouble,
      ...(c.req.query('saved') === undefined ? {} : { saved: true }),
    }),
    trouble.theirs !== undefined ? 409 : trouble.problem ? 400 : 200,
  )
}

async function newRulePage(web: Web, c: Call, form: RuleForm, problem?: RuleProblem): Promise<Response> {
  return c.html(
    renderNewRulePage({ ...(await frameFor(web, c)), form, ...(problem ? { problem } : {}) }),
    problem ? 400 : 200,
  )
}

async function add(web: Web, c: Call, fields: Form): Promise<Response> {
  const form = readRuleForm(fields)
  const words = checkRule(form)
  if ('sentence' in words) return newRulePage(web, c, form, words)
  const added = await addRule(web.store, words, c.get('person').id, web.now())
  return added.saved
    ? c.redirect(`/newsroom/review/rules/${added.id}`, 303)
    : newRulePage(web, c, form, { field: 'name', sentence: added.problem })
}

async function putOn(web: Web, c: Call, rule: Rule, form: Form): Promise<Response> {
  const asked = {
    id: rule.id,
    version: wholeNumber(form.get('version')) ?? 0,
    partial: form.get('partial') === 'yes',
    by: c.get('person').id,
  }
  const switched = await switchOn(web.store, asked, web.now())
  return switched.switched
    ? c.redirect(`/newsroom/review/rules/${rule.id}?on`, 303)
    : rulePage(web, c, rule, { problem: switched.problem })
}

async function change(web: Web, c: Call, rule: Rule, fields: Form): Promise<Response> {
  // What kind of rule it is was decided when it was made.
  const form = { ...readRuleForm(fields), kind: rule.pattern.kind }
  const base = wholeNumber(fields.get('base')) ?? 0
  const words = checkRule(form)
  if ('sentence' in words) return rulePage(web, c, rule, { form, base, fieldProblem: words })
  const changed = await changeRule(web.store, { id: rule.id, base, words, by: c.get('person').id }, web.now())
  if (changed.saved) return c.redirect(`/newsroom/review/rules/${rule.id}?saved`, 303)
  // Sending the same again starts from the other's version: they have seen it by then.
  const now = (await readRule(web.store.db, rule.id)) ?? rule
  return rulePage(web, c, now, { form, problem: changed.problem })
}

async function rulePage(
  web: Web,
  c: Call,
  rule: Rule,
  more: { form?: RuleForm; base?: number; fieldProblem?: RuleProblem; problem?: string } = {},
): Promise<Response> {
  const { db } = web.store
  const [frame, versions, trial, running, span] = await Promise.all([
    frameFor(web, c),
    readRuleVersions(db, rule.id),
    trialFor(db, rule),
    readRunningTrial(db),
    archiveSpan(db),
  ])
  const inTheWay = running && running.id !== trial?.id ? await readRule(db, running.ruleId) : null
  const [approved, others] = trial
    ? await Promise.all([readCaught(db, trial.found.approved), readCaught(db, trial.found.others)])
    : [[], []]
  const reloads = trial?.state === 'running' && c.req.query('still') === undefined && c.req.method === 'GET'
  // By a header, not by an element: whoever stops it is on a page that stays as it is.
  if (reloads) c.header('refresh', String(LOOK_AGAIN))
  const done = (['on', 'off', 'saved'] as const).find((one) => c.req.query(one) !== undefined) ?? null
  const { form, base, fieldProblem, problem } = more
  return c.html(
    renderRulePage({
      ...frame,
      rule,
      form: form ?? formOfRule(rule),
      base: base ?? rule.version,
      versions,
      trial,
      inTheWay: inTheWay && { id: inTheWay.id, name: inTheWay.name },
      approved,
      others,
      span,
      reloads,
      ...(fieldProblem ? { fieldProblem } : {}),
      ...(problem ? { problem } : {}),
      done,
    }),
    problem ? 409 : fieldProblem ? 400 : 200,
  )
}

async function setKnown(web: Web, c: Call, form: Form): Promise<Response> {
  const typed = form.get('comments').trim()
  const { comments: shown } = shownIn(form, ['comments'])
  const change = { comments: commentsOf(typed), shown: shown === undefined ? undefined : commentsOf(shown) }
  const problem = await setKnownReaders(web.store, { ...change, by: c.get('person').id }, web.now())
  if (!problem) return c.redirect('/newsroom/review/rules?saved', 303)
  if ('problem' in problem) return rulesPage(web, c, { ...problem, typed, shown })
  // Sending the same again starts from the other's choice: it has been seen by then.
  const theirs = String(problem.meanwhile ?? OFF)
  return rulesPage(web, c, { problem: changedMeanwhile([m.commentsNeeded]), typed, theirs })
}

const commentsOf = (typed: string): number | null => (typed === OFF ? null : typed === '' ? Number.NaN : Number(typed))

function readRuleForm(fields: Form): RuleForm {
  const kind = fields.get('kind')
  const links = fields.get('links')
  return {
    name: fields.get('name'),
    kind: isKind(kind) ? kind : 'words',
    words: fields.get('words'),
    domains: fields.get('domains'),
    links: links === 'any' || links === 'more' ? links : 'domains',
    more: fields.get('more'),
    effect: fields.get('effect'),
  }
}
