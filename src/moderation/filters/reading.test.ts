/** What a rule's form takes and refuses, at its limits, and what its words are found in. */
import { describe, expect, test } from 'vitest'
import { checkRule, formOfRule, type RuleForm } from './check-rule.ts'
import { addFound, type Looked, MOST_OTHERS, nothingFound } from './found.ts'
import { domainOfAddress, linkedDomains } from './match-links.ts'
import { foldText, readPhrase, wordFinder } from './match-words.ts'
import { matcherOf, readForRules } from './matcher.ts'
import { bandOfWeight, lowerBand, type RulePattern } from './rule.ts'

const matches = (pattern: RulePattern, text: string, authorName = 'Ada') =>
  matcherOf(pattern)(readForRules({ text, authorName }, [], false))
const words = (...lines: string[]): RulePattern => ({ kind: 'words', words: lines })

const form: RuleForm = {
  name: 'Watches',
  kind: 'words',
  words: 'watch',
  domains: '',
  links: 'domains',
  more: '3',
  effect: 'label',
}
const sentence = (change: Partial<RuleForm>) => {
  const checked = checkRule({ ...form, ...change })
  return 'sentence' in checked ? `${checked.field}: ${checked.sentence}` : checked
}

describe('a rule’s form', () => {
  test('takes as much as it says, and says what to do with more', () => {
    expect(sentence({ name: `  ${'é'.repeat(60)} ` })).toMatchObject({ name: 'é'.repeat(60) })
    expect(sentence({ name: '😀'.repeat(60) })).toMatchObject({ effect: 'label' })
    expect(sentence({ name: 'x'.repeat(61) })).toBe('name: Keep the name to 60 characters.')
    expect(sentence({ name: 'Cheap   \n watches' })).toMatchObject({ name: 'Cheap watches' })
    expect(sentence({ name: '\u200b' })).toMatch(/^name: Give the rule a name/)
    const many = (count: number) => Array.from({ length: count }, (_, i) => `word${i}`).join('\n')
    expect(sentence({ words: many(500) })).toMatchObject({ pattern: { kind: 'words' } })
    expect(sentence({ words: many(501) })).toBe(
      'words: Keep a rule to 500 words and phrases. Put the rest in a second rule.',
    )
    expect(sentence({ words: 'x'.repeat(100) })).toMatchObject({ pattern: { kind: 'words' } })
    expect(sentence({ words: `fine\n${'x'.repeat(101)}` })).toBe(
      `words: Keep each line to 100 characters. “${'x'.repeat(30)}…” is longer.`,
    )
    expect(sentence({ words: '' })).toBe('words: Write the words to look for, one word or phrase per line.')
    expect(sentence({ words: 'fine\na*b' })).toMatch(/^words: “a\*b” can’t be looked for/)
    expect(sentence({ effect: 'remove' })).toBe('effect: Choose what the rule does.')
  })

  test('counts links from one to twenty', () => {
    const more = (typed: string) => sentence({ kind: 'links', links: 'more', more: typed })
    expect(more('1')).toMatchObject({ pattern: { kind: 'links', domains: [], more: 1 } })
    expect(more(' 20 ')).toMatchObject({ pattern: { more: 20 } })
    for (const typed of ['0', '21', '', ' ', '2.5', 'two'])
      expect(more(typed)).toBe('more: Give the number of links that is still fine, from 1 to 20.')
    expect(sentence({ kind: 'links', links: 'any', more: 'x' })).toMatchObject({ pattern: { domains: [], more: 0 } })
    expect(sentence({ kind: 'first', words: '' })).toMatchObject({ pattern: { kind: 'first' } })
  })

  test('takes domains as they are pasted, each once', () => {
    const domains = (typed: string) => sentence({ kind: 'links', domains: typed })
    expect(domains('https://www.Pills.com/buy\r\npills.com\n\nshop.example.co.uk')).toMatchObject({
      pattern: { domains: ['pills.com', 'example.co.uk'], more: 0 },
    })
    expect(domains('')).toBe('domains: Write the domains to look for, one per line, such as example.com.')
    expect(domains('pills.com\nno domain')).toBe('domains: “no domain” is not a domain. Write one such as example.com.')
    expect(domains(Array.from({ length: 501 }, (_, i) => `a${i}.com`).join('\n'))).toContain('500 domains')
  })

  test('shows every rule as it was typed', () => {
    const shown = (pattern: RulePattern) => formOfRule({ name: 'N', pattern, effect: 'spam' })
    expect(shown(words('a b', 'c'))).toEqual({
      name: 'N',
      kind: 'words',
      words: 'a b\nc',
      domains: '',
      links: 'domains',
      more: '3',
      effect: 'spam',
    })
    expect(shown({ kind: 'links', domains: [], more: 0 })).toMatchObject({ kind: 'links', links: 'any', more: '3' })
    expect(shown({ kind: 'links', domains: [], more: 5 })).toMatchObject({ links: 'more', more: '5', words: '' })
    expect(shown({ kind: 'links', domains: ['a.com', 'b.com'], more: 0 })).toMatchObject({
      links: 'domains',
      domains: 'a.com\nb.com',
    })
    expect(shown({ kind: 'first' })).toMatchObject({ kind: 'first', links: 'domains', words: '', domains: '' })
  })

  test.each([
    ['https://shop.example.com/x', 'example.com'],
    ['example.com:8080', 'example.com'],
    [' EXAMPLE.com?x ', 'example.com'],
    ['example', null],
    ['exa mple.com', null],
    ['', null],
    ['ä.com', 'ä.com'],
    ['xn--4ca.com', 'ä.com'],
    ['https://WWW.Пример.рф/x', 'пример.рф'],
    ['-', null],
    ['.com', null],
    ['10.0.0.1', null],
  ])('knows “%s” for %s', (typed, domain) => {
    expect(domainOfAddress(typed)).toBe(domain)
  })
})

