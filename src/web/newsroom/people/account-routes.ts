/** A person's own account: password, codes, passkeys, sessions; and the proof that they are there. */

import type { Hono } from 'hono'
import {
  askForNewPasskey,
  askForPasskey,
  base32,
  checkPasskey,
  listPasskeys,
  otpauthUri,
  type PasskeyOwner,
  removePasskey,
} from '../../../access/index.ts'
import { accountMessages as m } from '../../../messages/index.ts'
import {
  beginCodes,
  changePerson,
  checkPassword,
  confirmCodes,
  endOtherSessions,
  endSession,
  listSessions,
  makeRecoveryCodes,
  noteAct,
  proveSession,
  readCodes,
  readPassword,
  removeCodes,
  removePassword,
  setPassword,
  useCode,
} from '../../../people/index.ts'
import type { Call, Env, Web } from '../../context.ts'
import { answerError, answerPrivate } from '../../kit/answer.ts'
import type { Form } from '../../kit/form.ts'
import { readPending } from '../../kit/kept-words.ts'
import { withFiles, withForm } from '../../kit/with-form.ts'
import { readSite } from '../../site/kit/site.ts'
import { proofPage } from '../figures/proof.ts'
import { renderGoOnPage } from '../figures/proof-page.tsx'
import { browserOf, doorScriptOf, keepSession, NO_PASSKEYS, placeOf } from '../kit/door.ts'
import { frameFor } from '../kit/frame.ts'
import { type AccountPageProps, renderStaffAccountPage } from './account-page.tsx'
import { renderCodesPage, renderRecoveryPage } from './codes-page.tsx'
import { FACE_LIMIT, readFaces, takeFace } from './faces.ts'
import { addOwnPasskey } from './own-passkey.ts'

const DONE: Record<string, string> = {
  you: m.youSaved,
  picture: m.pictureSaved,
  'no-picture': m.pictureRemoved,
  password: m.isSet,
  'no-password': m.isRemoved,
  'no-codes': m.areOff,
  passkey: m.isAdded,
  'no-passkey': m.isGone,
  ended: m.ended,
  others: m.othersEnded,
  proved: m.confirmed,
}

