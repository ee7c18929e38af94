/** The line that says what waits for somebody in the newsroom. */
import { counted, listed, number } from '../../count.ts'

const some = (count: number, more: boolean, forms: { one: string; other: string }): string =>
  more ? forms.other.replace('#', `${number(count)}+`) : counted(count, forms)

export const toDoMessages = {
  title: 'Waiting for you',
  nothing: 'Nothing waits.',
  /** By kind; the first letter is small, as they stand in a row. */
  kinds: {
    notices: (count: number, more: boolean) => some(count, more, { one: '# legal notice', other: '# legal notices' }),
    comments: (count: number, more: boolean) =>
      some(count, more, { one: '# comment to review', other: '# comments to review' }),
    appeals: (count: number, more: boolean) => some(count, more, { one: '# appeal', other: '# appeals' }),
    reports: (count: number, more: boolean) =>
      some(count, more, { one: '# reported comment', other: '# reported comments' }),
    tickets: (count: number, more: boolean) =>
      some(count, more, { one: '# reported error', other: '# reported errors' }),
    schedules: (count: number, more: boolean) =>
      some(count, more, { one: '# story not published at its time', other: '# stories not published at their time' }),
    letters: (count: number, more: boolean) => some(count, more, { one: '# failed email', other: '# failed emails' }),
    webhooks: (count: number, more: boolean) =>
      some(count, more, { one: '# webhook switched off', other: '# webhooks switched off' }),
    mentions: (count: number, more: boolean) =>
      some(count, more, { one: '# note that mentions you', other: '# notes that mention you' }),
  },
  /** Told to who doesn’t see it, as something new comes in: “Waiting for you: 2 appeals and 1 legal notice”. */
  news: (kinds: readonly string[]) => `Waiting for you: ${listed(kinds)}`,
  aStream: 'This address is for the newsroom’s own pages.',
  tooMany: (most: number) => `You have more than ${number(most)} tabs of the newsroom open. Close some.`,
}
