/** Notes in the story's editor, in the browser. */
import { counted, number } from '../../count.ts'

export const writingNotesMessages = {
  tool: 'Note for colleagues',
  title: 'Note for colleagues',
  note: 'Note',
  mentionHint: 'Write @ and a name to tell a colleague.',
  save: 'Add note',
  cancel: 'Cancel',
  noWords: 'Select words in the story first, or put the cursor in a paragraph.',
  notSaved: 'This could not be saved: the site can’t be reached. Your words stay here; try again.',
  wordsNotSaved: 'The story isn’t saved yet. Try again once it says “Saved”.',
  colleagues: 'Colleagues',
  found: (count: number, first: string) =>
    counted(count, { one: `1 colleague: ${first}`, other: `# colleagues: ${first}` }),
  choice: (name: string, at: number, of: number) => `${name}, ${number(at)} of ${number(of)}`,
}
