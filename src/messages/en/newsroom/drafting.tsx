/** Writing a draft together: what stands in the way, its history, and what others suggest. */
import type { Child } from 'hono/jsx'
import { number } from '../../count.ts'

export const draftingMessages = {
  unreadable: 'This could not be read. Reload the page; what you typed is kept in this browser.',
  changed: (name: string | null) =>
    `${name ?? 'Somebody'} has changed this passage since. Both are kept: choose which one stands.`,
  locked: (name: string) => `${name} is writing here. Wait for them, or take over.`,
  gone: 'This story has been deleted. Your words are still in this browser: copy what you need.',
  tooManyTabs: (most: number) => `You have ${number(most)} drafts open. Close one to see here what others write.`,
  nobodyKnown: 'somebody',

  history: 'History',
  allWritten: 'Everything that was written, and by whom',
  historyLead: 'Everything that was written here, and by whom. Nothing is taken away: to go back adds to it.',
  historyBegins: 'This story is older than its history. It begins with what was there.',
  versionsToo: (versions: Child) => <>What readers have seen stands under {versions}.</>,
  everyChange: (history: Child) => <>What was written in between stands in the {history}.</>,
  done: {
    made: (name: string) => `${name} started the story`,
    typed: (name: string) => `${name} wrote`,
    saved: (name: string) => `${name} saved`,
    restored: (name: string) => `${name} went back to an earlier point`,
    accepted: (name: string) => `${name} accepted a suggestion`,
  },
  acceptedFrom: (name: string, by: string) => `${name} accepted a suggestion by ${by}`,
  published: (name: string, version: number) => `${name} published version ${version}`,
  commandLine: 'The command line',
  between: (from: string, to: string) => `${from} to ${to}`,
  from: 'From',
  to: 'To',
  compare: 'Compare',
  compareHint: 'Choose two points to see what differs.',
  whatChanged: 'What changed',
  older: 'Older',
  newest: 'Newest',
  changedBy: (name: string, at: Child) => (
    <>
      {name}, {at}
    </>
  ),
  earlier: 'Earlier',
  later: 'Later',
  isNow: 'as it is now',
  nothingBetween: 'Nothing differs between these two points.',
  nothingYet: 'Nothing yet',
  noPoint: 'The history has no such point. Choose two from the list.',
  restore: 'Go back to this',
  restoreHint: 'The draft becomes what it was then. What it is now stays in the history.',
  wentBack: 'The draft is what it was then. What it was before is in the history.',
  places: {
    headline: 'Headline',
    standfirst: 'Standfirst',
    byline: 'Byline',
    dateline: 'Dateline',
    language: 'Language',
    section: 'Section',
    topics: 'Topics',
    picture: 'Lead picture',
  },
  otherPlace: 'Details',
  blocks: { kept: 'Text', made: 'Text, new', gone: 'Text, taken out', moved: 'Text, moved' },
}
