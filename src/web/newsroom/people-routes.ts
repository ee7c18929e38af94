/** The staff and the site's settings. */
import type { Hono } from 'hono'
import {
  addPerson,
  listPeople,
  makeSignInLink,
  type Person,
  readPerson,
  SWITCHES,
  setDisabled,
  setSwitches,
} from '../../people/index.ts'
import { readSiteSettings, saveSiteSettings, siteSettingsSchema } from '../../story/index.ts'
import { answerError, answerUnread } from '../answer.ts'
import type { Call, Env, Web } from '../context.ts'
import { FORM_LIMIT, readForm } from '../form.ts'
import { queueInvitation } from '../letters/invitation.ts'
import { frameFor } from './frame.ts'
import { type NewLink, renderPeoplePage } from './people-page.tsx'
import { renderSettingsPage } from './settings-page.tsx'

export function addPeopleRoutes(app: Hono<Env>, web: Web): void {
  app.get('/newsroom/people', (c) => peoplePage(web, c))
  app.post('/newsroom/people', async (c) => {
    const form = await readForm(c.env.incoming, FORM_LIMIT)
    if ('fault' in form) return answerUnread(web, c, form)
    const typed = {
      name: form.get('name'),
      mail: form.get('mail'),
      switches: SWITCHES.filter((one) => form.all('switches').includes(one)),
    }
    const person = await addPerson(web.store, { ...typed, mail: typed.mail || null }, web.now(), c.get('person').id)
    if ('problem' in person) return peoplePage(web, c, { problem: person.problem, form: typed })
    return peoplePage(web, c, { newLink: await invite(web, person, c.get('person').id) })
  })
  app.post('/newsroom/people/:id/link', async (c) => {
    const person = await readPerson(web.store.db, c.req.param('id'))
    if (!person || person.disabled) return peoplePage(web, c, { problem: 'That person cannot sign in.' })
    return peoplePage(web, c, { newLink: await invite(web, person, c.get('person').id) })
  })
  for (const act of ['disable', 'enable'] as const) {
    app.post(`/newsroom/people/:id/${act}`, async (c) => {
      const result = await setDisabled(web.store, c.req.param('id'), act === 'disable', web.now(), c.get('person').id)
      return result ? peoplePage(web, c, result) : c.redirect('/newsroom/people', 303)
    })
  }
  app.post('/newsroom/people/:id/switches', async (c) => {
    const form = await readForm(c.env.incoming, FORM_LIMIT)
    if ('fault' in form) return answerUnread(web, c, form)
    const switches = SWITCHES.filter((one) => form.all('switches').includes(one))
    const result = await setSwitches(web.store, c.req.param('id'), switches, web.now(), c.get('person').id)
    return result ? peoplePage(web, c, result) : c.redirect('/newsroom/people', 303)
  })

  app.get('/newsroom/settings', async (c) => {
    const form = await readSiteSettings(web.store.db)
    return c.html(
      renderSettingsPage({
        ...(await frameFor(web, c)),
        form,
        ...(c.req.query('saved') === undefined ? {} : { saved: true }),
      }),
    )
  })
  app.post('/newsroom/settings', async (c) => {
    const fields = await readForm(c.env.incoming, FORM_LIMIT)
    if ('fault' in fields) return answerUnread(web, c, fields)
    const form = {
      name: fields.get('name'),
      tagline: fields.get('tagline'),
      language: fields.get('language').trim(),
      timeZone: fields.get('timeZone').trim(),
      houseRule: fields.get('houseRule').replace(/\r\n?/g, '\n'),
      contact: fields.get('contact'),
      commentsOpen: fields.get('commentsOpen') !== '',
      whoSaysSo: fields.get('whoSaysSo') !== '',
    }
    const checked = siteSettingsSchema.safeParse(form)
    if (!checked.success) {
      const issue = checked.error.issues[0]
      return c.html(
        renderSettingsPage({
          ...(await frameFor(web, c)),
          form,
          problem: { field: String(issue?.path[0] ?? ''), sentence: issue?.message ?? '' },
        }),
        400,
      )
    }
    await saveSiteSettings(web.store, checked.data, c.get('person').id, web.now())
    return c.redirect('/newsroom/settings?saved', 303)
  })
  app.post('/newsroom/settings/house-rule', async (c) => {
    const fields = await readForm(c.env.incoming, FORM_LIMIT)
    if ('fault' in fields) return answerUnread(web, c, fields)
    const houseRule = siteSettingsSchema.shape.houseRule.safeParse(fields.get('rule'))
    if (!houseRule.success) return answerError(web, c, 400, { sentence: houseRule.error.issues[0]?.message ?? '' })
    await saveSiteSettings(
      web.store,
      { ...(await readSiteSettings(web.store.db)), houseRule: houseRule.data },
      c.get('person').id,
      web.now(),
    )
    return c.redirect('/newsroom/settings?saved', 303)
  })
}

/** A new link, and a letter with another on its way where the person has a mail address. */
async function invite(web: Web, person: Person, by: string): Promise<NewLink> {
  const url = `${web.url()}/newsroom/sign-in/${await makeSignInLink(web.store, person.id, web.now(), by)}`
  if (!person.mail) return { name: person.name, url, letter: null }
  await web.store.transaction(web.now(), (tx) => queueInvitation(tx, person))
  return { name: person.name, url, letter: person.mail }
}

async function peoplePage(
  web: Web,
  c: Call,
  more: {
    problem?: string
    newLink?: NewLink
    form?: { name: string; mail: string; switches: readonly string[] }
  } = {},
): Promise<Response> {
  const people = await listPeople(web.store.db)
  return c.html(renderPeoplePage({ ...(await frameFor(web, c)), people, ...more }), more.problem ? 400 : 200)
}
