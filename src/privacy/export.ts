/** All that is kept of a reader, or of the author of one comment, as plain values for a JSON file of theirs. */

import { listPasskeys } from '../access/index.ts'
import { listOwnComments, readCommentRecord, readRhythm, readSubscriptions } from '../discussion/index.ts'
import { type KeptLetter, listLettersAbout, listLettersTo } from '../mail/index.ts'
import { readDecisionsOnRecord } from '../moderation/decisions/index.ts'
import { type Ban, listBansOf, listReaderSessions, readReader } from '../readers/index.ts'
import { listReportsFrom, readAppeals } from '../redress/index.ts'
import type { Database } from '../store/index.ts'
import { listTicketsFrom } from '../tickets/index.ts'

/** One of the objects of an export: field names in words, instants as ISO 8601. */
export type PersonalData = Record<string, unknown>

const day = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString())

/** Everything of a reader; null where there is none or it was erased. */
export async function exportReader(db: Database, readerId: string, now: number): Promise<PersonalData | null> {
  const reader = await readReader(db, readerId)
  if (!reader) return null
  const [comments, sessions, passkeys, bans, subscriptions, rhythm, letters, reports, tickets] = await Promise.all([
    listOwnComments(db, readerId),
    listReaderSessions(db, readerId, now),
    listPasskeys(db, { kind: 'reader', id: readerId }),
    listBansOf(db, readerId),
    readSubscriptions(db, readerId),
    readRhythm(db, readerId),
    reader.mail === null ? [] : listLettersTo(db, reader.mail),
    reader.mail === null ? [] : listReportsFrom(db, reader.mail),
    reader.mail === null ? [] : listTicketsFrom(db, reader.mail),
  ])
  return {
    'made at': day(now),
    reader: {
      name: reader.name,
      mail: reader.mail,
      'verified at': day(reader.verifiedAt),
      since: day(reader.createdAt),
    },
    sessions: sessions.map((one) => ({
      device: one.device,
      by: one.way,
      opened: day(one.createdAt),
      'last seen': day(one.seenAt),
    })),
    passkeys: passkeys.map((one) => ({ name: one.name, added: day(one.createdAt), 'last used': day(one.usedAt) })),
    'told of answers': {
      rhythm,
      comments: subscriptions
        .reverse()
        .map(({ commentId, scope, since }) => ({ comment: commentId, scope, since: day(since) })),
    },
    bans: bans.map(banOf),
    letters: letters.filter(hasLeft(now)).map(letterOf),
    reports: reports.map((one) => ({
      comment: one.commentId,
      reason: one.reason,
      words: one.words,
      name: one.name,
      at: day(one.at),
      'asked for a second look': one.objection,
    })),
    'reported errors': tickets.map((one) => ({
      story: one.storyId,
      'words meant': one.quote,
      words: one.words,
      source: one.source,
      at: day(one.at),
    })),
    comments: await commentsOf(
      db,
      comments.sort((one, other) => one.createdAt - other.createdAt).map(({ id }) => id),
      now,
    ),
  }
}

/** One after the other, with room for everyone else in between: some have written thousands. */
async function commentsOf(db: Database, ids: readonly string[], now: number): Promise<(PersonalData | null)[]> {
  const comments: (PersonalData | null)[] = []
  for (const id of ids) {
    comments.push(await commentOf(db, id, now))
    await new Promise(setImmediate)
  }
  return comments
}

/** Everything of one comment's author, as far as the comment tells; null where there is none. */
export async function exportComment(db: Database, commentId: string, now: number): Promise<PersonalData | null> {
  const comment = await commentOf(db, commentId, now)
  return comment && { 'made at': day(now), comments: [comment] }
}

async function commentOf(db: Database, commentId: string, now: number): Promise<PersonalData | null> {
  const comment = await readCommentRecord(db, commentId)
  if (!comment) return null
  const [{ decisions, before }, appeals, letters] = await Promise.all([
    readDecisionsOnRecord(db, commentId, now),
    readAppeals(db, commentId),
    listLettersAbout(db, commentId),
  ])
  return {
    id: comment.id,
    story: comment.storyId,
    'in answer to': comment.parentId,
    name: comment.authorName,
    mail: comment.authorMail,
    sent: day(comment.createdAt),
    erased: day(comment.erasedAt),
    words: comment.revisions.map((one) => ({
      number: one.number,
      text: one.text,
      state: one.state === 'withdrawn' ? one.state : (before.get(one.id) ?? one.state),
      sent: day(one.createdAt),
      'in this state since': day(one.stateAt),
      'seconds to write': one.secondsToWrite,
      language: one.language,
      'chance of spam': one.spamChance,
      'chance of breaking the rules': one.rulesChance,
      signals: one.signals,
    })),
    decisions: decisions.map((one) => ({ ...one, at: day(one.at) })),
    appeals: [...appeals.values()]
      .sort((one, other) => one.at - other.at)
      .map((one) => ({ words: one.words, at: day(one.at) })),
    letters: letters.map(letterOf),
  }
}

/** A decision's letter waits until the decision can't be taken back any more: the last of its milliseconds is over. */
const hasLeft =
  (now: number) =>
  (one: KeptLetter): boolean =>
    one.kind !== 'decision' || one.notBefore < now

const letterOf = (one: KeptLetter) => ({
  kind: one.kind,
  subject: one.subject,
  made: day(one.createdAt),
  sent: day(one.sentAt),
})

const banOf = (one: Ban) => ({
  reason: one.reason,
  words: one.note,
  story: one.storyId,
  from: day(one.madeAt),
  until: day(one.endsAt),
  lifted: day(one.liftedAt),
})
