/** How the reasons are worded, and what readers can see of moderation. */
import type { Child } from 'hono/jsx'

export const reasonsMessages = {
  title: 'Reasons',
  saved: 'Saved.',
  save: 'Save',

  public: 'What readers can see',
  log: 'Moderation log: each day’s decisions in plain words, without names',
  report: 'Yearly report: the figures, and the statements of reasons as data',
  publicHint: 'Both are off at first: on a site with few comments, readers could guess whose comment a line is about.',
  seeLog: 'See the log',
  seeReports: 'See the reports',

  wordings: 'House rules in your words',
  wordingsHint: (houseRules: Child) => (
    <>
      Readers see them in {houseRules}, and authors with each decision. Earlier decisions keep the wording they were
      made with.
    </>
  ),
  houseRules: 'the house rules',
  ofLaw: 'law',
  ofHouse: 'house rule',
  fields: {
    title: 'Title',
    sentence: 'What the author is told',
    law: 'Which law',
  },
  sentenceHint: 'Start with “It”, meaning the comment.',
  lawHint: 'As it is cited where you publish, with its paragraph.',
}
