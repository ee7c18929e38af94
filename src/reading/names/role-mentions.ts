/** "The Russian president", "the mayor", "the council": mentions by what someone is, where it is one alone. */

import { AUX, NOUN, PROPN } from '../tokens.ts'
import type { Body } from './bodies.ts'
import { isHyphen, isPossessive, type Marked, touches } from './marked.ts'
import type { Person } from './people.ts'
import { keyOfRole, parseRole, type Role, type RoleKey } from './roles.ts'
import { ORGANIZATION_HEAD } from './words.ts'

/** Tokens `from` to `to`, article included. */
export interface RoleMention<Owner> {
  from: number
  to: number
  owner: Owner
}

interface Holder {
  person: Person
  key: RoleKey
}
/** A story that gives one role to more people than this gives it to nobody alone. */
const MOST_HOLDERS = 24

/** Joins "the …" to the one person of the story whose role it is. */
export function findRoleMentions(
  marked: Marked,
  roles: ReadonlyMap<Person, readonly Role[]>,
  taken: Uint8Array,
): RoleMention<Person>[] {
  const holders = holdersOf(marked, roles)
  const found: RoleMention<Person>[] = []
  if (holders.size === 0) return found
  const { tokens } = marked
  for (let i = 0; i < tokens.count; i++) {
    if (tokens.lower[i] !== 'the' || isPredicate(marked, i)) continue
    const role = parseRole(marked, i) ?? parseRole(marked, i, true)
    if (!role || overlaps(taken, role.headFrom, role.headTo) || isFollowedByName(marked, role, taken)) continue
    const key = keyOfRole(marked, role)
    const those = holders.get(key.head)
    if (!those || those.length > MOST_HOLDERS) continue
    const person = onlyOne(those, key)
    if (person)
      found.push({ from: i, to: overlaps(taken, role.headTo, role.to) ? role.headTo : role.to, owner: person })
  }
  return found
}

function holdersOf(marked: Marked, roles: ReadonlyMap<Person, readonly Role[]>): Map<string, Holder[]> {
  const holders = new Map<string, Holder[]>()
  for (const [person, those] of roles) {
    const seen = new Set<string>()
    for (const role of those) {
      const key = keyOfRole(marked, role)
      const text = `${key.head} ${key.former} ${[...key.more].join(' ')}`
      if (seen.has(text)) continue
      seen.add(text)
      const list = holders.get(key.head) ?? []
      if (list.length <= MOST_HOLDERS) list.push({ person, key })
      holders.set(key.head, list)
    }
  }
  return holders
}

function onlyOne(holders: readonly Holder[], key: RoleKey): Person | null {
  const fitting = holders.filter(({ key: held }) => held.former === key.former && isIn(key.more, held.more))
  // "The president" is rather "President Obama" than the president of a company.
  return sole(fitting.filter(({ key: held }) => held.more.size === key.more.size)) ?? sole(fitting)
}

const isIn = (some: ReadonlySet<string>, all: ReadonlySet<string>) => [...some].every((word) => all.has(word))

function sole(holders: readonly Holder[]): Person | null {
  const [first] = holders
  return first && holders.every(({ person }) => person === first.person) ? first.person : null
}

/** "is the mayor", "as the mayor": says what someone is, and mentions nobody. */
function isPredicate({ tokens }: Marked, i: number): boolean {
  if (i === 0 || tokens.sentence[i] !== tokens.sentence[i - 1]) return false
  return tokens.tag[i - 1] === AUX || /^(?:as|became|become|becoming|remains|like)$/.test(tokens.lower[i - 1] as string)
}

function isFollowedByName({ tokens }: Marked, { headTo, to }: Role, taken: Uint8Array): boolean {
  const next = to < tokens.count && tokens.sentence[to] === tokens.sentence[to - 1]
  return next && (taken[to] === 1 || (to === headTo && tokens.lower[to] === 'who'))
}

function overlaps(taken: Uint8Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (taken[i]) return true
  return false
}

/** The last word, and what stands before "of", "for" or "on". */
const headsOf = (words: readonly string[]) =>
  words.filter(
    (word, k) => BODY_WORDS.has(word) && (k === words.length - 1 || /^(?:of|for|on)$/.test(words[k + 1] as string)),
  )

const BODY_WORDS = new Set(
  'council ministry party commission committee department agency university board court club association federation union institute foundation authority bureau college school hospital museum league bank society trust senate'.split(
    ' ',
  ),
)

/** "The council" where the story names one council. */
export function findBodyMentions(marked: Marked, bodies: readonly Body[], taken: Uint8Array): RoleMention<Body>[] {
  const { tokens, marks } = marked
  const byHead = new Map<string, Body | null>()
  for (const body of bodies) {
    if (body.kind !== 'organization') continue
    const heads = new Set(body.spans.flatMap(({ words }) => (words.length > 1 ? headsOf(words) : [])))
    for (const head of heads) byHead.set(head, byHead.has(head) ? null : body)
  }
  const found: RoleMention<Body>[] = []
  if (byHead.size === 0) return found
  for (let i = 0; i + 1 < tokens.count; i++) {
    if (tokens.lower[i] !== 'the' || !((marks[i + 1] as number) & ORGANIZATION_HEAD) || isPredicate(marked, i)) continue
    const body = byHead.get(tokens.lower[i + 1] as string)
    if (!body || taken[i + 1] || tokens.sentence[i + 1] !== tokens.sentence[i]) continue
    const next = tokens.tag[i + 2]
    const alone =
      isPossessive(marked, i + 1) ||
      (next !== NOUN && next !== PROPN && !isHyphen(tokens, i + 2)) ||
      touches(tokens, i + 2)
    if (alone && tokens.lower[i + 2] !== 'of') found.push({ from: i, to: i + 2, owner: body })
  }
  return found
}
