/** What a moderator reads of the model's chances. */
import { describe, expect, test } from 'vitest'
import { featuresOf, said, scorerOf, startModel } from '../../spam/index.ts'
import { bandOf } from '../filters/index.ts'
import { languageOf } from './language.ts'
import { askScorer, inWords } from './model-signals.ts'
import { spamTextOf } from './spam-text.ts'

const scorer = scorerOf(startModel())
const features = featuresOf(said('Check out my channel and subscribe, free gift cards http://a.example.com/x'))
const says = (spam: number, rules = 0) => inWords(scorer, { spam, rules, met: 1, features })

describe('the spam model’s word', () => {
  test.each([
    [0, '1%', 'ok'],
    [0.004, '1%', 'ok'],
    [0.126, '13%', 'ok'],
    [0.499, '50%', 'ok'],
    [0.5, '50%', 'raised'],
    [1, '99%', 'raised'],
  ])('of a chance of %d is %s, and %s', (spam, words, state) => {
    const [signal, ...others] = says(spam).signals
    expect(others).toEqual([])
    expect(signal).toMatchObject({ phase: 'spam model', state, words: expect.stringContaining(`Spam score ${words}`) })
  })

  test('gives three reasons that speak for it from a chance of a fifth on, and never where a link stood', () => {
    expect(says(0.199).signals[0]?.words).toBe('Spam score 20%')
    const words = says(0.2).signals[0]?.words ?? ''
    const reasons = words.replace('Spam score 20%: ', '').split(', ')
    expect(reasons).toHaveLength(3)
    expect(words).not.toContain('(link)')
  })

  test('has no reasons where nothing speaks for it', () => {
    const nothing = inWords(scorerOf({ ...startModel(), tables: [new Int32Array(65_536), new Int32Array(65_536)] }), {
      spam: 0.9,
      rules: 0,
      met: 1,
      features,
    })
    expect(nothing.signals[0]?.words).toBe('Spam score 90%')
  })

  test('says nothing twice, nor that there are so many marks, nor a word that stands in every text', () => {
    const comment = said('Check out my page, check out my channel, and get the free cards from me', {
      name: 'shoe shop',
    })
    const words = askScorer(scorer, comment).signals[0]?.words ?? ''
    const reasons = words.slice(words.indexOf(': ') + 2).split(/, | \+ /)
    expect(reasons.length).toBeGreaterThanOrEqual(3)
    expect(new Set(reasons).size).toBe(reasons.length)
    expect(words).not.toMatch(/of advertising|“(the|and|from)”/)
    expect(words.match(/check out/g)).toHaveLength(1)
  })

  test('of a language it never met is that it can’t tell, for a person to think about and not to wave through', () => {
    const { spam, rules, signals } = askScorer(scorer, said('Заходите в наш магазин, скидки каждый день'))
    expect([spam, rules]).toEqual([null, null])
    expect(signals).toEqual([
      expect.objectContaining({ state: 'not-checked', words: expect.stringContaining('No spam score'), weight: 0 }),
    ])
    expect(bandOf(signals)).toBe('thought')
  })

  test('is kept to the thousandth, and the chances as they are', () => {
    const { spam, rules, signals } = says(0.123456, 0.654321)
    expect([spam, rules]).toEqual([0.123456, 0.654321])
    expect(signals.map(({ weight }) => weight)).toEqual([0.123, 0.654])
  })

  test.each([
    [0.299, null],
    [0.3, 'ok'],
    [0.499, 'ok'],
    [0.5, 'raised'],
  ])('of a broken rule at %d: %s', (rules, state) => {
    const [, signal] = says(0.1, rules).signals
    expect(signal?.state ?? null).toBe(state)
    if (signal)
      expect(signal).toMatchObject({
        phase: 'rules model',
        words: expect.stringMatching(/^Rule-breaking score \d\d%$/),
      })
  })
})

describe('the language of a comment', () => {
  test.each([
    ['The ferry was late again this morning and nobody at the pier knew why.', 'en'],
    ['Die Fähre war heute Morgen schon wieder zu spät', 'de'],
    ['今天早上渡轮又晚点了', 'zh'],
    ['Nobody told the pilots.', 'en'],
    ['Das hätte man wissen können.', 'de'],
    ['Merci pour ces photos.', 'fr'],
    ['Ya era hora de decirlo.', 'es'],
    ['Niets nieuws onder de zon.', 'nl'],
    ['Кто это решил?', 'ru'],
    ['谁决定的？', 'zh'],
    ['誰が決めたの？', 'ja'],
    ['누가 정했나요?', 'ko'],
    // Those who answer in their own language what was said in another.
    ['> The ferry was late again this morning.\n\nDas war gestern auch so.', 'de'],
    ['Ok then', null],
    ['Ada Lind', null],
    ['Hahahaha', null],
    ['qwrt zxcv', null],
    ['!!! 123 456 789 000 111', null],
    ['https://example.com/the-ferry-was-late-again', null],
    // Only its beginning is looked at.
    [`${'Die Fähre war heute Morgen schon wieder zu spät. '.repeat(4)}${'The ferry was late. '.repeat(60)}`, 'de'],
  ])('of “%s” is %s', async (text, language) => {
    expect(await languageOf(text)).toBe(language)
  })
})

describe('a comment as the model is shown it', () => {
  const at = Date.UTC(2026, 4, 1, 22, 50)
  const shown = (timeZone: string, when = at, url = 'https://www.paper.example.co.uk') =>
    spamTextOf({ text: 'Words', authorName: 'Ada', secondsToWrite: 9, at: when }, { timeZone, url })

  test('has the hour of the site’s day, also where its clock is not on the hour, and when asked of another time at once', () => {
    expect(shown('UTC').hour).toBe(22)
    expect(shown('Europe/Berlin').hour).toBe(0)
    expect(shown('Asia/Kathmandu').hour).toBe(4)
    expect(shown('UTC').hour).toBe(22)
    expect(shown('UTC', at + 10 * 60_000).hour).toBe(23)
    expect(shown('UTC', at + 24 * 60 * 60_000).hour).toBe(22)
  })

  test('has the site’s own domain as it was registered; a site without one has none', () => {
    expect(shown('UTC')).toMatchObject({ text: 'Words', name: 'Ada', secondsToWrite: 9, ownDomains: ['example.co.uk'] })
    expect(shown('UTC', at, '').ownDomains).toEqual([])
    expect(shown('UTC', at, 'http://localhost:3000').ownDomains).toEqual([])
  })
})
