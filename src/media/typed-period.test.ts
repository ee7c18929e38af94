import { expect, test } from 'vitest'
import { readTypedPeriod } from './typed-period.ts'

test.each([
  ['2026', '2026-01-01', '2026-12-31', ''],
  ['2026-05', '2026-05-01', '2026-05-31', ''],
  ['harbour 2026-02 ferry', '2026-02-01', '2026-02-28', 'harbour ferry'],
  ['2024-02-29', '2024-02-29', '2024-02-29', ''],
  ['May 2026', '2026-05-01', '2026-05-31', ''],
  ['harbour Sept. 2025', '2025-09-01', '2025-09-30', 'harbour'],
  ['3 May 2026 mayor', '2026-05-03', '2026-05-03', 'mayor'],
  ['May 3, 2026', '2026-05-03', '2026-05-03', ''],
])('“%s” is from %s to %s, and what is left is “%s”', (words, from, to, rest) => {
  expect(readTypedPeriod(words, 'en-GB')).toMatchObject({ from, to, rest })
})

test.each(['', 'harbour', 'May', 'mayor May', '2026-13', '2026-02-30', '1066', 'IMG_2026', '20260503'])(
  '“%s” names no day',
  (words) => expect(readTypedPeriod(words, 'en')).toBeNull(),
)

test('months are known in the site’s language and in English', () => {
  expect(readTypedPeriod('März 2026', 'de')).toMatchObject({ from: '2026-03-01' })
  expect(readTypedPeriod('march 2026', 'de')).toMatchObject({ from: '2026-03-01' })
})
