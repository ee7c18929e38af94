/** A first look through an export, to its end: nothing is taken of one that can't be read whole. */
import { movingMessages as m } from '../../messages/index.ts'
import { checkContent } from '../../story/index.ts'
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
import { add, type Counts } from './counts.ts'
import { itemState, siteKeyOf } from './take/item-of.ts'
import { type Directory, movedContent } from './take/story-content.ts'

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

const NOWHERE: Survey['site'] = { name: '', address: '', language: '', timeZone: '' }

/**
 * `each` is told of every item as it is met. `closely`, as for a first account, tells public stories that will be
 * drafts here from the others, which takes as long again. Throws UnreadableExport with a sentence.
 */
export async function survey(
  { format, files }: ExportToMove,
  answers: Answers,
  each: (item: Item) => void | Promise<void> = () => {},
  { closely = false } = {},
): Promise<Survey> {
  const found: Counts = {}
  const persons = new Map<string, PersonItem>()
  const terms = new Map<string, TermItem>()
  const { bodyOf } = await import('../body/index.ts')
  const pages = new Set<string>()
  let site = NOWHERE
  let items = 0
  const stateOf = (item: Item): string => {
    if (item.kind === 'comment' && pages.has(item.of)) return 'on-page'
    return closely && stopsAt(item, { site, persons, terms }, bodyOf) ? 'unfinished' : itemState(item)
  }
  for await (const item of format.read(files, answers)) {
    items += 1
    if (item.kind === 'story' && item.isPage && pages.size < MOST_NAMES) pages.add(item.key)
    add(found, item.kind, stateOf(item))
    if (item.kind === 'site') site = joined(site, item)
    if (item.kind === 'person') persons.set(item.key, item)
    if (item.kind === 'term') terms.set(item.key, item)
    if (persons.size + terms.size > MOST_NAMES) unreadable(m.tooManyNames(MOST_NAMES))
    await each(item)
  }
  if (items === 0) unreadable(m.nothingInIt)
  const address = answers.siteAddress ?? site.address
  return { site: { ...site, address }, siteKey: siteKeyOf(format.name, address), found, items, persons, terms }
}

/** Whether it was public and can't be here as it is. */
function stopsAt(item: Item, directory: Directory, read: typeof bodyOf): boolean {
  if (item.kind !== 'story' || item.isPage || item.state !== 'public') return false
  return checkContent(movedContent(item, directory, read).content).some(({ severity }) => severity === 'stop')
}

/** Of several files each may say of the site what another does not. */
const joined = (before: Survey['site'], { name, address, language, timeZone }: SiteItem): Survey['site'] => ({
  name: before.name || name,
  address: before.address || address,
  language: before.language || language,
  timeZone: before.timeZone || timeZone,
})
