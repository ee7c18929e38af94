/** The newsroom's side of letters, for who may change settings. */

import type { Hono } from 'hono'
import {
  changeLetterSettings,
  letterSettingsSchema,
  listLetters,
  queueLetter,
  readLetterSettings,
  testLetter,
  tryLetterAgain,
} from '../../../mail/index.ts'
import { emailsMessages as m } from '../../../messages/index.ts'
import { noteAct } from '../../../people/index.ts'
import { readSiteSettings } from '../../../publication/index.ts'
import { isId } from '../../../store/index.ts'
import type { Call, Env, Web } from '../../context.ts'
import type { Form } from '../../kit/form.ts'
import { withForm } from '../../kit/with-form.ts'
import { frameFor } from '../kit/frame.ts'
import { changedMeanwhile, shownIn } from '../settings/shown.tsx'
import { renderLettersPage } from './letters-page.tsx'

const SHOWN = 50

const DONE: Record<string, string> = {
  saved: m.saved,
  test: m.testSent,
  again: m.sentAgain,
}

export function addLettersRoutes(app: Hono<Env>, web: Web): void {
  app.get('/newsroom/letters', (c) => lettersPage(web, c))
  app.post('/newsroom/letters', (c) => withForm(web, c, (form) => saveHour(web, c, form)))
  app.post('/newsroom/letters/test', async (c) => {
    const person = c.get('person')
    const address = person.mail
    if (address === null)
      return lettersPage(web, c, {
        problem: { field: null, sentence: m.noAddress },
      })
    const { name } = await readSiteSettings(web.store.db)
    const to = { name: person.name, address }
    const words = testLetter({ name, url: web.url() }, person.name)
    await web.store.transaction(web.now(), async (tx) => {
      await queueLetter(tx, { kind: 'test', about: person.id, to, notBefore: tx.now, ...words })
      const detail = m.logTest
      await noteAct(tx, { by: person.id, act: 'letters.test', about: person.id, detail })
    })
    return c.redirect('/newsroom/letters?done=test', 303)
  })
  app.post('/newsroom/letters/:id/again', async (c) => {
    const id = c.req.param('id')
    const by = c.get('person').id
    const isAgain =
      isId(id) &&
      (await web.store.transaction(web.now(), async (tx) => {
        if (!(await tryLetterAgain(tx, id))) return false
        const detail = m.logAgain
        await noteAct(tx, { by, act: 'letters.again', about: id, detail })
        return true
      }))
    if (isAgain) return c.redirect('/newsroom/letters?done=again', 303)
    return lettersPage(web, c, {
      problem: { field: null, sentence: m.notFailed },
    })
  })
}

async function saveHour(web: Web, c: Call, form: Form): Promise<Response> {
  const typed = form.get('digestHour')
  const { digestHour: shown } = shownIn(form, ['digestHour'])
  const checked = letterSettingsSchema.safeParse({
    digestHour: /^\s*\d{1,2}\s*$/.test(typed) ? Number(typed) : Number.NaN,
  })
  if (!checked.success) {
    const sentence = checked.error.issues[0]?.message ?? ''
    return lettersPage(web, c, { problem: { field: 'digestHour', sentence }, typed, shown })
  }
  const by = c.get('person').id
  const change = { ...(shown === undefined ? {} : { shown: { digestHour: Number(shown) } }), wanted: checked.data }
  const { now, both } = await web.store.transaction(web.now(), async (tx) => {
    const laid = await changeLetterSettings(tx, change, by)
    if (laid.both.length > 0) return laid
    const detail = m.logHour(laid.fields.digestHour)
    await noteAct(tx, { by, act: 'letters.settings', about: null, detail })
    return laid
  })
  if (both.length === 0) return c.redirect('/newsroom/letters?done=saved', 303)
  const [typedHour, theirs] = [String(checked.data.digestHour), String(now.digestHour)]
  // Sending the same again starts from the other's: they have seen it by then.
  const problem = { field: 'digestHour', sentence: changedMeanwhile([m.hour]) } as const
  return lettersPage(web, c, { problem, typed: typedHour, shown: theirs, theirs })
}

interface WrongHour {
  problem: { field: 'digestHour' | null; sentence: string }
  typed?: string
  shown?: string | undefined
  /** What somebody else has saved meanwhile. */
  theirs?: string
}

async function lettersPage(web: Web, c: Call, wrong?: WrongHour): Promise<Response> {
  const [frame, lists, { digestHour }] = await Promise.all([
    frameFor(web, c),
    listLetters(web.store.db, SHOWN),
    readLetterSettings(web.store.db),
  ])
  const done = DONE[c.req.query('done') ?? '']
  const html = renderLettersPage({
    ...frame,
    way: web.letters(),
    lists,
    digestHour: wrong?.typed ?? String(digestHour),
    shownHour: wrong?.shown ?? String(digestHour),
    ...(wrong?.theirs === undefined ? {} : { theirHour: wrong.theirs }),
    ...(wrong ? { problem: wrong.problem } : done ? { done } : {}),
  })
  return c.html(html, wrong?.theirs !== undefined ? 409 : wrong ? 400 : 200)
}
