import { expect, test } from 'vitest'
import { addressEnd } from './index.ts'

/** What belongs to an address whose host is "paper.example". */
const behind = (text: string) => text.slice(0, addressEnd(text, 0))

test.each([
  ['/news/7，谢谢。', '/news/7'],
  ['/news/7。下一个', '/news/7'],
  ['/news/7、二つ目', '/news/7'],
  ['/news/7（写真）', '/news/7'],
  ['/news/7」と言う', '/news/7'],
  ['/news/7！好', '/news/7'],
  ['/news/7：看', '/news/7'],
  ['/news/7谢谢', '/news/7'],
  ['/news/7をご覧', '/news/7'],
  ['/news/7에서 봤어요', '/news/7'],
  ['/news/7ครับ', '/news/7'],
  ['谢谢', ''],
  ['/谢谢', '/'],
  ['/%E6%B8%A1是', '/%E6%B8%A1'],
  ['/news/7، شكرا', '/news/7'],
  ['/news/7؟', '/news/7'],
  ['/news/7। फिर', '/news/7'],
  ['/news/7—and then', '/news/7'],
  ['/a?b=1&c=2#d rest', '/a?b=1&c=2#d'],
  ['/a\u202eb', '/a'],
])('of %j as much as %j', (text, address) => {
  expect(behind(text)).toBe(address)
})

test.each([
  '/wiki/渡し船',
  '/wiki/渡し船23号',
  '/wiki/대한민국',
  '/wiki/ジョン・レノン',
  '/search?q=渡し船&page=2',
  '/2026/ferry-渡し船',
  '/wiki/Mann–Whitney',
  '/straße/ö',
  '/новости',
  '/كتاب',
])('all of %j', (path) => {
  expect(behind(`${path} and more`)).toBe(path)
})
