/**
 * What parts read of what comes from outside, on any text at all: they answer
 * or say what is wrong, and never throw. What is inside a part has its own
 * outside-input.test.ts there. That the work is in line with the text's length
 * is the business of other tests.
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readConfig, settings } from '../../src/config.ts'
import { readPage } from '../../src/exchange/page/index.ts'
import { isMailAddress, maskedAddress } from '../../src/mail/index.ts'
import { checkPicture, isPictureAddress } from '../../src/media/index.ts'
import { findQuotations, read, tokenize } from '../../src/reading/index.ts'
import { oddBytes } from './odd.ts'
import { isSentence, onText, TRIED } from './on-text.ts'

const NOW = Date.UTC(2026, 4, 1, 12)

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
      TRIED,
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

test('an address of mail or of a picture is one, or is refused', () =>
  onText((text) => {
    if (isMailAddress(text)) expect(maskedAddress(text)).not.toMatch(/[\s\p{C}<>,;:]/u)
    const wrong = checkPicture({ src: text, alt: text })
    if (wrong) isSentence(wrong)
    else if (text.trim() !== '') expect(isPictureAddress(text.trim())).toBe(true)
  }))
