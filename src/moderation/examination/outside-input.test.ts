/** What this part reads of what comes from outside, on any text at all: it answers or says what is wrong, and never throws. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { oddNumber, oddText } from '../../../test/fuzz/odd.ts'
import { isSentence, onText, TRIED } from '../../../test/fuzz/on-text.ts'
import { toCsv } from '../../redress/index.ts'
import { score, scorerOf, startModel } from '../../spam/index.ts'
import { bandKeys, pairsOf, plainTextOf } from '../campaigns/index.ts'
import { checkRule, formOfRule, matcherOf, readForRules } from '../filters/index.ts'
import { filterFields, readFilter, searchTerms } from '../queue/index.ts'

const scorer = scorerOf(startModel())

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
          matcherOf(rule.pattern)(readForRules({ text, authorName: other }, [], false))
        }
      },
    ),
    TRIED,
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
