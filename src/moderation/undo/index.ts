export { readUndoables, type Undoable, undo, undoInside } from './undo.ts'
