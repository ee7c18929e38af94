import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { expectGrowth } from '../../test/growth.ts'
import { readingByHand, type Said, textByHand } from '../../test/readings.ts'
import { tries } from '../../test/thorough.ts'
import type { Reading, ReadingText } from '../reading/index.ts'
import { applyCorrections, matchCorrections, placeOfStatement } from './corrections.ts'
import type { CorrectedState, Correction } from './records.ts'

let made = 0

/** A correction of the statement with these words, as it is kept. */
function correct(
  { text, reading }: { text: ReadingText; reading: Reading },
  words: string,
  state: CorrectedState | null,
  more: Partial<Correction> = {},
): Correction {
  const statement = reading.statements.find(({ id }) => id.includes(words))
  const place = statement && placeOfStatement(reading, text, statement.id)
  if (!place) throw new Error(`no statement with "${words}"`)
  made++
  const id = `c${String(made).padStart(6, '0')}`
  return { id, storyId: 's', ...place, what: 'speaker', state, replaces: null, by: 'ada', at: made, ...more }
}

const read = (blocks: Record<string, string>, said: Said[], names: string[] = []) => {
  const text = textByHand(blocks)
  return { text, reading: readingByHand(text, said, names) }
}
const apply = (now: { text: ReadingText; reading: Reading }, ...corrections: Correction[]) =>
  applyCorrections(now.reading, now.text, corrections)

const REEVE: CorrectedState = { struck: false, speaker: { kind: null, words: 'Ann Reeve' } }
const LOAF: CorrectedState = { struck: false, speaker: { kind: null, words: 'Tom Loaf' } }
const speakers = (now: { text: ReadingText; reading: Reading }, ...corrections: Correction[]) =>
  apply(now, ...corrections).statements.map(({ speaker }) => speaker?.text ?? null)

const mill = read(
  { p1: 'The mill will close in June, the owner said. “We are sorry,” he added.' },
  [
    { block: 'p1', words: 'The mill will close in June', speaker: 'the owner', cue: 'said' },
    { block: 'p1', words: '“We are sorry,”', speaker: 'he', cue: 'added' },
  ],
  ['person: Ann Reeve, owner', 'organization: Reeve Mills'],
)

describe('what a correction says', () => {
  test('an uncorrected reading stands as read, with the places of its speakers', () => {
    const { statements, struck } = apply(mill)
    expect(struck).toEqual([])
    expect(statements.map(({ corrected }) => corrected)).toEqual([null, null])
    expect(statements[0]?.speaker).toEqual({
      text: 'the owner',
      name: null,
      kind: null,
      collective: false,
      place: { block: 'p1', from: 29, to: 38 },
    })
  })

  test('a speaker who is a name of the story is joined to it, and the correction says who made it and when', () => {
    const correction = correct(mill, 'The mill', REEVE, { at: 7 })
    const [first, second] = apply(mill, correction).statements
    expect(first).toMatchObject({
      speaker: { text: 'Ann Reeve', name: 'person:ann-reeve', kind: 'person', place: null },
      corrected: { by: 'ada', at: 7 },
    })
    expect(second?.speaker?.text).toBe('he')
  })

  test('a speaker may be taken away, a source given, and what is not corrected stays as read', () => {
    const nobody = correct(mill, 'The mill', { struck: false, speaker: null })
    expect(apply(mill, nobody).statements[0]).toMatchObject({ speaker: null, sources: [], cue: { text: 'said' } })
    const source = correct(mill, 'The mill', { struck: false, sources: [{ text: 'a letter', kind: 'document' }] })
    expect(apply(mill, source).statements[0]).toMatchObject({
      speaker: { text: 'the owner' },
      sources: [{ text: 'a letter', kind: 'document', place: null }],
    })
  })

  test('what is no statement is struck, and kept where the newsroom can bring it back', () => {
    const result = apply(mill, correct(mill, 'The mill', { struck: true }))
    expect(result.statements.map(({ id }) => id)).toEqual([mill.reading.statements[1]?.id])
    expect(result.struck.map(({ id }) => id)).toEqual([mill.reading.statements[0]?.id])
  })

  test('the newest wins, and one that restores what was read leaves nothing corrected', () => {
    const first = correct(mill, 'The mill', REEVE)
    const second = correct(mill, 'The mill', LOAF, { replaces: first.id })
    const third = correct(mill, 'The mill', null, { replaces: second.id })
    expect(speakers(mill, first, second)[0]).toBe('Tom Loaf')
    expect(speakers(mill, second, first)[0]).toBe('Tom Loaf')
    expect(apply(mill, first, second, third).statements[0]).toMatchObject({
      speaker: { text: 'the owner' },
      corrected: null,
    })
  })

  test('of two that were made at once, neither after the other, the newest wins', () => {
    expect(
      speakers(mill, correct(mill, 'The mill', LOAF, { at: 9 }), correct(mill, 'The mill', REEVE, { at: 8 }))[0],
    ).toBe('Tom Loaf')
  })
})

