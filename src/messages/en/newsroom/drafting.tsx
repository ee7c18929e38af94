/** Writing a draft together: what stands in the way, its history, and what others suggest. */
import type { Child } from 'hono/jsx'
import { counted, number } from '../../count.ts'

export const draftingMessages = {
  unreadable: 'This could not be read. Reload the page; what you typed is kept in this browser.',
  changed: (name: string | null) =>
    `${name ?? 'Somebody'} has changed this passage since. Both are kept: choose which one stands.`,
  locked: (name: string) => `${name} is writing here. Wait for them, or take over.`,
  gone: 'This story has been deleted. Your words are still in this browser: copy what you need.',
  trashed:
    'This story is in the trash. What you write is kept in this browser, and saved once somebody brings the story back.',
  aStream: 'This address is a line of news for the editor. Open the story itself.',
  tooManyTabs: (most: number) => `You have ${number(most)} drafts open. Close one to see here what others write.`,
  nobodyKnown: 'somebody',

  history: 'History',
  allWritten: 'Everything that was written, and by whom',
  historyLead: 'Everything that was written here, and by whom. Nothing is taken away: going back adds to it.',
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
  suggestions: 'Suggestions',
  suggestionsCount: (count: number) => counted(count, { one: '1 suggestion', other: '# suggestions' }),
  noSuggestions: 'No open suggestions.',
  decidedBefore: 'Decided',
  suggest: 'Suggest a change',
  suggestLead:
    'Change the words below. What you change is not saved in the story: it is kept as suggestions, one for each passage, which whoever writes the story accepts or rejects.',
  suggestionBodyHint: 'Leave what you would not change as it is.',
  sendSuggestions: 'Send suggestions',
  nothingSuggested: 'You have changed nothing. Change the words you would have otherwise, then send.',
  tooManySuggested: (most: number) =>
    `These are more than ${number(most)} changes. Send fewer at once, or ask whoever writes the story to let you change it.`,
  storyMoved:
    'The story cannot be found as you opened it. Your words are below: reload the page and suggest them again.',
  suggested: (count: number) => counted(count, { one: 'Sent 1 suggestion.', other: 'Sent # suggestions.' }),
  suggestedBy: (name: string, at: Child) => (
    <>
      {name}, {at}
    </>
  ),
  accept: 'Accept',
  reject: 'Reject',
  accepted: 'Accepted. It stands in the draft.',
  rejected: 'Rejected. The draft is as it was.',
  decidedAs: { accepted: 'Accepted by', rejected: 'Rejected by' },
  suggestionGone: 'This suggestion was decided before.',
  suggestionChanged:
    'This passage has changed since the suggestion was made. Change the words in the story yourself, then reject the suggestion.',
  otherPlace: 'Details',
  passage: (begins: string) => `“${begins}”`,
  alsoHere: 'Also in this story',
  hasItOpen: 'has it open',
  writingIn: (where: string) => `is writing: ${where}`,
  writtenByOthers:
    'Not saved yet: a colleague is writing where you have changed something. Your words are below. Wait for them and save again, or tick the box.',
  saveOver: 'Save my words over theirs. They are shown both, and the history keeps both.',
  blocks: { kept: 'Text', made: 'Text, new', gone: 'Text, taken out', moved: 'Text, moved' },
}
