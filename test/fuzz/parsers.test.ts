/**
 * Every function that reads what comes from outside: on any text at all it
 * answers or says what is wrong, never throws; what it makes holds together;
 * and where doing it twice must change nothing, it does not. That its work is
 * in line with the text's length is the business of other tests.
 */
import { Readable } from 'node:stream'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold, storable } from '../../src/archive/fold.ts'
import { slugOfName } from '../../src/archive/name-path.ts'
import { edtfInWords } from '../../src/commands/read-edtf.ts'
import { readConfig, settings } from '../../src/config.ts'
import { readProof } from '../../src/discussion/proof.ts'
import { signingWith } from '../../src/discussion/signing.ts'
import { checkForm } from '../../src/discussion/words.ts'
import { readPage } from '../../src/exchange/index.ts'
import { isMailAddress, maskedAddress } from '../../src/mail/index.ts'
import { checkReaderName, deviceOf, foldAddress, mailKeysWith } from '../../src/people/index.ts'
import { passwordProblem } from '../../src/people/password-rules.ts'
import { checkPicture, isPictureAddress } from '../../src/pictures/index.ts'
import { findQuotations, read, tokenize } from '../../src/reading/index.ts'
import { plainTextOf } from '../../src/review/campaigns/plain-text.ts'
import {
  bandKeys,
  filterFields,
  formOfRule,
  pairsOf,
  readFilter,
  score,
  scorerOf,
  startModel,
  toCsv,
} from '../../src/review/index.ts'
import { checkRule } from '../../src/review/rules/check-rule.ts'
import { matcherOf, readText } from '../../src/review/rules/matcher.ts'
import { searchTerms } from '../../src/review/terms.ts'
import { isId } from '../../src/store/index.ts'
import { bodyToMarkup, markupToBody, typeset } from '../../src/story/index.ts'
import { slugOf } from '../../src/story/slug.ts'
import { clientAddress } from '../../src/web/client-address.ts'
import { readForm } from '../../src/web/form.ts'
import { readDateField } from '../../src/web/newsroom/story-form.ts'
import { CommentText } from '../../src/web/site/comment-text.tsx'
import { edtfWords } from '../../src/web/site/edtf-words.ts'
import { storyPathOf } from '../../src/web/site/paths.ts'
import { readQuestion } from '../../src/web/site/said-search.tsx'
import { readStrictly } from '../../src/web/site/well-formed.ts'
import { oddBytes, oddNumber, oddText } from './odd.ts'

const runs = Number(process.env.COURANT_TEST_FUZZ_RUNS ?? 60)
const seed = Number(process.env.COURANT_TEST_FUZZ_SEED ?? 12)
const NOW = Date.UTC(2026, 4, 1, 12)
const signing = signingWith(Buffer.alloc(32, 1))
const keys = mailKeysWith(Buffer.alloc(32, 1))
const scorer = scorerOf(startModel())

const onText = (property: (text: string, other: string) => unknown) =>
  fc.assert(
    fc.asyncProperty(oddText, oddText, async (text, other) => void (await property(text, other))),
    { numRuns: runs, seed },
  )

const isSentence = (text: string) => expect(text).toMatch(/[.!?]$/)

describe('forms', () => {
  const types = fc.oneof(
    fc.constantFrom(
      'application/x-www-form-urlencoded',
      'multipart/form-data',
      'multipart/form-data; boundary=x',
      'multipart/form-data; boundary=""',
      'multipart/form-data; boundary="x;y"; boundary=x',
      '',
    ),
    oddText.map((text) => `multipart/form-data; boundary=${text}`),
  )
  const parts = fc
    .array(
      fc.tuple(
        fc.constantFrom(
          'name="a"',
          'name="a"; filename="b"',
          'name=a',
          'filename="x"',
          'name="a"; filename*=utf-8\'\'%00',
          'name',
        ),
        oddText,
      ),
      { maxLength: 4 },
    )
    .map((all) =>
      Buffer.from(
        `${all.map(([head, text]) => `--x\r\nContent-Disposition: form-data; ${head}\r\n\r\n${text}\r\n`).join('')}--x--\r\n`,
      ),
    )

  test('any bytes of any type are a form or a fault with a name, and no field holds NUL or half a character', async () => {
    const bodies = fc.oneof(
      oddBytes,
      parts,
      oddText.map((text) => Buffer.from(`a=${text}&b=${encodeURIComponent(text.replace(/\p{Surrogate}/gu, ''))}`)),
    )
    await fc.assert(
      fc.asyncProperty(bodies, types, async (bytes, type) => {
        const request = Object.assign(Readable.from([Buffer.from(bytes)]), { headers: { 'content-type': type } })
        const form = await readForm(request, 100_000)
        if ('fault' in form) {
          expect(['too large', 'not UTF-8', 'not a form']).toContain(form.fault)
          return
        }
        for (const [name, value] of form.fields()) {
          expect(`${name}${value}`).not.toMatch(/\0|\p{Surrogate}/u)
          expect(form.all(name)).toContain(value)
        }
      }),
      { numRuns: runs * 2, seed },
    )
  })
})

