/** What is wrong with a correction as it was typed, and what the log and a retracted story's headline say. */
import { number } from '../../count.ts'

export const correctionMessages = {
  noKind: 'Choose what kind of change this is.',
  needsCause: {
    correction: 'Write in a sentence what was wrong.',
    retraction: 'Write in a sentence why the story is retracted.',
  },
  causeTooLong: (longest: number, length: number) =>
    `Say what was wrong in at most ${number(longest)} characters. It has ${number(length)} now.`,
  retracted: (headline: string) => `Retracted: ${headline}`,
  logged: {
    correction: (headline: string) => `Published a correction: ${headline}`,
    retraction: (headline: string) => headline,
  },
}
