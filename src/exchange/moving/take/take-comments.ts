/** Comments and notes of a batch become ours, as far as what they belong to is here. */
import { createHash } from 'node:crypto'
import { bringInComments, changeStates } from '../../../discussion/index.ts'
import { movingMessages as m } from '../../../messages/index.ts'
import { decideBroughtIn, wordingsOf } from '../../../moderation/decisions/index.ts'
import { bringInNote } from '../../../notes/index.ts'
import type { RevisionStateName, Transaction } from '../../../store/index.ts'
import type { CommentItem, NoteItem } from '../../items/index.ts'
import { itemName, itemState, wordsGone } from './item-of.ts'
import { type KnownItems, keepTaken, refOf, type TakenItem } from './known-items.ts'
import { type Move, note, type Outcome } from './move.ts'
import { ourReason } from './reasons.ts'

/** By this the token of an imported comment is told from those of our own forms. */
export const BROUGHT = 'import '

/** Tokens of its own for each site's comments. */
export const nonceOf = (siteKey: string, key: string): string =>
  BROUGHT + createHash('sha256').update(`${siteKey}\n${key}`).digest('base64url')

export interface Waits {
  item: CommentItem | NoteItem
  refKind: string
  refKey: string
}

interface Placed {
  item: CommentItem
  storyId: string
  /** One that is here, or its place among those that are taken with it. */
  parent: string | number | null
}

/**
 * Takes those whose story and parent are here, or come with them; `known` has
 * what is here, and gets those that are taken. Answers those that have to wait,
 * and for what.
 */
export async function takeComments(
  tx: Transaction,
  move: Move,
  items: readonly CommentItem[],
  { known, outcome, orphans = false }: { known: KnownItems; outcome: Outcome; orphans?: boolean },
): Promise<Waits[]> {
  const placed: Placed[] = []
  const waits: Waits[] = []
  const answers = new Map<string, { item: CommentItem; storyId: string }[]>()
  for (const item of items) {
    const place = placeOf(item, known)
    if ('refKind' in place) waits.push({ item, ...place })
    else if ('why' in place)
      note(outcome, 'comment', 'left', { about: 'left', kind: 'comment', name: itemName(item), why: place.why })
    else if (place.waitsFor === null) placed.push({ item, ...place })
    else answers.set(place.waitsFor, [...(answers.get(place.waitsFor) ?? []), { item, storyId: place.storyId }])
  }
  // Those that are placed grow meanwhile, by the answers to each of them.
  for (let index = 0; index < placed.length; index++) {
    const { key } = (placed[index] as Placed).item
    for (const answer of answers.get(key) ?? []) placed.push({ ...answer, parent: index })
    answers.delete(key)
  }
  for (const [refKey, some] of answers)
    for (const { item, storyId } of some)
      if (orphans) placed.push({ item, storyId, parent: null })
      else waits.push({ item, refKind: 'comment', refKey })
  await insertPlaced(tx, move, placed, { known, outcome })
  return waits
}

type Place =
  | { storyId: string; parent: string | null; waitsFor: string | null }
  | { why: string }
  | { refKind: string; refKey: string }

/** Where a comment belongs, what it waits for, or why it can't be taken. */
function placeOf(item: CommentItem, known: KnownItems): Place {
  const of = known.get(refOf('story', item.of)) ?? known.get(refOf('thread', item.of))
  if (of?.ourKind === 'page') return { why: m.onPage }
  if (!of?.ourId) return { refKind: 'of', refKey: item.of }
  if (item.parent === null) return { storyId: of.ourId, parent: null, waitsFor: null }
  const parent = known.get(refOf('comment', item.parent))
  return { storyId: of.ourId, parent: parent?.ourId ?? null, waitsFor: parent?.ourId ? null : item.parent }
}

