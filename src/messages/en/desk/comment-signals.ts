/** What stands beside a comment in the queue about how it came and what it says. */
import { counted, listed, number } from '../../count.ts'

const quoted = (words: readonly string[]): string => words.map((word) => `“${word}”`).join(', ')

export const commentSignalMessages = {
  notChecked: 'Could not be checked',
  notExamined: 'Could not be examined; read it with care',
  /** Several of one kind, one after another. */
  several: (found: readonly string[]) => found.join('; '),

  fromNetworkInTenMinutes: (count: number) => `${number(count)} comments from this network in ten minutes`,
  fromNetworkInAnHour: (count: number) => `${number(count)} comments from this network in an hour`,
  fromNetworkInADay: (count: number) => `${number(count)} comments from this network in a day`,
  onStoryInAnHour: (count: number) => `${number(count)} comments on the story in an hour`,
  sameText: (times: number) =>
    counted(times, {
      one: 'Same text sent once before from this network in the last hour',
      other: 'Same text sent # times before from this network in the last hour',
    }),

  previewed: (seconds: number) => `Previewed for ${number(seconds)} s`,
  sent: (seconds: number) => `Sent ${number(seconds)} s after opening the form`,
  sentFast: (seconds: number, characters: number) =>
    `Sent ${number(seconds)} s after opening the form, ${number(characters)} characters`,

  hiddenFieldFilled: 'Hidden field filled in',
  hiddenFieldByBrowser: 'Hidden field filled in with the name or email address, as some browsers do',

  /** What became of the work that the browser is asked for while somebody writes. */
  browserCheck: {
    done: 'Browser check done',
    less: 'Easier browser check, done before so many comments came',
    old: 'Browser check done too long ago',
    none: 'Sent without JavaScript',
    spent: 'Browser check already used for another comment',
    wrong: 'Browser check made up, or from another form',
  },

  links: (count: number) => counted(count, { one: '1 link', other: '# links' }),
  linkInName: 'Link in the name',

  privateDetails: (details: readonly string[]) => `May contain ${listed(details)}`,
  detail: (kind: string, text: string) => `${kind} (${text})`,
  details: {
    telephone: 'a phone number',
    mail: 'an email address',
    street: 'a street address',
    account: 'an account or card number',
  },

  threats: (words: readonly string[]) => `Possible threat: ${quoted(words)}`,
  insults: (words: readonly string[]) => `Possible insult: ${quoted(words)}`,
  hostile: (words: readonly string[]) => `Possible hostility towards people: ${quoted(words)}`,
}
