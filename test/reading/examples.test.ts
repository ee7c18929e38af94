/** Stories of several kinds are read as a careful editor reads them. What sets a reading apart is told line by line. */
import { describe, expect, test } from 'vitest'
import { read } from '../../src/reading/index.ts'
import { compare, type Differences } from './compare.ts'
import { MISSES } from './misses.ts'
import { EXAMPLES, textOf } from './stories.ts'

for (const example of EXAMPLES) {
  const differences = async () => {
    const text = await textOf(example)
    return compare(text, read(text), example.expectation)
  }
  const known = (part: keyof Differences) => (MISSES[example.name]?.[part] ?? []).join('\n')
  const title = `the ${example.name} story${example.missing ? ` (skipped: ${example.missing})` : ''}`

  describe.skipIf(example.missing)(title, () => {
    test.each([
      ['every statement, with who said it, through whom, and how', 'statements'],
      ['nothing that nobody said: no scare quotes, no titles', 'invented'],
      ['every name once, with its roles and all its mentions', 'names'],
      ['every time, and the day it means', 'times'],
      ['every amount, and what it counts', 'amounts'],
    ] as const)('gives %s, but for what misses.ts lists', async (_, part) => {
      expect((await differences())[part].join('\n')).toBe(known(part))
    })
  })
}

test('the summit story is read fully', () => {
  expect(MISSES.summit).toBeUndefined()
})
