/** Corrections of what was read in a story, names with a page, and their lines in the log. */
import { listed } from '../../count.ts'

export const archiveMessages = {
  statementGone: 'That statement is no longer in the story. Reload the page to see the current list.',
  speakerNotInStory: 'That name is no longer in the story. Choose another, or type who it was.',
  tooLong: {
    speaker: (longest: number) => `Keep the speaker to ${longest} characters.`,
    source: (longest: number) => `Keep the source to ${longest} characters.`,
  },
  pageRemoved: 'The page of that name has been removed. Accept the name again to change it.',
  countsAs: (spelling: string, name: string) => `“${spelling}” already counts as ${name}. Separate the two first.`,
  ownName: 'That is the page’s own name. Rename the page first, or remove it.',
  noName: 'Write the name in letters.',
  nameTooLong: (longest: number) => `Keep the name to ${longest} characters.`,
  pictureGone: 'That picture is no longer in the library. Choose another.',
  wrongAfter: '“after” must come from the previous answer to the same search. Take it from there, or leave it out.',

  logCorrected: (changes: readonly string[]) => `Corrected a statement: ${listed(changes)}`,
  changes: {
    'as-read': 'correction undone',
    'not-a-statement': 'not a statement',
    speaker: 'speaker',
    source: 'source',
  },
  logNames: {
    accept: (name: string) => `Accepted the name “${name}”`,
    join: (spelling: string) => `Merged “${spelling}” with an accepted name`,
    part: (spelling: string) => `Separated “${spelling}” from an accepted name`,
    rename: (name: string) => `Renamed a name’s page to “${name}”`,
    withdraw: (name: string) => `Removed the page of “${name}”`,
    portrait: (name: string) => `Chose a portrait of “${name}”`,
    'no-portrait': (name: string) => `Removed the portrait of “${name}”`,
  },
}
