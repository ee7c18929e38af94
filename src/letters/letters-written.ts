/**
 * What the letters about decisions and reports say, written as they leave: a
 * letter that waits holds no link that opens a door, and one whose decision was
 * taken back meanwhile says nothing any more. None repeats a comment's words.
 */

import type { MailKeys } from '../access/index.ts'
import type { Signing } from '../discussion/index.ts'
import { type Compose, foot } from '../mail/index.ts'
import { decisionEmailMessages as m } from '../messages/index.ts'
import { readDecisionForAuthor, restricts } from '../moderation/decisions/index.ts'
import { readSiteSettings } from '../publication/index.ts'
import { readBan } from '../readers/index.ts'
import { findAnsweredReport, readBanStatement, readReport } from '../redress/index.ts'
import type { Store } from '../store/index.ts'
import { readPublishedById, readVersions } from '../story/index.ts'

/** What the letters are made of. */
export interface LetterSources {
  store: Store
  signing: Signing
  mailKeys: MailKeys
  /** Where readers reach the site, without a slash at the end. */
  url(): string
}

/** By the kind of letter. */
export const decisionLetters = (
  sources: LetterSources,
): Record<'decision' | 'report' | 'report answer' | 'ban', Compose> => ({
  decision: (letter, now) => decisionLetter(sources, letter.about ?? '', letter.to.address, now),
  report: (letter, now) => reportLetter(sources, letter.about ?? '', letter.to.address, now),
  'report answer': (letter, now) => reportAnswer(sources, letter.about ?? '', letter.to.address, now),
  ban: (letter, now) => banLetter(sources, letter.about ?? '', letter.to.address, now),
})

const isTold = (action: string): action is keyof typeof m.decided => Object.hasOwn(m.decided, action)

async function decisionLetter(sources: LetterSources, decisionId: string, address: string, now: number) {
  const { store, signing, url } = sources
  // Who took the words back meanwhile need not hear what would have become of them.
  const told = await readDecisionForAuthor(store.db, decisionId)
  if (!told || !isTold(told.decision.action) || now < told.decision.at) return null
  const { decision, storyId } = told
  const headline = await headlineOf(store, storyId)
  const page = `${url()}/receipts/${signing.receiptKey(decision.commentId)}`
  const outcome = m.decided[told.decision.action]
  const lines = [
    outcome.text(headline),
    ...(decision.reason ? [m.reason(decision.reason.title, decision.reason.sentence)] : []),
    ...(decision.note ? [m.note(decision.note)] : []),
    restricts(decision) ? m.receiptToAppeal(page) : m.receipt(page),
    m.keepReceipt,
  ]
  return { subject: outcome.subject(headline), text: await letterOf(sources, lines, address, m.whyVerified) }
}

async function reportLetter(sources: LetterSources, reportId: string, address: string, now: number) {
  const { store, signing, url } = sources
  const report = await readReport(store.db, reportId, now)
  if (!report) return null
  const lines = [
    m.reportText[report.kind],
    m.reportPage(`${url()}/reports/${signing.reportKey(reportId)}`),
    m.reportNotYours,
  ]
  return { subject: m.reportArrived, text: await letterOf(sources, lines, address, m.whyTyped) }
}

async function reportAnswer(sources: LetterSources, decisionId: string, address: string, now: number) {
  const { store, signing, url } = sources
  const reportId = await findAnsweredReport(store.db, { decisionId, address })
  const report = reportId === null ? null : await readReport(store.db, reportId, now)
  const outcome = [report?.outcome, report?.appeal?.outcome].find((one) => one?.decisionId === decisionId)
  if (!report || !outcome) return null
  const isSecond = outcome === report.appeal?.outcome
  const title = outcome.reason?.title ?? m.aHouseRule
  const removed = isSecond ? m.againRemoved(title) : m.reportRemoved(title)
  const lines = [
    outcome.action === 'remove' ? removed : isSecond ? m.againStays : m.reportStays,
    ...(outcome.note ? [m.note(outcome.note)] : []),
    m.reportMore(`${url()}/reports/${signing.reportKey(report.id)}`),
  ]
  return { subject: m.reportDecided, text: await letterOf(sources, lines, address, m.whyTyped) }
}

async function banLetter(sources: LetterSources, banId: string, address: string, now: number) {
  const { store } = sources
  const ban = await readBan(store.db, banId)
  // One that was lifted, or is over, before the letter left, need not be told.
  if (!ban || ban.liftedAt !== null || (ban.endsAt !== null && ban.endsAt <= now)) return null
  const statement = await readBanStatement(store.db, ban)
  const { ground } = statement
  const lines = [
    ...(ban.storyId === null ? [] : [m.bannedOn(await headlineOf(store, ban.storyId))]),
    statement.decision,
    m.banReason(ground),
    ...(statement.note ? [m.note(statement.note)] : []),
    `${statement.facts} ${statement.automation}`,
    statement.redress,
  ]
  const subject = ban.endsAt === null ? m.bannedForGood : m.banned
  return { subject, text: await letterOf(sources, lines, address, m.whyVerified) }
}

/** As readers knew it last. */
export async function headlineOf(store: Store, storyId: string): Promise<string> {
  const story = await readPublishedById(store.db, storyId)
  if (story) return story.content.headline
  const [last] = await readVersions(store.db, storyId)
  return last?.content.headline ?? ''
}

/** The whole of a letter to a reader, with the way to have no more of them. */
export async function letterOf(
  { store, mailKeys, url }: LetterSources,
  lines: readonly string[],
  address: string,
  why: string,
): Promise<string> {
  const { name } = await readSiteSettings(store.db)
  const stop = m.never(`${url()}/mail/stop/${mailKeys.stopKey(address)}`)
  return `${m.hello}\n\n${lines.join('\n\n')}\n\n${foot({ name, url: url() }, `${why}\n${stop}`)}`
}
