/** Stories and pages of a batch become ours. */
import { movingMessages as m } from '../../../messages/index.ts'
import { bringInPage } from '../../../paper/index.ts'
import { addressKey, keepRedirects } from '../../../redirects/index.ts'
import type { Transaction } from '../../../store/index.ts'
import { bringInStories, checkLength } from '../../../story/index.ts'
import type { StoryItem } from '../../items/index.ts'
import { keepPicturesOf } from '../pictures/picture-rows.ts'
import { itemName } from './item-of.ts'
import { keepTaken, type TakenItem } from './known-items.ts'
import { keepMarks } from './marks.ts'
import { type Move, note, type Outcome, type Redirect } from './move.ts'
import { type MovedContent, movedContent, pageFields } from './story-content.ts'

interface Moved extends MovedContent {
  item: StoryItem
}

/** None of them is here yet. Answers the stories that are from now on, by their keys. */
export async function takeStories(
  tx: Transaction,
  move: Move,
  items: readonly StoryItem[],
  outcome: Outcome,
): Promise<void> {
  const moved: Moved[] = []
  for (const item of items) {
    if (item.state === 'trash' && move.options.trash === 'leave') {
      const line = { about: 'left' as const, kind: kindOf(item), name: itemName(item), why: m.wasInTrash }
      note(outcome, 'story', 'left', line)
      continue
    }
    const one = { item, ...movedContent(item, move.survey, move.bodyOf) }
    const tooLong = checkLength(one.content)
    if (tooLong !== null)
      note(outcome, 'story', 'left', { about: 'left', kind: kindOf(item), name: itemName(item), why: tooLong })
    else moved.push(one)
  }
  const [pages, stories] = [moved.filter(({ item }) => item.isPage), moved.filter(({ item }) => !item.isPage)]
  const redirects: Redirect[] = []
  const taken: TakenItem[] = []
  await takeInOrder(tx, move, stories, { outcome, taken, redirects })
  for (const page of pages) await takePage(tx, move, page, { outcome, taken, redirects })
  await keepTaken(tx, { id: move.id, siteKey: move.survey.siteKey }, taken)
  const kept = await keepRedirects(tx, redirects, { by: move.by, importId: move.id })
  for (const { from, why } of kept.left) outcome.lines.push({ about: 'said', kind: 'redirect', name: from, why })
}

interface Into {
  outcome: Outcome
  taken: TakenItem[]
  redirects: Redirect[]
}

const kindOf = (item: StoryItem): string => (item.isPage ? 'page' : 'story')

async function takeInOrder(tx: Transaction, move: Move, moved: readonly Moved[], into: Into): Promise<void> {
  const made = await bringInStories(
    tx,
    moved.map(({ item, content }) => ({
      content,
      owner: ownerOf(move, item),
      commentsOpen: item.commentsOpen,
      publishedAt: item.state === 'public' ? dayOf(item, tx.now) : null,
      changedAt: Math.min(item.updatedAt ?? item.publishedAt ?? tx.now, tx.now),
      trashed: item.state === 'trash',
    })),
    move.by,
  )
  for (const [index, { id, path, stop }] of made.entries()) {
    const { item, content, said } = moved[index] as Moved
    const state = item.state === 'trash' ? 'trash' : path === null ? 'draft' : 'public'
    note(into.outcome, 'story', state)
    const line = { kind: 'story', name: content.headline, ourId: id }
    if (stop !== null) into.outcome.lines.push({ ...line, about: 'changed', why: m.draftInstead(stop) })
    for (const why of [...said, ...saidOf(item)]) into.outcome.lines.push({ ...line, about: 'said', why })
    into.taken.push({ item, ourKind: 'story', ourId: id, ourNumber: 1 })
    into.redirects.push(...item.addresses.filter((address) => address !== path).map((from) => ({ from, storyId: id })))
  }
  const stories = made.map(({ id }, index) => ({ id, ...(moved[index] as Moved) }))
  await keepMarks(tx, stories)
  await keepPicturesOf(tx, move, stories)
}

/** A story without a day of its own came out when it was changed last. */
const dayOf = (item: StoryItem, now: number): number => Math.min(item.publishedAt ?? item.updatedAt ?? now, now)

/** Where one person alone wrote it, it is theirs as soon as they are let in. */
function ownerOf({ people }: Move, { authors }: StoryItem): string | null {
  const [first] = authors
  return authors.length === 1 && first !== undefined ? (people.get(first) ?? null) : null
}

function saidOf({ state, publishedAt }: StoryItem): string[] {
  if (state === 'scheduled') return [m.wasPlanned(publishedAt)]
  return state === 'private' ? [m.wasPrivate] : []
}

async function takePage(
  tx: Transaction,
  move: Move,
  { item, content, said, pictures }: Moved,
  into: Into,
): Promise<void> {
  const { outcome } = into
  const name = itemName(item)
  if (item.state === 'trash') {
    note(outcome, 'story', 'left', { about: 'left', kind: 'page', name, why: m.pageWasInTrash })
    return
  }
  const fields = pageFields(item, content)
  const publish = item.state === 'public'
  const page = await bringInPage(tx, { fields, publish, isReserved: move.isReserved, by: move.by })
  if ('problem' in page) {
    note(outcome, 'story', 'left', { about: 'left', kind: 'page', name, why: page.problem })
    return
  }
  note(outcome, 'story', page.published ? 'page-public' : 'page-draft')
  const why = [...said, ...(pictures.length > 0 ? [m.pagePictures(pictures.length)] : [])]
  if (publish && !page.published) why.push(m.pageNotPublished)
  for (const one of why) outcome.lines.push({ about: 'said', kind: 'page', name, why: one, ourId: page.id })
  into.taken.push({ item, ourKind: 'page', ourId: page.id, ourNumber: 1 })
  const path = `/${page.slug}`
  // One that stays as it was needs no redirect, whatever host and slashes it had.
  const others = item.addresses.filter((address) => addressKey(address) !== path)
  into.redirects.push(...others.map((from) => ({ from, to: path })))
}
