/**
 * Accounts of readers who want one. Pages for one reader: kept nowhere, and
 * the only ones of the paper with code of their own, which passkeys need.
 */
import type { Hono } from 'hono'
import {
  askForNewPasskey,
  askForPasskey,
  checkPasskey,
  countAccount,
  deviceOf,
  keepPasskey,
  listPasskeys,
  type PasskeyOwner,
  type PasskeyPlace,
  passkeyPlace,
  tooManyAccounts,
} from '../../../access/index.ts'
import { readReceipt } from '../../../discussion/index.ts'
import { readerAccountMessages as m, receiptMessages } from '../../../messages/index.ts'
import { listReaderComments } from '../../../moderation/comments/index.ts'
import { eraseReader, exportReader } from '../../../privacy/index.ts'
import {
  addReader,
  checkReaderName,
  endReaderSessions,
  holdStandingReader,
  listReaderSessions,
  newReaderId,
  openReaderSession,
  type ReaderSessionInHand,
  removeReaderPasskey,
  renameReader,
} from '../../../readers/index.ts'
import { isId } from '../../../store/index.ts'
import type { Call, Env, Web } from '../../context.ts'
import { answerError, answerPrivate } from '../../kit/answer.ts'
import { keepReaderSession, readerCookie } from '../../kit/reader-session.ts'
import { NEWSROOM_POLICY } from '../../kit/security-headers.ts'
import { networkKeysOf } from '../../kit/sender.ts'
import { withForm } from '../../kit/with-form.ts'
import { readSite } from '../kit/site.ts'
import { type AccountProps, renderAccountDoor, renderAccountPage } from './receipt-account-page.tsx'
import { renderErasedPage, renderErasePage } from './receipt-erase-page.tsx'
import { receiptViewOf } from './receipt-routes.ts'

const COMMENTS = 20
const ERASED = { problem: m.justErased }
const DONE: Record<string, string> = m.done

export function addAccountRoutes(app: Hono<Env>, web: Web): void {
  const done = (c: Call, what: keyof typeof m.done) => c.redirect(`/account?done=${what}`, 303)

  app.get('/account', (c) => accountPage(web, c, c.get('reader')))
  addDoorRoutes(app, web)
  app.post('/account/sign-out', async (c) => {
    const { reader, id } = c.get('reader')
    await web.store.transaction(web.now(), (tx) => endReaderSessions(tx, reader.id, { only: id }))
    keepReaderSession(web, c, null)
    return door(web, c, { signedOut: true })
  })
  app.post('/account/name', (c) =>
    withForm(web, c, async (fields) => {
      const hand = c.get('reader')
      const checked = checkReaderName(fields.get('name'))
      if ('problem' in checked) return accountPage(web, c, hand, { ...checked, typedName: fields.get('name') })
      await web.store.transaction(web.now(), (tx) => renameReader(tx, hand.reader.id, checked.name))
      return done(c, 'name')
    }),
  )
  app.post('/account/sessions/end', (c) =>
    withForm(web, c, async (fields) => {
      const only = fields.get('session')
      await web.store.transaction(web.now(), (tx) => endReaderSessions(tx, c.get('reader').reader.id, { only }))
      return done(c, 'ended')
    }),
  )
  app.post('/account/sessions/end-others', async (c) => {
    const { reader, id } = c.get('reader')
    await web.store.transaction(web.now(), (tx) => endReaderSessions(tx, reader.id, { allBut: id }))
    return done(c, 'ended')
  })
  app.post('/account/passkeys/ask', async (c) => {
    const { reader } = c.get('reader')
    const place = await placeOf(web)
    if (!place) return answerError(web, c, 400, { sentence: m.passkeysNotHere })
    const name = reader.mail ?? (reader.name || m.reader)
    return c.json(await askForNewPasskey(web.store, place, { owner: ownerOf(reader.id), name }, web.now()))
  })
  app.post('/account/passkeys', (c) =>
    withForm(web, c, async (fields) => {
      const hand = c.get('reader')
      const place = await placeOf(web)
      const given = { step: fields.get('step'), answer: fields.get('answer'), name: fields.get('name') }
      const { id } = hand.reader
      const problem = place
        ? await keepPasskey(web.store, place, { owner: ownerOf(id), ...given }, web.now(), async (tx) =>
            (await holdStandingReader(tx, id)) ? null : ERASED,
          )
        : { problem: m.passkeysNotHere }
      return problem ? accountPage(web, c, hand, problem) : done(c, 'passkey')
    }),
  )
  app.post('/account/passkeys/remove', (c) =>
    withForm(web, c, async (fields) => {
      const hand = c.get('reader')
      const id = fields.get('passkey')
      const problem = await web.store.transaction(web.now(), (tx) => removeReaderPasskey(tx, hand.reader.id, id))
      return problem ? accountPage(web, c, hand, problem) : done(c, 'no-passkey')
    }),
  )
  app.get('/account/export', async (c) => {
    const data = await exportReader(web.store.db, c.get('reader').reader.id, web.now())
    return c.body(`${JSON.stringify(data, null, 2)}\n`, 200, {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="my-data.json"',
      'cache-control': 'no-store',
    })
  })
  app.get('/account/erase', (c) => erasePage(web, c))
  app.post('/account/erase', (c) =>
    withForm(web, c, async (fields) => {
      const erasure = fields.get('words')
      if (erasure !== 'keep' && erasure !== 'blank') return erasePage(web, c, receiptMessages.chooseText)
      const { id: readerId } = c.get('reader').reader
      await eraseReader(web.store, web.mailKeys, { readerId, erasure, by: null }, web.now())
      keepReaderSession(web, c, null)
      return answerPrivate(c, renderErasedPage({ site: await readSite(web) }))
    }),
  )
}

