/** The site's letters: who writes each kind, and the keeper that sends them. */
import { join } from 'node:path'
import { isUnwanted, type MailKeys, sweepLetterLimits, sweepMailLinks } from '../../access/index.ts'
import { sweepWishes } from '../../discussion/index.ts'
import { composeReplies, composeVerification, composeWaiting, queueWaitingLetters } from '../../letters/index.ts'
import { type Compose, fileTransport, keepLetters, type LetterKeeper, smtpTransport } from '../../mail/index.ts'
import { composeMention } from '../../notes/index.ts'
import type { Store } from '../../store/index.ts'
import type { Logger } from '../context.ts'
import { composeAccountLetter } from './account.ts'
import { composeInvitation } from './invitation.ts'
import { letterOffice } from './office.ts'
import type { LetterWay } from './way.ts'

export interface LetterOptions {
  mail: {
    smtp: { host: string; port: number; secure: boolean; user: string; password: string } | null
    from: { name: string; address: string } | null
  }
  dataFolder: string
  keys: MailKeys
  /** Of other parts, by kind. */
  composers: Readonly<Record<string, Compose>>
  url(): string
  now(): number
  log: Logger
  /** Between two looks for letters, in milliseconds. */
  every?: number
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** Nothing is sent to an address that asked never to be written to again. */
const unlessUnwanted =
  (store: Store, keys: MailKeys, compose: Compose): Compose =>
  async (letter, now) =>
    (await isUnwanted(store.db, keys.addressKey(letter.to.address))) ? null : compose(letter, now)

/** Begins to send; `way` says how. */
export function keepSiteLetters(store: Store, options: LetterOptions): LetterKeeper & { way(): LetterWay } {
  const { mail, keys, url, now, log } = options
  const office = letterOffice(store.db, keys, url)
  const transport = mail.smtp ? smtpTransport(mail.smtp) : fileTransport(join(options.dataFolder, 'outbox'))
  const address = () => mail.from?.address ?? `newsroom@${new URL(url()).hostname}`
  let lookedAt = Number.NEGATIVE_INFINITY
  let sweptAt = Number.NEGATIVE_INFINITY
  const keeper = keepLetters(store, {
    transport,
    from: async () => ({ name: mail.from?.name || (await office.place()).name, address: address() }),
    composers: {
      ...Object.fromEntries(
        Object.entries(options.composers).map(([kind, compose]) => [kind, unlessUnwanted(store, keys, compose)]),
      ),
      invitation: composeInvitation(store, office),
      account: composeAccountLetter(store, office),
      verify: composeVerification(store, keys, office.place),
      replies: composeReplies(store, keys, office.place),
      waiting: composeWaiting(store, office.place),
      mention: composeMention(store, office.place),
    },
    async before(at) {
      if (Math.abs(at - lookedAt) < MINUTE) return
      await queueWaitingLetters(store, at)
      lookedAt = at
      if (Math.abs(at - sweptAt) < HOUR) return
      await store.transaction(at, async (tx) => {
        await sweepMailLinks(tx)
        await sweepLetterLimits(tx)
        await sweepWishes(tx)
      })
      sweptAt = at
    },
    now,
    log,
    ...(options.every === undefined ? {} : { every: options.every }),
  })
  return { ...keeper, way: () => ({ way: transport.way, where: transport.where, from: address() }) }
}
