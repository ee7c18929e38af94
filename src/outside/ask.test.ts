/** Which addresses a server may be asked at, and that no other is. */
import { expect, test } from 'vitest'
import { hostInFigures, isPublicAddress } from './ask.ts'

test.each([
  '10.0.0.7',
  '172.16.1.1',
  '192.168.0.1',
  '169.254.169.254',
  '100.64.0.1',
  '::1',
  'fe80::1',
  'fd00::1',
  '::ffff:10.0.0.1',
  '64:ff9b::a00:1',
  '224.0.0.1',
  '0.0.0.0',
  'localhost',
])('%s is not public', (address) => expect(isPublicAddress(address)).toBe(false))

test.each(['93.184.216.34', '2606:2800:220:1:248:1893:25c8:1946'])('%s is public', (address) =>
  expect(isPublicAddress(address)).toBe(true),
)

test('an address in figures is known as one, however it is written', () => {
  const inFigures = (url: string) => hostInFigures(new URL(url))
  expect(['https://127.0.0.1/', 'https://2130706433/', 'https://0x7f.1/'].map(inFigures)).toEqual(
    Array(3).fill('127.0.0.1'),
  )
  expect(inFigures('https://[::1]:8080/')).toBe('::1')
  expect(inFigures('https://paper.example/')).toBe(null)
})
