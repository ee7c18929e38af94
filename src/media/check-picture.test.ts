import { expect, test } from 'vitest'
import { checkPicture, isPictureAddress } from './index.ts'

test.each(['/pictures/a.jpg', 'https://paper.example/a.jpg', 'HTTPS://paper.example/a.jpg'])(
  '%s is a place for a picture',
  (src) => {
    expect(isPictureAddress(src)).toBe(true)
  },
)

test.each([
  'javascript:alert(1)',
  '//example.org/a.jpg',
  '/\\example.org/a.jpg',
  '/\t/example.org/a.jpg',
  'data:image/svg+xml,x',
  'a.jpg',
  'https://',
  'ftp://x/a.jpg',
  'http://paper.example/a.jpg',
])('%s is none', (src) => {
  expect(isPictureAddress(src)).toBe(false)
  expect(checkPicture({ src, alt: 'A ferry' })).toContain('https://')
})

test('a picture needs words for those who do not see it; a caption alone needs none', () => {
  for (const alt of [' ', '\u3164\u200b']) expect(checkPicture({ src: '/a.jpg', alt })).toContain('Add alt text')
  expect(checkPicture({ src: '/a.jpg', alt: 'A ferry' })).toBe(null)
  expect(checkPicture({ src: '', alt: '' })).toBe(null)
})
