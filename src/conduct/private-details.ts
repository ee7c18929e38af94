/**
 * What could give away where somebody lives, how to reach them or where their
 * money is. Cheap patterns that miss some and are mostly right; each is bounded,
 * so that the work is in line with the text's length.
 */
import { normalForm } from '../text/index.ts'

export type DetailKind = 'telephone' | 'mail' | 'street' | 'account'

export interface Detail {
  kind: DetailKind
  /** As it was written. */
  words: string
}

/** As much of a text is read, in UTF-16 units. */
const LONGEST = 10_000
/** More are not told, and each is held against those before it. */
const MOST_FOUND = 12
/** Digits that a telephone number has. */
const [FEWEST, MOST] = [8, 15]

/** Pure. Each finding once, in the order of the kinds. */
export function findDetails(raw: string): Detail[] {
  const text = normalForm(raw.slice(0, LONGEST), 'NFKC')
  const found = new Map<string, Detail>()
  const add = (kind: DetailKind, words: string) => {
    if (found.size >= MOST_FOUND) return
    const detail = { kind, words: words.trim() }
    if (![...found.values()].some((one) => one.words.includes(detail.words))) found.set(`${kind} ${words}`, detail)
  }
  for (const [mail] of text.matchAll(MAIL)) add('mail', mail)
  for (const [words] of text.matchAll(IBAN)) if (isIban(words)) add('account', words)
  for (const { words, digits, at } of numbersIn(text)) {
    if (isCard(digits) || SORT_CODE.test(words) || ACCOUNT_BEFORE.test(text.slice(Math.max(0, at - 40), at))) {
      if (digits.length >= 6) add('account', words)
    } else if (isTelephone(words, digits, text.slice(Math.max(0, at - 40), at))) add('telephone', words)
  }
  for (const pattern of STREETS) for (const [words] of text.matchAll(pattern)) add('street', words)
  return [...found.values()]
}

const MAIL = /(?<![\w.+-])[\w.+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,4}(?![\w-])/gi
/** Two letters, two digits, and groups that may stand apart. */
const IBAN = /(?<![A-Z0-9])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?![A-Z0-9])/g
const SORT_CODE = /^\d{2}-\d{2}-\d{2}\b/
const ACCOUNT_BEFORE = /(?:account|acct|a\/c|iban|sort code|routing|card)\b[^.!?]{0,20}$/i
const CALL_BEFORE =
  /(?:call|ring|phone|tel|telephone|mobile|cell|text|number|whatsapp|fax|handy|nummer|telefon|téléphone|teléfono|номер|телефон)\b[^.!?\d]{0,20}$/i

const STREET =
  'Street|St|Road|Rd|Lane|Ln|Avenue|Ave|Drive|Dr|Close|Crescent|Court|Ct|Square|Sq|Place|Pl|Terrace|Boulevard|Blvd|Way|Gardens|Grove|Hill|Mews|Parade|Row|Walk|Highway|Hwy|Quay|Green'
/** A year before a street's name is no house: "in 1953 Mill Lane was a field". */
const START = '(?<![\\d.,:/£$€-])\\b(?!(?<=\\b(?:[Ii]n|[Ss]ince|[Bb]y|[Uu]ntil|[Ff]rom|[Oo]f) )(?:1[5-9]|20)\\d{2}\\b)'
const SMALL_WORD = '(?!(?:of|on|in|at|to|the|a|an|and|by|per|more|from|for|along|down|up|off)\\b)'
/** "14 Mill Lane", "Hafenstraße 12", "12 rue de la Paix", "Calle Mayor 5". A number and a name, both close. */
const STREETS = [
  new RegExp(`${START}\\d{1,4}[a-zA-Z]?,? (?:\\p{Lu}[\\p{L}'’.-]{1,20} ){1,3}(?:${STREET})\\b`, 'gu'),
  new RegExp(
    `${START}\\d{1,4}[a-z]?,? (?:${SMALL_WORD}\\p{Ll}{2,20} ){1,2}(?:street|road|lane|avenue|crescent|terrace)\\b`,
    'gu',
  ),
  /(?<!\p{L})\p{Lu}\p{L}{1,24}(?:straße|strasse|str\.|weg|gasse|platz|allee|straat|laan|gatan|vägen|gata|vej|gade) \d{1,4}[a-z]?\b/gu,
  /(?<![\d.,])\b\d{1,4},? (?:rue|avenue|boulevard|chemin|impasse|via|viale|piazza) (?:d[eu]s? |de la |del |della )?\p{Lu}\p{L}{1,24}/gu,
  /(?<!\p{L})(?:Calle|Avenida|Plaza|Via|Viale|Piazza|Rua|Avenida|ул\.|улица|ulica|ul\.) (?:\p{L}{1,20} ){0,2}\p{L}{1,20},? \d{1,4}\b/gu,
]

/** Runs of digits with the signs that stand between them in numbers. */
function numbersIn(text: string): { words: string; digits: string; at: number }[] {
  return [...text.matchAll(/(?<![\p{L}\p{N}.,/#$£€@_-])\+?\(?\d[\d ()./-]{4,26}\d(?![\p{L}\p{N}%])/gu)].map(
    (match) => ({
      words: match[0],
      digits: match[0].replace(/\D/g, ''),
      at: match.index,
    }),
  )
}

function isTelephone(words: string, digits: string, before: string): boolean {
  if (digits.length < FEWEST - 1 || digits.length > MOST) return false
  // Dates, years, sums with thousands, results and coordinates.
  if (/^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}$/.test(words) || /^\d{4} ?[-–/] ?\d{4}$/.test(words)) return false
  if (/^\d{1,3}(?:[. ]\d{3}){1,3}$/.test(words) && !words.startsWith('0')) return CALL_BEFORE.test(before)
  if (words.startsWith('+') || words.startsWith('0') || words.startsWith('(')) return digits.length >= FEWEST
  if (/^\d{3}[ .-]\d{3}[ .-]\d{4}$/.test(words)) return true
  return CALL_BEFORE.test(before)
}

/** Thirteen to nineteen digits that end as Luhn's sum says. */
function isCard(digits: string): boolean {
  if (digits.length < 13 || digits.length > 19) return false
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i])
    sum += i % 2 === 0 ? digit : digit < 5 ? 2 * digit : 2 * digit - 9
  }
  return sum % 10 === 0 && !/^(\d)\1*$/.test(digits)
}

/** ISO 13616: moved round and read as one number, it leaves 1 over 97. */
function isIban(words: string): boolean {
  const bare = words.replaceAll(' ', '')
  let rest = 0
  for (const sign of bare.slice(4) + bare.slice(0, 4)) {
    const value = Number.parseInt(sign, 36)
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97
  }
  return bare.length >= 15 && rest === 1
}
