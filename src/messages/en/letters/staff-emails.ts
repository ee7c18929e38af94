/** Emails to the staff: a way into the newsroom, what is waiting for them, a test. */
import { counted, lengthOfTime, listed, number } from '../../count.ts'

export const staffEmailMessages = {
  invitationSubject: (site: string) => `Your sign-in link for the newsroom of ${site}`,
  invitationSubjectWaiting: 'Sign-in link for the newsroom',
  invitation: ({ name, site, link }: { name: string; site: string; link: string }) => `Hello ${name},

Use this link to sign in to the newsroom of ${site}. It works once, for 24 hours:

${link}

It opens a page with a button, and the button signs you in.`,
  whyInvitation: 'You got this email because an editor gave this address as yours.',

  mentionSubjectWaiting: 'A note mentions you',
  mentionSubject: (by: string, headline: string) =>
    headline === '' ? `${by} mentions you in a note` : `${by} mentions you in a note on “${headline}”`,
  mention: ({ name, by, headline, link }: { name: string; by: string; headline: string; link: string }) =>
    `Hello ${name},

${by} mentions you in a note on ${headline === '' ? 'a story without a headline yet' : `“${headline}”`}. Read it, and answer:

${link}`,
  whyMention: 'You got this email because a colleague wrote your name in a note. Notes themselves are never emailed.',

  testSubject: (site: string) => `Test email from ${site}`,
  test: (site: string) =>
    `Emails from ${site} reach you. If you found this one in your spam folder, check the SPF, DKIM and DMARC records of the domain it came from.`,
  whyTest: (name: string) => `You got this email because ${name} pressed “Send me a test email” in the newsroom.`,

  waitingSubjectQueued: 'Waiting for review',
  /** Of comments alone, then of what has to be answered too. */
  commentsWaiting: (count: number, site: string) =>
    counted(count, {
      one: `1 comment waiting for review at ${site}`,
      other: `# comments waiting for review at ${site}`,
    }),
  waiting: (kinds: readonly string[], site: string) => `${listed(kinds)} waiting at ${site}`,
  comments: (count: number) => counted(count, { one: '1 comment', other: '# comments' }),
  notices: (count: number) => counted(count, { one: '1 legal notice', other: '# legal notices' }),
  reports: (count: number) => counted(count, { one: '1 reported comment', other: '# reported comments' }),
  appeals: (count: number) => counted(count, { one: '1 appeal', other: '# appeals' }),
  tickets: (count: number) => counted(count, { one: '1 reported error', other: '# reported errors' }),
  schedules: (count: number) =>
    counted(count, { one: '1 story not published at its time', other: '# stories not published at their time' }),
  letters: (count: number) => counted(count, { one: '1 failed email', other: '# failed emails' }),
  toAnswer: 'Waiting for an answer:',
  commentsLong: (count: number, longer: string, oldest: string) =>
    counted(count, {
      one: `1 comment has been waiting for ${oldest}:`,
      other: `# comments have been waiting for more than ${longer}, the oldest for ${oldest}:`,
    }),
  onStory: (headline: string, count: number) => `${headline} (${number(count)})`,
  otherStories: (count: number) => counted(count, { one: 'and on 1 other story', other: 'and on # other stories' }),
  notOnSite: 'A story that is not on the site',
  decide: ({ list, queue }: { list: string; queue: string }) =>
    `This page lists the oldest of them, with buttons to approve and reject. It works for 12 hours. Keep the address to yourself: anyone who has it can decide in your name:

${list}

Or sign in and open the queue: ${queue}`,
  whyWaiting: (choices: string) =>
    `You got this email because you asked to hear about what waits in the newsroom, at most once an hour.
To hear later, or not at all: ${choices}`,
  minutes: (count: number) => lengthOfTime(count, 'minute'),
  hours: (count: number) => lengthOfTime(count, 'hour'),
  days: (count: number) => lengthOfTime(count, 'day'),
}
