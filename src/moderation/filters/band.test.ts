import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bandOf, KNOWN_READER, RULES_MODEL, SPAM_MODEL } from './band.ts'
import { lowerBand } from './rule.ts'

const says = (phase: string, weight: number, state: 'ok' | 'raised' | 'not-checked' = 'raised') => ({
  phase,
  state,
  weight,
})

test('nothing said is no sign of spam; a sure model is likely spam; what lies between needs thought', () => {
  expect(bandOf([])).toBe('fine')
  expect(bandOf([says(SPAM_MODEL, 0.05, 'ok')])).toBe('fine')
  expect(bandOf([says(SPAM_MODEL, 0.5)])).toBe('thought')
  expect(bandOf([says(SPAM_MODEL, 0.95)])).toBe('spam')
})

test('small signals add up', () => {
  expect(bandOf([says(SPAM_MODEL, 0.6), says('hidden field', 0.7)])).toBe('spam')
  expect(bandOf([says('links', 0.15), says('limits', 0.15)])).toBe('thought')
})

test('what may break a rule needs thought, and is never spam by that', () => {
  expect(bandOf([says(SPAM_MODEL, 0.01, 'ok'), says(RULES_MODEL, 0.99)])).toBe('thought')
  expect(bandOf([says(SPAM_MODEL, 0.01, 'ok'), says(RULES_MODEL, 0.4, 'ok')])).toBe('fine')
})

test('insults and private details need thought, and are never spam by that', () => {
  expect(bandOf([says(SPAM_MODEL, 0.01, 'ok'), says('conduct', 0.5), says('private details', 0.3)])).toBe('thought')
  expect(bandOf([says('conduct', 0.5), says(KNOWN_READER, 0, 'ok')])).toBe('thought')
})

test('what could not be checked is not waved through', () => {
  expect(bandOf([says(SPAM_MODEL, 0, 'not-checked')])).toBe('thought')
})

test('a known reader is helped, and not carried through everything', () => {
  const known = says(KNOWN_READER, 0, 'ok')
  expect(bandOf([says(SPAM_MODEL, 0.85), known])).toBe('thought')
  expect(bandOf([says(SPAM_MODEL, 0.5), known])).toBe('fine')
  expect(bandOf([says(SPAM_MODEL, 0.99), known])).toBe('spam')
})

const anySignal = fc.record({
  phase: fc.constantFrom('links', 'campaign', SPAM_MODEL, RULES_MODEL, 'hidden field'),
  state: fc.constantFrom('ok' as const, 'raised' as const, 'not-checked' as const),
  weight: fc.double({ min: 0, max: 1, noNaN: true }),
})

test('one more signal never lifts a comment, and being known never lowers one', () => {
  fc.assert(
    fc.property(fc.array(anySignal, { maxLength: 6 }), anySignal, (signals, more) => {
      const band = bandOf(signals)
      expect(lowerBand(bandOf([...signals, more]), band)).toBe(bandOf([...signals, more]))
      expect(lowerBand(bandOf([...signals, says(KNOWN_READER, 0, 'ok')]), band)).toBe(band)
    }),
  )
})
