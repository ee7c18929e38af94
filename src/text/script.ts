/** Which script words are written in, and the way it runs. */

/** By ISO 15924. Scripts that one text mixes as a matter of course have one name. */
const SCRIPTS: readonly (readonly [name: string, letters: RegExp, direction: 'ltr' | 'rtl'])[] = [
  ['Latn', /\p{Script=Latin}+/gu, 'ltr'],
  ['Cyrl', /\p{Script=Cyrillic}+/gu, 'ltr'],
  ['Grek', /\p{Script=Greek}+/gu, 'ltr'],
  ['Arab', /\p{Script=Arabic}+/gu, 'rtl'],
  ['Hebr', /\p{Script=Hebrew}+/gu, 'rtl'],
  ['Syrc', /\p{Script=Syriac}+/gu, 'rtl'],
  ['Thaa', /\p{Script=Thaana}+/gu, 'rtl'],
  ['Nkoo', /\p{Script=Nko}+/gu, 'rtl'],
  ['Adlm', /\p{Script=Adlam}+/gu, 'rtl'],
  ['Rohg', /\p{Script=Hanifi_Rohingya}+/gu, 'rtl'],
  ['Hani', /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}]+/gu, 'ltr'],
  ['Hang', /\p{Script=Hangul}+/gu, 'ltr'],
  ['Deva', /\p{Script=Devanagari}+/gu, 'ltr'],
  ['Beng', /\p{Script=Bengali}+/gu, 'ltr'],
  ['Guru', /\p{Script=Gurmukhi}+/gu, 'ltr'],
  ['Gujr', /\p{Script=Gujarati}+/gu, 'ltr'],
  ['Taml', /\p{Script=Tamil}+/gu, 'ltr'],
  ['Telu', /\p{Script=Telugu}+/gu, 'ltr'],
  ['Knda', /\p{Script=Kannada}+/gu, 'ltr'],
  ['Mlym', /\p{Script=Malayalam}+/gu, 'ltr'],
  ['Sinh', /\p{Script=Sinhala}+/gu, 'ltr'],
  ['Thai', /\p{Script=Thai}+/gu, 'ltr'],
  ['Laoo', /\p{Script=Lao}+/gu, 'ltr'],
  ['Mymr', /\p{Script=Myanmar}+/gu, 'ltr'],
  ['Khmr', /\p{Script=Khmer}+/gu, 'ltr'],
  ['Tibt', /\p{Script=Tibetan}+/gu, 'ltr'],
  ['Armn', /\p{Script=Armenian}+/gu, 'ltr'],
  ['Geor', /\p{Script=Georgian}+/gu, 'ltr'],
  ['Ethi', /\p{Script=Ethiopic}+/gu, 'ltr'],
]

/** The beginning of a text says how the rest is written; in UTF-16 units. */
const LOOKED_AT = 2000

export interface Script {
  /** ISO 15924; "Hani" for Japanese too. */
  name: string
  direction: 'ltr' | 'rtl'
}

/** The script of most of the letters that a text begins with; null where it has none. */
export function scriptOf(text: string): Script | null {
  const start = text.slice(0, LOOKED_AT)
  let most: { script: Script | null; letters: number } = { script: null, letters: 0 }
  for (const [name, pattern, direction] of SCRIPTS) {
    const letters = (start.match(pattern) ?? []).reduce((sum, run) => sum + run.length, 0)
    if (letters > most.letters) most = { script: { name, direction }, letters }
    // More than half of a text can't be outnumbered: most are looked through once, not for every script there is.
    if (2 * letters > start.length) break
  }
  return most.script
}

const MIXED: Record<string, readonly string[]> = {
  Jpan: ['Hani'],
  Hans: ['Hani'],
  Hant: ['Hani'],
  Kore: ['Hang', 'Hani'],
}

/** Whether a language (BCP 47) is written in that script; true of a code that nobody knows. */
export function isWrittenIn(language: string, { name }: Script): boolean {
  const [, stated] = /^[a-z]+-([A-Z][a-z]{3})(?:-|$)/.exec(language) ?? []
  const script = stated ?? usualScript(language)
  return script === null || (MIXED[script] ?? [script]).includes(name)
}

/** By language: Intl takes as long for one as a page takes for all its links. */
const usual = new Map<string, string | null>()
/** More languages than there are, and fewer than could be made up. */
const MOST_LANGUAGES = 1000

function usualScript(language: string): string | null {
  const known = usual.get(language)
  if (known !== undefined) return known
  const script = maximized(language)
  if (usual.size >= MOST_LANGUAGES) usual.clear()
  usual.set(language, script)
  return script
}

function maximized(language: string): string | null {
  try {
    return new Intl.Locale(language).maximize().script ?? null
  } catch {
    return null
  }
}