export function addStaffAccountRoutes(app: Hono<Env>, web: Web): void {
  const done = (c: Call, what: keyof typeof DONE, fields?: Form) =>
    c.redirect(fields?.get('from') === 'start' ? '/newsroom/start#way' : `/newsroom/account?done=${what}`, 303)
  const owner = (c: Call): PasskeyOwner => ({ kind: 'person', id: c.get('person').id })

  addProofRoutes(app, web)
  app.get('/newsroom/account', (c) => accountPage(web, c))
  app.post('/newsroom/account/you', (c) =>
    withForm(web, c, async (fields) => {
      const { id } = c.get('person')
      const you = { name: fields.get('name'), mail: fields.get('mail') }
      const problem = await changePerson(web.store, { id, ...you, by: id }, web.now())
      if (!problem) return done(c, 'you')
      return accountPage(web, c, { problem: { field: problem.field, sentence: problem.problem }, you })
    }),
  )
  app.post('/newsroom/account/picture', (c) =>
    withFiles(
      web,
      c,
      async (fields) => {
        const { id } = c.get('person')
        const problem = await takeFace(web, fields, { personId: id, by: id })
        if (problem) return accountPage(web, c, { problem: { field: 'picture', sentence: problem.problem } })
        return done(c, fields.get('remove') === '1' ? 'no-picture' : 'picture')
      },
      FACE_LIMIT,
    ),
  )
  app.post('/newsroom/account/sessions/end', (c) =>
    withForm(web, c, async (fields) => {
      const ended = { personId: c.get('person').id, sessionId: fields.get('session') }
      await endSession(web.store, ended, web.now())
      return done(c, 'ended')
    }),
  )
  app.post('/newsroom/account/sessions/end-others', async (c) => {
    const others = { personId: c.get('person').id, keep: c.get('session').id }
    await web.store.transaction(web.now(), (tx) => endOtherSessions(tx, others))
    return done(c, 'others')
  })

  app.post('/newsroom/account/password', (c) =>
    withForm(web, c, async (fields) => {
      const typedName = fields.get('name')
      const problem = await setPassword(
        web.store,
        {
          person: c.get('person'),
          signInName: typedName,
          password: fields.get('password'),
          keep: c.get('session').id,
          siteName: (await readSite(web)).name,
        },
        web.now(),
      )
      if (!problem) return done(c, 'password', fields)
      const field = problem.field === 'name' ? 'sign-in name' : problem.field
      return accountPage(web, c, { problem: { field, sentence: problem.problem }, typedName })
    }),
  )
  app.post('/newsroom/account/password/remove', async (c) => {
    const { id } = c.get('person')
    await web.store.transaction(web.now(), async (tx) => {
      await removeCodes(tx, id)
      await removePassword(tx, id)
    })
    return done(c, 'no-password')
  })
  app.post('/newsroom/account/codes', async (c) => {
    const { id } = c.get('person')
    if (!(await readPassword(web.store.db, id)))
      return accountPage(web, c, { problem: { field: 'password', sentence: m.noPasswordYet } })
    await web.store.transaction(web.now(), (tx) => beginCodes(tx, id))
    return c.redirect('/newsroom/account/codes', 303)
  })
  app.get('/newsroom/account/codes', (c) => codesPage(web, c))
  app.post('/newsroom/account/codes/confirm', (c) =>
    withForm(web, c, async (fields) => {
      const codes = await web.store.transaction(web.now(), (tx) =>
        confirmCodes(tx, c.get('person').id, fields.get('code')),
      )
      if (!codes) return codesPage(web, c, m.wrongCode)
      return answerPrivate(c, renderRecoveryPage({ ...(await frameFor(web, c)), codes }))
    }),
  )
  app.post('/newsroom/account/codes/recovery', async (c) => {
    const { id } = c.get('person')
    if ((await readCodes(web.store.db, id)).confirmedAt === null) return c.redirect('/newsroom/account', 303)
    const codes = await web.store.transaction(web.now(), (tx) => makeRecoveryCodes(tx, id))
    return answerPrivate(c, renderRecoveryPage({ ...(await frameFor(web, c)), codes }))
  })
  app.post('/newsroom/account/codes/remove', async (c) => {
    await web.store.transaction(web.now(), (tx) => removeCodes(tx, c.get('person').id))
    return done(c, 'no-codes')
  })
  app.post('/newsroom/account/passkeys/ask', async (c) => {
    const place = await placeOf(web)
    if (!place) return answerError(web, c, 400, { title: m.noPasskeysHere, sentence: NO_PASSKEYS })
    const { name, mail } = c.get('person')
    return c.json(await askForNewPasskey(web.store, place, { owner: owner(c), name: mail ?? name }, web.now()))
  })
  app.post('/newsroom/account/passkeys', (c) =>
    withForm(web, c, async (fields) => {
      const problem = await addOwnPasskey(web, c, fields)
      return problem
        ? accountPage(web, c, { problem: { field: 'passkey', sentence: problem.problem } })
        : done(c, 'passkey', fields)
    }),
  )
  app.post('/newsroom/account/passkeys/remove', (c) =>
    withForm(web, c, async (fields) => {
      const by = c.get('person').id
      await web.store.transaction(web.now(), async (tx) => {
        const gone = await removePasskey(tx, owner(c), fields.get('passkey'))
        if (!gone) return
        const detail = m.logRemoved(gone.name)
        await noteAct(tx, { by, act: 'passkey.removed', about: by, detail })
      })
      return done(c, 'no-passkey')
    }),
  )
}

