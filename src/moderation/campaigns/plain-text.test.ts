import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { expectGrowth } from '../../../test/growth.ts'
import { plainTextOf } from './plain-text.ts'
import { ALIKE_FROM, bandKeys, likeness, pairsOf } from './sketch.ts'

const sameText = (one: string, other: string) => plainTextOf(one).key === plainTextOf(other).key
const alike = (one: string, other: string) =>
  likeness(pairsOf(plainTextOf(one).words), pairsOf(plainTextOf(other).words))

describe('a text as it is compared', () => {
  test.each([
    ['capitals, spaces and marks', 'Earn money from home!!', '  EARN   money, from home '],
    ['letters of other scripts', 'Free gift cards for everyone', 'Frее gift саrds for еvеryonе'],
    ['fancy letters', 'Free gift cards for everyone', '𝓕𝓻𝓮𝓮 gift ｃａｒｄｓ for everyone'],
    ['characters without width', 'Free gift cards for everyone', 'Fr\u200bee gi\u00adft ca\u2060rds for everyone'],
    ['digits and signs for letters', 'Free gift cards for everyone', 'Fr33 g1ft c@rd$ for everyone'],
    ['letters apart', 'Get it free today', 'Get it f r e e today'],
    ['drawn-out letters', 'Sooo much better', 'Soooooooo much better'],
    ['other figures', 'I made 400 dollars in 2 days', 'I made 7,650 dollars in 31 days'.replace(',', '')],
    ['other pages of one site', 'Look at https://www.deals.example.com/a?id=1', 'Look at deals.example.com/b'],
  ])('is the same in spite of %s', (_, one, other) => {
    expect(sameText(one, other)).toBe(true)
  })

  test.each([
    ['Arabic', 'وصلت العبّارة الجديدة إلى ميناء المدينة أمس', 'وصلـــت العبارة الجديده الى ميناء المدينه امس'],
    [
      'Hindi',
      'नई नाव कल पहली बार बाज़ार के पास रुकी, हिन्दी में लिखा था',
      'नयी नाव कल पहली बार बाजार के पास रुकी हिंदी में लिखा था',
    ],
    ['Korean', '새 배가 어제 처음으로 항구에 들어왔다고 합니다', '새배가 어제 처음으로 항구에 들어 왔다고 합니다'],
    ['Thai', 'เรือลำใหม่มาถึงท่าเรือเมื่อวานนี้แล้ว', 'เรือลําใหม มาถึงท่าเรือ เมือวานนี แลว'],
    ['Japanese', '新しいフェリーが昨日の朝初めて港に着きました', '新しいﾌｪﾘｰが　昨日の朝、初めて港に着きました'],
    ['Chinese', '新渡轮昨天早上第一次进港，票价２０元', '新渡轮昨天早上第一次进港,票价 45 元'],
    ['full width', 'The new ferry came in at 8', 'Ｔｈｅ　ｎｅｗ　ｆｅｒｒｙ　ｃａｍｅ　ｉｎ　ａｔ　８'],
    ['French', 'La traversée d’hier a été annulée', 'La traversee d’hier a ete annulee'],
  ])('is the same in spite of how %s may be spelt', (_, one, other) => {
    expect(sameText(one, other)).toBe(true)
  })

  test('is what its writer says: those who quote the same lines and answer differently are not alike', () => {
    const quoted = '> The harbour board agreed on Monday to keep the night ferry for one more winter.\n\n'
    expect(alike(`${quoted}At last, my shift ends at two.`, `${quoted}A waste, it runs empty.`)).toBeLessThan(0.2)
    expect(sameText(`${quoted}At last.`, 'At last.')).toBe(true)
    expect(alike(quoted, `${quoted}> Really?`)).toBeGreaterThan(0.5)
  })

  test('links to two places stay two texts; blogs of one host are places of their own', () => {
    expect(sameText('See deals.example.com', 'See other.example.org')).toBe(false)
    for (const host of ['blogspot.com', 'blogspot.co.uk', 'wordpress.com', 'substack.com', 'github.io'])
      expect(sameText(`See ada.${host}`, `See bob.${host}`)).toBe(false)
    expect(sameText('See https://käse.example/1', 'See https://xn--kse-qla.example/2')).toBe(true)
    expect(plainTextOf('See https://news.bbc.co.uk/1').words).toEqual(['see', '@bbc.co.uk'])
  })

  test('a few words without a link are short; with one, or with more, they are not', () => {
    expect(plainTextOf('Thanks!').short).toBe(true)
    expect(plainTextOf('Nice article, thank you').short).toBe(true)
    expect(plainTextOf('See deals.example.com').short).toBe(false)
    expect(plainTextOf('The ferry was late again this morning as ever').short).toBe(false)
    expect(plainTextOf('今天早上渡轮又晚点了').short).toBe(false)
    expect(plainTextOf('좋은 기사 감사합니다').short).toBe(true)
    expect(plainTextOf('오늘 아침에도 배가 늦었는데 아무도 이유를 몰랐다').short).toBe(false)
    expect(plainTextOf('ขอบคุณมากครับ').short).toBe(true)
    expect(plainTextOf('เช้านี้เรือก็มาสายอีกและไม่มีใครรู้ว่าทำไม').short).toBe(false)
  })

  test('whatever was written, it can be compared, and is like itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const plain = plainTextOf(text)
        expect(plain.key).toBe(plainTextOf(` ${text} `).key)
        expect(Number.isSafeInteger(plain.key)).toBe(true)
        expect(likeness(pairsOf(plain.words), pairsOf(plain.words))).toBe(1)
        for (const key of bandKeys(pairsOf(plain.words))) expect(Number.isSafeInteger(key)).toBe(true)
      }),
      { numRuns: 100 },
    )
  })

  test('the cost is in line with the length, also of what is made to be hard', () => {
    for (const piece of ['a b c d e f ', '1 ', 'www.a.', 'ab'.repeat(5), '\u200b', '今天'])
      expectGrowth((size) => plainTextOf(piece.repeat(size)), 60)
  })
})

