/** Notes for colleagues on the words of a story. */
import type { Child } from 'hono/jsx'
import { counted, number } from '../../count.ts'

export const notesMessages = {
  title: 'Notes',
  lead: 'For colleagues only: readers never see them.',
  none: 'No notes.',
  add: 'Add a note',
  about: 'On',
  wholeStory: 'The whole story',
  wholeBlock: 'All of it',
  paragraph: (at: number, beginning: string) => `${number(at)}. ${beginning}`,
  words: 'Words',
  wordsHint: 'Optional: as they are in the story',
  answer: 'Answer',
  send: 'Send answer',
  done: 'Done',
  openAgain: 'Open again',
  doneNotes: (count: number) => counted(count, { one: '1 done', other: '# done' }),
  doneBy: (who: Child, at: Child) => (
    <>
      Done: {who}, {at}
    </>
  ),
  gone: 'These words are gone from the story.',
  placeGone: 'This part of the story is gone.',
  changed: 'These words have been changed since. The note was on:',
  suspended: (name: string) => `${name} (suspended)`,
  someone: 'Someone',
  saved: 'The note is saved.',
  answered: 'The answer is saved.',
  change: 'Change',
  delete: 'Delete',
  saveChange: 'Save',
  changedNow: 'The change is saved.',
  deletedNow: 'It is deleted.',
  edited: 'edited',
  deleted: 'Deleted by who wrote it.',
  nowDone: 'The note is done.',
  nowOpen: 'The note is open again.',

  /** On the newsroom’s home. */
  forYou: (count: number) => counted(count, { one: '1 note for you', other: '# notes for you' }),
  mentions: (who: Child, story: Child, when: string) => (
    <>
      {who} mentions you in {story}, {when}
    </>
  ),
  noHeadline: 'a story without a headline',
  seen: 'OK',
}
