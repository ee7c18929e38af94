/** What rules look for, and what they see through. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { expectGrowth } from '../../../test/growth.ts'
import { bandOf, KNOWN_READER } from './band.ts'
import { checkRule, formOfRule, type RuleForm } from './check-rule.ts'
import { addFound, MOST_OTHERS, nothingFound } from './found.ts'
import { matcherOf, readForRules } from './matcher.ts'
import { EFFECT_OF, EFFECTS, RULE_PHASE, type RulePattern } from './rule.ts'

const matches = (pattern: RulePattern, text: string, authorName = 'Ada', own: string[] = []) =>
  matcherOf(pattern)(readForRules({ text, authorName }, own, false))
const words = (...lines: string[]): RulePattern => ({ kind: 'words', words: lines })

describe('a rule of words', () => {
  test.each([
    ['in capitals', 'CHEAP WATCHES for all'],
    ['with accents', 'Chéap wátches'],
    ['in look-alike letters', 'chеаp wаtches'],
    ['with signs for letters', 'ch3ap w@tches'],
    ['with drawn-out letters', 'cheeeeap watchesss'],
    ['in letters of another shape', '𝓬𝓱𝓮𝓪𝓹 ｗａｔｃｈｅｓ'],
    ['with nothing visible between the letters', 'che\u200bap wat\u200bches'],
    ['with other signs around them', '…“cheap”, watches!'],
  ])('finds its words %s', (_, text) => {
    expect(matches(words('cheap watches'), text)).toBe('“cheap watches”')
  })

  test('finds a word whose letters are spread apart', () => {
    expect(matches(words('casino'), 'come to the c a s i n o tonight')).toBe('“casino”')
    expect(matches(words('casino'), 'c.a.s.i.n.o')).toBe('“casino”')
  })

  test('takes whole words only, unless a * stands behind them', () => {
    expect(matches(words('sex'), 'I live in Essex, in the sextet')).toBeNull()
    expect(matches(words('gambl*'), 'No Gambling here')).toBe('“gambl*”')
    expect(matches(words('gamble*'), 'gambling')).toBeNull()
    expect(matches(words('buy cheap* now'), 'Buy cheaper NOW')).toBe('“buy cheap* now”')
  })

  test('wants the words of a phrase in their order, side by side', () => {
    expect(matches(words('cheap watches'), 'watches, cheap')).toBeNull()
    expect(matches(words('cheap watches'), 'cheap gold watches')).toBeNull()
    expect(matches(words('cheap watches'), 'watches', 'Cheap')).toBeNull()
  })

  test('looks at the name as well, and says which of its words it found', () => {
    expect(matches(words('casino', 'watches'), 'hello', 'Best Casino')).toBe('“casino”')
    expect(matches(words('casino', 'watches'), 'watches in the casino')).toBe('“watches”, “casino”')
  })

  test('finds words of scripts without spaces', () => {
    expect(matches(words('广告'), '这是广告吗')).toBe('“广告”')
    expect(matches(words('реклама'), 'Это РЕКЛАМА.')).toBe('“реклама”')
  })

  test('finds what it looks for in any company, by whatever it is parted', () => {
    const filler = fc.array(fc.constantFrom('the', 'bridge', 'опера', 'été', '123', '!', '…', 'x'), { maxLength: 12 })
    fc.assert(
      fc.property(filler, filler, fc.constantFrom('lotto', 'free money', 'wonder*'), (before, after, word) => {
        const text = [...before, word.replace('*', 'ful'), ...after].join(' ')
        expect(matches(words(word), text)).toBe(`“${word}”`)
        expect(matches(words(word), [...before, '-', ...after].join(' '))).toBeNull()
      }),
    )
  })

  test('costs no more than the length of the text, also where that is made to be hard', () => {
    const rule = matcherOf(words('a a a a b', 'aaa*', 'lotto', 'free money'))
    for (const part of ['a ', 'aaaa ', 'a.', '!1@', '\u0430a'])
      expectGrowth((size) => rule(readForRules({ text: part.repeat(size), authorName: '' }, [], false)), 400)
  })
})

describe('a rule of links', () => {
  const to = (...domains: string[]): RulePattern => ({ kind: 'links', domains, more: 0 })
  test('knows a domain by what was registered', () => {
    expect(matches(to('shop.example.co.uk'), 'x')).toBeNull()
    expect(matches(to('pills.com'), 'see https://www.pills.com/buy')).toBe('link to pills.com')
    expect(matches(to('pills.com'), 'see best.pills.com')).toBe('link to pills.com')
    expect(matches(to('pills.com'), 'see notpills.com, and mail me@pills.com')).toBeNull()
    expect(matches(to('pills.com'), 'hello', 'pills.com')).toBe('link to pills.com')
  })

  test('counts links, and leaves out those to the site itself', () => {
    const any: RulePattern = { kind: 'links', domains: [], more: 0 }
    const three: RulePattern = { kind: 'links', domains: [], more: 3 }
    expect(matches(any, 'see example.com')).toBe('1 link')
    expect(matches(any, 'see paper.com/2026', 'Ada', ['paper.com'])).toBeNull()
    expect(matches(three, 'a.com b.com c.com')).toBeNull()
    expect(matches(three, 'a.com b.com c.com d.com')).toBe('4 links')
  })
})

test('a rule of first comments catches whoever has none that was approved', () => {
  const rule = matcherOf({ kind: 'first' })
  expect(rule(readForRules({ text: 'x', authorName: 'A' }, [], false))).toContain('no approved comment')
  expect(rule(readForRules({ text: 'x', authorName: 'A' }, [], true))).toBeNull()
})

test('what a rule asked for holds also when a comment is scored anew, whoever wrote it', () => {
  for (const effect of EFFECTS) {
    const { weight, band } = EFFECT_OF[effect]
    const signals = [
      { phase: `${RULE_PHASE}Watches`, state: 'raised' as const, weight },
      { phase: KNOWN_READER, state: 'ok' as const, weight: 0 },
    ]
    expect(bandOf(signals)).toBe(band)
  }
})

describe('a rule’s form', () => {
  const form: RuleForm = {
    name: ' Watches ',
    kind: 'words',
    words: 'cheap watches\n\n  cheap   watches \nwatch*',
    domains: '',
    links: 'domains',
    more: '3',
    effect: 'spam',
  }
  test('is tidied, and comes back as it was', () => {
    const rule = checkRule(form)
    expect(rule).toEqual({ name: 'Watches', pattern: words('cheap watches', 'watch*'), effect: 'spam' })
    if ('sentence' in rule) throw new Error(rule.sentence)
    expect(checkRule(formOfRule(rule))).toEqual(rule)
  })
  test.each([
    ['name', { name: ' ' }],
    ['name', { name: 'x'.repeat(61) }],
    ['words', { words: ' \n' }],
    ['words', { words: '!!!' }],
    ['words', { words: 'a*b' }],
    ['words', { words: 'ab*' }],
    ['words', { words: Array.from({ length: 501 }, (_, i) => `word${i}`).join('\n') }],
    ['words', { words: 'x'.repeat(101) }],
    ['domains', { kind: 'links', domains: '' }],
    ['domains', { kind: 'links', domains: 'no domain' }],
    ['more', { kind: 'links', links: 'more', more: '0' }],
    ['more', { kind: 'links', links: 'more', more: 'many' }],
    ['effect', { effect: 'reject' }],
  ] as const)('says what to put right in %s', (field, change) => {
    expect(checkRule({ ...form, ...change } as RuleForm)).toMatchObject({
      field,
      sentence: expect.stringMatching(/\.$/),
    })
  })
  test('keeps of an address what was registered', () => {
    expect(
      checkRule({ ...form, kind: 'links', domains: 'https://www.Pills.com/buy?x=1\nshop.example.co.uk\npills.com' }),
    ).toMatchObject({ pattern: { domains: ['pills.com', 'example.co.uk'] } })
  })
})

test('what a trial has found is the same however it is cut into slices, and its samples stay small', () => {
  const comments = fc.array(
    fc.record({
      id: fc.string({ minLength: 1, maxLength: 5 }),
      at: fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2026, 0) }),
      state: fc.constantFrom('approved' as const, 'rejected' as const, 'spam' as const, 'held' as const),
      caught: fc.boolean(),
    }),
    { maxLength: 300 },
  )
  fc.assert(
    fc.property(comments, fc.nat(300), (all, at) => {
      const found = addFound(nothingFound, all)
      expect(addFound(addFound(nothingFound, all.slice(0, at)), all.slice(at))).toEqual(found)
      const caught = all.filter((one) => one.caught)
      expect(found.looked).toBe(all.length)
      expect(found.caught).toBe(caught.length)
      expect(Object.values(found.states).reduce((sum, n) => sum + n, 0)).toBe(caught.length)
      expect(found.months.reduce((sum, { caught: n }) => sum + n, 0)).toBe(caught.length)
      const others = caught.filter(({ state }) => state !== 'approved')
      expect(found.others.length).toBe(Math.min(MOST_OTHERS, others.length))
      expect(found.approved).toEqual(
        caught
          .filter(({ state }) => state === 'approved')
          .map(({ id }) => id)
          .slice(0, 200),
      )
    }),
  )
})
