/** What programs with a token may do under /api/v1; whom each address lets in is in addresses.ts. */
import type { Hono } from 'hono'
import { listPeople } from '../../people/index.ts'
import { readSiteSettings } from '../../publication/index.ts'
import { OEMBED } from '../api/addresses.ts'
import { addOperation } from '../api/kit/add-operation.ts'
import { describeApi } from '../api/kit/openapi.ts'
import { DESCRIPTION, PUBLIC_OPERATIONS } from '../api/v1/addresses.ts'
import type { Env, Web } from '../context.ts'
import { PROGRAM_OPERATIONS, STAFF } from './addresses.ts'
import { addDraftsRoutes } from './drafts-routes.ts'
import { addQueueRoutes } from './queue-routes.ts'

export function addProgramRoutes(app: Hono<Env>, web: Web): void {
  // Made when somebody first asks: a server that nobody asks needs none.
  let described: ReturnType<typeof describeApi> | undefined
  addOperation(app, web, DESCRIPTION, async () => {
    described ??= describeApi([...PUBLIC_OPERATIONS, OEMBED, ...PROGRAM_OPERATIONS], web.url())
    return { value: described }
  })
  addDraftsRoutes(app, web)
  addQueueRoutes(app, web)
  addOperation(app, web, STAFF.settings, async () => ({ value: await readSiteSettings(web.store.db) }))
  addOperation(app, web, STAFF.people, async () => ({
    value: {
      people: (await listPeople(web.store.db)).map(({ id, name, switches, disabled }) => ({
        id,
        name,
        can: [...switches],
        suspended: disabled,
      })),
    },
  }))
}
