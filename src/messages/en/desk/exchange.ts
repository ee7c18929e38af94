/** What is said of a page that is brought in: why parts were left out, what is known of its day, why it can't be read. */
import { LANGUAGE, once } from '../../count.ts'

interface Day {
  year: number
  /** 1 to 12. */
  month: number
  day: number
}

const inUtc = (parts: Intl.DateTimeFormatOptions) =>
  once(() => new Intl.DateTimeFormat(LANGUAGE, { ...parts, timeZone: 'UTC' }))
const days = inUtc({ day: 'numeric', month: 'long', year: 'numeric' })
const daysOfYear = inUtc({ day: 'numeric', month: 'long' })
const weekdays = inUtc({ weekday: 'long' })
const A_SUNDAY = Date.UTC(2024, 8, 1)

const at = ({ year, month, day }: Day) => Date.UTC(year, month - 1, day)
const dayOf = (day: Day) => days().format(at(day))
/** 0 is Sunday. */
const weekdayOf = (weekday: number) => weekdays().format(A_SUNDAY + weekday * 86_400_000)

const copyEach =
  'It holds a whole site, not one page. Open each story you want in a browser, copy the whole page and paste it here.'
const copyStory = 'Open the story you want in a browser, copy the whole page and paste it here.'
const pasteText = 'Copy the story’s text and paste that instead.'
const nothing = '(nothing)'

export const exchangeMessages = {
  /** Why a part of the page was left out. */
  commentInvitation: 'An invitation to comment.',
  commentCount: 'The number of comments on the old page.',
  commentHeading: 'The heading of the old page’s comments.',
  commentButton: 'A button from the old page’s comments.',
  shareButtons: 'Share buttons.',
  advertisement: 'An advertisement’s label.',
  otherStory: 'A pointer to another story.',
  navigation: 'The old page’s navigation.',
  subscription: 'An invitation to subscribe.',
  tags: 'The old page’s tags.',
  copyright: 'The old page’s copyright notice.',
  cookies: 'The old page’s cookie notice.',
  figures: 'The old page’s reading time, views or the like.',
  elsewhere: 'A pointer to somewhere else.',
  technical: 'A technical message from the old page.',
  terms: 'How the old page may be used.',
  outside: 'Outside the story.',
  above: 'Above the story on the old page.',
  below: 'Below the story on the old page.',
  houseRule: 'The old page’s rules for comments. You can make them your house rules.',
  hidden: 'Hidden on the old page.',
  inFront: 'A box in front of the old page.',
  oldComments: 'Part of the old page’s comments.',
  beside: 'A box beside the story.',
  besideByName: 'A box beside the story, judging by its name.',
  repeatsHeadline: 'Repeats the headline.',
  linkList: 'A list of links to other pages.',
  onlyLink: 'Only a link to another page.',
  pictureCaption: 'The caption of a picture on the old page.',
  date: 'The date, which is shown with the story anyway.',
  byline: 'The byline, which is shown with the story anyway.',
  teaser: 'A teaser for another story.',
  repeats: 'Repeats an earlier paragraph word for word.',
  repeatsLine: (line: number) => `Repeats line ${line} word for word.`,
  repeatsChanged: (left: string, kept: string) =>
    `Repeats an earlier paragraph with other words: “${left || nothing}” where the first has “${kept || nothing}”. The first was kept.`,
  repeatsLineChanged: (line: number, left: string, kept: string) =>
    `Repeats line ${line} with other words: “${left || nothing}” where the first has “${kept || nothing}”. The first was kept.`,

  /** What to look at. */
  checkCopies: (beginning: string) =>
    `A paragraph is on the page twice and differs: “${beginning}…”. Check which one is right.`,
  checkLines: (first: number, second: number) =>
    `A paragraph is on the page twice and differs: lines ${first} and ${second}. The first was kept; check which one is right.`,
  noHeadline: 'No headline was found. Write one.',
  noBody: 'No body was found on this page.',
  noBodyCopy: 'No body was found on this page. Copy the story’s text instead.',

  /** The day. */
  given: (day: Day) => `The page gives its date: ${dayOf(day)}.`,
  perhaps: (day: Day) =>
    `The page gives the date ${dayOf(day)}, but that may be another story’s, or the day it was changed. Check it.`,
  firstMentioned: (day: Day) =>
    `The page doesn’t give its own date. The first day it mentions is ${dayOf(day)}. Check whether it is from that day.`,
  onlyWeekday: (weekday: number) => `The page mentions a ${weekdayOf(weekday)}, but no date.`,
  giveDate: 'Give the date when you publish, or the story will be dated today.',
  noDate: 'The page gives no date. Give one when you publish, or the story will be dated today.',
  withoutYear: ({ month, day }: Omit<Day, 'year'>, weekday: number | null) => {
    const words = daysOfYear().format(at({ year: 2000, month, day }))
    return weekday === null
      ? `The page gives the day, ${words}, but not the year.`
      : `The page gives the day, ${words}, a ${weekdayOf(weekday)}, but not the year.`
  },
  /** `past` is a year that the text speaks of. */
  likelyYear: (year: number, weekday: number | null, past: number | null) => {
    const latest =
      weekday === null
        ? `${year} is the latest year that has had that day`
        : `${year} is the latest year in which that day was a ${weekdayOf(weekday)}`
    return past === null
      ? `${latest}. Check it.`
      : `${latest}, and the text speaks of ${past} as in the past. Check it.`
  },
  noYear: 'No year fits that day and weekday. Give the date when you publish.',

  /** Why it can't be read. */
  notText: 'This is not a text or HTML page. Save the page as text or HTML, or copy its text, and try again.',
  empty: 'There is nothing on this page. Copy the story’s text and try again.',
  tooDeep: `This page is nested too deeply to be read. ${pasteText}`,
  unreadable: `This page could not be read. ${pasteText}`,
  tooSlow: `This page takes too long to read. ${pasteText}`,
  tooMuchMemory: `This page takes too much memory to read. ${pasteText}`,
  onlyAddress:
    'This is only the address of a page, and Courant doesn’t fetch pages. Open it in a browser, copy the whole page and paste it here.',
  wordpress: `This is a WordPress export file. ${copyEach}`,
  blogger: `This is a Blogger export file. ${copyEach}`,
  ghost: `This is a Ghost export file. ${copyEach}`,
  movableType: `This is a Movable Type or TypePad export file. ${copyEach}`,
  substack: `This is the list of posts from a Substack export. ${copyEach}`,
  disqus: `This is a Disqus export file. It holds readers’ comments and no story. ${copyStory}`,
  commento: `This is a Commento export file. It holds readers’ comments and no story. ${copyStory}`,
  feed: `This is a feed, which lists stories. ${copyStory}`,
  sitemap: `This is a sitemap, which lists addresses. ${copyStory}`,
  json: `This is a data file (JSON), not a page. ${copyStory}`,
}
