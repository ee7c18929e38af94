/** Who says what in a story, as its editor sees and corrects it; and the search in everything that was said. */
import type { Child } from 'hono/jsx'
import { counted, number } from '../../count.ts'

const words = { one: '1 word', other: '# words' }

export const readingMessages = {
  title: 'Who says what',
  titleOf: (headline: string) => `Who says what: ${headline}`,
  draft: 'This is the draft. Readers see what was last published.',
  gone: 'That is no longer in the story. Look at the current list and try again.',
  youTyped: (typed: Child) => <>You typed {typed}.</>,

  show: 'Show “Who says so” under the story',
  save: 'Save',
  isShown: '“Who says so” is shown under the story.',
  isNotShown: '“Who says so” is not shown under the story.',
  willSee: 'Saved. Once the story is published, readers will see “Who says so” under it.',
  willNotSee: 'Saved. Once the story is published, readers won’t see “Who says so” under it.',
  nowSee: 'Saved. Readers now see “Who says so” under this story.',
  noLongerSee: 'Saved. Readers no longer see “Who says so” under this story.',

  story: 'Story',
  direct: 'direct',
  reported: 'reported',
  mixed: 'mixed',
  legend: 'Select a statement to see it in the list.',

  whoSpeaks: 'Who speaks',
  withoutSpeaker: 'Without a speaker',
  ownWords: 'The paper’s own words',
  share: (share: number, count: number) =>
    `${share > 0 && share < 0.01 ? 'under 1%' : `${Math.round(share * 100)}%`}, ${counted(count, words)}`,
  outOf: (count: number) => `Out of ${counted(count, words)}, including headline and captions.`,

  toCheck: 'To check',
  nothingToCheck: 'Nothing to check: every statement has a speaker and a source.',
  onlySpeaker: 'Only the speaker as source',
  doubtful: 'Doubtful wording',
  hostile: 'Hostile wording',
  statement: 'Statement ',

  statements: 'Statements',
  noStatements: 'No statements found: all the words are the paper’s own.',
  kinds: { direct: 'Direct', reported: 'Reported', mixed: 'Mixed' },
  struck: 'Marked as not a statement',
  correct: 'Correct',
  correctWhose: (speaker: string) => `: what ${speaker || 'somebody'} said`,
  speaker: 'Speaker',
  speakerHint: 'A name from the story, or other words. Leave it empty if the story doesn’t say who.',
  howWeKnow: 'How we know',
  sourceKinds: {
    channel: 'passed on by',
    document: 'written in',
    audience: 'told to',
    condition: 'on condition of',
  },
  sources: {
    channel: (source: string) => `passed on by ${source}`,
    document: (source: string) => `written in ${source}`,
    audience: (source: string) => `told to ${source}`,
  },
  source: 'Source',
  notAStatement: 'Not a statement',
  correctedBy: (name: string | null, at: Child) => (
    <>
      Corrected by {name ?? 'someone who has left'}, {at}
    </>
  ),
  undo: 'Undo the correction',

  names: 'Names',
  namesHint: 'An accepted name gets a page for readers, with what it said in every story that shows “Who says so”.',
  noNames: 'No names found.',
  mentions: (count: number) => counted(count, { one: '1 mention', other: '# mentions' }),
  acceptAll: {
    person: (count: number) => `Accept all ${number(count)} people`,
    organization: (count: number) => `Accept all ${number(count)} organisations`,
    place: (count: number) => `Accept all ${number(count)} places`,
  },
  accept: 'Accept',
  accepted: (page: Child) => <>Accepted: {page}</>,
  viewPage: 'view page',
  acceptedNotOpen: 'Accepted. The page opens once a published story shows this name.',
  countsAs: (name: Child) => <>Counts as {name}</>,
  countsAsNotOpen: (name: string) => `Counts as ${name}. The page opens once a published story shows this name.`,
  notTheSame: 'Not the same',
  addPortrait: 'Add a portrait',
  changePortrait: 'Change the portrait',
  removePage: 'Remove page',
  mergeWith: 'Merge with …',
  mergeLabel: (name: string) => `Accepted name to merge ${name} with`,
  merge: 'Merge',
  chooseAct: 'Choose what to do with the name: accept it, or merge it with an accepted one.',
  notAccepted: (typed: string) =>
    `“${typed}” is not an accepted name of this kind. Choose one from the list, or accept it first.`,

  times: 'Times and amounts',
  countedFrom: {
    publication: (day: string) => `Counted from ${day}, the day it was published.`,
    page: (day: string) =>
      `Counted from ${day}, the day of the page it came from. Use that day as the publication date.`,
    likely: (day: string) =>
      `Counted from ${day}, probably the day of the page it came from. Check it, and use it as the publication date.`,
    today: (day: string) => `Counted from ${day}, today. Once the story is published, its publication day counts.`,
  },
  noTimes: 'None found.',
  time: 'Time',
  amount: 'Amount',
  meaning: 'Meaning',
  notKnown: 'Not known',
  notKnownBecause: (why: string) => `Not known: ${why}`,

  search: 'Who said what',
  searchHint: 'Searches everything published, including stories that don’t show readers “Who says so”.',
}