/** Showing anew that it is you. */
function addProofRoutes(app: Hono<Env>, web: Web): void {
  app.post('/newsroom/account/proof/ask', async (c) => {
    const place = await placeOf(web)
    if (!place) return answerError(web, c, 400, { title: m.noPasskeysHere, sentence: NO_PASSKEYS })
    return c.json(await askForPasskey(web.store, place, 'person', web.now()))
  })
  app.post('/newsroom/account/proof', (c) =>
    withForm(web, c, async (fields) => {
      const pending = readPending(fields.get('path'), fields.get('fields'))
      const way = await prove(web, c, fields)
      if (typeof way !== 'string') return proofPage(web, c, pending, way.problem)
      const proof = { personId: c.get('person').id, sessionId: c.get('session').id, way }
      const opened = await web.store.transaction(web.now(), (tx) => proveSession(tx, proof))
      if (!opened) return c.redirect('/newsroom/sign-in', 303)
      keepSession(web, c, opened)
      if (pending.fields) return answerPrivate(c, renderGoOnPage({ ...(await frameFor(web, c)), pending }))
      return pending.path === '/newsroom/account' ? done(c) : c.redirect(pending.path, 303)
    }),
  )
  const done = (c: Call) => c.redirect('/newsroom/account?done=proved', 303)
}

async function prove(
  web: Web,
  c: Call,
  fields: Form,
): Promise<'passkey' | 'password' | 'password and code' | 'password and recovery code' | { problem: string }> {
  const { id } = c.get('person')
  if (fields.get('answer') !== '') {
    const place = await placeOf(web)
    if (!place) return { problem: NO_PASSKEYS }
    const given = { kind: 'person' as const, step: fields.get('step'), answer: fields.get('answer') }
    const checked = await checkPasskey(web.store, place, given, web.now())
    if ('problem' in checked) return checked
    return checked.ownerId === id ? 'passkey' : { problem: m.notYours }
  }
  const { network } = await browserOf(web, c)
  const password = await readPassword(web.store.db, id)
  const typed = { name: password?.signInName ?? '', password: fields.get('password'), network }
  const checked = await checkPassword(web.store, typed, web.now())
  if ('problem' in checked) return checked
  if (checked.personId !== id) return { problem: m.notYourPassword }
  if ((await readCodes(web.store.db, id)).confirmedAt === null) return 'password'
  const used = await web.store.transaction(web.now(), (tx) => useCode(tx, id, fields.get('code')))
  return used ?? { problem: m.wrongCode }
}

async function accountPage(
  web: Web,
  c: Call,
  more: Pick<AccountPageProps, 'problem' | 'typedName' | 'you'> = {},
): Promise<Response> {
  const { id } = c.get('person')
  const [frame, faces, password, codes, passkeys, sessions, place] = await Promise.all([
    frameFor(web, c),
    readFaces(web.store.db, [id]),
    readPassword(web.store.db, id),
    readCodes(web.store.db, id),
    listPasskeys(web.store.db, { kind: 'person', id }),
    listSessions(web.store.db, id, web.now()),
    placeOf(web),
  ])
  const done = DONE[c.req.query('done') ?? '']
  const html = renderStaffAccountPage({
    ...frame,
    face: faces.get(id) ?? null,
    password,
    codes,
    passkeys,
    sessions,
    here: c.get('session').id,
    noPasskeys: place ? null : NO_PASSKEYS,
    doorScript: doorScriptOf(web),
    ...(done && !more.problem ? { done } : {}),
    ...more,
  })
  return answerPrivate(c, html, more.problem ? 400 : 200)
}

async function codesPage(web: Web, c: Call, problem?: string): Promise<Response> {
  const { id, name } = c.get('person')
  const [frame, password, { waiting }] = await Promise.all([
    frameFor(web, c),
    readPassword(web.store.db, id),
    readCodes(web.store.db, id),
  ])
  if (!waiting) return c.redirect('/newsroom/account', 303)
  // Loaded when somebody sets up codes: a server at rest does not carry it.
  const { renderSVG } = await import('uqr')
  const picture = renderSVG(otpauthUri(waiting, frame.site.name, password?.signInName ?? name), { border: 2 })
  const secret = base32(waiting).match(/.{1,4}/g) ?? []
  const html = renderCodesPage({ ...frame, picture, secret: secret.join(' '), ...(problem ? { problem } : {}) })
  return answerPrivate(c, html, problem ? 400 : 200)
}
