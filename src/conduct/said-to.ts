/**
 * Insults and threats that a sentence says outright to or of somebody: "you are
 * a clown", "he ought to be shot". By lists and the order of words, so that a
 * moderator sees which words are meant.
 */
import type { ReadWord } from './read.ts'
import type { WordKind } from './words.ts'

const BE = new Set('are is was were be being re youre theyre hes shes'.split(' '))
const PERSON: ReadonlySet<WordKind> = new Set(['you', 'group', 'crowd'])
const PERSONS = new Set(
  'he she him her them they those these youre theyre hes shes himself herself themselves'.split(' '),
)
/** Nouns and adjectives that make an insult of "you are …". */
const INSULT: ReadonlySet<WordKind> = new Set(['slur', 'name', 'contempt'])
const HARMLESS = new Set(
  'dog dogs sick fat awful horrible terrible ridiculous worst outrageous violent ashamed sick ugly lying insect nuts'.split(
    ' ',
  ),
)
/** What is said of things and beasts as well, and so insults only where it is told of a person. */
const ALSO_OF_THINGS = new Set(
  'rat rats pig pigs swine cockroach cockroaches insects maggot maggots monkey monkeys ape apes animal animals beast beasts snake snakes parasite parasites leech leeches vermin trash garbage filth dirt dung pest pests plague virus cancer disease infestation swarm swarms infesting hordes invaders invasion creature creatures monster monsters demon demons devil devils rubbish fraud frauds hack hacks puppet puppets nuts witch bitch bitches hoe hoes'.split(
    ' ',
  ),
)
const ALOUD = new Set('fuck fucks screw damn'.split(' '))
const GOING = new Set(
  'will ll gonna going should ought deserve deserves deserved must hope wish want let lets someone somebody'.split(' '),
)
/** Harm that needs nobody to do it, where the sentence ends with it. */
const ALONE = new Set('die suffer bleed hang burn drown choke'.split(' '))
const endsHere = (next: ReadWord | undefined): boolean =>
  next === undefined || next.word === 'for' || next.word === 'in'
/** Words to either side that are looked at. */
const NEAR = 5

const isPerson = ({ word, kinds }: ReadWord): boolean =>
  PERSONS.has(word) || (word !== 'your' && word !== 'yours' && kinds.some((kind) => PERSON.has(kind)))
const isSelf = ({ word }: ReadWord): boolean => word === 'i' || word === 'im' || word === 'me' || word === 'myself'
const isNot = ({ kinds }: ReadWord): boolean => kinds.includes('not')

/** The words that insult, as the reader meant them, each once. */
export function insultsIn(sentences: readonly (readonly ReadWord[])[]): string[] {
  const found = new Set<string>()
  for (const words of sentences) {
    for (const [i, one] of words.entries()) {
      if (ALOUD.has(one.word) && words[i + 1] && isPerson(words[i + 1] as ReadWord)) {
        found.add(`${one.word} ${words[i + 1]?.word}`)
        continue
      }
      if (HARMLESS.has(one.word) || !one.kinds.some((kind) => INSULT.has(kind))) continue
      const before = words.slice(Math.max(0, i - NEAR), i)
      if (before.some(isNot)) continue
      const be = before.findLastIndex(({ word }) => BE.has(word))
      const subject = before.slice(0, be + 1)
      const ofPeople = one.kinds.some((kind) => kind === 'name' || kind === 'slur') && !ALSO_OF_THINGS.has(one.word)
      const isTold = be >= 0 && !subject.some(isSelf) && (ofPeople || subject.some(isPerson))
      // "You clown": with nothing between but another hard word.
      const last = before.at(-1)
      const isCalled = last?.word === 'you' && one.kinds.some((kind) => kind === 'name' || kind === 'slur')
      if (isTold || isCalled) found.add(one.word)
    }
  }
  return [...found]
}

/** The words that threaten or wish harm: a word of harm that somebody shall do, or suffer. */
export function threatsIn(sentences: readonly (readonly ReadWord[])[]): string[] {
  const found = new Set<string>()
  for (const words of sentences) {
    for (const [i, one] of words.entries()) {
      if (!one.kinds.includes('harm')) continue
      const before = words.slice(Math.max(0, i - NEAR), i)
      const after = words.slice(i + 1, i + NEAR)
      if (before.some(isNot) || !before.some(({ word }) => GOING.has(word))) continue
      // "He should be shot" and "they ought to hang" are about who stands before; "they will hang the sign" is not.
      const suffers =
        before.slice(-2).some(({ word }) => word === 'be') || (ALONE.has(one.word) && endsHere(words[i + 1]))
      if (after.slice(0, 3).some(isPerson) || (suffers && before.some(isPerson))) found.add(one.word)
    }
  }
  return [...found]
}