describe('what a reader sends', () => {
  test('a comment is kept as it was cleaned, and cleaning it again changes nothing', () =>
    onText((name, text) => {
      const once = checkForm({ name, mail: '', text })
      if ('sentence' in once) return isSentence(once.sentence)
      expect(checkForm({ name: once.name, mail: '', text: once.text })).toEqual(once)
    }))

  test('a name, an address, a browser’s name and a password are read, whatever they hold', () =>
    onText(async (text, other) => {
      const name = checkReaderName(text)
      if ('problem' in name) isSentence(name.problem)
      else expect(checkReaderName(name.name)).toEqual(name)
      expect(foldAddress(foldAddress(text))).toBe(foldAddress(text))
      if (isMailAddress(text)) expect(text).not.toMatch(/[\s\p{C}<>,;:]/u)
      maskedAddress(text)
      deviceOf(text)
      passwordProblem(text, [other])
      keys.addressKey(text)
      expect([keys.readStopKey(text), keys.readNoticesKey(text)]).toEqual([null, null])
      expect([signing.readReceiptKey(text), signing.readReportKey(text)]).toEqual([null, null])
      expect(signing.readFormToken(text, NOW)).toBe('malformed')
      expect(isId(text) && text.length !== 26).toBe(false)
      expect(await readProof(signing, text, { nonce: 'n', storyId: 's' } as never, NOW)).toBeTruthy()
    }))

  test('a network is the socket’s or one that our proxy wrote', () =>
    onText((text, other) => {
      for (const proxies of [0, 1, 2, 10])
        expect([
          '192.0.2.1',
          ...`${text},${other}`.split(',').map((part) => part.trim().replace(/^\[|\]$/g, '')),
        ]).toContain(clientAddress('192.0.2.1', `${text},${other}`, proxies))
    }))

  test('a path is decoded or left as it is, and is the same when it is read again', () =>
    onText((text) => {
      const path = storyPathOf(`/2026/05/${text}`)
      if (!path.includes('%')) expect(storyPathOf(path)).toBe(path)
      const question = readQuestion(text, text)
      if (question.problem) isSentence(question.problem)
    }))

  test('a comment is drawn as well-formed markup with all its words', () =>
    onText((text) => {
      const tidy = checkForm({ name: 'N', mail: '', text })
      if ('sentence' in tidy) return
      readStrictly(`<!doctype html><body>${CommentText({ text: tidy.text })}</body>`)
    }))
})

