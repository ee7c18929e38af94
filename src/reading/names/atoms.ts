/** The words of a run, each with the one thing it is there: a title, a given name, a place. */
import { isHyphen, type Marked, nicknameEnd } from './marked.ts'
import type { Gender } from './span.ts'
import {
  CAPITAL,
  GENERATION,
  GIVEN,
  HONORIFIC,
  INITIAL,
  OF_MAN,
  OF_WOMAN,
  ORGANIZATION,
  PEOPLE,
  PLACE,
  phraseAt,
  ROLE,
  SHORT_TITLE,
  SURNAME,
} from './words.ts'

type Class = 'role' | 'honorific' | 'place' | 'organization' | 'people' | 'given' | 'generation' | 'word'

/** Tokens `from` to `to`: a word, several that hyphens join, or a known phrase. */
export interface Atom {
  from: number
  to: number
  class: Class
  bits: number
}

export function atomsOf(marked: Marked, from: number, to: number): Atom[] {
  const { marks, tokens } = marked
  const atoms: Atom[] = []
  for (let i = from; i < to; ) {
    const phrase = phraseAt(tokens.lower, i, to)
    if (phrase) {
      atoms.push({ from: i, to: phrase.to, class: phrase.kind, bits: 0 })
      i = phrase.to
      continue
    }
    const nickname = atoms.length > 0 ? nicknameEnd(tokens, i, to) : 0
    if (nickname > 0) {
      atoms.push({ from: i, to: nickname, class: 'word', bits: CAPITAL })
      i = nickname
      continue
    }
    let end = i + 1
    while (end + 1 < to && isHyphen(tokens, end)) end += 2
    // What a hyphen joins is one word, and of the lists only those of given names and titles know its beginning.
    const bits = end === i + 1 ? (marks[i] as number) : ((marks[i] as number) & (GIVEN | ROLE)) | CAPITAL
    atoms.push({ from: i, to: end, class: classOf(bits, atoms.at(-1), end === to), bits })
    i = end
  }
  return atoms
}

function classOf(bits: number, before: Atom | undefined, last: boolean): Class {
  const afterGiven = before !== undefined && (before.class === 'given' || (before.bits & (GIVEN | INITIAL)) > 0)
  if (bits & GENERATION && before) return 'generation'
  // "Ms. Boxer", who is no boxer; "Stephen King", who is no king.
  if (before?.class === 'honorific' && last && bits & SURNAME) return 'word'
  if (afterGiven && (bits & SURNAME || last) && !(bits & SHORT_TITLE)) return 'word'
  if (bits & HONORIFIC) return 'honorific'
  if (bits & ROLE && (bits & SHORT_TITLE || !(bits & GIVEN))) return 'role'
  if (bits & PEOPLE) return 'people'
  if (bits & PLACE) return 'place'
  if (bits & ORGANIZATION) return 'organization'
  if (bits & GIVEN) return 'given'
  return 'word'
}

/** The last title with a name after it, or -1. */
export function lastTitle(atoms: readonly Atom[]): number {
  for (let k = atoms.length - 2; k >= 0; k--) {
    if (isTitle(atoms[k] as Atom)) return isTitle(atoms[k + 1] as Atom) ? -1 : k
  }
  return -1
}

const isTitle = ({ class: kind }: Atom) => kind === 'role' || kind === 'honorific'

/** What titles say of gender: "Mr", "Congresswoman". */
export function genderOf(atoms: readonly Atom[]): Gender {
  for (const { bits } of atoms) {
    if (bits & OF_MAN) return 'man'
    if (bits & OF_WOMAN) return 'woman'
  }
  return null
}
