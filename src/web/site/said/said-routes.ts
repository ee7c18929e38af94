/** "What did X say about Y", asked by address. Nothing of it is kept: there is no end to what can be asked. */
import type { Hono } from 'hono'
import {
  type FoundStatement,
  type StatementsAsk,
  type StatementsPage,
  searchStatements,
} from '../../../archive/index.ts'
import { saidMessages as m } from '../../../messages/index.ts'
import type { Call, Env, Web } from '../../context.ts'
import { answerPrivate } from '../../kit/answer.ts'
import { readSite } from '../kit/site.ts'
import { placeOnSite, saidElsewhere } from './found-view.ts'
import type { SaidQuestion } from './said-props.ts'
import { readQuestion, renderSaidPage, type SaidAnswer } from './said-search.tsx'

const STATEMENTS = 30

export function addSaidRoutes(app: Hono<Env>, web: Web): void {
  app.get('/said', async (c) => {
    const search = (ask: StatementsAsk) => searchStatements(web.store, ask, 'public')
    const { question, answer } = await answerQuestion(c, search, placeOnSite)
    const page = renderSaidPage({ site: await readSite(web), question, answer })
    return answerPrivate(c, page, answer.state === 'problem' ? 400 : 200)
  })
}

/** What the address asks, and what `search` found; `placeOf` says where a statement's words lead. */
export async function answerQuestion(
  c: Call,
  search: (ask: StatementsAsk) => Promise<StatementsPage | { problem: string }>,
  placeOf: (found: FoundStatement) => string,
): Promise<{ question: SaidQuestion; answer: SaidAnswer }> {
  const { problem, ...question } = readQuestion(c.req.query('speaker') ?? '', c.req.query('about') ?? '')
  if (problem) return { question, answer: { state: 'problem', sentence: problem } }
  if (question.speaker === '' && question.about === '') return { question, answer: { state: 'not asked' } }
  const after = c.req.query('after')
  const found = await search({ ...question, limit: STATEMENTS, ...(after ? { after } : {}) })
  if ('problem' in found) return { question, answer: { state: 'problem', sentence: m.brokenLink } }
  const statements = found.statements.map((one) => saidElsewhere(one, placeOf(one)))
  return { question, answer: { state: 'answered', statements, after: found.after, isFirst: !after } }
}