describe('words and phrases', () => {
  test('are what stands between spaces; what no word comes of is none', () => {
    const parts = (typed: string) =>
      readPhrase(typed)?.parts.map(({ word, isStem }) => (isStem ? `${word}*` : word)) ?? null
    expect(parts(' Cheap – watches* ')).toEqual(['cheap', 'watches*'])
    expect(readPhrase(' Cheap  Watch ')?.typed).toBe('Cheap  Watch')
    expect(parts('don’t')).toEqual(['dont'])
    expect(parts('Café')).toEqual(['cafe'])
    expect(parts('a-b* c')).toEqual(null)
    expect(parts('big-deal* c')).toEqual(['big', 'deal*', 'c'])
    for (const none of ['', '–', '*', '– *', 'ab*', 'a*b', '*ab', '**abc']) expect(parts(none), none).toBe(null)
    expect(parts('abc*')).toEqual(['abc*'])
    expect(parts('広告*')).toBe(null)
    expect(parts(Array(40).fill('a').join(' '))).toHaveLength(40)
    expect(parts(Array(41).fill('a').join(' '))).toBe(null)
  })

  test('are named three at the most, each once, in the order in which they stand', () => {
    const rule = words('one', 'two', 'three', 'four', 'on*')
    expect(matches(words('one', 'two', 'three', 'four'), 'four three two one')).toBe('“four”, “three”, “two”')
    expect(matches(words('one', 'two'), 'one one two one')).toBe('“one”, “two”')
    expect(matches(rule, 'nothing')).toBeNull()
    const find = wordFinder(
      ['one', 'two'].map((word) => readPhrase(word) as NonNullable<ReturnType<typeof readPhrase>>),
      1,
    )
    expect(find(foldText({ text: 'two one', authorName: '' })).map(({ typed }) => typed)).toEqual(['two'])
  })

  test('that begin alike are all found: a word and a stem of it, and stems of each length', () => {
    expect(matches(words('gamble', 'gamb*', 'gambl*'), 'gamble')).toBe('“gamble”, “gamb*”, “gambl*”')
    expect(matches(words('gamb*'), 'gamb')).toBe('“gamb*”')
    expect(matches(words('gamb*'), 'gam')).toBeNull()
    expect(matches(words('cheap watch', 'cheap'), 'cheap boats, cheap watch')).toBe('“cheap”, “cheap watch”')
  })

  test.each([
    ['Arabic', 'قرض سريع', 'خذ قَرضـــا؟ لا، قــرض سَريع'],
    ['Hindi', 'ज़मीन हिन्दी', 'जमीन, हिंदी'],
    ['Thai', 'เว็บตรง', 'สล็อตเวบตรงแตกง่าย'],
    ['Chinese', '彩金', '领取彩金，稳赚'],
    ['Japanese', 'カジノ', '新しいｶｼﾞﾉです'],
    ['Korean', '대출', '무료 대출 상담'],
    ['Greek', 'δανειο', 'Δάνειο σήμερα'],
  ])('are found however %s lets them be spelt', (_, word, text) => {
    expect(matches(words(word), text)).toBe(`“${word}”`)
  })

  test('that are quoted are not the commenter’s', () => {
    expect(matches(words('casino'), '> Come to the casino\nPlease take this down.')).toBeNull()
    expect(matches(words('casino'), '> Come here\nTo the casino?')).toBe('“casino”')
    expect(matches(words('casino'), '> Come to the casino')).toBe('“casino”')
    expect(matches(words('come down'), 'Come\n> here\ndown')).toBe('“come down”')
  })

  test('end with the text: a phrase that goes on after it is not there', () => {
    expect(matches(words('cheap watches'), 'so cheap')).toBeNull()
    expect(matches(words('casino night'), 'night', 'Casino')).toBeNull()
    expect(matches(words('casino'), 'c a s i n o')).toBe('“casino”')
    expect(matches(words('casino tonight'), 'tonight c a s i n o')).toBeNull()
  })

  test('are read as they are written and as they are meant', () => {
    expect(matches(words('fre'), 'fr33')).toBeNull()
    expect(matches(words('free'), 'fr33')).toBe('“free”')
    expect(matches(words('fr33'), 'fr33')).toBe('“fr33”')
    expect(matches(words('good'), 'goooood')).toBe('“good”')
    expect(matches(words('god'), 'goooood')).toBe('“god”')
    expect(matches(words('god'), 'good')).toBeNull()
    expect(matches(words('cash'), 'c@$h')).toBe('“cash”')
    expect(matches(words('h'), 'c@$h')).toBe('“h”')
    expect(matches(words('ss'), '$$')).toBeNull()
    expect(matches(words('Øre'), 'øre')).toBe('“Øre”')
    expect(matches(words('й'), 'и')).toBeNull()
  })
})

