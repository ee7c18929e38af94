import { expect, test } from 'vitest'
import { domainOf, domainsOfSite, isEnding } from './domains.ts'

test.each([
  ['www.lamps.example', 'lamps.example'],
  ['news.lamps.co.uk', 'lamps.co.uk'],
  ['lamps.me.uk', 'lamps.me.uk'],
  ['shop.lamps.or.jp', 'lamps.or.jp'],
  ['lamps.gob.ar', 'lamps.gob.ar'],
  ['lamps.k12.or.us', 'lamps.k12.or.us'],
  ['LAMPS.Example.', 'lamps.example'],
  ['lamps.xn--p1ai', 'lamps.рф'],
  ['www.xn--kse-qla.de', 'käse.de'],
])('of %s what was registered is %s', (host, domain) => {
  expect(domainOf(host)).toBe(domain)
})

test.each([
  ['ada.github.io', 'bob.github.io', 'github.io'],
  ['ada.wordpress.com', 'bob.wordpress.com', 'wordpress.com'],
  ['ada.blogspot.co.uk', 'bob.blogspot.co.uk', 'blogspot.co.uk'],
  ['ada.blogspot.de', 'bob.blogspot.de', 'blogspot.de'],
  ['ada.blog.fc2.com', 'bob.blog.fc2.com', 'blog.fc2.com'],
  ['www.ada.substack.com', 'bob.substack.com', 'substack.com'],
])('%s and %s are two places, and neither is %s', (ada, bob, host) => {
  expect(new Set([ada, bob, host].map(domainOf)).size).toBe(3)
  expect(domainOf(`www.${host}`)).toBe(host)
  expect(isEnding(host)).toBe(false)
})

test.each(['co.uk', 'me.uk', 'or.jp', 'com', 'k12.or.us', 'xn--p1ai'])('%s is the ending of many sites', (ending) => {
  expect(isEnding(ending)).toBe(true)
})

test.each([
  ['https://www.lamps.or.jp', ['lamps.or.jp']],
  ['https://käse.example:8443/', ['käse.example']],
  ['https://ada.github.io/paper', ['ada.github.io']],
  ['http://localhost:4000', []],
  ['http://127.0.0.1:4000', []],
  ['http://[::1]:4000', []],
  ['', []],
])('a site at %j has for its own %j', (url, domains) => {
  expect(domainsOfSite(url)).toEqual(domains)
})
