/** What this part reads of what comes from outside, on any text at all: it answers or says what is wrong, and never throws. */
import { expect, test } from 'vitest'
import { onText } from '../../test/fuzz/on-text.ts'
import { fold, storable } from './fold.ts'
import { slugOfName } from './name-path.ts'

test('a name is folded, kept and made a part of an address, whatever it holds', () =>
  onText((text) => {
    expect(slugOfName(text)).not.toMatch(/[\s/?#%\\\0]|\p{Surrogate}/u)
    expect(fold(fold(text))).toBe(fold(text))
    expect(fold(text) + storable(text)).not.toContain('\0')
  }))
