/** The site's settings. */

import type { Hono } from 'hono'
import { listPeople, may } from '../../../people/index.ts'
import {
  changeSiteSettings,
  readSiteSettings,
  SITE_SETTINGS,
  type SiteSettings,
  siteSettingsSchema,
} from '../../../publication/index.ts'
import { unixLines } from '../../../text/index.ts'
import type { Call, Env, Web } from '../../context.ts'
import { answerError } from '../../kit/answer.ts'
import type { Form } from '../../kit/form.ts'
import { withForm } from '../../kit/with-form.ts'
import { frameFor } from '../kit/frame.ts'
import { renderSettingsPage } from './settings-page.tsx'
import { shownIn } from './shown.tsx'

type SettingsPageProps = Parameters<typeof renderSettingsPage>[0]
type Seen = Pick<SettingsPageProps, 'form' | 'shown' | 'problem' | 'theirs' | 'saved'>

const NAMES = Object.keys(SITE_SETTINGS) as (keyof SiteSettings)[]

export function addSettingsRoutes(app: Hono<Env>, web: Web): void {
  app.get('/newsroom/settings', async (c) => {
    const form = await readSiteSettings(web.store.db)
    const saved = c.req.query('saved') === undefined ? {} : { saved: true }
    return settingsPage(web, c, { form, shown: form, ...saved })
  })
  app.post('/newsroom/settings', (c) => withForm(web, c, (form) => save(web, c, form)))
  app.post('/newsroom/settings/house-rule', (c) =>
    withForm(web, c, async (form) => {
      const houseRule = siteSettingsSchema.shape.houseRule.safeParse(unixLines(form.get('rule')))
      if (!houseRule.success) return answerError(web, c, 400, { sentence: houseRule.error.issues[0]?.message ?? '' })
      await changeSiteSettings(web.store, { wanted: { houseRule: houseRule.data } }, c.get('person').id, web.now())
      return c.redirect('/newsroom/settings?saved', 303)
    }),
  )
}

async function save(web: Web, c: Call, fields: Form): Promise<Response> {
  const form = settingsOf(Object.fromEntries(NAMES.map((name) => [name, unixLines(fields.get(name))]))) as SiteSettings
  const shown = settingsOf(shownIn(fields, NAMES))
  const checked = siteSettingsSchema.safeParse(form)
  if (!checked.success) {
    const issue = checked.error.issues[0]
    const problem = { field: String(issue?.path[0] ?? ''), sentence: issue?.message ?? '' }
    return settingsPage(web, c, { form, shown, problem })
  }
  const change = { shown, wanted: checked.data }
  const { now, fields: laid, both } = await changeSiteSettings(web.store, change, c.get('person').id, web.now())
  if (both.length === 0) return c.redirect('/newsroom/settings?saved', 303)
  // Sending the same again starts from the other's: they have seen it by then.
  const theirs = Object.fromEntries(both.map((name) => [name, now[name]])) as Partial<SiteSettings>
  return settingsPage(web, c, { form: laid, shown: now, theirs })
}

/** What a form has in its fields, as settings. */
const settingsOf = (fields: Partial<Record<keyof SiteSettings, string>>): Partial<SiteSettings> =>
  Object.fromEntries(
    Object.entries(fields).map(([name, text]) => [
      name,
      typeof SITE_SETTINGS[name as keyof SiteSettings].default === 'boolean' ? text !== '' : text,
    ]),
  )

async function settingsPage(web: Web, c: Call, seen: Seen): Promise<Response> {
  const [frame, people] = await Promise.all([frameFor(web, c), listPeople(web.store.db)])
  const publishers = people.filter((person) => may(person, 'publish'))
  const onePublisher = publishers.length === 1 ? (publishers[0]?.name ?? null) : null
  const status = seen.theirs ? 409 : seen.problem ? 400 : 200
  return c.html(renderSettingsPage({ ...frame, onePublisher, ...seen }), status)
}
