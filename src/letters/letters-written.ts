/**
 * What the letters about decisions and reports say, written as they leave: a
 * letter that waits holds no link that opens a door, and one whose decision was
 * taken back meanwhile says nothing any more. None repeats a comment's words.
 */

import type { MailKeys } from '../access/index.ts'
import type { Signing } from '../discussion/index.ts'
import { type Compose, foot } from '../mail/index.ts'
import { readDecisionForAuthor } from '../moderation/decisions/index.ts'
import { readBan } from '../readers/index.ts'
import { findAnsweredReport, readBanStatement, readReport, SUBJECTS } from '../redress/index.ts'
import type { Store } from '../store/index.ts'
import { readPublishedById, readSiteSettings, readVersions } from '../story/index.ts'

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

const OUTCOMES: Record<string, { subject: string; sentence: string }> = {
  reject: { subject: 'was not published', sentence: 'The newsroom read it and decided not to publish it.' },
  remove: { subject: 'was taken down', sentence: 'It was published, and the newsroom has taken it down.' },
  overturn: {
    subject: 'is published after your appeal',
    sentence: 'Your appeal was heard: the comment stands under the story for everyone to read.',
  },
  uphold: { subject: 'stays unpublished after your appeal', sentence: 'Your appeal was heard: the decision stands.' },
}

async function decisionLetter(sources: LetterSources, decisionId: string, address: string, now: number) {
  const { store, signing, url } = sources
  // Who took the words back meanwhile need not hear what would have become of them.
  const told = await readDecisionForAuthor(store.db, decisionId)
  const outcome = told && OUTCOMES[told.decision.action]
  if (!outcome || now < told.decision.at) return null
  const { decision, storyId } = told
  const headline = await headlineOf(store, storyId)
  const lines = [
    `your comment on “${headline}” ${outcome.subject}.`,
    outcome.sentence,
    ...(decision.reason ? [`The reason: ${decision.reason.title}. ${decision.reason.sentence}`] : []),
    ...(decision.note ? [`The newsroom writes:\n\n${decision.note}`] : []),
    `All of it, and how to appeal within six months, stands on your comment’s page:\n\n${url()}/receipts/${signing.receiptKey(decision.commentId)}`,
    'Whoever has this address can change and withdraw the comment; keep it to yourself.',
  ]
  return {
    subject: `Your comment on “${headline}” ${outcome.subject}`,
    text: await letterOf(sources, lines, address, VERIFIED),
  }
}

async function reportLetter(sources: LetterSources, reportId: string, address: string, now: number) {
  const { store, signing, url } = sources
  const report = await readReport(store.db, reportId, now)
  if (!report) return null
  const lines = [
    `${report.kind === 'law' ? 'a notice under the law' : 'a report'} about a comment has arrived, with this address on it.`,
    `A person will read it and decide. What became of it will stand here:\n\n${url()}/reports/${signing.reportKey(reportId)}`,
    'If you sent no report, somebody else typed your address; you need not do anything.',
  ]
  return { subject: 'Your report has arrived', text: await letterOf(sources, lines, address, ADDRESS_TYPED) }
}

async function reportAnswer(sources: LetterSources, decisionId: string, address: string, now: number) {
  const { store, signing, url } = sources
  const reportId = await findAnsweredReport(store.db, { decisionId, address })
  const report = reportId === null ? null : await readReport(store.db, reportId, now)
  const outcome = [report?.outcome, report?.appeal?.outcome].find((one) => one?.decisionId === decisionId)
  if (!report || !outcome) return null
  const second = outcome === report.appeal?.outcome ? 'You asked for a second look, and it was taken: ' : ''
  const lines = [
    outcome.action === 'remove'
      ? `${second}the comment that you reported was taken down. The reason: ${outcome.reason?.title ?? 'a rule of the house'}.`
      : `${second}the comment that you reported stays on the page.`,
    ...(outcome.note ? [`The newsroom writes:\n\n${outcome.note}`] : []),
    `No program decided; a person did. What else you can do stands here:\n\n${url()}/reports/${signing.reportKey(report.id)}`,
  ]
  return { subject: SUBJECTS['report answer'], text: await letterOf(sources, lines, address, ADDRESS_TYPED) }
}

async function banLetter(sources: LetterSources, banId: string, address: string, now: number) {
  const { store } = sources
  const ban = await readBan(store.db, banId)
  // One that was lifted, or is over, before the letter left, need not be told.
  if (!ban || ban.liftedAt !== null || (ban.endsAt !== null && ban.endsAt <= now)) return null
  const statement = await readBanStatement(store.db, ban)
  const { ground } = statement
  const law = ground.law === null ? '' : ` (${ground.law})`
  const lines = [
    ...(ban.storyId === null ? [] : [`this is about “${await headlineOf(store, ban.storyId)}”.`]),
    statement.decision,
    `The reason: ${ground.title}${law}. ${ground.sentence}`,
    ...(statement.note ? [`The newsroom writes:\n\n${statement.note}`] : []),
    `${statement.facts} ${statement.automation}`,
    statement.redress,
  ]
  const subject = ban.endsAt === null ? 'You can’t comment any more' : SUBJECTS.ban
  return { subject, text: await letterOf(sources, lines, address, VERIFIED) }
}

/** As readers knew it last. */
async function headlineOf(store: Store, storyId: string): Promise<string> {
  const story = await readPublishedById(store.db, storyId)
  if (story) return story.content.headline
  const [last] = await readVersions(store.db, storyId)
  return last?.content.headline ?? ''
}

const VERIFIED = 'You get this because you showed that this address is yours.'
const ADDRESS_TYPED = 'You get this because this address was given with a report.'

async function letterOf(
  { store, mailKeys, url }: LetterSources,
  lines: readonly string[],
  address: string,
  why: string,
): Promise<string> {
  const { name } = await readSiteSettings(store.db)
  const stop = `So that no letter is ever sent to this address again: ${url()}/mail/stop/${mailKeys.stopKey(address)}`
  return `Good day,\n\n${lines.join('\n\n')}\n\n${foot({ name, url: url() }, `${why}\n${stop}`)}`
}