describe('what the queue makes of words', () => {
  test('plain words, pairs, a score and found words come out of any text', () =>
    onText((text, authorName) => {
      const plain = plainTextOf(text)
      expect(Number.isSafeInteger(plain.key)).toBe(true)
      for (const key of bandKeys(pairsOf(plain.words))) expect(Number.isSafeInteger(key)).toBe(true)
      const said = { text, name: authorName, secondsToWrite: null, hour: null, ownDomains: [] }
      const { spam, rules } = score(scorer, said)
      for (const chance of [spam, rules]) expect(chance >= 0 && chance <= 1).toBe(true)
      for (const term of searchTerms(text).flat()) expect(term).not.toMatch(/[\s"*\0]/)
    }))

  test('a rule is refused with a sentence or works, and is the same out of its own form', () =>
    fc.assert(
      fc.property(
        oddText,
        oddText,
        fc.oneof(oddNumber, oddText),
        fc.constantFrom('words', 'links', 'first'),
        (text, other, more, kind) => {
          const form = {
            name: text,
            kind,
            words: `${other}\n${text}`,
            domains: other,
            links: 'more',
            more,
            effect: 'label',
          } as const
          for (const links of ['domains', 'any', 'more'] as const) {
            const rule = checkRule({ ...form, links })
            if ('sentence' in rule) {
              isSentence(rule.sentence)
              continue
            }
            expect(checkRule(formOfRule(rule))).toEqual(rule)
            matcherOf(rule.pattern)(readText({ text, authorName: other }, [], false))
          }
        },
      ),
      { numRuns: runs, seed },
    ))

  test('a filter comes out of its own fields again', () =>
    onText((text, other) => {
      const filter = readFilter((name) => (name === 'waited' ? other : text))
      const fields = new Map(filterFields(filter))
      expect(readFilter((name) => fields.get(name))).toEqual(filter)
    }))

  test('a table holds as many lines as it has rows, and begins no cell that a program would work out', () =>
    onText((text, other) => {
      const csv = toCsv([[text, other, 1, null]])
      expect(csv).not.toMatch(/(^|,)"?[=+@\t]/)
    }))
})

describe('what a newsroom writes', () => {
  test('typesetting twice changes nothing more', () =>
    onText((text) => {
      for (const language of ['en', 'fr', 'de', text]) {
        const once = typeset(text, language)
        expect(typeset(once, language)).toBe(once)
      }
    }))

  test('a body is the same out of its own markup', () =>
    onText((text, other) => {
      const made = markupToBody(`${text}\n\n${other}`, [])
      if ('problem' in made) return isSentence(made.problem)
      const again = markupToBody(bodyToMarkup(made.body), made.body)
      expect(again).toEqual({ body: made.body })
    }))

  test('a slug is a part of an address, a picture an address or a sentence, a date a day or nothing', () =>
    onText((text) => {
      for (const slug of [slugOf(text), slugOfName(text)]) expect(slug).not.toMatch(/[\s/?#%\\\0]|\p{Surrogate}/u)
      const wrong = checkPicture({ src: text, alt: text })
      if (wrong) isSentence(wrong)
      isPictureAddress(text)
      for (const zone of ['UTC', 'America/New_York', 'Pacific/Apia']) {
        const at = readDateField(text, zone)
        expect(at === undefined || at === null || Number.isFinite(at)).toBe(true)
      }
    }))

  test('a time in words stays a text', () => {
    const site = { language: 'en', timeZone: 'UTC' } as never
    return onText((text) => {
      for (const edtf of [text, `${text}/..`, `../${text}`, `2024-05-16/${text}`])
        expect([typeof edtfInWords(edtf), typeof edtfWords(site, edtf)]).toEqual(['string', 'string'])
      for (const form of [fold(text), storable(text)]) expect(form).not.toContain('\0')
    })
  })
})

describe('pages and their reading', () => {
  test('a pasted page is a story or a sentence, as text and as HTML', () =>
    onText(async (text, other) => {
      const html = `<html><body><h1>${other}</h1><p>${text}</p><script>${text}</script><p>${other}`
      for (const input of [
        { text },
        { text: html, mediaType: 'text/html' },
        { bytes: Buffer.from(`${text}\n\n${other}`), mediaType: `text/html; charset=${text}` },
      ]) {
        const page = await readPage(input, { now: NOW })
        if ('problem' in page) isSentence(page.problem)
        else expect(page.content.body.length + page.content.headline.length).toBeGreaterThanOrEqual(0)
      }
    }))

  test('any bytes are a page or a sentence', () =>
    fc.assert(
      fc.asyncProperty(
        oddBytes,
        fc.constantFrom('', 'text/html', 'text/plain; charset=utf-16', 'text/html; charset=no-such'),
        async (bytes, mediaType) => {
          const page = await readPage({ bytes, mediaType }, { now: NOW })
          if ('problem' in page) isSentence(page.problem)
        },
      ),
      { numRuns: runs, seed },
    ))

  test('every range of a reading lies in its block, and the same text reads the same', () =>
    onText((text, other) => {
      const blocks = [
        { id: 'a', kind: 'headline' as const, text: other },
        { id: 'b', kind: 'paragraph' as const, text: `${text} said on Thursday, “${other}” for £84,000.` },
      ]
      const reading = read({ blocks, date: '2024-05-16' })
      const places = JSON.stringify(reading).matchAll(/"block":"(\w)","from":(-?\d+),"to":(-?\d+)/g)
      for (const [, id, from, to] of places) {
        const length = blocks.find((block) => block.id === id)?.text.length ?? -1
        expect(Number(from)).toBeGreaterThanOrEqual(0)
        expect(Number(to)).toBeGreaterThanOrEqual(Number(from))
        expect(Number(to)).toBeLessThanOrEqual(length)
      }
      expect(read({ blocks, date: '2024-05-16' })).toEqual(reading)
      tokenize([text])
      findQuotations(text as never)
    }))
})

test('settings of the machine are read or refused with a sentence that holds no password', () =>
  onText((text, other) => {
    for (const name of Object.keys(settings)) {
      const read = readConfig({ COURANT_SMTP: '', [name]: text, COURANT_DATA: other })
      if ('problem' in read) isSentence(read.problem)
    }
    const secret = readConfig({
      COURANT_SMTP: `smtp://user:hunter2${encodeURIComponent(text.replace(/\p{Surrogate}/gu, ''))}@${other}:1`,
    })
    if ('problem' in secret) expect(secret.problem).not.toContain('hunter2')
  }))
