/** Joins the mentions of organizations and of places: a long form with its letters, "the Times" with its paper. */

import { ADP, DET, PROPN } from '../tokens.ts'
import type { Marked } from './marked.ts'
import type { Span } from './span.ts'
import { CAPS, ORDINARY, ORGANIZATION_HEAD, PLAIN_ACRONYM, placeKey } from './words.ts'

export interface Body {
  kind: 'organization' | 'place'
  spans: Span[]
}

/** The organizations and places among `spans`, in order of their first mention. */
export function joinBodies(marked: Marked, spans: readonly Span[]): Body[] {
  const bodies = new Map<string, Body>()
  const index = indexLongForms(marked, spans)
  for (const span of spans) {
    if (span.kind === 'person') continue
    const key = keyOf(marked, span, index)
    if (key === null) continue
    const body = bodies.get(key)
    if (body) body.spans.push(span)
    else bodies.set(key, { kind: key.startsWith('place') ? 'place' : 'organization', spans: [span] })
  }
  return [...bodies.values()]
}

interface LongForms {
  /** Letters, last word, last two words and first word of organizations, each with the key it leads to; null where it leads to several. */
  letters: Map<string, string>
  last: Map<string, string>
  tail: Map<string, string | null>
  first: Map<string, string | null>
}

function indexLongForms(marked: Marked, spans: readonly Span[]): LongForms {
  const forms: LongForms = { letters: new Map(), last: new Map(), tail: new Map(), first: new Map() }
  for (const span of spans) {
    if (span.kind !== 'organization' || span.words.length < 2) continue
    const { words } = span
    const key = `organization ${words.join(' ')}`
    for (const letters of lettersOf(marked, span)) if (!forms.letters.has(letters)) forms.letters.set(letters, key)
    if (!forms.last.has(words.at(-1) as string)) forms.last.set(words.at(-1) as string, key)
    if (words.length > 2) enterOnce(forms.tail, words.slice(-2).join(' '), key)
    enterOnce(forms.first, words[0] as string, key)
  }
  return forms
}

function enterOnce(map: Map<string, string | null>, word: string, key: string): void {
  const known = map.get(word)
  if (known === undefined) map.set(word, key)
  else if (known !== key) map.set(word, null)
}

/** "(ONS)" after the long form, and the first letters of its words with and without the small ones. */
function lettersOf(marked: Marked, { words, to }: Span): string[] {
  const { tokens, marks } = marked
  const small = /^(?:of|for|the|and|on|&)$/
  const found = [
    words
      .filter((word) => !small.test(word))
      .map((word) => word[0])
      .join(''),
  ]
  if (words.some((word) => small.test(word))) found.push(words.map((word) => word[0]).join(''))
  if (tokens.word[to] === '(' && tokens.word[to + 2] === ')' && (marks[to + 1] as number) & CAPS)
    found.push(tokens.lower[to + 1] as string)
  return found.filter((letters) => letters.length > 1)
}

function keyOf(marked: Marked, span: Span, forms: LongForms): string | null {
  const { words, kind, from } = span
  const bits = marked.marks[from] as number
  const text = words.join(' ')
  if (words.length === 1 && bits & CAPS && kind !== 'place') {
    const long = forms.letters.get(text.replaceAll('.', ''))
    if (long) return long
  }
  if (kind === 'place') return `place ${placeKey(text)}`
  if (kind === 'organization') {
    if (words.length === 2) return forms.tail.get(text) ?? `organization ${text}`
    return `organization ${text}`
  }
  if (words.length !== 1) return null
  const before = from > 0 ? marked.tokens.tag[from - 1] : 0
  // "the Times", "United won"; not "a super PAC".
  if (bits & ORGANIZATION_HEAD && !(bits & CAPS && bits & PLAIN_ACRONYM && before !== DET))
    return forms.last.get(text) ?? null
  const proper = marked.initial[from] === 0 || marked.tokens.tag[from] === PROPN
  return proper && !(bits & ORDINARY) && before !== ADP && !marked.seenLower.has(text)
    ? (forms.first.get(text) ?? null)
    : null
}
