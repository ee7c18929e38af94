/** Readings made by hand, for tests of what is kept of them: offsets are found from the words. */
import type {
  Name,
  NameKind,
  Place,
  Polarity,
  Reading,
  ReadingBlock,
  ReadingText,
  Statement,
} from '../src/reading/index.ts'

export interface Said {
  block: string
  /** Words of the block, with quotation marks where they are quoted. */
  words: string
  /** Words of the block, or null where it does not say who. */
  speaker?: string | null
  /** The id of the name that the speaker is. */
  name?: string | null
  source?: string
  cue?: string
  polarity?: Polarity
}

const KINDS = { '@headline': 'headline', '@standfirst': 'standfirst' } as Record<string, ReadingBlock['kind']>

export const textByHand = (blocks: Record<string, string>, date?: string): ReadingText => ({
  ...(date === undefined ? {} : { date }),
  blocks: Object.entries(blocks).map(([id, text]) => ({ id, kind: KINDS[id] ?? 'paragraph', text })),
})

/** Names as "person: Ada Harbour, mayor". */
export function readingByHand(text: ReadingText, said: readonly Said[], names: readonly string[] = []): Reading {
  const find = (block: string, words: string): Place => {
    const from = text.blocks.find(({ id }) => id === block)?.text.indexOf(words) ?? -1
    if (from < 0) throw new Error(`"${words}" is not in ${block}`)
    return { block, from, to: from + words.length }
  }
  const ids = new Map<string, number>()
  const statements = said.map((one): Statement => {
    const content = find(one.block, one.words)
    const isQuoted = /^“.*”$/s.test(one.words)
    const key = `${one.block}:${one.words}`
    ids.set(key, (ids.get(key) ?? 0) + 1)
    return {
      id: `${key}:${ids.get(key)}`,
      kind: isQuoted ? 'direct' : 'reported',
      content: [content],
      quoted: isQuoted ? [{ block: one.block, from: content.from + 1, to: content.to - 1 }] : [],
      speaker: one.speaker
        ? {
            ...find(one.block, one.speaker),
            text: one.speaker,
            name: one.name ?? null,
            collective: false,
          }
        : null,
      cue: one.cue
        ? { ...find(one.block, one.cue), text: one.cue, polarity: one.polarity ?? ('neutral' as const) }
        : null,
      sources: one.source ? [{ ...find(one.block, one.source), text: one.source, kind: 'document' as const }] : [],
    }
  })
  return {
    // Later than any, so that it is not made anew by the program.
    edition: 1_000_000,
    date: text.date === undefined ? null : { day: text.date, from: 'given' },
    statements,
    names: names.map(nameByHand),
    times: [],
    amounts: [],
  }
}

export function nameByHand(written: string): Name {
  const [kind, rest] = written.split(': ') as [NameKind, string]
  const [name, ...roles] = rest.split(', ') as [string, ...string[]]
  return { id: `${kind}:${name.toLowerCase().replaceAll(' ', '-')}`, kind, name, roles, mentions: [] }
}
