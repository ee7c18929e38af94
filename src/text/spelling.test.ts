import { expect, test } from 'vitest'
import { foldSpelling } from './index.ts'

const folded = (text: string) => foldSpelling(text.normalize('NFKC').toLowerCase())

test.each([
  ['Arabic drawn out', 'مكتبة المدينة', 'مكتبـــة المديـــنة'],
  ['Arabic with its vowels', 'فتح الباب', 'فَتَحَ البَابُ'],
  ['Arabic alef', 'أول إعلان آخر', 'اول اعلان اخر'],
  ['Arabic ya, and hamza on it', 'على شاطئ', 'علي شاطي'],
  ['Arabic ta marbuta', 'مدرسة جديدة', 'مدرسه جديده'],
  ['Persian typed with Arabic keys', 'کتاب فارسی', 'كتاب فارسي'],
  ['Urdu he', 'ہمارا شہر', 'همارا شهر'],
  ['Hebrew with its points', 'שלום', 'שָׁלוֹם'],
  ['Hindi with and without nukta', 'सड़क ज़मीन', 'सडक जमीन'],
  ['Hindi nasal marks', 'हाँ, यहाँ', 'हां, यहां'],
  ['Hindi nasal letters', 'हिन्दी अन्त लम्बा', 'हिंदी अंत लंबा'],
  ['Hindi endings', 'आए नई', 'आये नयी'],
  ['Gurmukhi nasal marks', 'ਪੰਜਾਬ', 'ਪਂਜਾਬ'],
  ['Thai marks of tone', 'น้ำท่วม', 'นำทวม'],
  ['Thai marks typed in another order', 'น\u0e49\u0e4d\u0e32', 'น\u0e4d\u0e49\u0e32'],
  ['a Thai vowel typed as two', 'แม่น้ำ', 'เเม่น้ำ'],
  ['Korean in pieces', '도서관', '\u1103\u1169\u1109\u1165\u1100\u116a\u11ab'],
  ['Japanese in either kana', 'メガネ', 'めがね'],
  ['half-width kana', 'メガネ', 'ﾒｶﾞﾈ'],
  ['a Han character’s form', '葛城', '葛\u{e0100}城'],
  ['full width letters', 'free lamps 24', 'ｆｒｅｅ　ｌａｍｐｓ ２４'],
  ['accents that were left out', 'médiathèque à Nîmes', 'mediatheque a Nimes'],
  ['Vietnamese marks that were left out', 'tin tức hôm nay', 'tin tuc hom nay'],
  ['Greek accents', 'βιβλιοθήκη', 'βιβλιοθηκη'],
  ['Russian yo', 'ёлка', 'елка'],
])('%s is the same spelling', (_, one, other) => {
  expect(one).not.toBe(other)
  expect(folded(one)).toBe(folded(other))
})

test.each([
  ['мой', 'мои'],
  ['ночь', 'ноч'],
  ['कम', 'काम'],
  ['مدرسة', 'مدرس'],
  ['ぱん', 'ばん'],
  ['도서관', '도서간'],
  ['ore', 'øre'],
])('%s and %s are two words', (one, other) => {
  expect(folded(one)).not.toBe(folded(other))
})
