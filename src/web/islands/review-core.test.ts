import { expect, test } from 'vitest'
import { actOf, type Press, positionAfter } from './_review-core.ts'

const press = (key: string, more: Partial<Press> = {}): Press => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  repeat: false,
  ...more,
})
const REASONS = ['1', '2', '3']

test.each([
  ['a', { act: 'approve' }],
  ['A', { act: 'approve' }],
  ['2', { act: 'reject', key: '2' }],
  ['j', { act: 'next' }],
  ['ArrowLeft', { act: 'previous' }],
  ['u', { act: 'undo' }],
  ['?', { act: 'help' }],
  ['9', null],
  ['Enter', null],
])('the key %s means %j', (key, act) => {
  expect(actOf(press(key), false, REASONS)).toEqual(act)
})

test('while someone types, or with a modifier, no key is the desk’s', () => {
  expect(actOf(press('a'), true, REASONS)).toBe(null)
  for (const modifier of ['ctrlKey', 'metaKey', 'altKey'] as const) {
    expect(actOf(press('a', { [modifier]: true }), false, REASONS)).toBe(null)
  }
})

test('a key held down moves on and on, but decides once', () => {
  expect(actOf(press('j', { repeat: true }), false, REASONS)).toEqual({ act: 'next' })
  for (const key of ['a', '1', 'u']) expect(actOf(press(key, { repeat: true }), false, REASONS)).toBe(null)
})

test('after a decision the desk stands at the item that took its place, or at the last', () => {
  expect(positionAfter(0, 5)).toBe(0)
  expect(positionAfter(3, 3)).toBe(2)
  expect(positionAfter(0, 0)).toBe(0)
})