describe('sketches', () => {
  /** Texts of twenty-four made-up words of which each has some exchanged for others. */
  const word = (number: number) => `w${(number * 7919).toString(36)}`
  const pairWith = (changed: number, seed: number) => {
    const one = Array.from({ length: 24 }, (_, i) => word(seed * 100 + i))
    const other = [...one]
    for (let i = 0; i < changed; i++) other[(i * 5 + seed) % 24] = word(900_000 + seed * 100 + i)
    return [pairsOf(one), pairsOf(other)] as const
  }
  const share = (changed: number) => {
    let [found, like] = [0, 0]
    for (let seed = 0; seed < 300; seed++) {
      const [one, other] = pairWith(changed, seed)
      const keys = new Set(bandKeys(one))
      if (bandKeys(other).some((key) => keys.has(key))) found++
      like += likeness(one, other)
    }
    return { found: found / 300, like: like / 300 }
  }

  test('texts of which one word in eight was exchanged are nearly always found, those with little in common hardly ever', () => {
    const near = share(3)
    expect(near.like).toBeGreaterThan(ALIKE_FROM)
    expect(near.found).toBeGreaterThan(0.85)
    const far = share(18)
    expect(far.like).toBeLessThan(0.1)
    expect(far.found).toBeLessThan(0.05)
  })

  test('how often they are found is what the curve says', () => {
    for (const changed of [1, 2, 3, 5, 7, 9]) {
      const { found, like } = share(changed)
      expect(Math.abs(found - (1 - (1 - like ** 3) ** 8))).toBeLessThan(0.12)
    }
  })

  test('other people’s comments on one subject are not near-identical', () => {
    const said = [
      'The ferry was late again this morning and nobody at the pier knew why.',
      'The ferry was cancelled twice this week, and the staff at the pier were kind about it.',
      'Why was the ferry late this morning? I stood at the pier for an hour.',
      'Late again. When will somebody tell us why the ferry never leaves on time?',
    ]
    for (const one of said) for (const other of said) if (one !== other) expect(alike(one, other)).toBeLessThan(0.3)
  })
})