/** Coming in: by a passkey, or with a new account on a passkey. By a link in a letter: receipt-account-link-routes.ts. */
function addDoorRoutes(app: Hono<Env>, web: Web): void {
  const letIn = async (c: Call, readerId: string) => {
    const browser = { device: deviceOf(c.req.header('user-agent')), replaces: readerCookie(web, c) }
    const opened = await web.store.transaction(web.now(), async (tx) =>
      (await holdStandingReader(tx, readerId)) ? openReaderSession(tx, { readerId, way: 'passkey', ...browser }) : null,
    )
    if (!opened) return door(web, c, ERASED)
    keepReaderSession(web, c, opened)
    return c.redirect('/account', 303)
  }
  app.post('/account/passkey/ask', async (c) => {
    const place = await placeOf(web)
    return place
      ? c.json(await askForPasskey(web.store, place, 'reader', web.now()))
      : answerError(web, c, 400, { sentence: m.passkeysNotHere })
  })
  app.post('/account/passkey', (c) =>
    withForm(web, c, async (fields) => {
      const place = await placeOf(web)
      if (!place) return door(web, c, { problem: m.passkeysNotHere })
      const given = { kind: 'reader' as const, step: fields.get('step'), answer: fields.get('answer') }
      const checked = await checkPasskey(web.store, place, given, web.now())
      return 'problem' in checked ? door(web, c, checked) : letIn(c, checked.ownerId)
    }),
  )
  app.post('/account/new/ask', (c) =>
    withForm(web, c, async (fields) => {
      const place = await placeOf(web)
      const checked = checkReaderName(fields.get('name'))
      const problem = !place ? m.passkeysNotHere : 'problem' in checked ? checked.problem : null
      if (!place || 'problem' in checked) return answerError(web, c, 400, { sentence: problem ?? '' })
      // Said before the device makes a key that nothing would come of.
      const { recent } = await networkKeysOf(web, c)
      const many = await tooManyAccounts(web.store.db, recent, web.now())
      if (many) return answerError(web, c, 429, { sentence: many.problem })
      const id = newReaderId(web.now())
      const { step, options } = await askForNewPasskey(web.store, place, { owner: ownerOf(id), ...checked }, web.now())
      // Whose key it will be goes with the step, which the answer has to bring back.
      return c.json({ step: `${id}.${step}`, options })
    }),
  )
  app.post('/account/new', (c) =>
    withForm(web, c, async (fields) => {
      const place = await placeOf(web)
      const checked = checkReaderName(fields.get('name'))
      const [id = '', step = ''] = fields.get('step').split('.')
      if (!place || !isId(id)) return door(web, c, { problem: m.passkeysNotHere })
      const name = fields.get('name')
      if ('problem' in checked) return door(web, c, { ...checked, name })
      const given = { owner: ownerOf(id), step, answer: fields.get('answer'), name: m.myDevice }
      const { recent } = await networkKeysOf(web, c)
      const problem = await keepPasskey(web.store, place, given, web.now(), async (tx) => {
        const many = await countAccount(tx, recent)
        if (!many) await addReader(tx, { id, name: checked.name })
        return many
      })
      return problem ? door(web, c, { ...problem, name }) : letIn(c, id)
    }),
  )
}

