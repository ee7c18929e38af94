/** For which name a phrase stands: "the Russian president", "Mr. Xi", "Trump campaign manager Kellyanne Conway". */
import type { Mention, Name, Place, ReadingBlock } from '../reading.ts'

/** All mentions of a reading's names, by block and in order: made once, asked for every speaker. */
export interface NameIndex {
  texts: Map<string, string>
  mentions: Map<string, Mentioned[]>
}

interface Mentioned {
  name: Name
  mention: Mention
}

/** Longer phrases are no speakers; only so much of them is looked at, so that no phrase costs more than this. */
const LONGEST_PHRASE = 400
const MOST_ROLES = 24

export function indexNames(blocks: readonly ReadingBlock[], names: readonly Name[]): NameIndex {
  const index: NameIndex = { texts: new Map(blocks.map(({ id, text }) => [id, text])), mentions: new Map() }
  for (const name of names) {
    for (const mention of name.mentions) {
      const those = index.mentions.get(mention.block)
      if (those) those.push({ name, mention })
      else index.mentions.set(mention.block, [{ name, mention }])
    }
  }
  for (const those of index.mentions.values()) those.sort((a, b) => a.mention.from - b.mention.from)
  return index
}

/** After these a phrase only says more of its head. */
const HEAD_ENDS =
  /^(?:\s+\p{Lu}{2,4}\b)?\s*(?:$|,|;|:|\(|[—–-]\s|(?:who|whose|which|that|of|for|in|at|from|on|with|to|by|as|via|through|himself|herself|said|says)\b)/u
const JOINS = /^\s*(?:and|or|&)\s/
const CONTENT = /[\p{L}\p{N}]/u

/**
 * The name that the head of a phrase is a mention of, or null: "Trump’s campaign
 * manager" and "a spokesman for Trump" are not Trump; of two that "and" joins
 * neither is it. `phrase` is the phrase, in UTF-16 units of its block.
 */
export function nameAt(index: NameIndex, phrase: Place): Name | null {
  const place = { ...phrase, to: Math.min(phrase.to, phrase.from + LONGEST_PHRASE) }
  const text = index.texts.get(place.block)
  const inside = text === undefined ? [] : within(index.mentions.get(place.block) ?? [], place)
  if (text === undefined || inside.length === 0) return null
  for (const [k, { name, mention }] of inside.entries()) {
    if (mention.from <= place.from && mention.to >= place.to) return name
    const lead = leadOf(text, place.from, mention.from, name)
    const before = text.slice(place.from, lead)
    const after = text.slice(mention.to, place.to)
    if (!HEAD_ENDS.test(after)) {
      if (JOINS.test(after) && k === 0 && isBare(before)) return null
      continue
    }
    // "the council’s leader, Jane Marlow": what stands before the comma is the same person in other words.
    const opening = before.slice(before.lastIndexOf(',') + 1)
    if (isBare(opening) || !/\s(?:of|for|from|with|to|by|at|in|on|and|or|via)\s/u.test(` ${opening} `)) {
      return before.includes(',') && isBare(opening) && !introduces(before) ? null : name
    }
    // "the head of the Environment Agency, Pat Low": the name after "of" is not the head; one after a comma may be.
  }
  return null
}

/** A phrase with the whole of the names that it begins or ends within: "De Boer" of "Heijdanus-De Boer". */
export function withWholeNames(index: NameIndex, phrase: Place): Place {
  const whole = { ...phrase }
  for (const { name, mention } of within(index.mentions.get(phrase.block) ?? [], phrase)) {
    if (mention.how !== 'name' || name.kind !== 'person') continue
    whole.from = Math.min(whole.from, mention.from)
    whole.to = Math.max(whole.to, mention.to)
  }
  return whole
}

/** The mentions that touch a range; found by halving, for there may be very many. */
function within(mentions: readonly Mentioned[], { from, to }: Place): Mentioned[] {
  let [low, high] = [0, mentions.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((mentions[middle] as Mentioned).mention.to <= from) low = middle + 1
    else high = middle
  }
  let end = low
  while (end < mentions.length && (mentions[end] as Mentioned).mention.from < to) end++
  return mentions.slice(low, end)
}

/** Where a mention begins with the role that stands right before it, so that the "of" in "Secretary of State" is none. */
function leadOf(text: string, start: number, from: number, name: Name): number {
  const before = text.slice(start, from).trimEnd()
  for (const role of name.roles.slice(0, MOST_ROLES))
    if (before.endsWith(role)) return start + before.length - role.length
  return from
}

const isBare = (before: string) => !CONTENT.test(before.replace(/^\s*(?:the|a|an|mr|mrs|ms|miss|dr)\b\.?\s*$/iu, ''))

/** Whether words before a comma describe one person: they begin as such a phrase does, and hold no "and". */
const introduces = (before: string) => !/\s(?:and|or)\s/u.test(before)

/** Where each person is first named in some blocks, in order; a few at most. */
export function firstMentionsBefore(index: NameIndex, blocks: readonly string[]): Mention[] {
  const seen = new Map<Name, Mention>()
  for (const block of blocks) {
    for (const { name, mention } of index.mentions.get(block) ?? []) {
      if (name.kind === 'person' && mention.how === 'name' && !seen.has(name)) seen.set(name, mention)
      if (seen.size > MOST_ROLES) return [...seen.values()]
    }
  }
  return [...seen.values()]
}
