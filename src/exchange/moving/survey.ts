/** A first look through an export, to its end: nothing is taken of one that can't be read whole. */
import { movingMessages as m } from '../../messages/index.ts'
import { foreseePage } from '../../paper/index.ts'
import { checkLength } from '../../story/index.ts'
import type { bodyOf } from '../body/index.ts'
import {
  type Answers,
  type ExportFile,
  type Format,
  type Item,
  type PersonItem,
  type SiteItem,
  type TermItem,
  unreadable,
} from '../items/index.ts'
import { belongings, type Foreseen } from './belongings.ts'
import { add, type Counts } from './counts.ts'
import type { Line } from './options.ts'
import { itemName, siteKeyOf } from './take/item-of.ts'
import { type Directory, movedContent, pageFields, whyUnfinished } from './take/story-content.ts'

/** An export as it is taken in. */
export interface ExportToMove {
  format: Format
  files: readonly ExportFile[]
}

/** What has to be known of the whole before its first story is taken. */
export interface Survey {
  site: Omit<SiteItem, 'kind'>
  siteKey: string
  found: Counts
  /** How many items there are. */
  items: number
  persons: ReadonlyMap<string, PersonItem>
  terms: ReadonlyMap<string, TermItem>
}

/** Sections, topics and authors are held in memory; no site that is one has more of them. */
const MOST_NAMES = 100_000

const NOWHERE: Survey['site'] = { name: '', tagline: '', address: '', language: '', timeZone: '' }

/**
 * `each` is told of every item as it is met, and what is to be said of it by name. `closely`, as for a first account,
 * foresees what can't be taken or published as it was, which takes as long again. Throws UnreadableExport with a
 * sentence.
 */
export async function survey(
  { format, files }: ExportToMove,
  answers: Answers,
  each: (item: Item, line: Line | null) => void | Promise<void> = () => {},
  { closely = false } = {},
): Promise<Survey> {
  const found: Counts = {}
  const persons = new Map<string, PersonItem>()
  const terms = new Map<string, TermItem>()
  const { bodyOf } = await import('../body/index.ts')
  const belonging = belongings()
  let site = NOWHERE
  let items = 0
  for await (const item of format.read(files, answers)) {
    items += 1
    const foreseen = closely ? foresee(item, { site, persons, terms }, bodyOf) : null
    const state = belonging.stateOf(item, foreseen)
    add(found, item.kind, state)
    if (item.kind === 'site') site = joined(site, item)
    if (item.kind === 'person') persons.set(item.key, item)
    if (item.kind === 'term') terms.set(item.key, item)
    if (persons.size + terms.size > MOST_NAMES) unreadable(m.tooManyNames(MOST_NAMES))
    await each(item, foreseen?.line ?? lineOf(item, state))
  }
  if (items === 0) unreadable(m.nothingInIt)
  belonging.settle(found)
  const address = answers.siteAddress ?? site.address
  return { site: { ...site, address }, siteKey: siteKeyOf(format.name, address), found, items, persons, terms }
}

function lineOf(item: Item, state: string): Line | null {
  if (item.kind === 'left') return { about: 'left', kind: item.what, name: item.name, why: item.why }
  if (state !== 'on-page' || (item.kind !== 'comment' && item.kind !== 'note')) return null
  return { about: 'left', kind: item.kind, name: itemName(item), why: item.kind === 'note' ? m.noteOnPage : m.onPage }
}

/** What can't be taken, or not as it was, and why. */
function foresee(item: Item, directory: Directory, read: typeof bodyOf): Foreseen | null {
  if (item.kind !== 'story') return null
  const kind = item.isPage ? 'page' : 'story'
  const named = (state: string, about: Line['about'], why: string) => ({
    state,
    line: { about, kind, name: itemName(item), why },
  })
  const { content } = movedContent(item, directory, read)
  const tooLong = checkLength(content)
  if (tooLong !== null) return named('too-long', 'left', tooLong)
  const isPublic = item.state === 'public'
  if (item.isPage) {
    if (item.state === 'trash') return named('page-trash', 'left', m.pageWasInTrash)
    const page = foreseePage({ fields: pageFields(item, content), publish: isPublic })
    if ('problem' in page) return named('page-left', 'left', page.problem)
    return isPublic && !page.published ? named('page-unfinished', 'said', m.pageNotPublished) : null
  }
  const why = isPublic ? whyUnfinished(content) : null
  return why === null ? null : named('unfinished', 'changed', m.draftInstead(why))
}

/** Of several files each may say of the site what another does not. */
const joined = (before: Survey['site'], more: SiteItem): Survey['site'] => ({
  name: before.name || more.name,
  tagline: before.tagline || more.tagline,
  address: before.address || more.address,
  language: before.language || more.language,
  timeZone: before.timeZone || more.timeZone,
})