describe('where a correction goes when the story is edited', () => {
  const correction = correct(mill, 'The mill', REEVE)

  test('it stays when the words around it change', () => {
    const edited = read({ p1: 'It was on Monday that she said it: The mill will close in June. Nobody was sorry.' }, [
      { block: 'p1', words: 'The mill will close in June', speaker: 'she' },
    ])
    expect(speakers(edited, correction)).toEqual(['Ann Reeve'])
  })

  test('it stays when quotation marks are set anew, a comma goes, or capitals change', () => {
    const edited = read({ p1: '“the mill will close – in June,” the owner said.' }, [
      { block: 'p1', words: '“the mill will close – in June,”', speaker: 'the owner' },
    ])
    expect(speakers(edited, correction)).toEqual(['Ann Reeve'])
  })

  test('it stays when a word of the statement changes, and goes when most of them do', () => {
    const small = read({ p1: 'The old mill will close in June, the owner said.' }, [
      { block: 'p1', words: 'The old mill will close in June', speaker: 'the owner' },
    ])
    expect(speakers(small, correction)).toEqual(['Ann Reeve'])
    const large = read({ p1: 'The bakery will move in July, the owner said.' }, [
      { block: 'p1', words: 'The bakery will move in July', speaker: 'the owner' },
    ])
    expect(speakers(large, correction)).toEqual(['the owner'])
  })

  test('three word pairs of five in common are enough, two are not', () => {
    for (const [words, speaker] of [
      ['The mill will close this year', 'Ann Reeve'],
      ['The mill will open this year', 'the owner'],
    ] as const) {
      const edited = read({ p1: `${words}, the owner said.` }, [{ block: 'p1', words, speaker: 'the owner' }])
      expect(speakers(edited, correction), words).toEqual([speaker])
    }
  })

  test('it follows its words to another block, as when the block was split', () => {
    const split = read({ p1: '“We are sorry,” he added.', p9: 'The mill will close in June, the owner said.' }, [
      { block: 'p1', words: '“We are sorry,”', speaker: 'he' },
      { block: 'p9', words: 'The mill will close in June', speaker: 'the owner' },
    ])
    expect(speakers(split, correction)).toEqual(['he', 'Ann Reeve'])
  })

  test('a likeness in another block is not enough', () => {
    const moved = read({ p9: 'The old mill will close in June, the owner said.' }, [
      { block: 'p9', words: 'The old mill will close in June', speaker: 'the owner' },
    ])
    expect(speakers(moved, correction)).toEqual(['the owner'])
  })

  test('of two alike it goes to the one it was made on, and comes back when the words do', () => {
    const twin = read({ p1: 'The old mill will close in June. The mill will close in June, the owner said.' }, [
      { block: 'p1', words: 'The old mill will close in June', speaker: 'the owner' },
      { block: 'p1', words: '. The mill will close in June', speaker: 'the owner' },
    ])
    expect(speakers(twin, correction)).toEqual(['the owner', 'Ann Reeve'])
    const gone = read({ p1: 'Nothing.' }, [])
    expect(speakers(gone, correction)).toEqual([])
    expect(speakers(mill, correction)[0]).toBe('Ann Reeve')
  })

  test('of the same words twice in a block it stays with the second', () => {
    const said = (times: number) =>
      read(
        { p1: '“No.” '.repeat(times).trim() },
        Array.from({ length: times }, () => ({ block: 'p1', words: '“No.”', speaker: null })),
      )
    const twice = said(2)
    const second = twice.reading.statements[1]?.id as string
    const place = placeOfStatement(twice.reading, twice.text, second)
    expect(place?.nth).toBe(1)
    const onSecond = correct(twice, '“No.”', REEVE, { nth: 1 })
    expect(speakers(twice, onSecond)).toEqual([null, 'Ann Reeve'])
    expect(speakers(said(1), onSecond)).toEqual(['Ann Reeve'])
  })

  test('a correction that another came after never speaks again, however near its words are', () => {
    const first = correct(mill, 'The mill', LOAF)
    const edited = read({ p1: 'The old mill will close in June, the owner said.' }, [
      { block: 'p1', words: 'The old mill will close in June', speaker: 'the owner' },
    ])
    const second = correct(edited, 'The old mill', REEVE, { replaces: first.id })
    expect(speakers(mill, first, second)[0]).toBe('Ann Reeve')
  })
})

