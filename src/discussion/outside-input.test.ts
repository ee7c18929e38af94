/** What this part reads of what comes from outside, on any text at all: it answers or says what is wrong, and never throws. */
import { expect, test } from 'vitest'
import { isSentence, onText } from '../../test/fuzz/on-text.ts'
import { readProof } from './proof.ts'
import { signingWith } from './signing.ts'
import { checkForm } from './words.ts'

test('a comment is kept as it was cleaned, and cleaning it again changes nothing', () =>
  onText((name, text) => {
    const once = checkForm({ name, mail: '', text })
    if ('sentence' in once) return isSentence(once.sentence)
    expect(checkForm({ name: once.name, mail: '', text: once.text })).toEqual(once)
  }))

test('no text that nobody here made opens a receipt or a report, or passes for a token or for work', () => {
  const signing = signingWith(Buffer.alloc(32, 1))
  const now = Date.UTC(2026, 4, 1, 12)
  return onText(async (text) => {
    expect([signing.readReceiptKey(text), signing.readReportKey(text)]).toEqual([null, null])
    expect(signing.readFormToken(text, now)).toBe('malformed')
    const proof = await readProof(signing, text, { nonce: 'n', storyId: 's' } as never, now)
    expect(JSON.stringify(proof)).not.toContain('"good"')
  })
})
