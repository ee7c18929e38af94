/** From labels to spans, and the heads of noun phrases. */
import { ADJ, ADV, DET, NOUN, NUM, PART, PRON, PROPN, type Tokens } from '../tokens.ts'

export interface TokenSpan {
  /** First token, and the one after the last. */
  from: number
  to: number
}
export interface Segment extends TokenSpan {
  direct: boolean
}
export interface Spans {
  cues: TokenSpan[]
  speakers: TokenSpan[]
  contents: Segment[]
}

export function spansOf(labels: Uint8Array): Spans {
  const spans: Spans = { cues: [], speakers: [], contents: [] }
  for (let i = 0; i < labels.length; ) {
    const label = labels[i] as number
    let end = i + 1
    if (label % 2 === 1) while (end < labels.length && labels[end] === label + 1) end++
    if (label === 1) spans.cues.push({ from: i, to: end })
    else if (label === 3) spans.speakers.push({ from: i, to: end })
    else if (label === 5 || label === 7) spans.contents.push({ from: i, to: end, direct: label === 5 })
    i = end
  }
  return spans
}

const isNominal = (tag: number) => tag === NOUN || tag === PROPN || tag === PRON || tag === NUM
const CLOSED = new Set([
  ',',
  '(',
  '[',
  '—',
  '–',
  '-',
  'of',
  'in',
  'who',
  'whose',
  'that',
  'which',
  'at',
  'for',
  'with',
  'from',
  'on',
  'to',
  'and',
])

/** The head of a noun phrase: the last noun before what qualifies it ("the *mayor* of Bristol"). */
export function headOfPhrase(tokens: Tokens, { from, to }: TokenSpan): number {
  let head = -1
  for (let i = from; i < to; i++) {
    if (head >= 0 && CLOSED.has(tokens.lower[i] as string)) break
    if (isNominal(tokens.tag[i] as number)) head = i
  }
  return head >= 0 ? head : to - 1
}

/** Whether token `i` ends a run of nouns, so that it may be a noun phrase's head. */
export function mayBeHead(tokens: Tokens, i: number): boolean {
  const tag = tokens.tag[i] as number
  if (tag === PRON) return true
  if (tag !== NOUN && tag !== PROPN) return false
  const next = tokens.tag[i + 1]
  return !((next === NOUN || next === PROPN) && tokens.paragraph[i + 1] === tokens.paragraph[i])
}

/** The noun phrase that ends with its head at `head`: what stands before it and belongs to it. */
export function phraseOf(tokens: Tokens, head: number): TokenSpan {
  let from = head
  while (from > 0 && tokens.sentence[from - 1] === tokens.sentence[head] && head - from < 12) {
    const tag = tokens.tag[from - 1] as number
    const belongs = tag === DET || tag === ADJ || tag === NOUN || tag === PROPN || tag === NUM || tag === PART
    const possessive = tag === PRON && /^(?:his|her|its|their|my|our|your)$/.test(tokens.lower[from - 1] as string)
    if (!belongs && !possessive && !(tag === ADV && tokens.tag[from] === ADJ)) break
    if (tag === PART && !/^['’]s?$/.test(tokens.word[from - 1] as string)) break
    from--
    if (tag === DET || possessive) break
  }
  return { from, to: nameAfter(tokens, head) }
}

/** The end of what names the head further: "US Secretary *of State Antony Blinken*", "a lawyer *for the residents*". */
function nameAfter(tokens: Tokens, head: number): number {
  const end = tokens.starts[(tokens.sentence[head] as number) + 1] as number
  let to = head + 1
  for (let i = to; i < end && i - head < 10; i++) {
    const tag = tokens.tag[i] as number
    if (tag === PROPN || tag === NOUN) to = i + 1
    else if (OF.has(tokens.lower[i] as string) && i === to && i + 1 < end && isPhraseWord(tokens.tag[i + 1] as number))
      continue
    else if (tag !== DET && tag !== ADJ && tag !== NUM && !(tag === PART && /^['’]s$/.test(tokens.word[i] as string)))
      break
  }
  return to
}

const OF = new Set(['of', 'for'])
const isPhraseWord = (tag: number) => tag === DET || tag === PROPN || tag === NOUN || tag === ADJ
