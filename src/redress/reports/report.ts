/**
 * A report: what any reader says of a comment that is shown, by a rule of the
 * house or as a notice of illegal content (Regulation (EU) 2022/2065, article
 * 16). The comment stays up until a person has decided.
 */

import { foldAddress, type MailKeys } from '../../access/index.ts'
import { holdComment, type Signing, senderKeys } from '../../discussion/index.ts'
import { charactersOf, groundsOf, readReasons, typedWords } from '../../house-rules/index.ts'
import { queueUnconfirmed } from '../../mail/index.ts'
import { decisionEmailMessages as letters, redressMessages as m } from '../../messages/index.ts'
import { newId, type Store, type Transaction } from '../../store/index.ts'

/** Reports taken from one network in an hour, and reports on one comment that can wait at once. */
export const REPORT_LIMITS = { sender: 20, comment: 200 }
export const LONGEST_REPORT = 5000
const LONGEST_NAME = 200
const LONGEST_MAIL = 254
const HOUR = 60 * 60 * 1000

/** As typed. */
export interface ReportForm {
  /** "rule" or "law". */
  kind: string
  /** A code of `groundsOf`. */
  reason: string
  words: string
  name: string
  mail: string
  /** That the sender believes in good faith that it is so; asked for with the law. */
  goodFaith: boolean
}

export type ReportField = keyof ReportForm

export type ReportResult =
  | { kind: 'reported'; reportId: string }
  /** Nothing is wrong, but the form had no usable token: give it back with a new one. */
  | { kind: 'confirm' }
  /** It names words that are not shown: give it back under those that are. */
  | { kind: 'other words'; sentence: string }
  | { kind: 'refused'; field: ReportField | null; sentence: string }

interface Posted {
  commentId: string
  /** The words that stood over the form; other words that are shown since are not what was reported. */
  revisionId: string
  form: ReportForm
  token: string
  /** The sender's address; only a keyed hash of its network is kept. */
  address: string
}

export async function report(
  store: Store,
  keys: { signing: Signing; mail: MailKeys },
  { commentId, revisionId, form, token, address }: Posted,
  now: number,
): Promise<ReportResult> {
  const refuse = (sentence: string, field: ReportField | null = null): ReportResult => ({
    kind: 'refused',
    field,
    sentence,
  })
  const read = keys.signing.readFormToken(token, now)
  if (typeof read === 'string') return { kind: 'confirm' }
  const sender = await senderKeys(store, address, now)
  return store.transaction(now, async (tx) => {
    const checked = checkReport(form, groundsOf(await readReasons(tx.rows)))
    if ('sentence' in checked) return refuse(checked.sentence, checked.field)
    const before = await tx.rows
      .selectFrom('reports')
      .select(['id', 'comment_id', 'words'])
      .where('form_nonce', '=', read.nonce)
      .executeTakeFirst()
    // The same form again is a double click, or a browser that sends anew: the same answer.
    if (before) {
      const same = before.comment_id === commentId && before.words === checked.words
      return same ? { kind: 'reported', reportId: before.id } : { kind: 'confirm' }
    }
    // So that what came later has the later number: who answers reports names the last one they saw.
    await holdComment(tx, commentId)
    const shown = await tx.rows
      .selectFrom('approved_comments')
      .select('id')
      .where('id', '=', commentId)
      .executeTakeFirst()
    if (!shown) return refuse(m.gone)
    // Words that an approved edit has replaced keep their state: they were shown, and could be reported.
    const seen = await tx.rows
      .selectFrom('comment_revisions')
      .select('id')
      .where('id', '=', revisionId)
      .where('comment_id', '=', commentId)
      .where('state', '=', 'approved')
      .executeTakeFirst()
    if (!seen) return { kind: 'other words', sentence: m.changed }
    const recent = await recentReports(tx, { commentId, senders: sender.recent })
    if (recent.sender >= REPORT_LIMITS.sender) return refuse(m.manyFromNetwork)
    if (recent.comment >= REPORT_LIMITS.comment) return refuse(m.manyOnComment)
    const id = newId(now)
    const inserted = await tx.rows
      .insertInto('reports')
      .values({
        ...checked,
        id,
        comment_id: commentId,
        revision_id: seen.id,
        form_nonce: read.nonce,
        sender_key: sender.today,
        reported_at: now,
      })
      .onConflict((conflict) => conflict.column('form_nonce').doNothing())
      .executeTakeFirst()
    // The same form, in another process at this very moment.
    if (inserted.numInsertedOrUpdatedRows === 0n) return { kind: 'confirm' }
    if (checked.mail !== null)
      await queueUnconfirmed(tx, keys.mail, {
        ...{ kind: 'report', about: id, subject: letters.reportArrived },
        ...{ address: checked.mail, network: sender.today },
      })
    await tx.say({ kind: 'objections.changed' })
    return { kind: 'reported', reportId: id }
  })
}

type Checked = { kind: 'rule' | 'law'; reason: string; words: string; name: string; mail: string | null }

/** The report as it will be kept, or what has to be put right. */
export function checkReport(
  form: ReportForm,
  grounds: ReturnType<typeof groundsOf>,
): Checked | { field: ReportField; sentence: string } {
  if (form.kind !== 'rule' && form.kind !== 'law') return { field: 'kind', sentence: m.kind }
  const ground = grounds[form.kind].find(({ code }) => code === form.reason)
  if (!ground)
    return {
      field: 'reason',
      sentence: form.kind === 'law' ? m.law : m.rule,
    }
  const words = typedWords(form.words)
  const name = typedWords(form.name).replace(/\s+/g, ' ')
  const mail = foldAddress(form.mail)
  if (words === '' && (form.kind === 'law' || ground.code === 'other')) return { field: 'words', sentence: m.words }
  const length = charactersOf(words)
  if (length > LONGEST_REPORT) {
    return {
      field: 'words',
      sentence: m.wordsTooLong(LONGEST_REPORT, length),
    }
  }
  const named = form.kind === 'law' && !ground.anonymous
  if (named && name === '') return { field: 'name', sentence: m.name }
  if (charactersOf(name) > LONGEST_NAME) return { field: 'name', sentence: m.nameTooLong(LONGEST_NAME) }
  if (named && mail === '') return { field: 'mail', sentence: m.mail }
  if (mail !== '' && (mail.length > LONGEST_MAIL || !/^[^\s@<>,;:"]+@[^\s@<>,;:"]+$/.test(mail)))
    return { field: 'mail', sentence: m.mailWrong }
  if (form.kind === 'law' && !form.goodFaith) return { field: 'goodFaith', sentence: m.goodFaith }
  return { kind: form.kind, reason: ground.code, words, name, mail: mail || null }
}

async function recentReports(
  tx: Transaction,
  { commentId, senders }: { commentId: string; senders: readonly string[] },
): Promise<{ sender: number; comment: number }> {
  const reports = (tx: Transaction) => tx.rows.selectFrom('reports').select((r) => r.fn.countAll().as('count'))
  const row = await tx.rows
    .selectNoFrom([
      reports(tx)
        .where('sender_key', 'in', senders)
        .where('reported_at', '>', tx.now - HOUR)
        .as('sender'),
      reports(tx)
        .where('comment_id', '=', commentId)
        .where((r) =>
          r.not(
            r.exists(
              r.selectFrom('report_outcomes as o').select('o.report_id').whereRef('o.report_id', '=', 'reports.id'),
            ),
          ),
        )
        .as('comment'),
    ])
    .executeTakeFirstOrThrow()
  return { sender: Number(row.sender), comment: Number(row.comment) }
}
