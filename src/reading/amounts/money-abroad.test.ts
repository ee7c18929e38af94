/** Money and shares as they are written outside the United States, in words, and in two parts. */
import { expect, test } from 'vitest'
import type { ReadingBlock } from '../reading.ts'
import { findAmounts } from './find-amounts.ts'

const read = (text: string) => {
  const blocks: ReadingBlock[] = [{ id: 'b', kind: 'paragraph', text }]
  return findAmounts(blocks).map(({ value, upTo, unit }) => `${value}${upTo === null ? '' : `-${upTo}`} ${unit}`)
}

test('a code stands right before its figure', () => {
  expect(read('The yard raised USD12.5 million, VND3,200 billion and INR7 crore.')).toEqual([
    '12500000 USD',
    '3200000000000 VND',
    '70000000 INR',
  ])
  expect(read('Version PHP 8 is out.')).toEqual([])
})

test('shillings, rand and naira are those of the country that the text speaks of', () => {
  expect(read('In Nairobi the port got Sh2.5 billion and KSh 300 million.')).toEqual([
    '2500000000 KES',
    '300000000 KES',
  ])
  expect(read('In Kampala the port got Shs40,000.')).toEqual(['40000 UGX'])
  expect(read('The port got Sh40,000.')).toEqual(['40000 shillings'])
  expect(read('Durban paid R60 million for the quay; take the R61 there.')).toEqual(['60000000 ZAR'])
  expect(read('Lagos paid N8bn for the quay.')).toEqual(['8000000000 NGN'])
  expect(read('Karachi paid Rs 900 for the rope.')).toEqual(['900 PKR'])
})

test('a hyphen does not cut lakh and crore off', () => {
  expect(read('A Rs 300-crore harbour and a Rs 25-lakh boat.')).toEqual(['3000000000 INR', '2500000 INR'])
})

test('a share and what it came to are two amounts', () => {
  expect(read('Freight rose 4% to 210,500 yen a ton.')).toEqual(['4 %', '210500 JPY'])
  expect(read('Freight will rise 4% to 6%.')).toEqual(['4-6 %'])
})

test('pounds and pence, dollars and cents are one sum', () => {
  expect(read('The ferry is three pounds fifty, the ride 2 dollars 20 cents.')).toEqual(['3.5 GBP', '2.2 USD'])
  expect(read('It weighs three pounds. Five pounds sixty people lifted.')).toEqual([
    '3 pounds',
    '5 pounds',
    '60 people',
  ])
  expect(read('He owes a hundred quid.')).toEqual(['100 GBP'])
})

test('basis points are hundredths of a percentage point', () => {
  expect(read('The bank went up 15 basis points, then 40bps, then 5 bp.')).toEqual([
    '0.15 percentage points',
    '0.4 percentage points',
    '0.05 percentage points',
  ])
  expect(read('It owns 80 BP stations.')).toEqual(['80 BP stations'])
})

test('hyphens join a sum to what it is for', () => {
  expect(read('A 15-cent toll, a 7p-a-mile levy and a 30-per-cent rise.')).toEqual(['0.15 USD', '0.07 GBP', '30 %'])
})

test('what another language may mean is left out', () => {
  expect(read('Der Bau kostet 2.750 Euro. Le port coûte 1 900 euros.')).toEqual([])
  expect(read('It took 12.25 seconds.')).toEqual(['12.25 seconds'])
})
