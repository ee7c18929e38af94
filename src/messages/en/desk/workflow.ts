/** How far a story has come: what is refused, and what the log says was done. */
import { listed, number } from '../../count.ts'

const COMMAND_LINE = 'the command line'
const named = (names: readonly (string | null)[]) => listed(names.map((name) => name ?? COMMAND_LINE))

export const workflowMessages = {
  noStory: 'There is no such story.',
  changedMeanwhile: 'Somebody has changed this story since you opened it. Read it again, then decide.',
  nothingNew: 'Nothing has changed since this story was published.',
  nothingToSendBack: 'Only a story that is ready or checked can be sent back.',
  sayWhy: 'Tell the writer in a sentence what is missing.',
  wordsTooLong: (longest: number, length: number) =>
    `Shorten what you tell the writer to ${number(longest)} characters; it has ${number(length)}.`,
  onlyOwnWords: 'Nobody else has written in this story, and your own words need another person to check them.',
  notByTwo: (names: readonly (string | null)[]) =>
    `Not published: nobody else has read what ${named(names)} wrote. Have a colleague mark the story as checked, then publish it.`,

  logReady: (headline: string) => `Marked as ready: ${headline}`,
  logChecked: (headline: string) => `Marked as checked: ${headline}`,
  logBack: (headline: string) => `Sent back: ${headline}`,
  logDraft: (headline: string) => `Marked as not ready: ${headline}`,
}
