import fc from 'fast-check'
import { expect, test } from 'vitest'
import { termKey } from '../../../paper/index.ts'
import { topicsIn, topicsInWords } from './story-topics.ts'

test('topics stand between commas, each once however it is spelt, and empty ones are none', () => {
  expect(topicsIn(' Locks, boats,, LOCKS , — ')).toEqual(['Locks', 'boats'])
  expect(topicsIn('')).toEqual([])
})

test('a topic that has a comma is kept whole', () => {
  expect(topicsIn(topicsInWords(['Paris, Texas']))).toEqual(['Paris, Texas'])
})

test('whatever topics a story has, the field says them as they are', () => {
  const topic = fc
    .string()
    .map((text) => text.replaceAll(';', '').trim())
    .filter((text) => termKey(text) !== '')
  fc.assert(
    fc.property(fc.uniqueArray(topic, { selector: termKey, maxLength: 5 }), (topics) => {
      expect(topicsIn(topicsInWords(topics))).toEqual(topics)
    }),
  )
})
