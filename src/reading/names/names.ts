/** The people, organizations and places that a text names, with all their mentions. Pure; linear in the text's length. */
import type { Mention, Name, NameKind, ReadingBlock } from '../reading.ts'
import type { Tokens } from '../tokens.ts'
import { joinBodies } from './bodies.ts'
import { inHeadline, type Marked, markWords } from './marked.ts'
import { joinPeople, type Person } from './people.ts'
import { findPronouns, type PersonMention } from './pronouns.ts'
import { findBodyMentions, findRoleMentions } from './role-mentions.ts'
import { genderOfRole, keyOfRole, type Role, rolesOf, roleText } from './roles.ts'
import { findRuns } from './runs.ts'
import type { Span } from './span.ts'
import { findSpans } from './spans.ts'
import { CAPS } from './words.ts'

interface Found {
  kind: NameKind
  spans: Span[]
  roles: string[]
  others: { from: number; to: number; how: Mention['how'] }[]
}

/**
 * All names of a text, in the order of their first mention. `tokens` are of the
 * blocks' texts, one paragraph a block; ranges count UTF-16 units into a block's text.
 */
export function findNames(blocks: readonly ReadingBlock[], tokens: Tokens): Name[] {
  const marked = markWords(blocks, tokens)
  const spans = findSpans(marked, findRuns(marked))
  const people = joinPeople(marked, spans)
  const bodies = joinBodies(marked, spans)
  const taken = new Uint8Array(tokens.count)
  for (const { spans } of [...people, ...bodies]) for (const { from, to } of spans) taken.fill(1, from, to)

  const found = new Map<unknown, Found>()
  const roles = new Map<Person, Role[]>()
  for (const person of people) {
    const those = rolesOf(marked, person)
    roles.set(person, those)
    for (const role of those) person.gender ??= genderOfRole(marked, role)
    found.set(person, { kind: 'person', spans: person.spans, roles: distinctRoles(marked, those), others: [] })
  }
  for (const body of bodies) found.set(body, { kind: body.kind, spans: body.spans, roles: [], others: [] })

  const byRole = findRoleMentions(marked, roles, taken)
  for (const { from, to, owner } of byRole) found.get(owner)?.others.push({ from, to, how: 'role' })
  for (const { from, to } of byRole) taken.fill(1, from, to)
  for (const { from, to, owner } of findBodyMentions(marked, bodies, taken)) {
    found.get(owner)?.others.push({ from, to, how: 'role' })
  }
  const mentions: PersonMention[] = byRole.map(({ from, to, owner }) => ({ from, to, person: owner }))
  for (const person of people) for (const { from, to } of person.spans) mentions.push({ from, to, person })
  mentions.sort((a, b) => a.from - b.from)
  for (const { from, to, person } of findPronouns(marked, mentions)) {
    found.get(person)?.others.push({ from, to, how: 'pronoun' })
  }
  return toNames(marked, [...found.values()])
}

function distinctRoles(marked: Marked, roles: readonly Role[]): string[] {
  const byKey = new Map<string, string>()
  for (const role of roles) {
    const { head, former, more } = keyOfRole(marked, role)
    const key = [head, former, ...more].join(' ')
    if (!byKey.has(key)) byKey.set(key, roleText(marked, role))
  }
  return [...byKey.values()]
}

function toNames(marked: Marked, found: Found[]): Name[] {
  const used = new Map<string, number>()
  const names: Name[] = []
  found.sort((a, b) => (a.spans[0] as Span).from - (b.spans[0] as Span).from)
  for (const { kind, spans, roles, others } of found) {
    const name = fullestForm(marked, spans)
    const wanted = `${kind}:${nameSlugOf(name)}`
    const times = (used.get(wanted) ?? 0) + 1
    used.set(wanted, times)
    const mentions = [...spans.map(({ from, to }) => ({ from, to, how: 'name' as const })), ...others]
    mentions.sort((a, b) => a.from - b.from)
    names.push({
      id: times === 1 ? wanted : `${wanted}-${times}`,
      kind,
      name,
      roles,
      mentions: mentions.map(({ from, to, how }) => ({ ...placeOf(marked, from, to), how })),
    })
  }
  return names
}

/** The form with the most words, then the most letters; a headline's only where there is no other. */
function fullestForm(marked: Marked, spans: readonly Span[]): string {
  let best = spans[0] as Span
  const shouted = ({ from, words }: Span) => ((marked.marks[from] as number) & CAPS) > 0 && words.join(' ').length > 5
  const weight = (span: Span) =>
    (inHeadline(marked, span.from) || shouted(span) ? 0 : 1000) +
    span.words.length * 100 +
    Math.min(99, span.words.join(' ').length)
  for (const span of spans) if (weight(span) > weight(best)) best = span
  const { from, to } = placeOf(marked, best.from, best.to)
  const block = marked.blocks[marked.tokens.paragraph[best.from] as number] as ReadingBlock
  const text = block.text.slice(from, to)
  const name = text.replace(/\s+/g, ' ')
  // A dateline's capitals are not how the place is written.
  return shouted(best) && best.kind === 'place'
    ? name.replace(/(\p{L})(\p{L}+)/gu, (_, first, rest) => first + rest.toLowerCase())
    : name
}

function placeOf({ blocks, tokens }: Marked, from: number, to: number): { block: string; from: number; to: number } {
  const block = blocks[tokens.paragraph[from] as number] as ReadingBlock
  return { block: block.id, from: tokens.from[from] as number, to: tokens.to[to - 1] as number }
}

/** More than any name has; putting marks in order costs the square of how many stand on one letter. */
const LONGEST_SLUGGED = 500

/** "Gerhard Schröder" gives "gerhard-schroder". Letters of any script are kept. */
export function nameSlugOf(name: string): string {
  return name
    .slice(0, LONGEST_SLUGGED)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/['’.]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
}
