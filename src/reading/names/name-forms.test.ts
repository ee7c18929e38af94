/** Names as they are formed in different countries, with titles and nicknames. */
import { expect, test } from 'vitest'
import { readNames } from './read-names.ts'

test('given names of two syllables are whole, and the family name alone is the same person', () => {
  const { all, words } = readNames(
    'Park Soo-jin met Lin Mei-hua and Chiang Wan-an in Seoul. Park said no. Ms Lin said yes.',
  )
  expect(all('person')).toEqual(['Park Soo-jin', 'Lin Mei-hua', 'Chiang Wan-an'])
  expect(words('Park Soo-jin')).toEqual(['Park Soo-jin', 'Park'])
  expect(words('Lin Mei-hua')).toEqual(['Lin Mei-hua', 'Lin'])
})

test('titles of other countries are titles', () => {
  const { all, words } = readNames(
    'Shri Anil Deshpande opened it. Smt Kavita Rao sang. Fr Donal Keane prayed. Gen Somchai Wattana marched; Gen Somchai said so. Datuk Seri Rahim Osman left.',
  )
  expect(all('person')).toEqual(['Anil Deshpande', 'Kavita Rao', 'Donal Keane', 'Somchai Wattana', 'Rahim Osman'])
  expect(words('Somchai Wattana')).toEqual(['Somchai Wattana', 'Somchai'])
})

test('a nickname in marks or brackets is part of the name', () => {
  const { all, words } = readNames('Edward “Ned” Falk and Margaret (Peg) Orme rowed. “Row,” Falk said. Ms Orme rowed.')
  expect(all('person')).toEqual(['Edward “Ned” Falk', 'Margaret (Peg) Orme'])
  expect(words('Edward “Ned” Falk')).toEqual(['Edward “Ned” Falk', 'Falk'])
})

test('Mr and Mrs of one name are two', () => {
  expect(readNames('Mr Green said it was loud. Mrs Green said it was not.').all('person')).toEqual(['Green', 'Green'])
})

test('either of two family names means the person', () => {
  const { all } = readNames(
    'Lucía del Mar Vega Santos, the mayor of Soria, spoke. Ms Vega smiled. García Robles and Mr de la Torre left.',
  )
  expect(all('person')).toContain('Lucía del Mar Vega Santos')
  expect(all('person')).not.toContain('Vega')
})

test('small words and hyphens hold a name together', () => {
  const { all, at } = readNames(
    'Brendan O’Dowd met Saskia van der Linden. Van der Linden said it held. Inge Sorel-De Boer agreed.',
  )
  expect(all('person')).toEqual(['Brendan O’Dowd', 'Saskia van der Linden', 'Inge Sorel-De Boer'])
  expect(at('Van der Linden said')).toBe('Saskia van der Linden')
})

test('a family name that is a landscape is a person’s, unless it is where something is', () => {
  expect(readNames('The gate is shut, said Edith Harbour, the clerk. Hugh Quay said so, too.').all('person')).toEqual([
    'Edith Harbour',
    'Hugh Quay',
  ])
  expect(readNames('They met in Alice Harbour, near Alice Street.').all('person')).toEqual([])
})
