/** A page's bytes as text, and text told from HTML. */
import { describe, expect, test } from 'vitest'
import { decodePage, isHtml } from './decode.ts'

const text = (bytes: Uint8Array, mediaType?: string) => {
  const decoded = decodePage({ bytes, ...(mediaType ? { mediaType } : {}) })
  return 'text' in decoded ? decoded.text : decoded.problem
}

describe('the encoding of a page is', () => {
  test('its byte order mark’s', () => {
    expect(text(Buffer.from('\ufeffCafé', 'utf8'), 'text/plain; charset=latin1')).toBe('Café')
    expect(text(Buffer.from('\ufeffCafé', 'utf16le'))).toBe('Café')
    expect(text(Buffer.from('\ufeffCafé', 'utf16le').swap16())).toBe('Café')
  })

  test('else the one that is named, by its sender before itself', () => {
    const bytes = Buffer.from('<meta charset="koi8-r">\xe0', 'latin1')
    expect(text(bytes)).toContain('Ю')
    expect(text(bytes, 'text/html; charset=windows-1251')).toContain('а')
    expect(text(bytes, 'text/html; charset=no-such-thing')).toContain('à')
  })

  test('else UTF-8, else what browsers take old pages for', () => {
    expect(text(Buffer.from('Café “x”'))).toBe('Café “x”')
    for (const mediaType of [undefined, 'text/plain; charset=iso-8859-1', 'text/plain; charset=windows-1252'])
      expect(text(Buffer.from('Caf\xe9 \x93x\x94 \x80\x85\x9e\x9f\x81', 'latin1'), mediaType)).toBe('Café “x” €…žŸ\x81')
  })
})

test.each(['PK\x03\x04 zip', 'GIF89a', '\xff\xd8\xff jpeg', 'text with \0 in it', '\x89PNG'])(
  '%j is no text',
  (bytes) => {
    expect(text(Buffer.from(bytes, 'latin1'))).toMatch(/^This is not a text or HTML page\./)
  },
)

test('HTML is told by its media type, then by its name, then by its elements', () => {
  const is = (text: string, more: { mediaType?: string; name?: string } = {}) => isHtml(text, { text, ...more })
  const three = '<p>One</p><p class="x">Two</p><div>Three</div>'
  expect(is('words', { mediaType: 'text/html; charset=utf-8' })).toBe(true)
  expect(is(three, { mediaType: 'text/plain', name: 'a.html' })).toBe(false)
  expect(is('words', { name: 'page.HTM' })).toBe(true)
  expect(is(three, { name: 'page.txt' })).toBe(false)
  expect(is(three, { name: 'page' })).toBe(true)
  expect(is('<p>One <span>two</span>')).toBe(false)
  expect(is('<p>One <span>two</span> <br>')).toBe(true)
  expect(is(' <!DOCTYPE html>')).toBe(true)
  expect(is('<html>')).toBe(true)
  expect(is('a < b and words')).toBe(false)
})
