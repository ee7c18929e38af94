import { expect, test } from 'vitest'
import { expectGrowth } from '../../../../test/growth.ts'
import { Difference } from './difference.tsx'

const shown = (from: string | null, to: string) =>
  String(<Difference from={from} to={to} />)
    .replace(/^<div[^>]*>|<\/div>$/g, '')
    .replace(/<del>([^<]*)<\/del>/g, '[-$1-]')
    .replace(/<ins>([^<]*)<\/ins>/g, '{+$1+}')

test.each([
  ['English', 'The ferry left at eight.', 'The ferry leaves at eight.', 'The ferry [-left-]{+leaves+} at eight.'],
  ['Russian', 'Паром ушёл рано.', 'Паром пришёл рано.', 'Паром [-ушёл-]{+пришёл+} рано.'],
  ['Ukrainian', 'Міст відкрито', 'Міст закрито', 'Міст [-відкрито-]{+закрито+}'],
  ['Greek', 'Το πλοίο έφυγε', 'Το πλοίο έφτασε', 'Το πλοίο [-έφυγε-]{+έφτασε+}'],
  ['Arabic', 'وصلت العبارة', 'وصلت العبارات', 'وصلت [-العبارة-]{+العبارات+}'],
  ['Hebrew', 'הספינה יצאה', 'הספינה יצאו', 'הספינה [-יצאה-]{+יצאו+}'],
  ['Hindi', 'नाव आज आई', 'नाव आज आएगी', 'नाव आज [-आई-]{+आएगी+}'],
  ['Korean', '배가 늦게 왔다', '배가 일찍 왔다', '배가 [-늦게-]{+일찍+} 왔다'],
  ['Chinese', '今天图书馆关门', '今天图书馆开门', '今天图书馆[-关门-]{+开门+}'],
  ['Japanese', '図書館は今日開きます', '図書館は明日開きます', '図書館は[-今日-]{+明日+}開きます'],
  ['Thai', 'เห็นแมวแล้ว', 'เห็นหมาแล้ว', 'เห็น[-แมว-]{+หมา+}แล้ว'],
  ['French', 'l’été dernier', 'l’hiver dernier', '[-l’été-]{+l’hiver+} dernier'],
  ['Persian', 'کتاب‌ها رسید', 'کتاب‌های رسید', '[-کتاب‌ها-]{+کتاب‌های+} رسید'],
  ['little pictures', 'Good 👩\u200d👧 day', 'Good 👩\u200d👦 day', 'Good [-👩\u200d👧-]{+👩\u200d👦+} day'],
  ['figures', 'It cost 3,500.50 in all', 'It cost 3,600.50 in all', 'It cost [-3,500.50-]{+3,600.50+} in all'],
  ['Vietnamese', 'phà đến muộn', 'phà đến sớm', 'phà đến [-muộn-]{+sớm+}'],
])('in %s what changed is shown by words', (_, from, to, marked) => {
  expect(shown(from, to)).toBe(marked)
})

test('spaces and lines that changed are shown, and all else stays as it was typed', () => {
  expect(shown('one two\n\nthree', 'one  two\nthree')).toBe('one[- -]{+  +}two\n[-\n-]three')
  expect(shown('a <b> & c', 'a <b> & d')).toBe('a &lt;b&gt; &amp; [-c-]{+d+}')
})

test('what there is nothing to compare with is shown whole', () => {
  expect(shown(null, 'Ein Wort.')).toBe('Ein Wort.')
})

test('a text with nothing left of it stands beside what it was', () => {
  const words = (of: string) => Array.from({ length: 2500 }, (_, i) => `${of}${i}`).join('\n')
  expect(shown(words('a'), words('b'))).toMatch(/^\[-a0\n[^<]*-\]\{\+b0\n[^<]*\+\}$/)
})

test.each(['a', 'a ', 'a’', '1,', '今', '今天', 'กา', 'か\u3099', '\n'])(
  'a text of %j is cut in time that grows with its length',
  (piece) => {
    expectGrowth((size) => shown(piece.repeat(size), `${piece.repeat(size)}x`), 2000)
  },
)
