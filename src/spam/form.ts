/** How a comment looks, apart from its words: each a key for the hash and a phrase for a person, made where it is asked for. */
import { spamMessages as m } from '../messages/index.ts'
import type { SpamText } from './comment.ts'
import type { FoundLink } from './links.ts'
import type { Changes } from './normalise.ts'

type Form = [key: string, name: () => string]
type Look = keyof typeof m.looks

/** The feature that all comments have: where a head starts from. It explains nothing. */
export const EVERY_COMMENT = 'every-comment'

/** `raw`: the text with spaces in one, letters as they were written. */
export function formOf(raw: string, links: readonly FoundLink[], own: readonly string[], changes: Changes): Form[] {
  return [...ofLength(raw), ...ofLetters(raw), ...ofLinks(links, own), ...ofChanges(changes)]
}

/** Those that it has. */
const looksOf = (looks: Partial<Record<Look, boolean>>): Form[] =>
  Object.entries(looks).flatMap(([look, has]): Form[] => (has ? [[look, () => m.looks[look as Look]]] : []))

function ofLength(raw: string): Form[] {
  const words = raw === '' ? 0 : raw.split(' ').length
  const step = stepOf(words, [0, 2, 6, 15, 40])
  return [
    ['always', () => EVERY_COMMENT],
    [`words ${step}`, () => m.long(words)],
  ]
}

function ofLetters(raw: string): Form[] {
  const letters = raw.match(/\p{L}/gu)?.length ?? 0
  const capitals = raw.match(/\p{Lu}/gu)?.length ?? 0
  const share = letters === 0 ? 0 : capitals / letters
  const marks = raw.match(/!/g)?.length ?? 0
  const digits = raw.match(/\p{N}/gu)?.length ?? 0
  return [
    [`capitals ${stepOf(share, [0, 0.001, 0.06, 0.15, 0.4, 0.8])}`, () => m.capitals(Math.round(share * 100))],
    ...(marks > 0 ? [[`! ${stepOf(marks, [1, 2, 4])}`, () => m.exclamations(marks)] satisfies Form] : []),
    ...looksOf({ '?': raw.includes('?') }),
    ...(digits > 0 ? [[`digits ${stepOf(digits, [1, 3, 7])}`, () => m.digits(digits)] satisfies Form] : []),
    ...looksOf({
      pictures: /\p{Extended_Pictographic}/u.test(raw),
      smile: /[:;=]['-]?[)(DPp3*]|<3/.test(raw),
      clock: /\b\d{1,2}:\d\d\b/.test(raw),
      drawn: /(\p{L})\1{2}/u.test(raw),
      money: /[$€£]\s?\d|\d\s?[$€£]/.test(raw),
      script: letters > 0 && !/[a-z]/i.test(raw),
    }),
  ]
}

function ofLinks(links: readonly FoundLink[], own: readonly string[]): Form[] {
  if (links.length === 0) return looksOf({ 'no link': true })
  const away = links.filter(({ domain }) => !own.includes(domain))
  const found = looksOf({ 'own link': away.length < links.length, link: away.length > 0 })
  if (away.length === 0) return found
  return [
    ...found,
    [`links ${stepOf(away.length, [1, 2, 4])}`, () => m.links(away.length)],
    ...looksOf({
      domains: new Set(away.map(({ domain }) => domain)).size > 1,
      path: away.some(({ page }) => page !== ''),
    }),
  ]
}

const ofChanges = ({ hidden, lookalikes, signs, spread, variants }: Changes): Form[] =>
  looksOf({
    hidden: hidden > 0,
    lookalikes: lookalikes > 0,
    signs: signs > 0,
    spread: spread > 0,
    variants: variants > 0,
  })

/** When it came and how fast; what isn't known says nothing. */
export function timeOf({ text, secondsToWrite, hour }: SpamText): Form[] {
  const found: Form[] = []
  if (hour !== null) {
    const part = Math.floor(hour / 4)
    found.push([`hour ${part}`, () => m.between(4 * part, 4 * part + 4)])
  }
  if (secondsToWrite !== null) {
    const step = stepOf(secondsToWrite, [0, 2, 5, 15, 60, 300, 1800])
    found.push([`seconds ${step}`, () => m.afterOpening(Math.round(secondsToWrite))])
    found.push(...looksOf({ fast: text.length / Math.max(1, secondsToWrite) > 15 }))
  }
  return found
}

/** The number of the last step that a value reaches. */
function stepOf(value: number, steps: readonly number[]): number {
  let step = 0
  while (step + 1 < steps.length && value >= (steps[step + 1] as number)) step++
  return step
}