const ownerOf = (id: string): PasskeyOwner => ({ kind: 'reader', id })

const placeOf = async (web: Web): Promise<PasskeyPlace | null> => passkeyPlace(web.url(), (await readSite(web)).name)
const doorScriptOf = (web: Web): string | null => (passkeyPlace(web.url(), '') ? web.assets.path('door.js') : null)

/** A page that may run the code that passkeys need. */
function withCode(response: Response): Response {
  response.headers.set('content-security-policy', NEWSROOM_POLICY)
  response.headers.set('x-robots-tag', 'noindex')
  return response
}

export async function door(
  web: Web,
  c: Call,
  more: { problem?: string; asked?: boolean; signedOut?: boolean; mail?: string; name?: string } = {},
  status: 200 | 400 | 410 = more.problem ? 400 : 200,
): Promise<Response> {
  const html = renderAccountDoor({ site: await readSite(web), doorScript: doorScriptOf(web), ...more })
  return withCode(answerPrivate(c, html, status))
}

export async function accountPage(
  web: Web,
  c: Call,
  { reader, id }: ReaderSessionInHand,
  more: { problem?: string; typedName?: string; typedMail?: string; asked?: boolean } = {},
): Promise<Response> {
  const { db } = web.store
  const after = c.req.query('after')
  const [site, comments, passkeys, sessions] = await Promise.all([
    readSite(web),
    listReaderComments(db, reader.id, { after: after && isId(after) ? after : undefined, limit: COMMENTS + 1 }),
    listPasskeys(db, ownerOf(reader.id)),
    listReaderSessions(db, reader.id, web.now()),
  ])
  const shown = comments.slice(0, COMMENTS)
  const receipts = await Promise.all(
    shown.map(async ({ commentId }) => {
      const receipt = await readReceipt(db, commentId)
      return receipt ? receiptViewOf(web, site, receipt, web.signing.receiptKey(commentId)) : null
    }),
  )
  const done = DONE[c.req.query('done') ?? '']
  const props: AccountProps = {
    site,
    doorScript: doorScriptOf(web),
    reader,
    receipts: receipts.filter((receipt) => receipt !== null),
    next: comments.length > COMMENTS ? `/account?after=${shown.at(-1)?.commentId}` : null,
    passkeys,
    sessions,
    here: id,
    noticesPath: reader.mail === null ? null : `/notices/${web.mailKeys.noticesKey(reader.id)}`,
    ...(done && !more.problem ? { done } : {}),
    ...more,
  }
  return withCode(answerPrivate(c, renderAccountPage(props), more.problem ? 400 : 200))
}

async function erasePage(web: Web, c: Call, problem?: string): Promise<Response> {
  const html = renderErasePage({
    site: await readSite(web),
    of: 'account',
    action: '/account/erase',
    back: '/account',
    ...(problem ? { problem } : {}),
  })
  return answerPrivate(c, html, problem ? 400 : 200)
}
