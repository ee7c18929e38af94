/** The newsroom's search for who said what: over everything that was published, with or without "who says so". */
import type { Hono } from 'hono'
import { type FoundStatement, type StatementsAsk, searchStatements } from '../../../archive/index.ts'
import type { Env, Web } from '../../context.ts'
import { answerQuestion } from '../../site/said/said-routes.ts'
import { frameFor } from '../kit/frame.ts'
import { lineId } from './reading-text.tsx'
import { renderNewsroomSaidPage } from './said-page.tsx'

export function addStaffSaidRoutes(app: Hono<Env>, web: Web): void {
  app.get('/newsroom/said', async (c) => {
    const search = (ask: StatementsAsk) => searchStatements(web.store, ask, 'newsroom')
    const { question, answer } = await answerQuestion(c, search, placeInNewsroom)
    const page = renderNewsroomSaidPage({ ...(await frameFor(web, c)), question, answer })
    return c.html(page, answer.state === 'problem' ? 400 : 200)
  })
}

/** Where it stands beside its story. A draft that has changed since may have lost it: then the page opens at its top. */
const placeInNewsroom = ({ story, id }: FoundStatement): string =>
  `/newsroom/stories/${story.id}/reading#${encodeURIComponent(lineId(id))}`