async function insertPlaced(
  tx: Transaction,
  move: Move,
  placed: readonly Placed[],
  { known, outcome }: { known: KnownItems; outcome: Outcome },
): Promise<void> {
  const { siteKey } = move.survey
  const states = placed.map(({ item }) => stateFor(item, move))
  const made = await bringInComments(
    tx,
    placed.map(({ item, storyId, parent }, index) => {
      const state = states[index] as BroughtState
      const last = { text: item.text, at: Math.max(item.at, item.earlier.at(-1)?.at ?? item.at) }
      return {
        ...{ storyId, parent, nonce: nonceOf(siteKey, item.key), name: item.name, mail: item.mail, at: item.at },
        state,
        wordings: state === 'withdrawn' ? [{ text: '', at: item.at }] : [...item.earlier, last],
      }
    }),
  )
  const decided: Parameters<typeof decideBroughtIn>[1][number][] = []
  const taken: TakenItem[] = []
  for (const [index, { id, revisions }] of made.entries()) {
    const { item } = placed[index] as Placed
    const to = states[index] as BroughtState
    if (to === 'approved' || to === 'rejected' || to === 'spam')
      decided.push({
        commentId: id,
        revisionId: revisions.at(-1) as string,
        changes: revisions.map((revision) => ({ revision, from: 'held', to })),
        reason: reasonFor(item, to),
      })
    note(outcome, 'comment', countedAs(item, to))
    if (to === 'withdrawn' && item.state !== 'gone')
      outcome.lines.push({ about: 'changed', kind: 'comment', name: itemName(item), why: m.noWords, ourId: id })
    taken.push({ item, ourKind: 'comment', ourId: id, ourNumber: null })
    known.set(refOf('comment', item.key), {
      ...{ importId: move.id, ourKind: 'comment', ourId: id, ourNumber: null, hash: '', undone: false },
    })
  }
  await decideBroughtIn(tx, decided, { by: move.by, from: move.from, action: 'import', importId: move.id })
  await keepTaken(tx, { id: move.id, siteKey }, taken)
}

/** Comments that were taken out with an import that was undone, and come again. */
export async function takeBackIn(
  tx: Transaction,
  move: Move,
  items: readonly { item: CommentItem; commentId: string }[],
  outcome: Outcome,
): Promise<void> {
  const wordings = await wordingsOf(
    tx.rows,
    items.map(({ commentId }) => commentId),
  )
  const decided: Parameters<typeof decideBroughtIn>[1][number][] = []
  for (const { item, commentId } of items) {
    const to = stateFor(item, move)
    const revisions = wordings.get(commentId) ?? []
    const shown = to === 'held' ? revisions.slice(-1) : revisions
    const changes = await changeStates(
      tx,
      to === 'withdrawn' ? [] : shown.map(({ id }) => ({ revision: id, from: 'withdrawn', to })),
    )
    const last = revisions.at(-1)
    if (changes.length > 0 && last)
      decided.push({ commentId, revisionId: last.id, changes, reason: reasonFor(item, to) })
    note(outcome, 'comment', countedAs(item, to))
  }
  await decideBroughtIn(tx, decided, { by: move.by, from: move.from, action: 'import', importId: move.id })
  const taken = items.map(({ item, commentId }) => ({ item, ourKind: 'comment', ourId: commentId, ourNumber: null }))
  await keepTaken(tx, { id: move.id, siteKey: move.survey.siteKey }, taken)
}

/** Rejected ones are told from those that were in the trash. */
const countedAs = (item: CommentItem, to: BroughtState): string =>
  to === 'withdrawn' ? 'gone' : to === 'rejected' ? itemState(item) : to

const reasonFor = ({ reason }: CommentItem, to: BroughtState): string | null =>
  to === 'spam' ? 'spam' : to === 'rejected' ? ourReason(reason) : null

type BroughtState = Exclude<RevisionStateName, 'removed'>

/** What was shown there is shown here only where an editor chose that. */
function stateFor(item: CommentItem, { options }: Move): BroughtState {
  const { state } = item
  if (state === 'gone' || wordsGone(item)) return 'withdrawn'
  if (state === 'approved') return options.comments === 'approved' ? 'approved' : 'held'
  return state
}

/** The same for notes; those of a page, which has none, are left. */
export async function takeNotes(
  tx: Transaction,
  move: Move,
  items: readonly NoteItem[],
  { known, outcome }: { known: KnownItems; outcome: Outcome },
): Promise<Waits[]> {
  const waits: Waits[] = []
  const taken: TakenItem[] = []
  for (const item of items) {
    const of = known.get(refOf('story', item.of))
    const parent = item.parent === null ? null : known.get(refOf('note', item.parent))
    if (!of) waits.push({ item, refKind: 'of', refKey: item.of })
    else if (item.parent !== null && !parent) waits.push({ item, refKind: 'note', refKey: item.parent })
    else if (of.ourKind !== 'story' || of.ourId === null)
      note(outcome, 'note', 'left', { about: 'left', kind: 'note', name: itemName(item), why: m.noteOnPage })
    else {
      const { at, isDone } = item
      const words = m.noteBy(item.name, item.text)
      const answers = parent?.ourId ?? null
      const id = await bringInNote(tx, { storyId: of.ourId, answers, words, at, isDone, by: move.by })
      note(outcome, 'note', 'note')
      taken.push({ item, ourKind: 'note', ourId: id, ourNumber: null })
      known.set(refOf('note', item.key), {
        ...{ importId: move.id, ourKind: 'note', ourId: id, ourNumber: null, hash: '', undone: false },
      })
    }
  }
  await keepTaken(tx, { id: move.id, siteKey: move.survey.siteKey }, taken)
  return waits
}
