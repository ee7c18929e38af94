/** A note's words are found again after every edit; a note never points at words that it was not made on. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { tries } from '../../test/thorough.ts'
import { type Block, emptyContent, type StoryContent } from '../story/index.ts'
import { type Line, notedLines } from './lines.ts'
import { findPassage, type Quote, quoteOf } from './passage.ts'

const line = (place: string, text: string): Line => ({ place, block: place, text })

/** A line of a draft whose every character is known, wherever it goes. */
interface Traced {
  id: string
  letters: { letter: string; origin: number }[]
}

const textOf = ({ letters }: Traced) => letters.map(({ letter }) => letter).join('')
const draftOf = (lines: readonly Traced[]) => lines.map((one) => line(one.id, textOf(one)))
const move = <T>(all: readonly T[], from: number, to: number): T[] => {
  const others = all.toSpliced(from, 1)
  return others.toSpliced(to % (others.length + 1), 0, all[from] as T)
}

const edit = fc.record({
  kind: fc.constantFrom('insert', 'delete', 'split', 'merge', 'move', 'drop', 'add'),
  on: fc.nat(99),
  at: fc.nat(999),
  length: fc.integer({ min: 1, max: 12 }),
  words: fc.constantFrom('a few more words ', 'x', ' and so on', 'the quay '),
})
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never

let made = 0
function play(lines: Traced[], { kind, on, at, length, words }: Edit, keep: ReadonlySet<number>): Traced[] {
  const index = on % Math.max(1, lines.length)
  const one = lines[index]
  if (!one || kind === 'add')
    return [...lines, { id: `n${made++}`, letters: [...words].map((letter) => ({ letter, origin: -1 })) }]
  const place = at % (one.letters.length + 1)
  // What is kept whole is not touched inside.
  const isWithin = keep.has(one.letters[place - 1]?.origin ?? -2) && keep.has(one.letters[place]?.origin ?? -2)
  switch (kind) {
    case 'insert': {
      if (isWithin) return lines
      const put = [...words].map((letter) => ({ letter, origin: -1 }))
      return lines.with(index, { ...one, letters: one.letters.toSpliced(place, 0, ...put) })
    }
    case 'delete': {
      const left = one.letters.filter((letter, i) => i < place || i >= place + length || keep.has(letter.origin))
      return lines.with(index, { ...one, letters: left })
    }
    case 'split': {
      if (isWithin) return lines
      const parts = [
        { ...one, letters: one.letters.slice(0, place) },
        { id: `n${made++}`, letters: one.letters.slice(place) },
      ]
      return lines.toSpliced(index, 1, ...parts)
    }
    case 'merge': {
      const next = lines[index + 1]
      return next ? lines.toSpliced(index, 2, { ...one, letters: [...one.letters, ...next.letters] }) : lines
    }
    case 'move':
      return move(lines, index, at)
    default:
      return one.letters.some(({ origin }) => keep.has(origin)) ? lines : lines.toSpliced(index, 1)
  }
}

const WORDS = 'harbour board ferry ticket weir council budget vote lock keeper sluice tide Tuesday evening'.split(' ')
/** Paragraphs in which no word stands twice, so that every word is known by itself. */
const anyDraft = fc.array(fc.integer({ min: 3, max: 9 }), { minLength: 1, maxLength: 6 }).map((lengths) => {
  let [word, origin] = [0, 0]
  return lengths.map((length, index): Traced => {
    const text = Array.from({ length }, () => `${WORDS[word % WORDS.length]}${word++}`).join(' ')
    return { id: `p${index}`, letters: [...text].map((letter) => ({ letter, origin: origin++ })) }
  })
})

const anyNote = fc.record({ on: fc.nat(99), from: fc.nat(99), words: fc.integer({ min: 2, max: 4 }) })

function noteOn(lines: readonly Traced[], { on, from, words }: { on: number; from: number; words: number }) {
  const one = lines[on % lines.length] as Traced
  const all = textOf(one).split(' ')
  const first = from % all.length
  const exact = all.slice(first, first + words).join(' ')
  const start = all.slice(0, first).join(' ').length + (first > 0 ? 1 : 0)
  const text = textOf(one)
  const quote: Quote = { place: one.id, exact, prefix: text.slice(0, start), suffix: text.slice(start + exact.length) }
  const origins = one.letters.slice(start, start + exact.length).map(({ origin }) => origin)
  return { quote, origins }
}