describe('links', () => {
  test('are told by their domains, three at the most and each once', () => {
    const to: RulePattern = { kind: 'links', domains: ['a.com', 'b.com', 'c.com', 'd.com'], more: 0 }
    expect(matches(to, 'a.com a.com/x e.com')).toBe('link to a.com')
    expect(matches(to, 'd.com c.com b.com a.com')).toBe('link to d.com, c.com and b.com')
    expect(matches({ kind: 'links', domains: [], more: 1 }, 'a.com')).toBeNull()
    expect(matches({ kind: 'links', domains: [], more: 1 }, 'a.com a.com')).toBe('2 links')
    expect(linkedDomains({ text: '> see a.com\nsee b.com', authorName: '' }, [])).toEqual(['b.com'])
    expect(linkedDomains({ text: 'see a.com and b.com', authorName: 'c.com' }, ['b.com'])).toEqual(['c.com', 'a.com'])
  })
})

describe('a rule against one site', () => {
  const against = (...typed: string[]) => {
    const checked = checkRule({ ...form, kind: 'links', domains: typed.join('\n') })
    if ('sentence' in checked) throw new Error(checked.sentence)
    return (text: string) => matches(checked.pattern, text) !== null
  }

  test.each([
    ['lamps.me.uk', 'shop.lamps.me.uk/x', 'roses.me.uk'],
    ['https://lamps.or.jp/buy', 'lamps.or.jp', 'school.or.jp'],
    ['lamps.wordpress.com', 'https://lamps.wordpress.com/1', 'roses.wordpress.com'],
    ['lamps.blogspot.com.br', 'lamps.blogspot.com.br', 'roses.blogspot.com.br'],
    ['lamps.github.io', 'lamps.github.io', 'roses.github.io'],
    ['käse.de', 'https://käse.de/x and https://xn--kse-qla.de', 'https://se.de'],
    ['se.de', 'se.de', 'https://käse.de'],
    ['xn--kse-qla.de', 'käse.de', 'https://kase.de'],
    ['пристань.рф', 'https://пристань.рф/x', 'https://причал.рф'],
  ])('%s catches %s and not %s', (typed, caught, left) => {
    expect(against(typed)(caught)).toBe(true)
    expect(against(typed)(left)).toBe(false)
    expect(matches({ kind: 'links', domains: [], more: 0 }, caught)).not.toBeNull()
  })

  test('goes on as it says where it was kept otherwise before', () => {
    const kept = (...domains: string[]): RulePattern => ({ kind: 'links', domains, more: 0 })
    expect(matches(kept('xn--kse-qla.de'), 'https://käse.de')).toBe('link to käse.de')
    expect(matches(kept('me.uk'), 'roses.me.uk')).toBe('link to roses.me.uk')
  })

  test('that gives anybody a place catches them all, where it is named itself', () => {
    const catches = against('wordpress.com')
    for (const text of ['ada.wordpress.com', 'www.wordpress.com', 'https://wordpress.com/about'])
      expect(catches(text)).toBe(true)
    for (const text of ['notwordpress.com', 'wordpress.com.example']) expect(catches(`https://${text}`)).toBe(false)
  })

  test('is a site, and not the ending of many', () => {
    expect(sentence({ kind: 'links', domains: 'lamps.co.uk\nco.uk' })).toBe(
      'domains: Many sites share “co.uk”. Write the whole name of the one you mean.',
    )
  })
})

