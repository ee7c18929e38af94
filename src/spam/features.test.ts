import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { said } from './_comments.ts'
import { LONGEST_READ, type SpamText } from './comment.ts'
import { featuresOf, shortened } from './features.ts'
import { kindsOf } from './kinds-of-words.ts'
import { findLinks } from './links.ts'
import { normalise, readSigns } from './normalise.ts'
import { tokensOf } from './tokens.ts'

function namesOf(comment: SpamText): string[] {
  const { ids, nameOf } = featuresOf(comment)
  return Array.from(ids, (_, i) => nameOf(i))
}

describe('links', () => {
  test('are found written out, without http, and with what was registered as their name', () => {
    const found = (text: string) => findLinks(text).map(({ domain, page }) => (page ? `${domain} ${page}` : domain))
    expect(found('see https://news.example.co.uk/watch?v=1 and wa.me/5550100')).toEqual([
      'example.co.uk watch',
      'wa.me',
    ])
    expect(found('visit my-pills.shop today')).toEqual(['my-pills.shop'])
    expect(found('http://10.0.0.1/x')).toEqual([])
  })

  test.each([
    ['请看https://lamps.example/new/2，谢谢。', ['lamps.example new']],
    ['地図（https://map.example/p）と、https://b.example/q。次は', ['map.example p', 'b.example q']],
    ['看lamps.com谢谢，还有boats.org', ['lamps.com', 'boats.org']],
    ['지도는 map.example.com에서, https://b.example/q을 보세요', ['example.com', 'b.example q']],
    ['ดูที่https://lamps.example/nครับ', ['lamps.example n']],
    ['انظر https://lamps.example/n، شكرا', ['lamps.example n']],
    ['http://例子.中国谢谢', ['例子.中国']],
    ['他说。好的。去了', []],
    ['Он ушёл.Она осталась. Конец.Начало', []],
  ])('end where their script goes on without a space: of %j are %j', (text, links) => {
    const found = findLinks(normalise(text).text)
    expect(found.map(({ domain, page }) => (page ? `${domain} ${page}` : domain))).toEqual(links)
  })

  test.each([
    ['https://käse.de/x', 'käse.de'],
    ['käse.de', 'käse.de'],
    ['https://xn--kse-qla.de/x', 'käse.de'],
    ['https://www.пристань.рф', 'пристань.рф'],
    ['пристань.рф', 'пристань.рф'],
    ['https://xn--80apqffhh6f.xn--p1ai/x', 'пристань.рф'],
    ['https://船.example/x', '船.example'],
    ['https://b船.example/x', 'b船.example'],
  ])('are whole in every script, and one however they are spelt: %s is %s', (text, domain) => {
    expect(findLinks(normalise(text).text).map((link) => link.domain)).toEqual([domain])
  })

  test('are not mail addresses, missing spaces or times', () => {
    expect(findLinks('write to ada@lind.com')).toEqual([])
    expect(findLinks('That was the end.In the morning we left at 9.30, who told.me')).toEqual([])
    expect(findLinks('e.g. this')).toEqual([])
  })

  test('to the site itself are told from links elsewhere', () => {
    const names = namesOf(said('https://www.harbour-post.example/ferry'))
    expect(names).toContain('a link to this site')
    expect(names).not.toContain('a link')
  })
})

describe('normalising', () => {
  test('reads lookalikes, fancy letters and hidden characters as what a person reads, and counts them', () => {
    expect(normalise('fr\u200bee')).toMatchObject({ text: 'free', changes: { hidden: 1 } })
    expect(normalise('fr\u0435e')).toMatchObject({ text: 'free', changes: { lookalikes: 1 } })
    expect(normalise('𝓯𝓻𝓮𝓮 ｆｒｅｅ')).toMatchObject({ text: 'free free', changes: { variants: 8 } })
  })

  test('counts no joiner that a script or a little picture needs as hidden', () => {
    for (const text of ['آن‌ها می‌خواهند', 'শ্‍রী', '👩\u200d👧 and me']) expect(normalise(text).changes.hidden).toBe(0)
    expect(normalise('fr\u200dee').changes.hidden).toBe(1)
  })

  test('leaves a word of one script alone, and what copying leaves at a text’s ends', () => {
    expect(normalise('Привет, море')).toMatchObject({ text: 'привет, море', changes: { lookalikes: 0 } })
    expect(normalise('Nice\ufeff').changes.hidden).toBe(0)
  })

  test('reads signs as letters only where a word of letters comes of it', () => {
    expect(readSigns('fr33')).toBe('free')
    expect(readSigns('c@sh')).toBe('cash')
    for (const word of ['2nd', '50k', 'ferry', '2024', '!!!', 'wow!']) expect(readSigns(word)).toBeNull()
  })

  test('puts words together whose letters stand apart', () => {
    expect(tokensOf('get it f r e e now', [], []).spread).toEqual(['free'])
    expect(tokensOf('s.u.b.s to me', [], []).spread).toEqual(['subs'])
    expect(tokensOf('a b c', [], []).spread).toEqual([])
  })

  test('knows “subscribe” however it is spelt', () => {
    for (const word of ['subscribe', 'suscribe', 'subcribe', 'subscrib', 'suscribanse']) {
      expect(kindsOf(word)).toContain('follow')
    }
    for (const word of ['submarine', 'sunrise', 'surprise', 'substance']) expect(kindsOf(word)).not.toContain('follow')
  })
})

describe('quoted lines', () => {
  test('are not the commenter’s words: the model sees the comment without them', () => {
    const answer = 'She is right about the ferry.'
    const quoting = said(`> Earn money from home at lamps.example\n\n${answer}`)
    expect(namesOf(quoting)).toEqual(namesOf(said(answer)))
    expect(namesOf(said('> Earn money from home'))).toContain('“money”')
  })
})

describe('features', () => {
  test('are places of the table, each once, with a strength and a name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), fc.string({ maxLength: 40 }), (text, name) => {
        const { ids, values } = featuresOf(said(text, { name }))
        expect(new Set(ids).size).toBe(ids.length)
        expect(values.every((value) => value > 0)).toBe(true)
        expect(namesOf(said(text, { name })).every((one) => one !== '')).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  test('of a text without end are those of its beginning and its end', () => {
    const text = Array.from({ length: 20_000 }, (_, i) => i.toString(36)).join(' ')
    expect(featuresOf(said(text)).ids).toEqual(featuresOf(said(shortened(text))).ids)
    expect(shortened(text).length).toBeLessThanOrEqual(LONGEST_READ + 1)
    expect(featuresOf(said(text)).ids.length).toBeLessThan(9000)
  })

  test('see what stands behind a page of blanks', () => {
    const names = namesOf(said(`Nice.${' \n'.repeat(5000)}wa.me/5550100`))
    expect(names).toContain('the link wa.me')
  })

  test('see the end of the longest texts as well as their beginning', () => {
    const names = namesOf(said(`${'The ferry was late. '.repeat(900)} wa.me/5550100`))
    expect(names).toEqual(expect.arrayContaining(['the link wa.me', '“ferry”']))
  })

  test('know nothing of a time or an hour that nobody measured', () => {
    const names = namesOf(said('Hello', { secondsToWrite: null, hour: null })).join('\n')
    expect(names).not.toMatch(/sent|o’clock/)
    expect(namesOf(said('x'.repeat(90), { secondsToWrite: 2 }))).toContain('faster than people type')
  })

  test('name a link in the name a comment is signed with', () => {
    expect(namesOf(said('Nice', { name: 'cheap-pills.shop' }))).toContain('a link in the name')
  })
})
