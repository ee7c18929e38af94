/** What this part reads of what comes from outside, on any text at all: it answers or says what is wrong, and never throws. */
import { expect, test } from 'vitest'
import { isSentence, onText } from '../../test/fuzz/on-text.ts'
import { bodyToMarkup, markupToBody } from './markup/markup.ts'
import { slugOf } from './slug.ts'
import { typeset } from './typeset.ts'

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

test('a slug is a part of an address', () =>
  onText((text) => expect(slugOf(text)).not.toMatch(/[\s/?#%\\\0]|\p{Surrogate}/u)))
