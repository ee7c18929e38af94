/** Comments waiting: the page behind the link in a moderator's email, and the chart among the figures. */
import type { Child } from 'hono/jsx'
import { counted, number } from '../../count.ts'

export const waitingMessages = {
  title: 'Comments waiting',
  hello: (name: string, waiting: string, signIn: Child) => (
    <>
      Hello {name}. {waiting} Your decisions here are recorded under your name. This link opens this page only; for the
      rest of the newsroom, {signIn}.
    </>
  ),
  toSignIn: 'sign in',
  none: 'No comments are waiting for review.',
  some: (count: number) =>
    counted(count, {
      one: '# comment is waiting for review.',
      other: '# comments are waiting for review, oldest first.',
    }),
  longest: (shown: number, all: number) =>
    counted(shown, {
      one: `This has been waiting longest, of ${number(all)} in all.`,
      other: `These # have been waiting longest, of ${number(all)} in all.`,
    }),
  onStory: (story: Child) => <>On {story}</>,
  expired: 'This link has expired',
  expiredHint:
    'It works for twelve hours, and only while its owner has permission to review comments. Sign in to continue.',
  signIn: 'Sign in',

  noneInChart: 'No comments were waiting at the end of any hour in these seven days.',
  chart: (most: number, day: string) => `Comments waiting, hour by hour. Most: ${number(most)}, on ${day}`,
  number,
  asTable: 'Show as a table',
  day: 'Day',
  fewest: 'Fewest',
  most: 'Most',
  atEndOfDay: 'At the end of the day',
}
