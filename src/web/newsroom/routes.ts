/** The newsroom's routes; whom each lets in is in addresses.ts. */
import type { Hono } from 'hono'
import type { Env, Web } from '../context.ts'
import { addStaffAccountRoutes } from './account-routes.ts'
import { addAnswersRoutes } from './answers-routes.ts'
import { addBansRoutes } from './bans-routes.ts'
import { addCampaignRoutes } from './campaign-routes.ts'
import { addFiguresRoutes } from './figures-routes.ts'
import { addLettersRoutes } from './letters-routes.ts'
import { addLogRoutes } from './log-routes.ts'
import { addModelRoutes } from './model-routes.ts'
import { addStaffNoticesRoutes } from './notices-routes.ts'
import { addPeopleRoutes } from './people-routes.ts'
import { addReadersRoutes } from './readers-routes.ts'
import { addReadingRoutes } from './reading-routes.ts'
import { addReviewRoutes } from './review-routes.ts'
import { addRulesRoutes } from './rules-routes.ts'
import { addStaffSaidRoutes } from './said-routes.ts'
import { addSettingsRoutes } from './settings-routes.ts'
import { addSignInRoutes } from './sign-in-routes.ts'
import { addStoryDiscussionRoutes } from './story-discussion-routes.ts'
import { addStoryRoutes } from './story-routes.ts'
import { addWaitingRoutes } from './waiting-routes.ts'
import { addWorkRoutes } from './work-routes.ts'

export function addNewsroomRoutes(app: Hono<Env>, web: Web): void {
  addSignInRoutes(app, web)
  addWaitingRoutes(app, web)
  addStoryRoutes(app, web)
  addReadingRoutes(app, web)
  addReadersRoutes(app, web)
  addStaffSaidRoutes(app, web)
  addReviewRoutes(app, web)
  addAnswersRoutes(app, web)
  addFiguresRoutes(app, web)
  addCampaignRoutes(app, web)
  addModelRoutes(app, web)
  addRulesRoutes(app, web)
  addBansRoutes(app, web)
  addStoryDiscussionRoutes(app, web)
  addPeopleRoutes(app, web)
  addSettingsRoutes(app, web)
  addLettersRoutes(app, web)
  addWorkRoutes(app, web)
  addStaffNoticesRoutes(app, web)
  addStaffAccountRoutes(app, web)
  addLogRoutes(app, web)
}
