/** Appeals, reports and legal notices: what has to be put right before they are taken, or answered. */
import { number } from '../../count.ts'

export const redressMessages = {
  appealEmpty: 'Say in a few words why the decision is wrong.',
  appealTooLong: (most: number, length: number) =>
    `An appeal can have up to ${number(most)} characters; yours has ${number(length)}. Shorten it and send it again.`,
  nothingToAppeal: 'There is no decision here to appeal against. See your receipt for the latest.',
  appealed: 'You have already appealed against this decision. See your receipt for the outcome.',
  decidedSince: 'The newsroom has made a new decision since. See your receipt.',
  tooLate: 'The six months for an appeal are over. You can still go to court.',
  noReport: 'There is no such report.',
  reportAppealed: 'You have already asked for a second look. See your report’s page for the outcome.',
  reportNothingToAppeal: 'There is no decision here to look at again. See your report’s page for the latest.',
  reportTooLate: 'The six months for a second look are over. You can still go to court.',
  reportedGone: 'The comment is no longer on the page, so there is nothing to decide.',

  noAppeal: 'There is no such appeal.',
  appealClosed: 'This appeal is no longer open: someone has answered it, or the comment is no longer shown.',
  appealAnswered: 'Someone has already answered this appeal.',
  appealOvertaken: 'There is a newer decision on this comment, so the appeal is no longer open.',
  ownDecision: 'You made this decision, so someone else has to answer the appeal.',
  nothingToRestore: 'These words are no longer rejected or removed, so there is nothing to bring back.',
  noteToAuthor: 'Write a note to the author that says why the decision stands.',
  noteToReporter: 'Write a note to the person who reported it that says why the decision stands.',
  noteToReporters: 'Write a note to the people who reported it that says why the comment stays.',
  reportsClosed: 'These reports are no longer open: someone has answered them, or the comment is no longer shown.',

  changed:
    'This comment has changed since you opened the page. Read the new version, and send your report again if it still applies.',
  gone: 'This comment is no longer on the page, so there is nothing to report.',
  manyFromNetwork: 'There have been many reports from your network. Keep your text and send it again in an hour.',
  manyOnComment: 'Very many readers have already reported this comment; the newsroom is looking at it.',
  kind: 'Say whether it breaks a house rule or the law.',
  rule: 'Choose the rule it breaks.',
  law: 'Choose the law it breaks.',
  words: 'Say in your own words what is wrong with it.',
  wordsTooLong: (most: number, length: number) => `Keep it to ${number(most)} characters; it has ${number(length)}.`,
  name: 'A legal notice needs your name. Only the newsroom sees it.',
  nameTooLong: (most: number) => `Keep the name to ${number(most)} characters.`,
  mail: 'A legal notice needs your email address, so that the newsroom can answer.',
  mailWrong: 'That doesn’t look like an email address. Please check it.',
  goodFaith: 'Tick the box: with a legal notice you have to confirm that you believe it to be true.',
}
