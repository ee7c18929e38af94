/** Compares the names of a reading, and the mentions joined in each, with those that a careful editor lists. */
import type { Name, Place, Reading, ReadingBlock } from '../../src/reading/index.ts'
import type { Expectation, ExpectedName } from './expectation.ts'
import { overlaps, placesOf, quote } from './locate.ts'

/** `nameIds`: the first form of each expected name → the id of the name found for it, null where none was. */
export function compareNames(
  blocks: readonly ReadingBlock[],
  reading: Reading,
  expectation: Expectation,
): { wrong: string[]; nameIds: Map<string, string | null> } {
  const wrong: string[] = []
  const nameIds = new Map<string, string | null>()
  const known = new Set<Name>()
  for (const expected of expectation.names) {
    const names = [expected.name].flat()
    const found = reading.names.find(({ kind, name }) => kind === expected.kind && names.some((one) => same(one, name)))
    nameIds.set(names[0] as string, found?.id ?? null)
    if (!found) {
      const nearest = reading.names
        .filter(({ mentions }) =>
          mentions.some((one) => formsOf(blocks, expected).some((place) => overlaps(one, place))),
        )
        .map(({ id, name }) => `${name} (${id})`)
      wrong.push(
        `missing: the ${expected.kind} ${names.join(' or ')}${nearest.length > 0 ? `; there stand ${nearest.join(', ')}` : ''}`,
      )
      continue
    }
    known.add(found)
    wrong.push(...roleDifferences(expected, found), ...mentionDifferences(blocks, expected, found))
  }
  const fair = (expectation.fairNames ?? []).map((one) => one.split(':') as [string, string])
  for (const name of reading.names) {
    if (known.has(name) || fair.some(([kind, words]) => kind === name.kind && same(words, name.name))) continue
    wrong.push(`invented: the ${name.kind} ${name.name}, at “${quote(blocks, name.mentions.slice(0, 3))}”`)
  }
  return { wrong, nameIds }
}

const plain = (words: string): string =>
  words
    .toLowerCase()
    .replace(/’/g, "'")
    .replace(/^(the|a|an|its|his|her|their) /, '')
    .trim()
const same = (one: string, other: string): boolean => plain(one) === plain(other)

function roleDifferences(expected: ExpectedName, found: Name): string[] {
  const roles = expected.roles ?? []
  const all = [...roles, ...(expected.fairRoles ?? [])]
  return [
    ...roles
      .filter((role) => !found.roles.some((one) => same(one, role)))
      .map((role) => `${found.name}: the role “${role}” is missing; found: ${found.roles.join(', ') || 'none'}`),
    ...found.roles
      .filter((role) => !all.some((one) => same(one, role)))
      .map((role) => `${found.name}: “${role}” is no role of this name`),
  ]
}

/** The places where its forms stand; of forms that lie within one another, the longest. */
function formsOf(blocks: readonly ReadingBlock[], { forms, except = [] }: ExpectedName): Place[] {
  const excepted = except.flatMap((words) => allOf(blocks, words))
  const places: Place[] = []
  for (const form of [...forms].sort((a, b) => b.length - a.length)) {
    for (const place of allOf(blocks, form)) {
      if (![...places, ...excepted].some((one) => overlaps(one, place))) places.push(place)
    }
  }
  return places
}

function allOf(blocks: readonly ReadingBlock[], words: string): Place[] {
  const places = placesOf(blocks, words)
  if (places.length === 0) throw new Error(`The story has no “${words}”: mend the expectation.`)
  return places
}

function mentionDifferences(blocks: readonly ReadingBlock[], expected: ExpectedName, found: Name): string[] {
  const places = formsOf(blocks, expected)
  const fair = (expected.fairForms ?? []).flatMap((words) => allOf(blocks, words))
  const pronouns = (expected.pronouns ?? []).flatMap((words) => allOf(blocks, words))
  const wrong: string[] = []
  for (const place of places) {
    if (!found.mentions.some((mention) => mention.how !== 'pronoun' && overlaps(mention, place)))
      wrong.push(`${found.name}: “${around(blocks, place)}” is not joined to it`)
  }
  for (const mention of found.mentions) {
    const right = mention.how === 'pronoun' ? pronouns : [...places, ...fair]
    if (!right.some((place) => overlaps(place, mention)))
      wrong.push(`${found.name}: “${around(blocks, mention)}” is somebody or something else`)
  }
  return wrong
}

/** A place with a few words of what stands beside it. */
function around(blocks: readonly ReadingBlock[], { block, from, to }: Place): string {
  const text = blocks.find(({ id }) => id === block)?.text ?? ''
  return `${text.slice(Math.max(0, from - 20), from)}[${text.slice(from, to)}]${text.slice(to, to + 20)}`
}
