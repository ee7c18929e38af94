import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tries } from '../../../test/thorough.ts'
import type { ReadingBlock } from '../reading.ts'
import { tokenize } from '../tokens.ts'
import { findNames } from './names.ts'
import { readNames } from './read-names.ts'

test('a court report’s people come out with what they are', () => {
  const read = readNames(
    'Teacher jailed for stealing £40,000 from school trip fund',
    'Helen Ashcombe, 47, of Mill Lane, Thornbury, admitted fraud when she appeared before Bristol Crown Court on Tuesday.',
    'Judge Miriam Okafor told her: “You were trusted.” The judge said only custody could be justified.',
    'Her barrister, Sophie Lindqvist, said Ashcombe was “deeply ashamed”. Ms Lindqvist asked for mercy.',
    'The Crown Prosecution Service (CPS) said it would seek the money. The CPS goes back to court in May.',
  )
  expect(read.names.map(({ id, roles }) => [id, ...roles])).toEqual([
    ['person:helen-ashcombe'],
    ['place:mill-lane'],
    ['place:thornbury'],
    ['organization:bristol-crown-court'],
    ['person:miriam-okafor', 'Judge'],
    ['person:sophie-lindqvist', 'barrister'],
    ['organization:crown-prosecution-service'],
  ])
  expect(read.words('Miriam Okafor')).toEqual(['Miriam Okafor', 'The judge'])
})

test('a football report’s clubs, players and referee', () => {
  const read = readNames(
    'Late Onwuka header sinks Rovers',
    'Chidi Onwuka headed home as Thornbury United beat Severn Rovers at Mill Park on Saturday.',
    'Manager Gareth Pugh praised the striker, who came from Leeds United. “He never gives up,” Pugh said.',
    'Rovers had led before goalkeeper Luca Ferri fumbled a cross by Ben Hartley. The goalkeeper said sorry.',
  )
  expect(read.all('person')).toEqual(['Chidi Onwuka', 'Gareth Pugh', 'Luca Ferri', 'Ben Hartley'])
  expect(read.all('organization')).toEqual(['Severn Rovers', 'Thornbury United', 'Leeds United'])
  expect(read.words('Severn Rovers')).toEqual(['Rovers', 'Severn Rovers', 'Rovers'])
  expect(read.words('Luca Ferri', 'role')).toEqual(['The goalkeeper'])
})

test('ids are unique, also where two people are called the same', () => {
  const read = readNames(
    'John Abel Tarn and John Cain Tarn met. Tarn Council watched, as did the Tarn Council of Oslo.',
  )
  const ids = read.names.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.length).toBeGreaterThan(2)
})

test('letters with marks give a plain id', () => {
  expect(readNames('Mr. José Muñoz-Łoś spoke.').names[0]?.id).toBe('person:jose-munoz-łos')
})

test('a text without names has none, and neither has an empty one', () => {
  expect(readNames('it rained all day and nobody came.').names).toEqual([])
  expect(readNames().names).toEqual([])
  expect(readNames('', ' ').names).toEqual([])
})

const PIECES = [
  'Mr. ',
  'Mrs ',
  'the ',
  'The ',
  'mayor ',
  'President ',
  'Secretary of State ',
  'John ',
  'Anna ',
  'Smith',
  'Smith’s ',
  'van ',
  'der ',
  '-',
  '’',
  '“',
  '”',
  ', ',
  '. ',
  'of ',
  'for ',
  'and ',
  '& ',
  'US ',
  'London ',
  'Council ',
  'said ',
  'he ',
  'She ',
  'BBC ',
  '(BBC) ',
  'Jr. ',
  'Russian ',
  'New York ',
  '\n',
  '🙂',
  'ß',
  ' ',
  '’s ',
  'is ',
  'who ',
]

test('whatever the text, mentions are in order, inside it, of whole letters, and only one name has each word', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }), { maxLength: 4 }), (paragraphs) => {
      const texts = paragraphs.map((pieces) => pieces.join(''))
      const blocks: ReadingBlock[] = texts.map((text, k) => ({ id: `b${k}`, kind: 'paragraph', text }))
      const names = findNames(blocks, tokenize(texts))
      const words = new Set<string>()
      for (const { mentions, name, id } of names) {
        expect(name.trim()).not.toBe('')
        expect(id).toMatch(/^(?:person|organization|place):./)
        let last = -1
        for (const { block, from, to, how } of mentions) {
          const at = Number(block.slice(1)) * 1e6 + from
          expect(at).toBeGreaterThanOrEqual(last)
          last = at
          expect(to).toBeGreaterThan(from)
          expect(to).toBeLessThanOrEqual((texts[Number(block.slice(1))] as string).length)
          if (how === 'role') continue
          for (let i = from; i < to; i++) {
            expect(words.has(`${block} ${i}`)).toBe(false)
            words.add(`${block} ${i}`)
          }
        }
      }
    }),
    { numRuns: tries(300) },
  )
})

/** How often words are looked at while names are found, counted by a column that counts. */
function looks(text: string): number {
  const tokens = tokenize([text])
  let count = 0
  const lower = new Proxy(tokens.lower, {
    get(target, key) {
      count++
      return Reflect.get(target, key)
    },
  })
  findNames([{ id: 'b', kind: 'paragraph', text }], { ...tokens, lower })
  return count
}

test('twice the text costs twice the looks at its words, whatever stands in it', () => {
  const hostile = {
    capitals: 'Aa ',
    'Mr.': 'Mr. ',
    given: 'John ',
    people: 'John Smith said he saw the mayor. ',
    'people of one family': 'Ann Smith, Smith, ',
    roles: 'the mayor of ',
    bodies: 'Council of ',
    hyphens: 'Aa-',
    'roles beside names': 'Bob Lee, the mayor of Ayr, the ',
    'roles before names': 'deputy mayor ',
    he: 'John Smith met Bob Lee he he he ',
    possessives: 'China’s Ministry’s ',
  }
  for (const [name, piece] of Object.entries(hostile)) {
    const [once, twice] = [looks(piece.repeat(2_000)), looks(piece.repeat(4_000))]
    expect(twice / once, name).toBeLessThan(2.3)
  }
})

test.each(['Aa ', 'Mr. '])('a quarter of a million times “%s” ends', (piece) => {
  const text = piece.repeat(250_000)
  expect(findNames([{ id: 'b', kind: 'paragraph', text }], tokenize([text])).length).toBeLessThan(250_000)
})
