/** Whose words a statement is, in the form that the pages share: one speaker is one, however the story calls them. */
import type { CorrectedReading, CorrectedStatement } from '../../../archive/index.ts'
import type { Name, NameKind } from '../../../reading/index.ts'

export interface SpokenBy {
  /** The same for all statements of one speaker in one story; empty where nobody is named. */
  key: string
  /** As a page names them: the fullest form of their name, or the words that the story has. Empty where nobody is named. */
  label: string
  /** What speaks; null where it is no name: "officials". */
  kind: NameKind | null
  /** The name of the reading that speaks; null where it is none. */
  name: Name | null
}

/** Who speaks, for every statement of a reading. */
export function speakersOf(reading: CorrectedReading): (statement: CorrectedStatement) => SpokenBy {
  const names = new Map(reading.names.map((name) => [name.id, name]))
  return ({ speaker }) => {
    if (!speaker) return { key: '', label: '', kind: null, name: null }
    const name = speaker.name === null ? null : (names.get(speaker.name) ?? null)
    if (name) return { key: name.id, label: name.name, kind: name.kind, name }
    const label = speaker.text.trim()
    return { key: label.toLowerCase(), label: capitalized(label), kind: speaker.kind, name: null }
  }
}

/** With a capital at its beginning, as a line of a list has it. */
export const capitalized = (text: string): string => {
  const [first = ''] = text
  return first.toUpperCase() + text.slice(first.length)
}