describe('the words of a note', () => {
  test('are found again, and no others, whatever is written, split, merged and moved around them', () => {
    fc.assert(
      fc.property(anyDraft, anyNote, fc.array(edit, { maxLength: 8 }), (lines, where, edits) => {
        const { quote, origins } = noteOn(lines, where)
        fc.pre(quote.exact.length >= 12)
        const keep = new Set(origins)
        const after = edits.reduce((now, one) => play(now, one, keep), lines)
        const found = findPassage(quote, draftOf(lines), draftOf(after))
        expect(found).not.toBeNull()
        const there = after.find(({ id }) => id === found?.place)?.letters.slice(found?.from, found?.to) ?? []
        expect(there.map(({ origin }) => origin)).toEqual(origins)
        expect(found?.isChanged).toBe(false)
      }),
      { numRuns: tries(1000) },
    )
  })

  test('are never words that stood elsewhere, also where they were edited themselves', () => {
    fc.assert(
      fc.property(anyDraft, anyNote, fc.array(edit, { maxLength: 8 }), (lines, where, edits) => {
        const { quote, origins } = noteOn(lines, where)
        const after = edits.reduce((now, one) => play(now, one, new Set()), lines)
        const found = findPassage(quote, draftOf(lines), draftOf(after))
        if (!found) return
        const line = after.find(({ id }) => id === found.place)
        const there = line?.letters.slice(found.from, found.to) ?? []
        const own = new Set(origins)
        // Where a cut went through them, some letters of a neighbour may stand with them: never the most.
        const strangers = there.filter(({ origin, letter }) => origin >= 0 && !own.has(origin) && letter !== ' ')
        expect(strangers.length).toBeLessThanOrEqual(there.filter(({ letter }) => letter !== ' ').length / 2 + 2)
        expect(there.some(({ origin }) => own.has(origin))).toBe(true)
        if (!found.isChanged) expect(textOf({ id: '', letters: there })).toBe(quote.exact)
      }),
      { numRuns: tries(1000) },
    )
  })

  test('are not their twins in another paragraph, once their own is gone', () => {
    const twins = ['a', 'b', 'c'].map((id) => line(id, 'The council meets on Tuesday evening.'))
    const quote = { place: 'b', exact: 'Tuesday evening', prefix: 'The council meets on ', suffix: '.' }
    expect(findPassage(quote, twins, twins)?.place).toBe('b')
    expect(findPassage(quote, twins, [twins[2], twins[1], twins[0]] as Line[])?.place).toBe('b')
    expect(findPassage(quote, twins, [twins[0], twins[2]] as Line[])).toBeNull()
    // A twin that is split meanwhile is new only by its place.
    const split = [line('a', 'The council meets on '), line('n', 'Tuesday evening.'), twins[2] as Line]
    expect(findPassage(quote, twins, split)).toBeNull()
  })

  test('stay marked while a word in them is mended, and are gone when others stand in their place', () => {
    const quote = { place: 'a', exact: 'Mr Jonson', prefix: 'We asked ', suffix: ' on Monday.' }
    const then = [line('a', 'We asked Mr Jonson on Monday.')]
    const now = (text: string) => findPassage(quote, then, [line('a', text)])
    expect(now('We asked Mr Johnson on Monday.')).toMatchObject({ from: 9, to: 19, isChanged: true })
    expect(now('Yesterday we asked Mr Jonson, late on Monday.')).toMatchObject({ from: 19, to: 28, isChanged: false })
    expect(now('We asked the harbour on Monday.')).toBeNull()
    expect(now('')).toBeNull()
  })

  test('follow when they are cut and put elsewhere, and not when they are typed by chance', () => {
    const then = [line('a', 'He said so. The keeper of the lock denies it.'), line('b', 'On Monday it rained.')]
    const quote = { place: 'a', exact: 'The keeper of the lock denies it.', prefix: 'He said so. ', suffix: '' }
    const cut = [line('a', 'He said so.'), line('b', 'On Monday it rained. The keeper of the lock denies it.')]
    expect(findPassage(quote, then, cut)).toMatchObject({ place: 'b', from: 21 })
    const short = { place: 'b', exact: 'Monday', prefix: 'On ', suffix: ' it rained.' }
    expect(findPassage(short, then, [line('a', 'He said so on Monday.')])).toBeNull()
  })
})

describe('a note on a whole place', () => {
  test('stays with its field or block, and is gone with it', () => {
    const quote: Block = {
      ...{ id: 'q', type: 'quote', credit: 'Ana' },
      paragraphs: [{ id: 'q1', text: 'We wait.' }],
    }
    const story = (body: Block[]): StoryContent => ({ ...emptyContent, headline: 'Ferry', body })
    const on = (place: string): Quote => ({ place, exact: '', prefix: '', suffix: '' })
    const now = notedLines(story([quote]))
    expect(findPassage(on('headline'), [], now)).toMatchObject({ from: 0, to: 5 })
    expect(findPassage(on('q'), [], now)?.place).toBe('q')
    expect(findPassage(on('q'), [], notedLines(story([])))).toBeNull()
  })
})

describe('words that somebody chose', () => {
  const lines = [line('a', 'One boat, two boats.'), line('b', 'No boat at all.')]
  const chosen = { place: '', exact: '', prefix: '', suffix: '' }

  test('are found by themselves, by their paragraph, or by what stands beside them', () => {
    expect(quoteOf({ ...chosen, exact: 'two boats' }, lines)).toMatchObject({ place: 'a', prefix: 'One boat, ' })
    expect(quoteOf({ ...chosen, exact: 'boat', place: 'b' }, lines)).toMatchObject({ place: 'b', suffix: ' at all.' })
    expect(quoteOf({ ...chosen, exact: 'boat', place: 'a', prefix: 'two ' }, lines)).toMatchObject({
      prefix: 'One boat, two ',
    })
  })

  test('are refused where they are not there, or where it can’t be told which are meant', () => {
    expect(quoteOf({ ...chosen, exact: 'boat' }, lines)).toBe('several')
    expect(quoteOf({ ...chosen, exact: 'ship' }, lines)).toBeNull()
    expect(quoteOf({ ...chosen, place: 'gone' }, lines)).toBeNull()
    expect(quoteOf(chosen, lines)).toMatchObject({ place: '', exact: '' })
  })
})
