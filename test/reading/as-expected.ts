/** A reading made of an expectation: what `read` would answer if it read as a careful editor does. */
import type { Amount, Mention, Name, Place, Reading, ReadingText, Source, Statement } from '../../src/reading/index.ts'
import type { Expectation, ExpectedName, ExpectedStatement, Words } from './expectation.ts'
import { locate, overlaps, placesOf } from './locate.ts'

export function asExpected({ blocks }: ReadingText, expectation: Expectation): Reading {
  const textAt = ({ block, from, to }: Place) => blocks.find(({ id }) => id === block)?.text.slice(from, to) ?? ''
  const first = (words: Words) => [words].flat()[0] as string
  const names = expectation.names.map((expected): Name => {
    const name = first(expected.name)
    return {
      id: `${expected.kind}:${name}`,
      kind: expected.kind,
      name,
      roles: expected.roles ?? [],
      mentions: mentionsOf(expected),
    }
  })

  function mentionsOf({ forms, except = [], pronouns = [] }: ExpectedName): Mention[] {
    const excepted = except.flatMap((words) => placesOf(blocks, words))
    const mentions: Mention[] = []
    for (const form of [...forms].sort((a, b) => b.length - a.length)) {
      for (const place of placesOf(blocks, form)) {
        if (![...mentions, ...excepted].some((one) => overlaps(one, place))) mentions.push({ ...place, how: 'name' })
      }
    }
    return [...mentions, ...pronouns.map((words): Mention => ({ ...locate(blocks, words), how: 'pronoun' }))]
  }

  const statementOf = (expected: ExpectedStatement, index: number): Statement => {
    const content = expected.content.map((words) => locate(blocks, words))
    const placed = (words: Words) => {
      const place = locate(blocks, first(words), content)
      return { ...place, text: textAt(place) }
    }
    const name = names.find(({ name }) => name === expected.of)?.id ?? null
    return {
      id: String(index),
      kind: [expected.kind].flat()[0] as Statement['kind'],
      content,
      quoted: [],
      speaker:
        expected.speaker === null
          ? null
          : { ...placed(expected.speaker), name, collective: expected.collective ?? false },
      cue: expected.cue === null ? null : { ...placed(expected.cue), polarity: expected.polarity ?? 'neutral' },
      sources: (expected.sources ?? []).map(({ text, kind }): Source => ({ ...placed(text), kind })),
    }
  }

  return {
    edition: 1,
    date: { day: expectation.date, from: 'given' },
    statements: expectation.statements.map(statementOf),
    names,
    times: expectation.times.map(({ text, edtf }) => {
      const place = locate(blocks, text)
      const meaning = typeof edtf === 'function' ? '2024-05-01/2024-05-16' : edtf === null ? null : first(edtf)
      return {
        ...place,
        text: textAt(place),
        edtf: meaning,
        unresolved: meaning === null ? 'no day to count from' : null,
      }
    }),
    amounts: expectation.amounts.map(({ text, kind, value, upTo = null, unit, of = null, bound = null }): Amount => {
      const place = locate(blocks, text)
      const one = (words: Words | null) => (words === null ? null : first(words))
      return { ...place, text: textAt(place), kind, value, upTo, unit: first(unit), of: one(of), bound: one(bound) }
    }),
  }
}
