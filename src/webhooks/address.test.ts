/** Only servers of the public internet are told anything, and only so that nobody on the way can read it. */
import { expect, test } from 'vitest'
import { checkHookAddress } from './address.ts'

test.each([
  ['https://hooks.example.org/courant', 'https://hooks.example.org/courant'],
  [' https://hooks.example.org ', 'https://hooks.example.org/'],
  ['https://hooks.example.org:8443/a?key=1#part', 'https://hooks.example.org:8443/a?key=1'],
  ['https://93.184.216.34/hook', 'https://93.184.216.34/hook'],
])('%s is taken', (typed, address) => expect(checkHookAddress(typed)).resolves.toEqual({ address }))

test.each([
  ['', /whole address/],
  ['hooks.example.org', /whole address/],
  ['ftp://hooks.example.org/', /whole address/],
  ['javascript:alert(1)', /whole address/],
  ['http://hooks.example.org/', /has to begin with https/],
  ['https://name:word@hooks.example.org/', /name and password/],
  [`https://hooks.example.org/${'a'.repeat(600)}`, /500 characters/],
  ['https://localhost/', /can’t be reached/],
  ['https://printer.local/', /can’t be reached/],
  ['https://intranet/', /can’t be reached/],
  ['https://127.0.0.1/', /can’t be reached/],
  ['https://2130706433/', /can’t be reached/],
  ['https://[::1]/', /can’t be reached/],
  ['https://[::ffff:10.0.0.1]/', /can’t be reached/],
  ['https://169.254.169.254/latest/meta-data', /can’t be reached/],
  ['https://192.168.1.1/', /can’t be reached/],
])('%j is refused with a sentence', (typed, sentence) =>
  expect(checkHookAddress(typed)).resolves.toEqual({ problem: expect.stringMatching(sentence) }),
)
