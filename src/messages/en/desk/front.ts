/** What an editor keeps on top of the front page, and the breaking line: what is refused, and the log. */
import { number } from '../../count.ts'

export const frontDeskMessages = {
  full: (most: number) =>
    `The top of the front page holds ${number(most)} stories, and an editor has filled it. Let one of them go first.`,
  logPinned: (headline: string) => `Put on top of the front page: “${headline}”`,
  logUntil: (headline: string) => `Changed how long a story stays on top: “${headline}”`,
  logUnpinned: (headline: string) => `Let go from the top of the front page: “${headline}”`,
  logOrdered: 'Changed the order on top of the front page',
  logBreaking: (words: string) => `Set the breaking line: “${words}”`,
  logBreakingEnded: 'Took down the breaking line',
}
