/** Writing a story, and its versions. */
import type { Child } from 'hono/jsx'
import { counted, number } from '../../count.ts'

export const storyMessages = {
  saved: (at: Child) => <>saved {at}</>,
  preview: 'Preview',
  nowPublished: (story: Child) => <>Published: {story}.</>,
  savedToPublish: 'Saved. Readers will see it once you publish.',
  savedForEditor: 'Saved. Readers will see it once an editor publishes it.',
  notYoursToPublish: 'Saved, but not published: you don’t have permission to publish. Ask a colleague who has.',
  notYoursToCheck: 'Saved. Marking a story as checked takes permission to publish.',
  save: 'Save',
  saveAndPublish: 'Save and publish',
  saveAndPublishAgain: 'Save and publish again',

  headline: 'Headline',
  standfirst: 'Standfirst',
  byline: 'Byline',
  dateline: 'Dateline',
  body: 'Body',
  bodyHint:
    'Leave a blank line between paragraphs. ## heading, > quote, - or 1. list, ! note, **strong**, *emphasis*, [link](https://…).',
  pastedOriginals: 'Pasted originals',
  pastedAt: (at: string) => `Pasted ${at}, as it was copied`,
  section: 'Section',
  noSection: 'None',
  sectionOnceOut: (name: string) => `${name} — a new section once published`,
  newSection: 'Or a new section',
  sectionTooLong: (longest: number) =>
    `Shorten the section’s name to ${number(longest)} characters, or choose another section.`,
  topics: 'Topics',
  topicsHint: 'Commas between them.',
  topicTooLong: (longest: number) => `Shorten each topic to ${number(longest)} characters.`,
  by: (name: string) => `By ${name}`,
  byBoth: (byline: string, name: string) => `${byline} and ${name}`,
  language: 'Language (if not the site’s)',
  notALanguage: (typed: string) =>
    `“${typed}” is not a language code. Write a code such as en, de or ar, or leave it empty.`,
  date: 'Publication date',
  dateHint: (timeZone: string) =>
    `Leave it empty to publish now. It becomes part of the address and can’t be changed later. Time zone: ${timeZone}.`,
  notADate: 'Write the date like this: 2024-05-16 or 2024-05-16T09:30. Or leave it empty.',

  conflict: (
    <>
      <strong>This story was saved elsewhere while you were writing</strong>, by a colleague or by you in another
      window. Your text is in the form below; nothing is lost. The other version is here: copy what you need from it,
      then save.
    </>
  ),
  theirs: 'The other version',
  theirHeadline: 'Headline of the other version',
  theirBody: 'Body of the other version',

  copyDesk: 'Copy desk',
  noProblems: 'No problems found.',
  severities: { stop: 'Before publishing', look: 'Check', style: 'Style' },
  quoted: (percent: number) => `${percent}% of the words are in quotation marks.`,

  whoSaysWhat: 'Who says what',
  noStatements: 'No statements found.',
  statements: (count: number, withoutSpeaker: number, onlySpeaker: number) =>
    `${counted(count, { one: '1 statement', other: '# statements' })}: ${number(withoutSpeaker)} without a speaker, ${number(onlySpeaker)} with only the speaker as source.`,
  openReading: 'Open next to the story',

  comments: 'Comments',
  modes: {
    open: 'Comments are open.',
    hold: 'Comments are on hold.',
    closed: 'Comments are closed.',
  },
  changeMode: 'Change',
  newestComments: 'Newest comments',
  newestOf: (shown: number, all: number) => `The newest ${number(shown)} of ${number(all)}.`,
  allComments: 'See all comments',

  unpublish: 'Unpublish',
  unpublishHint:
    'Takes the story off the site. Its versions, comments and address are kept; publish it again to bring it back.',

  versions: 'Versions',
  versionCount: (count: number) => counted(count, { one: '1 version', other: '# versions' }),
  latestVersion: (versions: Child, at: string) => (
    <>
      {versions}, the latest from {at}.
    </>
  ),
  noVersions: 'Not published yet. Each time you publish, a version is kept here for good.',
  version: (version: number) => `Version ${version}`,
  versionHeadline: (version: number, headline: string) => `Version ${version}: ${headline}`,
  publishedBy: (at: Child, name: string | null) => (
    <>
      {at}, by {name ?? 'the command line'}
    </>
  ),
  changesMarked: (version: number) => `Changes since version ${version} are marked.`,
  firstVersion: 'This is the first version.',
}
