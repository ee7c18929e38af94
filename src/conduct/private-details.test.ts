import { describe, expect, test } from 'vitest'
import { findDetails } from './private-details.ts'

const kindsIn = (text: string) => findDetails(text).map(({ kind, words }) => `${kind} ${words}`)

describe('what gives somebody away', () => {
  test.each([
    ['Ring her on 01632 960482 after six', 'telephone 01632 960482'],
    ['his mobile is (020) 7946 0018, I have it from the club', 'telephone (020) 7946 0018'],
    ['write to +49 30 901820-77', 'telephone +49 30 901820-77'],
    ['Call 555-014-2277 and ask for the boss', 'telephone 555-014-2277'],
    ['the doctor, telephone 4960 1187', 'telephone 4960 1187'],
    ['she reads post at p.rowe+club@mail.example.co.uk.', 'mail p.rowe+club@mail.example.co.uk'],
    ['He lives at 27 Ropewalk Lane with two dogs', 'street 27 Ropewalk Lane'],
    ['go to 9b Old Chapel Road and shout', 'street 9b Old Chapel Road'],
    ['sie wohnt in der Lindenstraße 14', 'street Lindenstraße 14'],
    ['il habite 6 rue de la Corderie', 'street 6 rue de la Corderie'],
    ['pay into GB33 BUKB 2020 1555 5555 55', 'account GB33 BUKB 2020 1555 5555 55'],
    ['card 4111 1111 1111 1111, have fun', 'account 4111 1111 1111 1111'],
    ['sort code 20-45-77, account 31510604', 'account 31510604'],
  ])('in “%s”: %s', (text, found) => {
    expect(kindsIn(text)).toContain(found)
  })

  test.each([
    'The fair of 2024-2025 cost 1 250 000 pounds and drew 12,500 people.',
    'On 12.03.2025 at 17:30 they lost 3-2; the year before 2:0.',
    'The 22 bus leaves at 07.45 from the square, the 41 never.',
    'Case 2024/00417 was heard for 3 days, with 117 pages.',
    'In 1953 Mill Lane was a field, and 40 houses stood on the hill.',
    'Ten years ago 14 people lived on Quay Street.',
    'I paid £1,299.00 and they sent 2000 g of nails.',
    'We have 300 Saturdays in the archive, see @harbourmuseum.',
  ])('and nothing in “%s”', (text) => {
    expect(kindsIn(text)).toEqual([])
  })

  test('is told once, as it was written', () => {
    expect(kindsIn('0161 496 0207! I say 0161 496 0207')).toEqual(['telephone 0161 496 0207'])
  })
})
