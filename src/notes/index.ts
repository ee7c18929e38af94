export { type Line, NOTED_FIELDS, notedLines } from './lines.ts'
export { composeMention } from './mention-letters.ts'
export { mentionable, mentionPieces } from './mentions.ts'
export {
  addNote,
  answerNote,
  forgettingNotes,
  type Note,
  openMentions,
  readMentions,
  readNotes,
  seeMentions,
  setNoteDone,
} from './notes.ts'
