/** The editor of the front page. */
import type { Child } from 'hono/jsx'
import { number } from '../../count.ts'

export const frontEditorMessages = {
  title: 'Front page',
  onTop: 'Kept on top',
  onTopHint: (most: number) =>
    `These come first, in this order, until their time is up. The first one leads. At most ${number(most)}. Drag them, or use the arrows.`,
  nothingOnTop:
    'Nothing is kept on top. The front page fills itself: the newest full story of the day leads, and the others follow.',
  theRest: 'The rest fills itself',
  theRestHint: 'As readers see it now, from the top down.',
  nothingElse: 'No other story has been published.',
  places: { lead: 'Lead', second: 'Top', latest: 'Latest' },
  offSite: 'Not on the site',
  offSiteHint: 'Readers don’t see this story: it was taken off the site. Let it go, or publish it again.',
  keepOnTop: 'Keep on top',
  keepHint: 'It leads the front page from now on.',
  letGo: 'Let go',
  up: (headline: string) => `Move up: ${headline}`,
  down: (headline: string) => `Move down: ${headline}`,
  until: (time: string) => `Until ${time}`,
  untilLetGo: 'Until someone lets it go',
  onTopNow: (front: Child) => <>This story is kept on top of {front}.</>,
  frontPage: 'the front page',

  howLong: 'How long',
  spans: {
    '2h': '2 hours',
    tonight: 'Until midnight',
    tomorrow: 'Until tomorrow, 6:00',
    open: 'Until someone lets it go',
  },
  asItIs: (time: string) => `As now: until ${time}`,
  date: 'Or until a date',
  dateHint: (timeZone: string) => `Time zone: ${timeZone}`,
  change: 'Change',
  notADate: 'Give the date and time as in 2026-05-31 18:00.',
  isOver: 'That time has passed. Choose a later one.',
  noSpan: 'Choose how long.',
  noStory: 'This story is not on the site. Publish it first.',
  orderChanged:
    'Someone else changed what is kept on top while you had this page open, so your order was not saved. Here is the order as it is now; make your move again.',
  spanChanged: (headline: string) =>
    `Someone else changed how long “${headline}” stays while you had this page open, so your change was not saved. Here is how it is now.`,

  breaking: 'Breaking line',
  breakingHint: 'One sentence above the front page and every story, until its time is up.',
  words: 'Sentence',
  story: 'Leads to',
  noLink: 'No story',
  show: 'Show it',
  takeDown: 'Take it down',
  wordsTooLong: (most: number) => `Keep the breaking line to ${number(most)} characters.`,
  noWords: 'Write the sentence first.',
  noEnd: 'A breaking line has to end: choose how long it stays.',
  breakingEnds: (time: string) => `Readers see it until ${time}.`,
  leadsNowhere: 'The story it leads to has been taken off the site. Choose another one, or take the line down.',
  none: 'There is none at the moment.',

  done: {
    pinned: 'Kept on top.',
    let: 'Let go. The front page fills the space by itself.',
    moved: 'Moved.',
    breaking: 'Readers see the breaking line now.',
    ended: 'The breaking line is down.',
  },
}
