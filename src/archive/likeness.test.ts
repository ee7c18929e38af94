import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { tries } from '../../test/thorough.ts'
import { foldedWords } from './fold.ts'
import { compareWords } from './likeness.ts'
import { printsOf, SHORTEST } from './prints.ts'

const compare = (here: string, there: string) => compareWords(foldedWords(here), foldedWords(there))

describe('two quotations are the same words', () => {
  test('whatever marks, capitals and accents they are printed with', () => {
    expect(compare('We’ll never close the café — ever!', '“WE’LL NEVER CLOSE THE CAFE, EVER”')).toEqual({
      likeness: 1,
      differences: [{ how: 'same', words: 'well never close the cafe ever' }],
    })
  })

  test('when a few words differ, and which do is told in order', () => {
    const result = compare(
      'We shall not sell the harbour this year or next',
      'We will not sell the harbour this year or the next',
    )
    expect(result?.likeness).toBeCloseTo(0.8)
    expect(result?.differences).toEqual([
      { how: 'same', words: 'we' },
      { how: 'only-here', words: 'shall' },
      { how: 'only-there', words: 'will' },
      { how: 'same', words: 'not sell the harbour this year or' },
      { how: 'only-there', words: 'the' },
      { how: 'same', words: 'next' },
    ])
  })

  test('when one is a part of the other; what stands around it is no difference', () => {
    const long = 'I have said it before. We shall not sell the harbour this year, and anybody who thinks so may ask me'
    expect(compare('We shall not sell the harbour', long)).toEqual({
      likeness: 1,
      differences: [{ how: 'same', words: 'we shall not sell the harbour' }],
    })
    expect(compare(long, 'We shall not sell the harbour')?.likeness).toBe(1)
  })

  test('but not when a word more than a few differs, nor when a short one differs at all', () => {
    expect(compare('We shall not sell the harbour', 'They may well sell the mill')).toBe(null)
    expect(compare('No comment', 'No comments')).toBe(null)
    expect(compare('No comment', 'No comment at all from me today')).toBe(null)
    expect(compare('No comment!', 'no comment')?.likeness).toBe(1)
    expect(compare('', '')).toBe(null)
  })

  test('in either order, with what is only here and only there changed about', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { minLength: SHORTEST, maxLength: 12 })
    fc.assert(
      fc.property(words, words, (one, two) => {
        const [here, there] = [compareWords(one, two), compareWords(two, one)]
        if (one.length !== two.length) expect(here?.likeness).toBe(there?.likeness)
        for (const result of [here, there]) {
          if (!result) continue
          const changed = result.differences.filter(({ how }) => how !== 'same').length
          expect(changed === 0).toBe(result.likeness === 1)
        }
      }),
      { numRuns: tries(500) },
    )
  })
})

describe('prints', () => {
  const anyWord = fc.integer({ min: 0, max: 9999 }).map((n) => `w${n}`)
  const shareOne = (one: readonly string[], two: readonly string[]) => {
    const prints = printsOf(one)
    return [...printsOf(two)].some((print) => prints.has(print))
  }

  test('of five words or more are shared when one word in six is changed, left out or put in', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(anyWord, { minLength: 5, maxLength: 40 }),
        fc.infiniteStream(fc.nat(9999)),
        (words, chance) => {
          const changed = [...words]
          const next = () => chance.next().value ?? 0
          for (let i = 0; i < Math.max(1, Math.floor(words.length / 6)); i++) {
            const at = next() % changed.length
            changed.splice(at, next() % 2, ...(next() % 3 === 0 ? [] : [`new${next()}`]))
          }
          if (changed.length >= SHORTEST) expect(shareOne(words, changed)).toBe(true)
        },
      ),
      { numRuns: tries(2000) },
    )
  })

  test('of fewer than five words are shared by the very same words only', () => {
    expect(shareOne(['no', 'comment'], ['no', 'comment'])).toBe(true)
    expect(shareOne(['no', 'comment'], ['no', 'comment', 'now'])).toBe(false)
    expect(shareOne(['ab', 'c'], ['a', 'bc'])).toBe(false)
    expect(printsOf([]).size).toBe(0)
  })

  test('are whole numbers that a database keeps exactly, and no more of them than words', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 60 }), (words) => {
        const prints = [...printsOf(words)]
        expect(prints.every((print) => Number.isSafeInteger(print) && print >= 0)).toBe(true)
        expect(prints.length).toBeLessThanOrEqual(words.length * 2)
      }),
    )
  })

  test('of different words are different, tens of thousands of times', () => {
    const prints = new Set<number>()
    for (let i = 0; i < 50_000; i++) for (const print of printsOf([`${i}`, 'word'])) prints.add(print)
    expect(prints.size).toBe(50_000)
  })

  test('of a quotation of a million words are as few as of one of four hundred', () => {
    const many = Array.from({ length: 1_000_000 }, (_, i) => `w${i}`)
    expect(printsOf(many)).toEqual(printsOf(many.slice(0, 400)))
  })
})
