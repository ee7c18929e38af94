/**
 * What someone who is banned from commenting is told: the statement of reasons
 * (Regulation (EU) 2022/2065, article 17), as of a decision on words. The page
 * that refuses their comment says it, and a letter where an address is theirs
 * beyond doubt.
 */

import type { Reason } from '../house-rules/index.ts'
import { readWordings } from '../house-rules/index.ts'
import { queueLetter } from '../mail/index.ts'
import { type Ban, readReader } from '../readers/index.ts'
import type { Database, Transaction } from '../store/index.ts'
import { readSiteSettings } from '../story/index.ts'
import { SUBJECTS } from './letter-subjects.ts'
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
  const isNetwork = whom === 'network'
  const where = storyId === null ? 'on this site' : 'on this story'
  const who = isNetwork ? 'Comments from your network are not taken' : 'You can’t comment'
  const short = `${who} ${where}${endsAt === null ? '' : ` until ${time(endsAt)}`}`
  return {
    note,
    short,
    decision:
      `${short}. It was decided on ${time(madeAt)}${endsAt === null ? ', for good' : ''}. ` +
      'What was written before stays as it was decided.',
    facts: `A person of the newsroom decided so at a comment that ${isNetwork ? 'came from your network' : 'you sent'}.`,
    ground: { kind: reason.ground, title: reason.title, sentence: reason.sentence, law: reason.law },
    automation: 'No program decided; a person did.',
    redress:
      `If you think this is wrong, write to the newsroom${contact ? ` (${contact})` : ''} within six months: it looks at the ban again, free of charge. ` +
      `${isNetwork ? 'If you had an account here before it, sign in and send your comment again. ' : ''}` +
      'You can also go to an out-of-court dispute settlement body that your country’s Digital Services Coordinator has certified, or to court.',
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
  await queueLetter(tx, { kind: 'ban', about: banId, to, subject: SUBJECTS.ban, text: '', notBefore: tx.now })
}