describe('whatever is edited', () => {
  const word = fc.constantFrom('river', 'bread', 'seven', 'closed', 'under', 'ferry', 'new', 'mayor', 'wind', 'old')
  /** Words of its own for each statement, so that no edit makes one of another. */
  const statement = (of: string) =>
    fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.map((one) => `${of}${one}`).join(' '))
  const around = fc.array(word, { maxLength: 6 }).map((words) => words.join(' '))
  const story = fc
    .integer({ min: 1, max: 5 })
    .chain((count) =>
      fc.tuple(...Array.from({ length: count }, (_, i) => fc.record({ own: statement(`w${i}`), block: fc.nat(2) }))),
    )

  test('outside a statement’s words, blocks split and joined included, its correction stays on it and on no other', () => {
    fc.assert(
      fc.property(
        story,
        fc.infiniteStream(around),
        fc.nat(),
        fc.infiniteStream(fc.nat(3)),
        fc.infiniteStream(fc.boolean()),
        (parts, words, which, moves, stays) => {
          const lay = (pieces: readonly { own: string; block: string }[]) => {
            const blocks: Record<string, string> = {}
            for (const { own, block } of pieces)
              blocks[block] =
                `${blocks[block] ?? ''} ${words.next().value ?? ''} | ${own} | ${words.next().value ?? ''}`
            return read(
              blocks,
              pieces.map(({ own, block }) => ({ block, words: own, speaker: null })),
            )
          }
          const before = parts.map(({ own, block }) => ({ own, block: `p${block}` }))
          const target = before[which % before.length] as { own: string; block: string }
          const correction = correct(lay(before), target.own, REEVE)
          const after = before
            .filter((piece) => piece === target || stays.next().value)
            .map(({ own, block }) => ({ own, block: moves.next().value === 0 ? `new${moves.next().value}` : block }))
          const now = lay(after)
          expect(speakers(now, correction)).toEqual(after.map(({ own }) => (own === target.own ? 'Ann Reeve' : null)))
        },
      ),
      { numRuns: tries(500) },
    )
  })

  test('each correction goes to one statement at most, and each statement has one at most', () => {
    const anyStory = fc.array(fc.record({ own: fc.array(word, { minLength: 1, maxLength: 5 }), block: fc.nat(2) }), {
      minLength: 1,
      maxLength: 6,
    })
    const laid = (parts: readonly { own: string[]; block: number }[]) =>
      read(
        Object.fromEntries(parts.map(({ own }, i) => [`q${i}`, own.join(' ')])),
        parts.map(({ own }, i) => ({ block: `q${i}`, words: own.join(' '), speaker: null })),
      )
    fc.assert(
      fc.property(anyStory, anyStory, (one, two) => {
        const before = laid(one)
        const corrections = before.reading.statements.map(({ id }) => {
          const place = placeOfStatement(before.reading, before.text, id) as {
            block: string
            words: string
            nth: number
          }
          return { ...correct(before, '', REEVE), ...place }
        })
        const now = laid(two)
        const found = matchCorrections(now.reading.statements, now.text, corrections)
        expect(new Set([...found.values()].map(({ id }) => id)).size).toBe(found.size)
      }),
      { numRuns: tries(300) },
    )
  })

  test('ten times the statements and corrections cost about ten times, not a hundred', () => {
    const laidOut = (count: number) => {
      const blocks = Object.fromEntries(
        Array.from({ length: count }, (_, i) => [`p${i}`, `Words number ${i} were said.`]),
      )
      const said = Object.entries(blocks).map(([block, words]) => ({ block, words, speaker: null }))
      const now = read(blocks, said)
      const one = correct(now, 'number 0 ', REEVE)
      return { now, corrections: said.map(({ block, words }, i) => ({ ...one, id: `${one.id}.${i}`, block, words })) }
    }
    const made = new Map([500, 5000].map((count) => [count, laidOut(count)]))
    expectGrowth((count) => {
      const { now, corrections } = made.get(count) ?? laidOut(count)
      expect(apply(now, ...corrections).statements.every(({ corrected }) => corrected !== null)).toBe(true)
    }, 500)
  })
})
