/** Stories of several kinds are read as a careful editor reads them. What sets a reading apart is told line by line. */
import { describe, expect, test } from 'vitest'
import { read } from '../../src/reading/index.ts'
import { compare } from './compare.ts'
import { EXAMPLES, textOf } from './stories.ts'

for (const example of EXAMPLES) {
  const differences = async () => {
    const text = await textOf(example)
    return compare(text, read(text), example.expectation)
  }
  const title = `the ${example.name} story${example.missing ? ` (skipped: ${example.missing})` : ''}`

  describe.skipIf(example.missing)(title, () => {
    test('gives every statement, with who said it, through whom, and how', async () => {
      expect((await differences()).statements.join('\n')).toBe('')
    })
    test('gives nothing that nobody said: no scare quotes, no titles', async () => {
      expect((await differences()).invented.join('\n')).toBe('')
    })
    test('gives every name once, with its roles and all its mentions', async () => {
      expect((await differences()).names.join('\n')).toBe('')
    })
    test('gives every time, and the day it means', async () => {
      expect((await differences()).times.join('\n')).toBe('')
    })
    test('gives every amount, and what it counts', async () => {
      expect((await differences()).amounts.join('\n')).toBe('')
    })
  })
}
