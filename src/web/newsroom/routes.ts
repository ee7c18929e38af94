/** The newsroom's addresses. Signing in is open to all; everything else to staff, each by their switches. */
import type { Hono } from 'hono'
import type { Env, Web } from '../context.ts'
import { addFiguresRoutes } from './figures-routes.ts'
import { newsroomHeaders, staffOnly } from './guard.ts'
import { addPeopleRoutes } from './people-routes.ts'
import { addReadingRoutes } from './reading-routes.ts'
import { addReviewRoutes } from './review-routes.ts'
import { addSaidRoutes } from './said-routes.ts'
import { addSignInRoutes } from './sign-in-routes.ts'
import { addStoryRoutes } from './story-routes.ts'

export function addNewsroomRoutes(app: Hono<Env>, web: Web): void {
  app.use('/newsroom', newsroomHeaders)
  app.use('/newsroom/*', newsroomHeaders)
  addSignInRoutes(app, web)
  app.use('/newsroom', staffOnly(web))
  app.use('/newsroom/*', staffOnly(web))
  addStoryRoutes(app, web)
  addReadingRoutes(app, web)
  addSaidRoutes(app, web)
  addReviewRoutes(app, web)
  addFiguresRoutes(app, web)
  addPeopleRoutes(app, web)
}
