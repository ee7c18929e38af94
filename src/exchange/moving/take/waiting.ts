/** Items that have to wait for another: kept in the database, so that memory stays as it is however many there are. */
import { movingMessages as m } from '../../../messages/index.ts'
import type { Transaction } from '../../../store/index.ts'
import type { CommentItem, Item, NoteItem, ThreadItem } from '../../items/index.ts'
import { add } from '../counts.ts'
import { itemKey, itemName } from './item-of.ts'
import { note, type Outcome } from './move.ts'

export type WaitingItem = CommentItem | NoteItem | ThreadItem

/** Read and taken at once. */
const WAITING_AT_ONCE = 200

export async function keepForLater(
  tx: Transaction,
  importId: string,
  waits: readonly { item: WaitingItem; refKind: string; refKey: string }[],
): Promise<void> {
  if (waits.length === 0) return
  await tx.rows
    .insertInto('import_waiting')
    .values(
      waits.map(({ item, refKind, refKey }) => ({
        import_id: importId,
        ref_kind: refKind,
        ref_key: refKey,
        ready: 0,
        item_json: JSON.stringify(item),
      })),
    )
    .execute()
}

/** What waits for one of these can be taken now, or sees what else it waits for. */
export async function setReady(tx: Transaction, importId: string, items: readonly Item[]): Promise<void> {
  const refs = new Map<string, string[]>()
  for (const item of items) {
    const kind = item.kind === 'story' || item.kind === 'thread' ? 'of' : item.kind
    if (kind !== 'of' && kind !== 'comment' && kind !== 'note') continue
    const keys = refs.get(kind) ?? []
    keys.push(itemKey(item))
    refs.set(kind, keys)
  }
  for (const [kind, keys] of refs)
    await tx.rows
      .updateTable('import_waiting')
      .set({ ready: 1 })
      .where('import_id', '=', importId)
      .where('ref_kind', '=', kind)
      .where('ref_key', 'in', keys)
      .execute()
}

/** Takes some of those that are ready out of the table; of all that are left, where `rest` says so. */
export async function takeWaiting(
  tx: Transaction,
  importId: string,
  which: { ready: true } | { rest: 'match' | 'others' },
): Promise<WaitingItem[]> {
  const rows = await tx.rows
    .selectFrom('import_waiting')
    .select(['number', 'item_json'])
    .where('import_id', '=', importId)
    .$if('ready' in which, (query) => query.where('ready', '=', 1))
    .$if('rest' in which, (query) =>
      query.where('ref_kind', 'rest' in which && which.rest === 'match' ? '=' : '!=', 'match'),
    )
    .orderBy('number')
    .limit(WAITING_AT_ONCE)
    .execute()
  if (rows.length === 0) return []
  await tx.rows
    .deleteFrom('import_waiting')
    .where(
      'number',
      'in',
      rows.map(({ number }) => number),
    )
    .execute()
  return rows.map(({ item_json }) => JSON.parse(item_json) as WaitingItem)
}

/** They wait no longer; what becomes of them is counted beside. */
export function noteTakenOut(outcome: Outcome, items: readonly WaitingItem[]): void {
  for (const { kind } of items) add(outcome.became, kind, 'waiting', -1)
}

/** What no story of ours is there for. */
export function noteLeft(outcome: Outcome, item: CommentItem | NoteItem): void {
  const why = item.kind === 'note' ? m.noteWithoutStory : m.commentWithoutStory
  note(outcome, item.kind, 'left', { about: 'left', kind: item.kind, name: itemName(item), why })
}

export const noteThreadLeft = (outcome: Outcome, item: ThreadItem, comments: number): void =>
  note(outcome, 'thread', 'left', {
    about: 'left',
    kind: 'thread',
    name: itemName(item),
    why: m.threadWithoutStory(comments),
  })
