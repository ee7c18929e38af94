/** Compares the times and amounts of a reading with those that a careful editor lists. */
import type { Amount, Place, Reading, ReadingBlock } from '../../src/reading/index.ts'
import type { Expectation, ExpectedAmount, ExpectedTime } from './expectation.ts'
import { locate, overlaps, placesOf, quote } from './locate.ts'

export function compareTimes(blocks: readonly ReadingBlock[], { times }: Reading, expectation: Expectation): string[] {
  const places = expectation.times.map(({ text }) => locate(blocks, text))
  const wrong = expectation.times.flatMap((expected, index) => {
    const place = places[index] as Place
    const found = times.find((time) => overlaps(time, place))
    if (!found) return [`missing: “${quote(blocks, [place])}”, which is ${meaningOf(expected)}`]
    return isMeant(expected, found.edtf)
      ? []
      : [`“${found.text}” is ${meaningOf(expected)}, not ${found.edtf ?? `untold (${found.unresolved})`}`]
  })
  return [...wrong, ...invented(blocks, times, [...places, ...fairPlaces(blocks, expectation.fairTimes)], 'time')]
}

function isMeant({ edtf }: ExpectedTime, found: string | null): boolean {
  if (edtf === null || found === null) return edtf === found
  return typeof edtf === 'function' ? edtf(found) : [edtf].flat().includes(found)
}

const meaningOf = ({ edtf, means }: ExpectedTime): string =>
  means ?? (edtf === null ? 'not to be told' : [edtf].flat().join(' or '))

export function compareAmounts(
  blocks: readonly ReadingBlock[],
  { amounts }: Reading,
  expectation: Expectation,
): string[] {
  const places = expectation.amounts.map(({ text }) => locate(blocks, text))
  const wrong = expectation.amounts.flatMap((expected, index) => {
    const place = places[index] as Place
    const found = amounts.find((amount) => overlaps(amount, place))
    if (!found) return [`missing: “${quote(blocks, [place])}”, a ${expected.kind}`]
    return amountDifferences(expected, found).map((one) => `“${found.text}” ${one}`)
  })
  // "four years" is a length of time: to list it or not is a matter of taste.
  const listed = amounts.filter(({ unit }) => !/^(second|minute|hour|day|week|month|year)s?$/.test(unit))
  return [...wrong, ...invented(blocks, listed, [...places, ...fairPlaces(blocks, expectation.fairAmounts)], 'amount')]
}

function amountDifferences(expected: ExpectedAmount, found: Amount): string[] {
  const wrong: string[] = []
  const check = (what: string, wanted: (string | number | null)[], got: string | number | null) => {
    const plain = (value: string | number | null) =>
      typeof value === 'string' ? value.toLowerCase().replace(/^(the|a|an) /, '') : value
    if (!wanted.map(plain).includes(plain(got))) wrong.push(`${what} ${wanted.join(' or ') || 'none'}, not ${got}`)
  }
  check('is of the kind', [expected.kind], found.kind)
  check('has the value', [expected.value], found.value)
  check('goes up to', [expected.upTo ?? null], found.upTo)
  check('counts in', [expected.unit].flat(), found.unit)
  if (expected.of !== undefined) check('is of', [expected.of].flat(), found.of)
  if (expected.bound !== undefined) check('is bounded by', [expected.bound].flat(), found.bound)
  return wrong
}

const fairPlaces = (blocks: readonly ReadingBlock[], words: string[] = []): Place[] =>
  words.flatMap((one) => {
    const places = placesOf(blocks, one)
    if (places.length === 0) throw new Error(`The story has no “${one}”: mend the expectation.`)
    return places
  })

const invented = (
  blocks: readonly ReadingBlock[],
  found: readonly Place[],
  known: readonly Place[],
  what: string,
): string[] =>
  found
    .filter((one) => !known.some((place) => overlaps(place, one)))
    .map((one) => `invented: “${quote(blocks, [one])}” is no ${what}`)
