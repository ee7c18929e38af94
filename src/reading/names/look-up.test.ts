import { expect, test } from 'vitest'
import { readNames } from './read-names.ts'

const read = readNames(
  'Danish President Nils Holm met Secretary of State Ellen Marsh. Holm’s campaign manager said Holm was glad.',
  'Holm campaign manager Vera Lindt left. A spokesman for Holm said so; Holm and Marsh said nothing. He slept.',
  'The council’s leader, Jane Marlow, spoke. The head of the Port Safety Authority, Pat Low, did not. Mr. Holm did.',
  'Helen Coyle KC agreed. Tom Byrd, who is the mayor, smiled. The Danish president smiled. Danish state radio Tass smiled. Officials smiled.',
)

test('a phrase stands for the name that is its head', () => {
  expect(read.at('Danish President Nils Holm')).toBe('Nils Holm')
  expect(read.at('Secretary of State Ellen Marsh')).toBe('Ellen Marsh')
  expect(read.at('Helen Coyle KC')).toBe('Helen Coyle')
  expect(read.at('Mr. Holm')).toBe('Nils Holm')
  expect(read.at('The Danish president')).toBe('Nils Holm')
  expect(read.at('Danish state radio Tass')).toBe('Tass')
  expect(read.at('Tom Byrd, who is the mayor')).toBe('Tom Byrd')
})

test('neither for whom something belongs to, nor for whom someone speaks', () => {
  expect(read.at('Holm’s campaign manager')).toBeNull()
  expect(read.at('Holm campaign manager Vera Lindt')).toBe('Vera Lindt')
  expect(read.at('A spokesman for Holm')).toBeNull()
  expect(read.at('Officials')).toBeNull()
})

test('of two who speak together it stands for neither', () => {
  expect(read.at('Holm and Marsh')).toBeNull()
})

test('a name beside the head, after a comma, is the head in other words', () => {
  expect(read.at('The council’s leader, Jane Marlow')).toBe('Jane Marlow')
  expect(read.at('The head of the Port Safety Authority, Pat Low')).toBe('Pat Low')
})

test('a part of a mention stands for its name', () => {
  expect(read.at('Holm')).toBe('Nils Holm')
  expect(read.at('Vera')).toBe('Vera Lindt')
})
