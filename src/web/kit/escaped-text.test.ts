import fc from 'fast-check'
import { expect, test } from 'vitest'
import { escapedText } from './escaped-text.ts'

const SIGNS: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" }

test('whatever a text holds, nothing of it ends an element or an attribute, and a browser reads it as it was', () => {
  const unit = fc.oneof(fc.constantFrom('&', '<', '>', '"', "'", '&amp;', '\n', '💧'), fc.string({ maxLength: 3 }))
  fc.assert(
    fc.property(fc.string({ unit }), (text) => {
      const escaped = String(escapedText(text))
      expect(escaped).not.toMatch(/[<>"']|&(?!(amp|lt|gt|quot|#39);)/)
      expect(escaped.replace(/&(amp|lt|gt|quot|#39);/g, (sign) => SIGNS[sign] as string)).toBe(text)
    }),
  )
})
