/** A batch of items, in one transaction: what is new is taken, what is here already is left as it is. */
import { movingMessages as m } from '../../../messages/index.ts'
import { keepRedirects } from '../../../redirects/index.ts'
import type { Transaction } from '../../../store/index.ts'
import type { CommentItem, Item, PictureItem, RedirectItem, ThreadItem } from '../../items/index.ts'
import { keepPictureRecords } from '../pictures/picture-rows.ts'
import { hostOf, itemHash, itemKey, itemName } from './item-of.ts'
import { type KnownItem, keepTaken, readKnown, refOf } from './known-items.ts'
import { storyAt, storyOfThread } from './marks.ts'
import { type Move, newOutcome, note, type Outcome, type Redirect } from './move.ts'
import { takeBackIn, takeComments, takeNotes, type Waits } from './take-comments.ts'
import { takeStories } from './take-stories.ts'
import { keepForLater, setReady } from './waiting.ts'

type OfKind<K extends Item['kind']> = Extract<Item, { kind: K }>

/**
 * Takes them, and says of each what became of it. `prepared`: what became, by
 * `refOf`, of stories that were seen to before this transaction.
 */
export async function takeBatch(
  tx: Transaction,
  move: Move,
  items: readonly Item[],
  prepared: ReadonlyMap<string, string> = new Map(),
): Promise<Outcome> {
  const outcome = newOutcome()
  const known = await readKnown(tx.rows, move.survey.siteKey, refsOf(items))
  const fresh: Item[] = []
  const backAgain: { item: CommentItem; commentId: string }[] = []
  const met = new Set<string>()
  for (const item of items) {
    const ref = refOf(item.kind, itemKey(item))
    const here = known.get(ref)
    if (item.kind === 'site' || item.kind === 'person' || item.kind === 'term') {
      // Taken before the first story; here they are only counted.
      noteName(move, item, outcome)
    } else if (item.kind === 'left') note(outcome, 'left', item.what, { about: 'left', ...leftLine(item) })
    else if (item.kind === 'redirect' || item.kind === 'picture') fresh.push(item)
    else if (met.has(ref)) note(outcome, item.kind, 'twice')
    else if (prepared.has(ref)) note(outcome, item.kind, prepared.get(ref) as string)
    else if (here && !here.undone) noteHere(item, here, outcome)
    else if (here?.undone && item.kind === 'comment') backAgain.push({ item, commentId: here.ourId as string })
    else fresh.push(item)
    met.add(ref)
  }
  await takeStories(tx, move, of(fresh, 'story'), outcome)
  const waiting = new Set<Item>(await takeThreads(tx, move, of(fresh, 'thread'), outcome))
  await takeBackIn(tx, move, backAgain, outcome)
  // What was taken just now is what comments of this batch belong to.
  const [comments, notes] = [of(fresh, 'comment'), of(fresh, 'note')]
  if (comments.length + notes.length > 0) {
    const now = await readKnown(tx.rows, move.survey.siteKey, refsOf([...comments, ...notes]))
    const waits = [
      ...(await takeComments(tx, move, comments, { known: now, outcome })),
      ...(await takeNotes(tx, move, notes, { known: now, outcome })),
    ]
    await wait(tx, move, waits, outcome)
    for (const { item } of waits) waiting.add(item)
  }
  await takeRedirects(tx, move, of(fresh, 'redirect'), outcome)
  const pictures: PictureItem[] = of(fresh, 'picture')
  await keepPictureRecords(tx, move, pictures)
  for (const _ of pictures) note(outcome, 'picture', 'known')
  // What waits itself makes nothing ready: two that say they answer each other would wake each other for ever.
  await setReady(
    tx,
    move.id,
    items.filter((item) => !waiting.has(item)),
  )
  return outcome
}

const of = <K extends Item['kind']>(items: readonly Item[], kind: K): OfKind<K>[] =>
  items.filter((item): item is OfKind<K> => item.kind === kind)

