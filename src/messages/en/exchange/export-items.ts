/** What is said of what an export holds and Courant does not take, or not as it was. */
import { listed } from '../../count.ts'

export const exportItemMessages = {
  /** Why something is left out. */
  setting: 'A setting of the old site. Courant has its own.',
  theme: 'The design of the old site. Courant has its own.',
  answerFromElsewhere: 'Another site’s notice that it linked to the story, not a comment.',
  liking: 'A like or a reaction without words.',
  otherComment: 'Not a comment for readers.',
  commentOnFile: 'A comment on a page that showed only a file, and such pages are not moved.',
  commentOnLeft: 'A comment on something that is not moved.',
  emptyComment: 'A comment without words.',
  menu: 'A line of a menu. Set up the menus under Settings.',
  partOfDesign: 'Part of the old site’s design.',
  reusable: 'Words that stories share. They stand in each story that names them.',
  formAnswers: 'A form, or what somebody sent through one.',
  shop: 'Part of a shop.',
  revision: 'An earlier version. Only the last one is in an export in full.',
  emptyType: 'Not a story: it has no words.',
  emptyDraft: 'A draft with neither headline nor words.',
  unknownEntry: 'The export does not say what it is.',
  noCategory: 'WordPress files stories here that nobody has filed.',
  otherTaxonomy: 'How the old site sorted other things than stories.',
  file: (address: string) => `Only pictures are moved. Save the file and add it to its story: ${address}`,
  noAddress: 'A picture without an address.',

  /** What of a story is not as it was. */
  behindPassword: 'It was behind a password. Nobody sees it until you publish it.',
  forMembers: 'It was for subscribers or members only. Nobody sees it until you publish it.',
  membersPart: 'A part for subscribers or members only was left out.',
  hiddenPart: 'A part that was hidden on the old site was left out.',
  ofType: (type: string) =>
    `On the old site it was not a story but a “${type}”, so it is a draft. Publish it if it is one.`,
  unknownState: (state: string) => `The old site called its state “${state}”, so it is a draft.`,
  noState: 'The export does not say whether it was published, so it is a draft.',
  markup: (kind: string) => `It was written with “${kind}”, whose signs stand among its words. Look through it.`,
  blocks: (names: readonly string[]) =>
    `These blocks of the old site show nothing of the story’s own and were left out: ${listed(names)}.`,
  shortcodes: (names: readonly string[]) => `These shortcodes of plugins were left out: ${listed(names)}.`,
  sharedMissing: 'Words that it shared with other stories were left out because they are not in the export.',
  galleryWithout: 'A gallery was left out because its pictures are not in the export.',
  videoWithout: 'A video was left out because the export does not say where it is.',
  skippedHour: 'Clocks skipped the time it gives, so it counts as an hour later.',
  doubledHour: 'Clocks showed the time it gives twice. It counts as the first.',
  dayOfExport: 'The export gives no day for it, so it has the day of the export.',
  noDay: 'The export gives no day for it, so it is a draft.',
  unreadableDay: (day: string) => `Its day “${day}” can’t be read, so it is a draft without one.`,

  /** Why nothing can be read. */
  tooManyTerms: (file: string) =>
    `“${file}” has more than 100,000 categories or tags, and no paper has. Delete those that no story is in, and export it again.`,
  notThisFormat: (file: string) => `“${file}” begins as an export but holds none of its entries. Export it again.`,
  needsZone: 'The export gives days without a time zone. Say where the old site’s clocks were.',
  noLine: (file: string, line: string) =>
    `“${file}” can’t be read from “${line}” on: a line of the form KEY: value should stand there. Export it again.`,
}
