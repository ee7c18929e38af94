/** What stands around every page of the paper, and what several of its pages say. */
import { counted, lengthOfTime } from '../../count.ts'

const withoutReview = (comments: number): string =>
  counted(comments, {
    one: 'Comments by verified readers with one approved comment appear at once.',
    other: 'Comments by verified readers with # approved comments appear at once.',
  })

function howLong(minutes: number): string {
  if (minutes < 1) return 'under a minute'
  if (minutes < 60) return lengthOfTime(Math.round(minutes), 'minute')
  if (minutes < 48 * 60) return lengthOfTime(Math.round(minutes / 60), 'hour')
  return lengthOfTime(Math.round(minutes / 1440), 'day')
}

export const siteFrameMessages = {
  skip: 'Skip to content',
  /** The bar over every page. */
  sections: 'Sections',
  more: 'More',
  menu: 'Menu',
  search: 'Search statements',
  searchShort: 'Search',

  /** The foot: three groups and a line. */
  thePaper: 'The paper',
  frontPage: 'Front page',
  archive: 'Archive',
  about: 'About',
  houseRules: 'House rules',
  corrections: 'Corrections',
  record: 'Moderation record',
  you: 'You',
  yourComments: 'Your comments',
  account: 'Your account',
  feed: 'RSS feed',
  copyright: (year: number, name: string) => `© ${year} ${name}`,
  goToFrontPage: 'Go to the front page',

  /** The promise, and its one exception where an editor has made it. */
  sponsored: 'Sponsored',
  everyCommentRead: 'A person reads every comment before it appears.',
  mostCommentsRead: (comments: number) => `A person reads comments before they appear. ${withoutReview(comments)}`,
  withoutReview,

  comments: (count: number) =>
    count === 0 ? 'No comments yet' : counted(count, { one: '1 comment', other: '# comments' }),
  howLong,
  yourText: 'Your text, to copy',
  yourComment: 'Your comment',

  /** What is wrong with an email address, wherever one is asked for. */
  notAnAddress: 'That doesn’t look like an email address. Correct it and send it again.',
  emailHint: 'Never shown. Only the editors see it.',
}
