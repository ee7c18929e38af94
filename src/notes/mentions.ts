/** Colleagues in the words of a note: typed as @ and a name, kept as @ and an id, shown by the name of today. */
import type { Person } from '../people/index.ts'
import { normalForm } from '../text/index.ts'

/** Whom a note can mention: whoever is not suspended, since all of the staff may see every story; not oneself. */
export const mentionable = (people: readonly Person[], me: string): Person[] =>
  people.filter(({ id, disabled }) => !disabled && id !== me)

/** A name as it may be typed, and whose it is; null where several go by it. */
interface Name {
  name: string
  id: string | null
}

/**
 * The words with ids for names, and whose they are, each once. A whole name goes
 * before a first name, which counts where one colleague alone has it. In time
 * linear in the words.
 */
export function withIds(
  words: string,
  people: readonly Pick<Person, 'id' | 'name'>[],
): { words: string; mentioned: string[] } {
  const names = namesOf(people)
  const mentioned = new Set<string>()
  const [head = '', ...parts] = normalForm(words, 'NFC').split('@')
  let [text, before] = [head, head]
  for (const part of parts) {
    // A sign within a word is one of an address.
    const found = /[\p{L}\p{N}]$/u.test(before) ? null : nameAt(part, names)
    if (found?.id) mentioned.add(found.id)
    text += found?.id ? `@${found.id}${part.slice(found.name.length)}` : `@${part}`
    before = part
  }
  return { words: text, mentioned: [...mentioned] }
}

/** Longest first. */
function namesOf(people: readonly Pick<Person, 'id' | 'name'>[]): Name[] {
  const byName = new Map<string, Name>()
  const add = (name: string, id: string) => {
    const key = name.toLowerCase()
    byName.set(key, { name, id: byName.has(key) ? null : id })
  }
  const normal = people.map(({ id, name }) => ({ id, name: normalForm(name, 'NFC') }))
  for (const { id, name } of normal) add(name.split(/\s/, 1)[0] ?? '', id)
  for (const { id, name } of normal) if (/\s/.test(name)) add(name, id)
  return [...byName.values()].sort((a, b) => b.name.length - a.name.length)
}

const nameAt = (text: string, names: readonly Name[]): Name | null =>
  names.find(
    ({ name }) =>
      text.slice(0, name.length).toLowerCase() === name.toLowerCase() &&
      !/^[\p{L}\p{N}]/u.test(text.slice(name.length, name.length + 2)),
  ) ?? null

/** A text of a note in pieces: words, and colleagues by their ids. */
export type Piece = { words: string } | { person: string }

export function mentionPieces(words: string): Piece[] {
  return words
    .split(/@([0-9a-hjkmnp-tv-z]{26})(?![0-9a-z])/)
    .flatMap((part, index): Piece[] => (index % 2 === 1 ? [{ person: part }] : part === '' ? [] : [{ words: part }]))
}
