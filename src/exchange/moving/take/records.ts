/** Those who wrote there and what stories were filed under, before the first story comes. */
import { movingMessages as m } from '../../../messages/index.ts'
import { bringInTerm, listTerms, termPath } from '../../../paper/index.ts'
import { bringInPerson } from '../../../people/index.ts'
import type { Store, Transaction } from '../../../store/index.ts'
import type { PersonItem, TermItem } from '../../items/index.ts'
import type { Line } from '../options.ts'
import type { Survey } from '../survey.ts'
import { itemHash } from './item-of.ts'
import { keepTaken, readKnown, refOf, type TakenItem } from './known-items.ts'
import { keepLines } from './move.ts'

/** In one transaction. */
const AT_ONCE = 100

type Of = { id: string; survey: Survey }

/** Our ids of those who wrote there, by their keys: people without a sign-in, and pages of authors; null for a mere name. */
export async function takePersons(store: Store, of: Of, now: () => number): Promise<Map<string, string | null>> {
  const people = new Map<string, string | null>()
  for (const some of inBatches([...of.survey.persons.values()])) {
    const taken = await store.transaction(now(), (tx) => takeSome(tx, of, some, takePerson))
    for (const [key, id] of taken) people.set(key, id)
  }
  return people
}

/** Where the pages of sections and topics are here, by where formats say that they are: here they may have another address. */
export async function takeTerms(store: Store, of: Of, now: () => number): Promise<Map<string, string | null>> {
  const ids = new Map<string, string | null>()
  for (const some of inBatches([...of.survey.terms.values()])) {
    const taken = await store.transaction(now(), (tx) => takeSome(tx, of, some, takeTerm))
    for (const [key, id] of taken) ids.set(key, id)
  }
  const ours = new Map<string, string>()
  for (const kind of ['section', 'topic'] as const)
    for (const term of await listTerms(store.db, kind)) ours.set(term.id, encodeURI(termPath(term)))
  const paths = new Map<string, string | null>()
  for (const { key, as, slug } of of.survey.terms.values())
    paths.set(pathOfTerm(as, slug), ours.get(ids.get(key) ?? '') ?? null)
  return paths
}

/** As `RedirectItem` has it. */
const pathOfTerm = (as: TermItem['as'], slug: string): string => `/${as}s/${encodeURIComponent(slug)}`

function* inBatches<T>(all: readonly T[]): Generator<T[]> {
  for (let at = 0; at < all.length; at += AT_ONCE) yield all.slice(at, at + AT_ONCE)
}

type Take<T> = (tx: Transaction, item: T) => Promise<{ ourKind: string; ourId: string | null; line?: Line }>

/** What is here already stays as it is, whatever the export says of it now. */
async function takeSome<T extends PersonItem | TermItem>(
  tx: Transaction,
  { id, survey: { siteKey } }: Of,
  items: readonly T[],
  take: Take<T>,
): Promise<Map<string, string | null>> {
  const known = await readKnown(tx.rows, siteKey, items)
  const taken: TakenItem[] = []
  const lines: Line[] = []
  const ids = new Map<string, string | null>()
  for (const item of items) {
    const here = known.get(refOf(item.kind, item.key))
    if (here && !here.undone) {
      ids.set(item.key, here.ourId)
      if (here.hash !== itemHash(item))
        lines.push({ about: 'changed', kind: item.kind, name: item.name, why: m.changedThere, ourId: here.ourId })
      continue
    }
    const { line, ...made } = await take(tx, item)
    ids.set(item.key, made.ourId)
    if (line) lines.push(line)
    taken.push({ item, ...made, ourNumber: null })
  }
  await keepTaken(tx, { id, siteKey }, taken)
  await keepLines(tx, id, lines)
  return ids
}

const takePerson: Take<PersonItem> = async (tx, { name, mail, about }) => {
  const person = await bringInPerson(tx, { name, mail })
  if (!person)
    return { ourKind: 'person', ourId: null, line: { about: 'said', kind: 'person', name, why: m.onlyAName } }
  await bringInTerm(tx, { kind: 'author', name, author: { personId: person.id, about } })
  return { ourKind: person.isNew ? 'person' : 'colleague', ourId: person.id }
}

const takeTerm: Take<TermItem> = async (tx, { as, name }) => {
  const made = await bringInTerm(tx, { kind: as, name })
  if (made) return { ourKind: made.isNew ? as : `own ${as}`, ourId: made.term.id }
  return { ourKind: as, ourId: null, line: { about: 'said', kind: as, name, why: m.noTermOfThatName } }
}