/** What the items are known by, and what they say they belong to. */
const refsOf = (items: readonly Item[]): { kind: string; key: string }[] =>
  items.flatMap((item) => {
    const own = { kind: item.kind, key: itemKey(item) }
    if (item.kind !== 'comment' && item.kind !== 'note') return [own]
    return [
      own,
      { kind: 'story', key: item.of },
      { kind: 'thread', key: item.of },
      ...(item.parent === null ? [] : [{ kind: item.kind, key: item.parent }]),
    ]
  })

const leftLine = ({ what, name, why }: OfKind<'left'>) => ({ kind: what, name, why })

function noteName({ people }: Move, item: OfKind<'site' | 'person' | 'term'>, outcome: Outcome): void {
  if (item.kind === 'site') note(outcome, 'site', 'read')
  if (item.kind === 'person') note(outcome, 'person', people.get(item.key) ? 'person' : 'name')
  if (item.kind === 'term') note(outcome, 'term', item.as)
}

/** Of what is here already. */
function noteHere(item: Item, here: KnownItem, outcome: Outcome): void {
  if (here.hash === itemHash(item)) note(outcome, item.kind, 'same')
  else {
    const line = {
      about: 'changed' as const,
      kind: item.kind,
      name: itemName(item),
      why: m.changedThere,
      ourId: here.ourId,
    }
    note(outcome, item.kind, 'changed', line)
  }
}

/** Answers those that fit no story yet. */
async function takeThreads(
  tx: Transaction,
  move: Move,
  items: readonly ThreadItem[],
  outcome: Outcome,
): Promise<ThreadItem[]> {
  const waiting: ThreadItem[] = []
  for (const item of items) {
    const storyId = await storyOfThread(tx.rows, item)
    await keepThread(tx, move, item, storyId)
    if (storyId !== null) note(outcome, 'thread', 'matched')
    else {
      await wait(tx, move, [{ item, refKind: 'match', refKey: item.key }], outcome)
      waiting.push(item)
    }
  }
  return waiting
}

export const keepThread = (
  tx: Transaction,
  { id, survey: { siteKey } }: Move,
  item: ThreadItem,
  storyId: string | null,
): Promise<void> => keepTaken(tx, { id, siteKey }, [{ item, ourKind: 'story', ourId: storyId, ourNumber: null }])

async function wait(
  tx: Transaction,
  move: Move,
  waits: readonly (Waits | { item: ThreadItem; refKind: string; refKey: string })[],
  outcome: Outcome,
): Promise<void> {
  await keepForLater(tx, move.id, waits)
  for (const { item } of waits) note(outcome, item.kind, 'waiting')
}

async function takeRedirects(
  tx: Transaction,
  move: Move,
  items: readonly RedirectItem[],
  outcome: Outcome,
): Promise<void> {
  if (items.length === 0) return
  const redirects: Redirect[] = []
  for (const { from, to } of items) {
    const path = move.termPaths.get(to)
    if (path === null) {
      note(outcome, 'redirect', 'left', { about: 'left', kind: 'redirect', name: from, why: m.noPageOfTerm })
      continue
    }
    if (path !== undefined) {
      redirects.push({ from, to: path })
      continue
    }
    const storyId = await storyAt(tx.rows, to)
    redirects.push(storyId === null ? { from, to: hereOf(to, move) } : { from, storyId })
  }
  const kept = await keepRedirects(tx, redirects, { by: move.by, importId: move.id })
  for (let index = kept.left.length; index < redirects.length; index++) note(outcome, 'redirect', 'kept')
  for (const { from, why } of kept.left)
    note(outcome, 'redirect', 'left', { about: 'left', kind: 'redirect', name: from, why })
}

/** An address of the old site is one of ours. */
function hereOf(to: string, { survey: { site } }: Move): string {
  if (!/^https?:\/\//i.test(to) || hostOf(to) !== hostOf(site.address) || site.address === '') return to
  const { pathname, search, hash } = new URL(to)
  return `${pathname}${search}${hash}`
}
