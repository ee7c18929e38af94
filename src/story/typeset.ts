/**
 * Real quotes, dashes and spaces for words that were typed on a keyboard.
 * Addresses (http, mail) stay as they are. Doing it twice changes nothing more.
 */
interface Custom {
  /** Opening and closing marks, outer and inner. */
  double: readonly [string, string]
  single: readonly [string, string]
  /** How two hyphens, or one between spaces, are set. */
  dash: string
}

const NARROW = '\u202f'
const HARD = '\u00a0'
const EN: Custom = { double: ['“', '”'], single: ['‘', '’'], dash: ' — ' }
const DE: Custom = { double: ['„', '“'], single: ['‚', '‘'], dash: ' – ' }

const CUSTOMS: Record<string, Custom> = {
  en: EN,
  de: DE,
  cs: DE,
  sk: DE,
  sl: DE,
  bg: DE,
  is: DE,
  lt: DE,
  fr: { double: [`«${NARROW}`, `${NARROW}»`], single: ['“', '”'], dash: ' – ' },
  it: { double: ['«', '»'], single: ['“', '”'], dash: ' – ' },
  es: { double: ['«', '»'], single: ['“', '”'], dash: ' — ' },
  pt: { double: ['“', '”'], single: ['‘', '’'], dash: ' – ' },
  nl: { double: ['“', '”'], single: ['‘', '’'], dash: ' – ' },
  ru: { double: ['«', '»'], single: ['„', '“'], dash: ' — ' },
  uk: { double: ['«', '»'], single: ['„', '“'], dash: ' — ' },
  pl: { double: ['„', '”'], single: ['‚', '’'], dash: ' – ' },
  hu: { double: ['„', '”'], single: ['»', '«'], dash: ' – ' },
  ro: { double: ['„', '”'], single: ['«', '»'], dash: ' – ' },
  sv: { double: ['”', '”'], single: ['’', '’'], dash: ' – ' },
  fi: { double: ['”', '”'], single: ['’', '’'], dash: ' – ' },
  da: { double: ['”', '”'], single: ['’', '’'], dash: ' – ' },
  nb: { double: ['«', '»'], single: ['‘', '’'], dash: ' – ' },
  no: { double: ['«', '»'], single: ['‘', '’'], dash: ' – ' },
}

/** No part before the "@" is longer (RFC 5321); it is looked for where a word begins, so that a long run is read once. */
const ADDRESS = /(?:https?:\/\/|www\.)[^\s"]+|(?<![^\s@"])[^\s@"]{1,64}@[^\s@"]+\.[^\s"]+/gi

/** `language`: BCP 47; what is not known is set as English is. */
export function typeset(text: string, language: string): string {
  const primary = language.toLowerCase().split('-')[0] ?? 'en'
  const custom = (Object.hasOwn(CUSTOMS, primary) ? CUSTOMS[primary] : null) ?? EN
  // Addresses are kept aside, and stand as one letter meanwhile, so that quotes around them still see a word.
  const addresses: string[] = []
  const aside = text.replace(ADDRESS, (address) => {
    addresses.push(address)
    return '\ue000'
  })
  let set = dashes(aside, custom)
  set = quotes(set, custom)
  set = set.replace(/(?<!\.)\.\.\.(?!\.)/g, '…')
  set = set.replace(/(\d) ?(%|€|°C|km\/h|km|kg|cm|mm|ha|kWh|MW|GW)(?![\p{L}\d])/gu, (whole, digit, unit) =>
    whole.includes(' ') ? `${digit}${HARD}${unit}` : whole,
  )
  if (primary === 'fr') set = set.replace(/ ([;!?])/g, `${NARROW}$1`).replace(/ :/g, `${HARD}:`)
  let next = 0
  return set.replace(/\ue000/g, () => addresses[next++] ?? '')
}

function dashes(text: string, { dash }: Custom): string {
  return (
    text
      // Speech that breaks off, and a break at a line's beginning.
      .replace(/(?<=[\p{L}\p{N}])--(?=["']?(?:[.,;:!?)]|$)|["']\s)/gmu, dash.trim())
      .replace(/^([^\S\n\r\u2028\u2029]*)--(?!-) ?(?=\S)/gm, `$1${dash.trimStart()}`)
      .replace(/(?<=[\p{L}\p{N}”’"'!?,.)]) ?(?<!-)--(?!-) ?(?=[\p{L}\p{N}“‘"'(])/gu, dash)
      .replace(/(?<=\S) - (?=\S)/g, (whole, at: number, all: string) => (isSum(all, at) ? whole : dash))
      .replace(/(?<![\d-])(\d{1,4})-(\d{1,4})(?![\d-])/g, (whole, from: string, to: string) =>
        isRange(from, to) ? `${from}–${to}` : whole,
      )
  )
}

/** "4 - 3" is a sum or a score, not a break of thought. */
const isSum = (text: string, at: number): boolean => /\d/.test(text[at - 1] ?? '') && /\d/.test(text[at + 3] ?? '')

/** 12-14, 1939-1945 and 2020-21 run from one to the other; 555-1234 is somebody's telephone, and 3-1 a score. */
const isRange = (from: string, to: string): boolean =>
  from.length === to.length
    ? Number(from) < Number(to)
    : from.length === 4 && to.length === 2 && Number(from.slice(2)) < Number(to)

function quotes(text: string, { double, single }: Custom): string {
  const opens = '(?<=^|[\\s(\\[{<—–\\-/“‘«„‚\\u202f\\u00a0])'
  return (
    text
      // Feet and inches after a number that opened nothing: 6'2", 40".
      .replace(/(\d)'(\d{1,2})"(?!\p{L})/gu, '$1′$2″')
      // Left out at the beginning: '90s, 'em, 'tis.
      .replace(/(?<=^|[\s(“"])'(?=\d\ds?\b|(?:em|tis|twas|til|cause|n)\b)/gi, '’')
      .replace(/(?<=[\p{L}\p{N}])'(?=[\p{L}\p{N}])/gu, '’')
      .replace(new RegExp(`${opens}"(?=\\S)`, 'gu'), double[0])
      .replace(/"/g, double[1])
      .replace(/(?<=^|[\s([{<—–\-/“«„\u202f\u00a0])'(?=\S)/gu, single[0])
      .replace(/'/g, single[1])
  )
}
