/** Beside a story that was made from a page: what was left out of it. */
import { counted } from '../../count.ts'

export const importReportMessages = {
  title: 'Original page',
  leftOut: {
    'second-copy': (count: number) =>
      counted(count, { one: 'Left out: 1 repeated paragraph', other: 'Left out: # repeated paragraphs' }),
    'page-furniture': (count: number) =>
      counted(count, { one: 'Left out: 1 part around the story', other: 'Left out: # parts around the story' }),
    'house-rule': (count: number) =>
      counted(count, { one: 'Left out: 1 rule for comments', other: 'Left out: # rules for comments' }),
    'heading-said-twice': (count: number) =>
      counted(count, { one: 'Left out: 1 repeated headline', other: 'Left out: # repeated headlines' }),
    'date-line': (count: number) => counted(count, { one: 'Left out: 1 date line', other: 'Left out: # date lines' }),
  },
  lines: (from: number, to: number) => (to > from ? `(lines ${from} to ${to})` : `(line ${from})`),
  pageHadRules: 'The page had house rules for comments:',
  rulesTaken: 'These are now your site’s house rules.',
  takeRules: 'Use these as your house rules',
  viewOriginal: 'View the original page',
  useDate: (day: string) => `Use ${day} as the publication date`,
}
