/** Rules for comments: what has to be put right in one, what is shown beside the comments it catches, and the log. */
import { counted, listed, number } from '../../count.ts'

const inQuotes = (texts: readonly string[]) => texts.map((text) => `“${text}”`).join(', ')

export const filtersMessages = {
  noRule: 'There is no such rule.',
  noName: 'Give the rule a name. Moderators see it beside the comments it catches.',
  nameTooLong: (longest: number) => `Keep the name to ${longest} characters.`,
  nameTaken: (name: string) => `There is already a rule called “${name}”. Choose another name.`,
  noEffect: 'Choose what the rule does.',
  noWords: 'Write the words to look for, one word or phrase per line.',
  badPhrase: (typed: string) =>
    `“${typed}” can’t be looked for. Use words of letters or digits, and put a * only at the end of a word, after at least three letters.`,
  noLinkCount: (most: number) => `Give the number of links that is still fine, from 1 to ${most}.`,
  noDomains: 'Write the domains to look for, one per line, such as example.com.',
  domainOfMany: (typed: string) => `Many sites share “${typed}”. Write the whole name of the one you mean.`,
  notADomain: (typed: string) => `“${typed}” is not a domain. Write one such as example.com.`,
  tooManyWords: (most: number) => `Keep a rule to ${most} words and phrases. Put the rest in a second rule.`,
  tooManyDomains: (most: number) => `Keep a rule to ${most} domains. Put the rest in a second rule.`,
  lineTooLong: (longest: number, beginning: string) =>
    `Keep each line to ${longest} characters. “${beginning}…” is longer.`,
  changedMeanwhile: (name: string | null) =>
    `${name ?? 'Someone'} changed this rule while you were writing. Look at their version, then send yours again.`,
  changedSince: 'This rule has been changed in the meantime. Look at the new version first.',
  tryFirst: 'Try this version on older comments before you switch it on.',
  trialRunning: 'Another trial is running. Wait until it has finished, or stop it.',
  trialRunningOf: (name: string) => `A trial of “${name}” is running. Wait until it has finished, or stop it.`,
  knownReaders: (fewest: number, most: number) =>
    `Give a whole number of approved comments from ${fewest} to ${number(most)}.`,

  /** Beside a comment. */
  caught: (rule: string, found: string) => `Rule “${rule}”: ${found}`,
  notChecked: (rule: string) => `Rule “${rule}” could not be checked`,
  words: inQuotes,
  linkTo: (domains: readonly string[]) => `link to ${listed(domains)}`,
  links: (count: number) => counted(count, { one: '1 link', other: '# links' }),
  firstComment: 'no approved comment by this author yet',
  nobodyRead: (comments: number) =>
    `Nobody read it first: its author is a verified reader with at least ${number(comments)} approved comments.`,

  logDrafted: (name: string) => `Drafted the rule “${name}”`,
  logChanged: (name: string, version: number) => `Changed the rule “${name}” (version ${version})`,
  logSwitchedOn: (name: string, version: number) => `Switched on the rule “${name}” (version ${version})`,
  logSwitchedOnPartly: (name: string, version: number) =>
    `Switched on the rule “${name}” (version ${version}, tried on only some of the older comments)`,
  logSwitchedOff: (name: string) => `Switched off the rule “${name}”`,
  logTrialStarted: (name: string) => `Started a trial of the rule “${name}”`,
  logTrialStopped: (name: string) => `Stopped a trial of the rule “${name}”`,
  logWithoutReview: (comments: number) =>
    `Switched on approval without review for verified readers with ${number(comments)} approved comments`,
  logReviewAgain: 'Switched off approval without review',
}
