/** Review: the queue, what narrows it, a comment in it, and the card beside that. */
import type { Child } from 'hono/jsx'
import { counted, lengthOfMinutes, listed, number } from '../../count.ts'

export const queueMessages = {
  title: (waiting: string) => `Review (${waiting})`,
  skip: 'Skip to the first comment',
  release: 'Release my comments',
  releaseHint: 'Lets your colleagues review the comments on this page',
  addBelow: 'Add them below',

  places: {
    queue: 'Queue',
    appeals: 'Appeals',
    reports: 'Reports',
    tickets: 'Reported errors',
    campaigns: 'Campaigns',
    search: 'Search',
    week: 'Figures',
    bans: 'Bans',
    readers: 'Readers',
    rules: 'Rules',
    reasons: 'Reasons',
    model: 'Spam model',
  },
  /** Links to the appeals and the reported comments, and how many there are together. */
  answersWanted: (links: readonly Child[], count: number) => (
    <>
      {links[0]}
      {links.length > 1 ? <> and {links[1]}</> : null}{' '}
      {counted(count, { one: 'is waiting for an answer.', other: 'are waiting for an answer.' })}
    </>
  ),

  nothingToShow: 'Nothing to show',
  correctFilter: 'Correct the filter or clear it.',
  noMatch: 'No comments match',
  noneFits: (filters: readonly string[]) =>
    `There are no comments for you to review that match this filter: ${filters.join(', ')}.`,
  noneWaiting: 'No comments waiting',
  allReviewed: 'Every comment has been reviewed. New ones will appear here.',
  othersReview: 'Colleagues are reviewing the rest',
  othersReviewHint: 'Every waiting comment is being reviewed by a colleague. Any they release will appear here.',

  keys: 'Shortcuts',
  keysTitle: 'Keyboard shortcuts',
  keyApprove: 'Approve and go to the next comment',
  keyReject: (reason: string) => `Reject: ${reason}`,
  keyMove: 'Next or previous comment, without deciding',
  keyUndo: 'Undo your last decision, then earlier ones, each for ten seconds',
  keyHelp: 'Show these shortcuts',
  close: 'Close',

  filters: 'Filters',
  openFilters: 'Filter and search the queue',
  filterSet: {
    words: (words: string) => `words: ${words}`,
    story: (story: string) => `story: ${story}`,
    author: (name: string) => `name: ${name}`,
    from: (name: string | null) =>
      name === null ? 'same reader or network as another comment' : `same reader or network as ${name}`,
    signal: (signal: string) => `signal: ${signal}`,
    language: (language: string) => `language: ${language}`,
    waited: (minutes: number) => `waiting longer than ${lengthOfMinutes(minutes)}`,
  },
  filtersSet: 'Filters in use',
  removeFilter: 'Remove filter:',
  clearFilters: 'Clear filters',
  clearAll: 'Clear all',
  words: 'Words in the comment',
  wordsHint: (most: number) => `Finds all the words, among the newest ${number(most)} comments that have them.`,
  commenter: 'Commenter’s name',
  story: 'Story',
  storyHint: 'Headline or address',
  noStory: 'That doesn’t match one single story. Choose one from the list, or paste its address.',
  signal: 'Signal',
  anySignal: 'Any or none',
  language: 'Language',
  any: 'Any',
  waited: 'Waiting longer than',
  waitedFor: lengthOfMinutes,
  anyTime: 'Any time',
  applyFilters: 'Apply filters',

  onStory: (story: Child) => <>On {story}</>,
  notOnSite: (headline: Child) => <>{headline} (not on the site)</>,
  onlyThisStory: 'Only this story',
  changesToPublished: 'Changes to the published comment',
  moreWaiting: (links: readonly Child[]) => (
    <>
      More waiting: {links[0]}
      {links.length > 1 ? <>, {links[1]}</> : null}
    </>
  ),
  byThisName: 'by this name',
  fromThisSender: 'from this reader or network',
  weight: (percent: number) => `weight ${percent}%`,

  onHold: 'On hold',
  onHoldHint: 'Comments on this story are on hold: readers can send them, but none appears before someone has read it.',
  storySays: (paragraph: number) => `From the story, paragraph ${paragraph}`,
  nearIdentical: 'Near-identical comments',
  decidedAlike: ({ approved, rejected, spam }: { approved: number; rejected: number; spam: number }) => {
    const became = [
      ...(approved > 0 ? [`${number(approved)} approved`] : []),
      ...(rejected > 0 ? [`${number(rejected)} rejected`] : []),
      ...(spam > 0 ? [`${number(spam)} rejected as spam`] : []),
    ]
    return became.length === 0 ? 'None like it has been decided yet.' : `Decided before: ${listed(became)}.`
  },
  alike: (state: string, percent: number, ago: string) => `${state}, ${percent}% the same, ${ago}`,
  reviewTogether: 'Review them together',
  author: 'Author',
  notVerified: (sameNetwork: number) => {
    const others =
      sameNetwork === 0
        ? 'No other comments from this network that day.'
        : counted(sameNetwork, {
            one: '# other comment from this network that day.',
            other: '# other comments from this network that day.',
          })
    return `Not verified: anyone can use this name. ${others}`
  },
  verified: (counts: { approved: number; rejected: number; spam: number; waiting: number }, first: string | null) => {
    const { approved, rejected, spam, waiting } = counts
    const before = [
      ...(approved > 0 ? [`${number(approved)} approved`] : []),
      ...(rejected > 0 ? [`${number(rejected)} rejected`] : []),
      ...(spam > 0 ? [`${number(spam)} rejected as spam`] : []),
      ...(waiting > 0 ? [`${number(waiting)} waiting`] : []),
    ]
    if (first === null) return 'Verified. Their first comment here.'
    return `Verified. Other comments: ${before.length === 0 ? 'withdrawn' : listed(before)}; the first ${first}.`
  },
}
