/** The notes of a story's page without an editor: see notes/element.ts. */
import { defineNotes } from './notes/element.ts'

defineNotes()