describe('what a rule asks for', () => {
  test('is a place in the queue, from its weight as it is kept', () => {
    expect([0, 0.29, 0.3, 0.69, 0.7, 1].map(bandOfWeight)).toEqual([
      'fine',
      'fine',
      'thought',
      'thought',
      'spam',
      'spam',
    ])
    expect(lowerBand('fine', 'spam')).toBe('spam')
    expect(lowerBand('thought', 'fine')).toBe('thought')
    expect(lowerBand('thought', 'thought')).toBe('thought')
  })
})

describe('what a trial has found', () => {
  const looked = (count: number, state: Looked['state'], caught = true): Looked[] =>
    Array.from({ length: count }, (_, i) => ({ id: `${state}${i}`, at: Date.UTC(2026, 0, 1), state, caught }))

  test('stands by month of UTC, the newest first, also where the comments are not in order', () => {
    const at = (text: string, caught: boolean): Looked => ({
      id: text,
      at: Date.parse(text),
      state: 'rejected',
      caught,
    })
    const found = addFound(nothingFound, [
      at('2026-01-31T23:59:59Z', true),
      at('2026-02-01T00:00:00Z', false),
      at('2025-12-01T00:00:00Z', true),
      at('2026-01-01T00:00:00Z', false),
    ])
    expect(found.months).toEqual([
      { month: '2026-02', looked: 1, caught: 0 },
      { month: '2026-01', looked: 2, caught: 1 },
      { month: '2025-12', looked: 1, caught: 1 },
    ])
    expect(found).toMatchObject({ looked: 4, caught: 2, states: { rejected: 2 } })
    expect(nothingFound.months).toEqual([])
  })

  test('keeps the newest two hundred that readers see, and of the others twenty from all over the archive', () => {
    const found = addFound(nothingFound, [...looked(205, 'approved'), ...looked(2000, 'spam')])
    expect(found.approved).toEqual(looked(200, 'approved').map(({ id }) => id))
    expect(found.others).toHaveLength(MOST_OTHERS)
    const places = found.others.map((id) => Number(id.slice(4)))
    expect(new Set(places).size).toBe(MOST_OTHERS)
    // About half from either half, and few from the first hundred.
    expect(places.filter((place) => place >= 1000).length).toBeGreaterThan(4)
    expect(places.filter((place) => place < 1000).length).toBeGreaterThan(4)
    expect(places.filter((place) => place < 100).length).toBeLessThan(8)
    const few = addFound(nothingFound, looked(20, 'spam'))
    expect(few.others).toEqual(looked(20, 'spam').map(({ id }) => id))
  })
})
