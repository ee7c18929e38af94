/** Review, "Figures": how fast, how many waited, how often two people agree. */
import { counted, number, roughly } from '../../count.ts'

export const weekMessages = {
  title: 'Figures',
  times: 'From arrival to decision, last seven days',
  decisions: 'Decisions',
  median: 'Median',
  fourInFive: '80% within',
  you: 'You',
  everyone: 'Everyone',
  weekBefore: 'Everyone, the week before',
  span: roughly,
  number,
  underAMinute: 'under a minute',
  promised: (time: string) =>
    `Under each comment form, readers are told that we usually answer within ${time}. This is worked out from the last two weeks, without spam.`,
  notPromised:
    'Readers are not told yet how long we usually take. That needs twenty decisions in two weeks, without spam, with four in five made within a week. It is worked out every half-hour.',

  waiting: 'Comments waiting, by the hour',

  overturnedTitle: 'Appealed and overturned',
  overturnedCaption: 'Rejections and removals in the last three months, without spam',
  decided: 'Decided',
  appealed: 'Appealed',
  overturned: 'Overturned',
  open: 'Open',
  yours: 'Yours',
  everyones: 'Everyone’s',
  share: (count: number, percent: number) => `${number(count)} (${percent}%)`,

  secondLooks: 'Second looks',
  secondLooksLead: 'One decision in eight is shown to someone else, without saying what was decided.',
  noLooks: 'No second looks yet.',
  agreed: (looks: number, same: number) =>
    `${counted(looks, { one: '1 second look', other: '# second looks' })} in three months, ${number(same)} with the same decision.`,
  agreedBeyondChance: (looks: number, same: number, kappa: string) =>
    `${counted(looks, { one: '1 second look', other: '# second looks' })} in three months, ${number(same)} with the same decision (Cohen’s kappa ${kappa}).`,
  take: 'Take a second look',
  noneForYou: 'None for you to look at right now.',
  disagreed: 'Where we disagreed',
  apart: (decided: string, looked: string) => `One chose to ${decided}, the other to ${looked}`,
  storyGone: 'a story that is not on the site',
}
