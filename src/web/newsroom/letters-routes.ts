/** The newsroom's side of letters, for who may change settings. */
import type { Hono } from 'hono'
import {
  letterSettingsSchema,
  listLetters,
  queueLetter,
  readLetterSettings,
  saveLetterSettings,
  testLetter,
  tryLetterAgain,
} from '../../mail/index.ts'
import { noteAct } from '../../people/index.ts'
import { isId } from '../../store/index.ts'
import { readSiteSettings } from '../../story/index.ts'
import { answerUnread } from '../answer.ts'
import type { Call, Env, Web } from '../context.ts'
import { FORM_LIMIT, readForm } from '../form.ts'
import { frameFor } from './frame.ts'
import { renderLettersPage } from './letters-page.tsx'

const SHOWN = 50

const DONE: Record<string, string> = {
  saved: 'Saved.',
  test: 'The test letter is on its way; it stands below.',
  again: 'It is on its way again.',
}

export function addLettersRoutes(app: Hono<Env>, web: Web): void {
  app.get('/newsroom/letters', (c) => lettersPage(web, c))
  app.post('/newsroom/letters', async (c) => {
    const form = await readForm(c.env.incoming, FORM_LIMIT)
    if ('fault' in form) return answerUnread(web, c, form)
    const typed = form.get('digestHour')
    const checked = letterSettingsSchema.safeParse({
      digestHour: /^\s*\d{1,2}\s*$/.test(typed) ? Number(typed) : Number.NaN,
    })
    if (!checked.success) {
      const sentence = checked.error.issues[0]?.message ?? ''
      return lettersPage(web, c, { problem: { field: 'digestHour', sentence }, typed })
    }
    const by = c.get('person').id
    await web.store.transaction(web.now(), async (tx) => {
      await saveLetterSettings(tx, checked.data, by)
      const detail = `Daily and weekly letters leave at ${checked.data.digestHour}:00`
      await noteAct(tx, { by, act: 'letters.settings', about: null, detail })
    })
    return c.redirect('/newsroom/letters?done=saved', 303)
  })
  app.post('/newsroom/letters/test', async (c) => {
    const person = c.get('person')
    const address = person.mail
    if (address === null)
      return lettersPage(web, c, {
        problem: {
          field: null,
          sentence: 'No mail address is kept for you; let someone add you anew with one, under People.',
        },
      })
    const { name } = await readSiteSettings(web.store.db)
    const to = { name: person.name, address }
    const words = testLetter({ name, url: web.url() }, person.name)
    await web.store.transaction(web.now(), async (tx) => {
      await queueLetter(tx, { kind: 'test', about: person.id, to, notBefore: tx.now, ...words })
      const detail = 'Sent themselves a test letter'
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
        const detail = 'Put a letter that was given up on its way again'
        await noteAct(tx, { by, act: 'letters.again', about: id, detail })
        return true
      }))
    if (isAgain) return c.redirect('/newsroom/letters?done=again', 303)
    return lettersPage(web, c, {
      problem: { field: null, sentence: 'That letter is not among those given up any more.' },
    })
  })
}

async function lettersPage(
  web: Web,
  c: Call,
  wrong?: { problem: { field: 'digestHour' | null; sentence: string }; typed?: string },
): Promise<Response> {
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
    ...(wrong ? { problem: wrong.problem } : done ? { done } : {}),
  })
  return c.html(html, wrong ? 400 : 200)
}
