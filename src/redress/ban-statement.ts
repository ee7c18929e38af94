/**
 * What someone who is banned from commenting is told: the statement of reasons
 * (Regulation (EU) 2022/2065, article 17), as of a decision on words. The page
 * that refuses their comment says it, and a letter where an address is theirs
 * beyond doubt.
 */

import type { Reason } from '../house-rules/index.ts'
import { readWordings } from '../house-rules/index.ts'
import { queueLetter } from '../mail/index.ts'
import { decisionEmailMessages as letters, statementMessages as m } from '../messages/index.ts'
import { readSiteSettings } from '../publication/index.ts'
import { type Ban, readReader } from '../readers/index.ts'
import type { Database, Transaction } from '../store/index.ts'
import type { StatementOfReasons } from './statement-of-reasons.ts'

export interface BanStatement extends StatementOfReasons {
  /** What the newsroom writes to them; empty for nothing. */
  note: string
  /** "You can’t comment on this story until 8 May 2026 at 12:00 (UTC)" */
  short: string
}

/** Of a ban, in the words that its reason had when it was made. Throws where its reason is none of the site's. */
export async function readBanStatement(db: Database, ban: Ban): Promise<BanStatement> {
  const [wordings, { contact, timeZone }] = await Promise.all([readWordings(db), readSiteSettings(db)])
  const reason = wordings(ban.reason, ban.sequence)
  if (!reason) throw new Error(`a ban for a reason that is none: ${ban.reason}`)
  const time = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone })
  return statementOfBan(ban, { reason, contact, time: (at) => `${time.format(at)} (${timeZone})` })
}

/** Pure. */
export function statementOfBan(
  { whom, storyId, madeAt, endsAt, note }: Pick<Ban, 'whom' | 'storyId' | 'madeAt' | 'endsAt' | 'note'>,
  { reason, contact, time }: { reason: Reason; contact: string; time: (at: number) => string },
): BanStatement {
  const short = m.banned[whom][storyId === null ? 'site' : 'story'](endsAt === null ? null : time(endsAt))
  return {
    note,
    short,
    decision: endsAt === null ? m.bannedForGood(short, time(madeAt)) : m.bannedOn(short, time(madeAt)),
    facts: m.banFacts[whom],
    ground: { kind: reason.ground, title: reason.title, sentence: reason.sentence, law: reason.law },
    automation: m.decidedByPerson,
    redress: m.banRedress[whom](contact),
  }
}

/** Puts the letter on its way where the reader has an address; its words are written as it leaves (letters-written.ts). */
export async function tellBanned(
  tx: Transaction,
  { banId, readerId }: { banId: string; readerId: string | null },
): Promise<void> {
  const reader = readerId === null ? null : await readReader(tx.rows, readerId)
  if (!reader?.mail || reader.verifiedAt === null) return
  const to = { name: reader.name, address: reader.mail }
  await queueLetter(tx, { kind: 'ban', about: banId, to, subject: letters.banned, text: '', notBefore: tx.now })
}
