/** All that is kept of a reader, or of the author of one comment, as plain values for a JSON file of theirs. */

import { listPasskeys } from '../access/index.ts'
import type { StateChange } from '../discussion/index.ts'
import { isTold, restricts } from '../moderation/decisions/index.ts'
import { listReaderSessions, readReader } from '../readers/index.ts'
import type { Database } from '../store/index.ts'

/** One of the objects of an export: field names in words, instants as ISO 8601. */
export type PersonalData = Record<string, unknown>

const day = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString())

/** Everything of a reader; null where there is none or it was erased. */
export async function exportReader(db: Database, readerId: string, now: number): Promise<PersonalData | null> {
  const reader = await readReader(db, readerId)
  if (!reader) return null
  const comments = await db
    .selectFrom('comments')
    .select('id')
    .where('reader_id', '=', readerId)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  const [sessions, passkeys, bans, subscriptions, notices, letters, reports] = await Promise.all([
    listReaderSessions(db, readerId, now),
    listPasskeys(db, { kind: 'reader', id: readerId }),
    db.selectFrom('bans').selectAll().where('reader_id', '=', readerId).orderBy('made_at').execute(),
    db.selectFrom('subscriptions').selectAll().where('reader_id', '=', readerId).orderBy('since').execute(),
    db.selectFrom('reader_notices').select('rhythm').where('reader_id', '=', readerId).executeTakeFirst(),
    reader.mail === null ? [] : lettersTo(db, reader.mail),
    reader.mail === null
      ? []
      : db
          .selectFrom('reports')
          .leftJoin('appeals', 'appeals.report_id', 'reports.id')
          .selectAll('reports')
          .select('appeals.words as objection')
          .where((r) => r.fn<string>('lower', ['mail']), '=', reader.mail as string)
          .orderBy('sequence')
          .execute(),
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
      rhythm: notices?.rhythm ?? 'daily',
      comments: subscriptions.map(({ comment_id, scope, since }) => ({
        comment: comment_id,
        scope,
        since: day(since),
      })),
    },
    bans: bans.map(banOf),
    letters: letters.filter(hasLeft(now)).map(letterOf),
    reports: reports.map((one) => ({
      comment: one.comment_id,
      reason: one.reason,
      words: one.words,
      name: one.name,
      at: day(one.reported_at),
      'asked for a second look': one.objection,
    })),
    comments: await commentsOf(
      db,
      comments.map(({ id }) => id),
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
  const comment = await db.selectFrom('comments').selectAll().where('id', '=', commentId).executeTakeFirst()
  if (!comment) return null
  const [revisions, decisions, appeals, letters] = await Promise.all([
    db.selectFrom('comment_revisions').selectAll().where('comment_id', '=', commentId).orderBy('number').execute(),
    db.selectFrom('decisions').selectAll().where('comment_id', '=', commentId).orderBy('sequence').execute(),
    db
      .selectFrom('appeals')
      .selectAll()
      .where('comment_id', '=', commentId)
      // Those of who reported it are theirs.
      .where('report_id', 'is', null)
      .orderBy('appealed_at')
      .execute(),
    db.selectFrom('letters').selectAll().where('about', '=', commentId).orderBy('created_at').execute(),
  ])
  // What can still be taken back has not been said, here as on the receipt.
  const undone = new Set(decisions.map(({ undoes }) => undoes))
  const untold = decisions.filter(
    (one) => restricts(one) && !isTold({ at: one.decided_at }, now) && !undone.has(one.id),
  )
  const before = new Map(
    untold.flatMap(({ changes_json }) =>
      (JSON.parse(changes_json) as StateChange[]).map(({ revision, from }) => [revision, from]),
    ),
  )
  const signals = await db
    .selectFrom('signals')
    .selectAll()
    .where(
      'revision_id',
      'in',
      revisions.map(({ id }) => id),
    )
    .orderBy('phase')
    .execute()
  return {
    id: comment.id,
    story: comment.story_id,
    'in answer to': comment.parent_id,
    name: comment.author_name,
    mail: comment.author_mail,
    sent: day(comment.created_at),
    erased: day(comment.erased_at),
    words: revisions.map((one) => ({
      number: one.number,
      text: one.text,
      state: one.state === 'withdrawn' ? one.state : (before.get(one.id) ?? one.state),
      sent: day(one.created_at),
      'in this state since': day(one.state_at),
      'seconds to write': one.seconds_to_write,
      language: one.language,
      'chance of spam': one.spam_chance,
      'chance of breaking the rules': one.rules_chance,
      signals: signals
        .filter(({ revision_id }) => revision_id === one.id)
        .map(({ phase, words, weight }) => ({ phase, words, weight })),
    })),
    decisions: decisions
      .filter((one) => !untold.includes(one))
      .map((one) => ({
        action: one.action,
        reason: one.reason,
        at: day(one.decided_at),
        automated: one.automated === 1,
      })),
    appeals: appeals.map((one) => ({ words: one.words, at: day(one.appealed_at) })),
    letters: letters.map(letterOf),
  }
}

const lettersTo = (db: Database, address: string) =>
  db
    .selectFrom('letters')
    .selectAll()
    .where((l) => l.fn<string>('lower', ['to_address']), '=', address)
    .orderBy('created_at')
    .execute()

/** A decision's letter waits until the decision can't be taken back any more: the last of its milliseconds is over. */
const hasLeft =
  (now: number) =>
  (one: { kind: string; not_before: number }): boolean =>
    one.kind !== 'decision' || one.not_before < now

const letterOf = (one: { kind: string; subject: string; created_at: number; sent_at: number | null }) => ({
  kind: one.kind,
  subject: one.subject,
  made: day(one.created_at),
  sent: day(one.sent_at),
})

const banOf = (one: {
  reason: string
  note: string
  story_id: string | null
  made_at: number
  ends_at: number | null
  lifted_at: number | null
}) => ({
  reason: one.reason,
  words: one.note,
  story: one.story_id,
  from: day(one.made_at),
  until: day(one.ends_at),
  lifted: day(one.lifted_at),
})
