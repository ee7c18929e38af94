/** The newsroom's routes; whom each lets in is in addresses.ts. */
import type { Hono } from 'hono'
import type { Env, Web } from '../context.ts'
import { addCoralSettingsRoutes } from './coral/coral-settings-routes.ts'
import { addDraftRoutes } from './drafts/draft-routes.ts'
import { addHistoryRoutes } from './drafts/history-routes.ts'
import { addSuggestionsRoutes } from './drafts/suggestions-routes.ts'
import { addFiguresRoutes } from './figures/figures-routes.ts'
import { addLogRoutes } from './figures/log-routes.ts'
import { addModelRoutes } from './figures/model-routes.ts'
import { addFilesRoutes } from './files/files-routes.ts'
import { addFrontRoutes } from './front/front-routes.ts'
import { addLettersRoutes } from './letters/letters-routes.ts'
import { addStaffNoticesRoutes } from './letters/notices-routes.ts'
import { addMachineRoutes } from './machine/machine-routes.ts'
import { addMoveInRoutes } from './moving/move-in-routes.ts'
import { addNotesRoutes } from './notes/notes-routes.tsx'
import { addAnswersRoutes } from './objections/answers-routes.ts'
import { addBansRoutes } from './objections/bans-routes.ts'
import { addMenusRoutes } from './paper/menus-routes.ts'
import { addPagesRoutes } from './paper/pages-routes.ts'
import { addTermsRoutes } from './paper/terms-routes.ts'
import { addStaffAccountRoutes } from './people/account-routes.ts'
import { addPeopleRoutes } from './people/people-routes.ts'
import { addReadersRoutes } from './people/readers-routes.ts'
import { addSignInRoutes } from './people/sign-in-routes.ts'
import { addPicturesRoutes } from './pictures/pictures-routes.ts'
import { addPlanningRoutes } from './planning/planning-routes.ts'
import { addCampaignRoutes } from './queue/campaign-routes.ts'
import { addReviewRoutes } from './queue/review-routes.ts'
import { addStoryDiscussionRoutes } from './queue/story-discussion-routes.ts'
import { addWaitingRoutes } from './queue/waiting-routes.ts'
import { addPortraitRoutes } from './reading/portrait-routes.ts'
import { addReadingRoutes } from './reading/reading-routes.ts'
import { addStaffSaidRoutes } from './reading/said-routes.ts'
import { addRulesRoutes } from './rules/rules-routes.ts'
import { addAdvertsRoutes } from './settings/adverts-routes.ts'
import { addEmbeddingRoutes } from './settings/embedding-routes.ts'
import { addLookRoutes } from './settings/look-routes.ts'
import { addOldAddressesRoutes } from './settings/old-addresses-routes.ts'
import { addProgramsRoutes } from './settings/programs-routes.ts'
import { addSettingsRoutes } from './settings/settings-routes.ts'
import { addWorkRoutes } from './settings/work-routes.ts'
import { addStartRoutes } from './start/start-routes.ts'
import { addStoryRoutes } from './stories/story-routes.ts'
import { addTicketsRoutes } from './tickets/tickets-routes.ts'
import { addLiveWaitingRoutes } from './waiting/live-waiting.ts'
import { addWebhooksRoutes } from './webhooks/webhooks-routes.ts'
import { addStoryListRoutes } from './workflow/list-routes.ts'
import { addTrashRoutes } from './workflow/trash-routes.ts'

export function addNewsroomRoutes(app: Hono<Env>, web: Web): void {
  addSignInRoutes(app, web)
  addWaitingRoutes(app, web)
  addLiveWaitingRoutes(app, web)
  addStartRoutes(app, web)
  addStoryRoutes(app, web)
  addStoryListRoutes(app, web)
  addTrashRoutes(app, web)
  addDraftRoutes(app, web)
  addHistoryRoutes(app, web)
  addSuggestionsRoutes(app, web)
  addNotesRoutes(app, web)
  addPlanningRoutes(app, web)
  addFrontRoutes(app, web)
  addPicturesRoutes(app, web)
  addFilesRoutes(app, web)
  addPagesRoutes(app, web)
  addMenusRoutes(app, web)
  addTermsRoutes(app, web)
  addReadingRoutes(app, web)
  addReadersRoutes(app, web)
  addStaffSaidRoutes(app, web)
  addPortraitRoutes(app, web)
  addReviewRoutes(app, web)
  addAnswersRoutes(app, web)
  addTicketsRoutes(app, web)
  addFiguresRoutes(app, web)
  addCampaignRoutes(app, web)
  addModelRoutes(app, web)
  addRulesRoutes(app, web)
  addBansRoutes(app, web)
  addStoryDiscussionRoutes(app, web)
  addPeopleRoutes(app, web)
  addSettingsRoutes(app, web)
  addLookRoutes(app, web)
  addAdvertsRoutes(app, web)
  addMoveInRoutes(app, web)
  addOldAddressesRoutes(app, web)
  addProgramsRoutes(app, web)
  addEmbeddingRoutes(app, web)
  addWebhooksRoutes(app, web)
  addCoralSettingsRoutes(app, web)
  addLettersRoutes(app, web)
  addWorkRoutes(app, web)
  addMachineRoutes(app, web)
  addStaffNoticesRoutes(app, web)
  addStaffAccountRoutes(app, web)
  addLogRoutes(app, web)
}
