/** What readers are told of corrections: at a story, on the page of all of them, and beside its versions. */
import type { Child } from 'hono/jsx'
import { number, roughly } from '../../count.ts'

export const publicCorrectionMessages = {
  kinds: { update: 'Update', correction: 'Correction', retraction: 'Retraction' },
  /** “Correction, 30 November 2026, 11:07: The fare is £5.” */
  notice: (kind: string, at: Child, cause: Child) => (
    <>
      <strong>{kind}</strong>, {at}: {cause}
    </>
  ),
  inTheText: 'Show it in the text',
  /** At the place in the text. */
  mark: (at: Child) => <>Corrected {at}</>,
  withheld: 'The newsroom has retracted this story and no longer shows its words.',

  about: (name: string) =>
    `What ${name} has corrected or retracted, newest first. Each notice also stands at its story, under the byline.`,
  none: 'Nothing has been corrected so far.',
  newer: 'Newer',
  older: 'Older',
  pages: 'Pages',
  page: (number: number) => `Page ${number}`,

  figures: 'By year',
  year: 'Year',
  corrections: 'Corrections',
  retractions: 'Retractions',
  received: 'Errors reported',
  answered: 'Of those, answered',
  median: 'Median time to correct',
  number,
  noMedian: '–',
  /** “3 hours (n = 4)”, of milliseconds and of how many. */
  medianOf: (span: number, of: number) => `${roughly(span) ?? 'under a minute'} (n = ${number(of)})`,
  howCounted:
    'Up to the end of yesterday (UTC). The time runs from the first reader who reported an error to the correction that answered it; n is the number of such corrections. Spam is not counted.',
  asJson: 'As JSON',

  versions: 'All versions of this story',
  version: (number: number) => `Version ${number}`,
  published: 'Published',
  republished: 'Published again',
  whatChanged: 'What changed',
  versionWithheld: 'Its words are no longer shown.',
  compareTwo: 'Compare two versions',
  from: 'From',
  to: 'To',
  compare: 'Compare',
  between: (from: number, to: number) => `From version ${from} to version ${to}`,
  marked: 'Words that were put in are underlined, words that were taken out are struck.',
  places: {
    '@headline': 'Headline',
    '@standfirst': 'Standfirst',
    '@byline': 'Byline',
    '@dateline': 'Dateline',
    '@picture': 'Picture',
  } as Record<string, string>,
  noDifference: 'No words differ.',
  unchanged: 'Unchanged passages are left out.',
  house: (all: Child) => (
    <>What was wrong in a story is said under its byline, with the time. All of it stands under {all}.</>
  ),
}
