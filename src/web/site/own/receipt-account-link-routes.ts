/**
 * A link in a letter: the way into a reader's account, and the way an account
 * that began with a passkey gets an address. Opening it changes nothing, since
 * mail programs open links by themselves; its button does.
 */
import type { Hono } from 'hono'
import { deviceOf, type MailLink, peekMailLink } from '../../../access/index.ts'
import { isMailAddress } from '../../../mail/index.ts'
import { readerAccountMessages as m, siteFrameMessages } from '../../../messages/index.ts'
import { addAddressByLink, type Reader, readerWithAddress, signInReaderByLink } from '../../../readers/index.ts'
import type { Call, Env, Web } from '../../context.ts'
import { answerPrivate } from '../../kit/answer.ts'
import { keepReaderSession, readerCookie, readerInHand } from '../../kit/reader-session.ts'
import { networkKeysOf } from '../../kit/sender.ts'
import { withForm } from '../../kit/with-form.ts'
import { queueAccountLetter } from '../../letters/account.ts'
import { readSite } from '../kit/site.ts'
import { renderAccountLinkPage, renderAddressPage } from './receipt-account-link-page.tsx'
import { accountPage, door } from './receipt-account-routes.ts'
import { asReceipt } from './receipt-routes.ts'

export function addAccountLinkRoutes(app: Hono<Env>, web: Web): void {
  app.post('/account/link', (c) =>
    withForm(web, c, async (form) => {
      const signedIn = await readerInHand(web, c)
      // Who has an address already is asking for another account's door.
      const hand = signedIn?.reader.mail === null ? signedIn : null
      const mail = form.get('mail').trim()
      if (!isMailAddress(mail)) {
        return hand
          ? accountPage(web, c, hand, { problem: siteFrameMessages.notAnAddress, typedMail: mail })
          : door(web, c, { problem: siteFrameMessages.notAnAddress, mail })
      }
      const { today: network } = await networkKeysOf(web, c)
      const { mailKeys } = web
      await web.store.transaction(web.now(), (tx) => queueAccountLetter(tx, mailKeys, { address: mail, network }))
      return hand ? accountPage(web, c, hand, { asked: true, typedMail: mail }) : door(web, c, { asked: true, mail })
    }),
  )
  app.get('/account/open/:token', async (c) => {
    const link = await linkOf(web, c)
    if (!link) return door(web, c, { problem: m.linkOver }, 410)
    const reader = await withoutAddress(web, c)
    return reader ? addressPage(web, c, reader, link) : linkPage(web, c)
  })
  app.post('/account/open/:token', (c) =>
    withForm(web, c, async (form) => {
      const link = await linkOf(web, c)
      if (!link) return door(web, c, { problem: m.linkOver }, 410)
      const [to, reader] = [form.get('to'), await withoutAddress(web, c)]
      if (reader && to === reader.id) {
        const given = { token: c.req.param('token'), readerId: reader.id }
        return (await addAddressByLink(web.store, web.mailKeys, given, web.now()))
          ? c.redirect('/account?done=mail', 303)
          : addressPage(web, c, reader, link, 409)
      }
      // Somebody else is signed in here than when the page was opened: they choose anew, knowing it.
      if (to !== OWN && reader) return addressPage(web, c, reader, link, 409)
      if (to !== OWN && to !== '') return linkPage(web, c, 409)
      const browser = { device: deviceOf(c.req.header('user-agent')), replaces: readerCookie(web, c) }
      const opened = await signInReaderByLink(web.store, web.mailKeys, c.req.param('token'), browser, web.now())
      if (!opened) return door(web, c, { problem: m.linkOver }, 410)
      keepReaderSession(web, c, opened)
      return c.redirect('/account', 303)
    }),
  )
}

/** Where the button leads that lets somebody into the address's own account. */
const OWN = 'own'

const linkOf = (web: Web, c: Call): Promise<MailLink | null> =>
  peekMailLink(web.store.db, c.req.param('token') ?? '', 'account', web.now())

/** The reader who is signed in here and has no address yet, if that is so. */
async function withoutAddress(web: Web, c: Call): Promise<Reader | null> {
  const hand = await readerInHand(web, c)
  return hand && hand.reader.mail === null ? hand.reader : null
}

const pathOf = (c: Call) => `/account/open/${encodeURIComponent(c.req.param('token') ?? '')}`

const linkPage = async (web: Web, c: Call, status: 200 | 409 = 200) =>
  asReceipt(answerPrivate(c, renderAccountLinkPage({ site: await readSite(web), path: pathOf(c) }), status))

/** Whose the address is to be: the account's that is signed in here, or its own. */
async function addressPage(
  web: Web,
  c: Call,
  reader: Reader,
  { address }: MailLink,
  status: 200 | 409 = 200,
): Promise<Response> {
  const html = renderAddressPage({
    site: await readSite(web),
    path: pathOf(c),
    address,
    reader,
    isTaken: (await readerWithAddress(web.store.db, address)) !== null,
    own: OWN,
  })
  return asReceipt(answerPrivate(c, html, status))
}
