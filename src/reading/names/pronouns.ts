/** "He" and "she", where it is safe to say who: one person near who can be meant, and nobody who competes. */

import { AUX, VERB } from '../tokens.ts'
import type { Marked } from './marked.ts'
import type { Person } from './people.ts'
import { LETTERS } from './words.ts'

interface Near {
  person: Person
  /** Counted by what stands outside quotation marks. */
  sentence: number
  /** Whether it stood as a subject: right before a verb. */
  subject: boolean
}

/** A mention to come in the order of the text: tokens `from` to `to`. */
export interface PersonMention {
  from: number
  to: number
  person: Person
}

/** People mentioned further back than this are no longer near; so the cost of a pronoun has a bound. */
const MOST_NEAR = 8

/** The pronouns that stand for one person. `mentions`: all mentions by name and role, in order. */
export function findPronouns(marked: Marked, mentions: readonly PersonMention[]): PersonMention[] {
  const { tokens, marks, quoted } = marked
  const found: PersonMention[] = []
  let near: Near[] = []
  let next = 0
  // Sentences are counted by what stands outside quotation marks: a long quotation takes nobody further away.
  let [told, last] = [0, -1]
  for (let i = 0; i < tokens.count; i++) {
    if (quoted[i] === 0 && (marks[i] as number) & LETTERS && tokens.sentence[i] !== last) {
      last = tokens.sentence[i] as number
      told++
    }
    const mention = mentions[next]
    if (mention && mention.from === i) {
      next++
      if (quoted[i] === 0) near = remember(near, nearOf(marked, mention, told))
      i = mention.to - 1
      continue
    }
    const lower = tokens.lower[i]
    if ((lower !== 'he' && lower !== 'she') || quoted[i] !== 0) continue
    const person = onlyCandidate(marked, near, i, told, lower === 'he' ? 'man' : 'woman')
    if (!person) continue
    const pronoun = { from: i, to: i + 1, person }
    found.push(pronoun)
    near = remember(near, nearOf(marked, pronoun, told))
  }
  return found
}

function nearOf({ tokens }: Marked, { to, from, person }: PersonMention, told: number): Near {
  const tag = tokens.tag[to]
  return {
    person,
    sentence: told,
    subject: (tag === VERB || tag === AUX) && tokens.sentence[to] === tokens.sentence[from],
  }
}

function remember(near: readonly Near[], now: Near): Near[] {
  const kept = near.filter(
    ({ person, sentence }) => person !== now.person || (sentence === now.sentence && !now.subject),
  )
  return [...kept.slice(-MOST_NEAR + 1), now]
}

function onlyCandidate(
  marked: Marked,
  near: readonly Near[],
  at: number,
  sentence: number,
  gender: 'man' | 'woman',
): Person | null {
  const { tokens } = marked
  const recent = near.filter(({ sentence: s, person }) => sentence - s <= 1 && mayBe(person, gender))
  const one = only(recent)
  if (one) return one
  if (recent.length > 0) {
    // Two who can be meant: a pronoun that begins its sentence goes on with the subject of the one before, if that had one only.
    const begins = at === tokens.starts[tokens.sentence[at] as number]
    return begins ? only(recent.filter(({ subject, sentence: s }) => subject && s === sentence - 1)) : null
  }
  return only(near.filter(({ sentence: s, person }) => sentence - s <= 3 && mayBe(person, gender)))
}

/** An unknown given name that ends as women's mostly do is not safely a man's. */
const mayBe = ({ gender, given }: Person, wanted: 'man' | 'woman') =>
  gender ? gender === wanted : wanted === 'woman' || !/(?:[^aiou]a|ette|lyn|elle)$/.test(given[0] ?? '')

function only(near: readonly Near[]): Person | null {
  const [first] = near
  return first && near.every(({ person }) => person === first.person) ? first.person : null
}
