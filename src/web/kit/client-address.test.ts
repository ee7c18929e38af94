import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clientAddress } from './client-address.ts'

const address = fc.oneof(fc.ipV4(), fc.ipV6())
const madeUp = fc.array(fc.oneof(address, fc.string()), { maxLength: 5 }).map((parts) => parts.join(','))

test('without proxies nothing that a sender says of its address is believed', () => {
  fc.assert(
    fc.property(address, fc.option(madeUp, { nil: undefined }), (socket, said) => {
      expect(clientAddress(socket, said, 0)).toBe(socket)
    }),
  )
})

test('however much a sender makes up, the address is the one that our proxy saw', () => {
  fc.assert(
    fc.property(address, address, madeUp, fc.integer({ min: 1, max: 3 }), (proxy, sender, said, proxies) => {
      // Each of our proxies adds whom it saw; only the outermost saw the sender.
      const added = [sender, ...Array<string>(proxies - 1).fill('10.0.0.1')].join(', ')
      expect(clientAddress(proxy, said === '' ? added : `${said}, ${added}`, proxies)).toBe(sender)
    }),
  )
})

test('a proxy that says nothing, or nonsense, is taken for the sender: all its readers are counted as one', () => {
  expect(clientAddress('10.0.0.1', undefined, 1)).toBe('10.0.0.1')
  expect(clientAddress('10.0.0.1', 'unknown', 1)).toBe('10.0.0.1')
  expect(clientAddress('10.0.0.1', '203.0.113.7', 2)).toBe('10.0.0.1')
  expect(clientAddress(undefined, undefined, 0)).toBe('0.0.0.0')
  expect(clientAddress('10.0.0.1', '[2001:db8::1]', 1)).toBe('2001:db8::1')
})
