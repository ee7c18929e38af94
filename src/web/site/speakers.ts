/** Whose words a statement is, in the form that the pages share: one speaker is one, however the story calls them. */
import type { CorrectedReading, CorrectedStatement } from '../../archive/index.ts'
import type { Name } from '../../reading/index.ts'

export interface SpokenBy {
  /** The same for all statements of one speaker in one story; empty where nobody is named. */
  key: string
  /** As a page names them: the fullest form of their name, or the words that the story has. Empty where nobody is named. */
  label: string
  name: Name | null
}

/** Who speaks, for every statement of a reading. */
export function speakersOf(reading: CorrectedReading): (statement: CorrectedStatement) => SpokenBy {
  const names = new Map(reading.names.map((name) => [name.id, name]))
  return ({ speaker }) => {
    if (!speaker) return { key: '', label: '', name: null }
    const name = speaker.name === null ? null : (names.get(speaker.name) ?? null)
    if (name) return { key: name.id, label: name.name, name }
    const label = speaker.text.trim()
    return { key: label.toLowerCase(), label: capitalized(label), name: null }
  }
}

/** With a capital at its beginning, as a line of a list has it. */
export const capitalized = (text: string): string => {
  const [first = ''] = text
  return first.toUpperCase() + text.slice(first.length)
}
