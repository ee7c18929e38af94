import { foldedWords } from '../text/index.ts'

/** Words and names as the archive compares them. */

export { foldedWords }

export const fold = (text: string): string => foldedWords(text).join(' ')

/** Longer keys are cut, since an index holds no row longer than a few kilobytes; nobody's name is. */
const LONGEST_KEY = 200

/** What a name is matched by. */
export const keyOf = (name: string): string => fold(name).slice(0, LONGEST_KEY)

/** As much of a text as is searched, and no sign that a database refuses. */
export const storable = (text: string): string => text.replaceAll('\0', '')
