export { bringInNote } from './bring-in.ts'
export { type Line, NOTED_FIELDS, notedLines } from './lines.ts'
export { composeMention } from './mention-letters.ts'
export { mentionable, mentionPieces } from './mentions.ts'
export {
  addNote,
  answerNote,
  changeNoteLine,
  deleteNoteLine,
  forgettingNotes,
  seeMentions,
  setNoteDone,
} from './notes.ts'
export { type Note, openMentions, readMentions, readNotes } from './read-notes.ts'
