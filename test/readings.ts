/** Readings made by hand, for tests of what is kept of them and shown: offsets are found from the words. */
import { applyCorrections, type CorrectedReading } from '../src/archive/index.ts'
import type {
  Name,
  NameKind,
  Place,
  Polarity,
  Reading,
  ReadingBlock,
  ReadingText,
  Statement,
  StatementKind,
  TimeExpression,
} from '../src/reading/index.ts'

export interface Said {
  /** Made of its block and its words, unless it is given. */
  id?: string
  /** Where it stands; the first block that has the words, unless it is given. */
  block?: string
  /** Words of the text, with quotation marks where they are quoted; several where "…," she said, "…". */
  words: string | readonly string[]
  /** Direct where all of it stands in quotation marks, else reported, unless it is given. */
  kind?: StatementKind
  /** Words of the block, or where it does not have them, of the text; null or absent where it does not say who. */
  speaker?: string | null
  /** The id of the name that the speaker is; that of the name which is spelled so, unless it is given. */
  name?: string | null
  /** A document, in words of the block. */
  source?: string
  cue?: string
  polarity?: Polarity
}

const KINDS = { '@headline': 'headline', '@standfirst': 'standfirst' } as Record<string, ReadingBlock['kind']>

export const textByHand = (blocks: Record<string, string>, date?: string): ReadingText => ({
  ...(date === undefined ? {} : { date }),
  blocks: Object.entries(blocks).map(([id, text]) => ({ id, kind: KINDS[id] ?? 'paragraph', text })),
})

/** Names as "person: Ada Harbour, mayor", times as their words and EDTF. Throws where the text does not have the words. */
export function readingByHand(
  text: ReadingText,
  said: readonly Said[],
  names: readonly string[] = [],
  times: readonly (readonly [words: string, edtf: string | null])[] = [],
): Reading {
  const known = names.map((name) => nameByHand(name, text))
  const ids = new Map<string, number>()
  const statements = said.map((one): Statement => {
    const pieces = typeof one.words === 'string' ? [one.words] : one.words
    const content = pieces.map((words) => find(text, words, one.block))
    const block = content[0]?.block ?? ''
    const beside = (words: string) => ({ ...(placeOf(text, words, block) ?? find(text, words)), text: words })
    const whole = pieces.join(' ')
    const kind = one.kind ?? (/^“.*”$/s.test(whole) ? 'direct' : 'reported')
    const key = `${block}:${whole}`
    ids.set(key, (ids.get(key) ?? 0) + 1)
    const { speaker = null, name = known.find((other) => other.name === speaker)?.id ?? null } = one
    return {
      id: one.id ?? `${key}:${ids.get(key)}`,
      kind,
      content,
      quoted: kind === 'direct' ? content.map((place, index) => withoutMarks(place, pieces[index] ?? '')) : [],
      speaker: speaker === null ? null : { ...beside(speaker), name, collective: false },
      cue: one.cue === undefined ? null : { ...beside(one.cue), polarity: one.polarity ?? 'neutral' },
      sources: one.source === undefined ? [] : [{ ...beside(one.source), kind: 'document' }],
    }
  })
  return {
    // Later than any, so that it is not made anew by the program.
    edition: 1_000_000,
    date: text.date === undefined ? null : { day: text.date, from: 'given' },
    statements,
    names: known,
    times: times.map(
      ([words, edtf]): TimeExpression => ({
        ...find(text, words),
        text: words,
        edtf,
        unresolved: edtf === null ? 'no date to count from' : null,
      }),
    ),
    amounts: [],
  }
}

/** The same as pages are given it, with nothing corrected. */
export function correctedByHand(blocks: readonly ReadingBlock[], ...found: Found): CorrectedReading {
  return applyCorrections(readingByHand({ blocks }, ...found), { blocks }, [])
}
type Found = Parameters<typeof readingByHand> extends [ReadingText, ...infer Rest] ? Rest : never

export const nameId = (kind: NameKind, name: string): string => `${kind}:${name.toLowerCase().replaceAll(' ', '-')}`

/** "person: Ada Harbour, mayor", mentioned where the text first has it. */
function nameByHand(written: string, text: ReadingText): Name {
  const [kind, rest] = written.split(': ') as [NameKind, string]
  const [name, ...roles] = rest.split(', ') as [string, ...string[]]
  const place = placeOf(text, name)
  return { id: nameId(kind, name), kind, name, roles, mentions: place ? [{ ...place, how: 'name' }] : [] }
}

function find(text: ReadingText, words: string, block?: string): Place {
  const place = placeOf(text, words, block)
  if (!place) throw new Error(`"${words}" is not in ${block ?? 'the text'}`)
  return place
}

function placeOf({ blocks }: ReadingText, words: string, block?: string): Place | null {
  for (const { id, text } of blocks) {
    const from = block === undefined || block === id ? text.indexOf(words) : -1
    if (from >= 0) return { block: id, from, to: from + words.length }
  }
  return null
}

const withoutMarks = ({ block, from, to }: Place, words: string): Place => ({
  block,
  from: from + (words.startsWith('“') ? 1 : 0),
  to: to - (words.endsWith('”') ? 1 : 0),
})
