/** What an export holds and what becomes of it, as people read it before and after. */
import { moveAccountMessages as m } from '../../messages/index.ts'
import type { Counts } from './counts.ts'
import type { MoveOptions } from './options.ts'

export interface AccountLine {
  /** Such as "1,204 stories that were public". */
  what: string
  /** What becomes of them, or became. */
  becomes: string
}

/** In the order in which it is told; that the site was described is of no use to anybody. */
const KINDS = ['story', 'person', 'term', 'picture', 'thread', 'comment', 'note', 'redirect', 'left'] as const

/** What will become of what was found, by kind and state. */
export function accountOf(found: Counts, options: MoveOptions): AccountLine[] {
  return linesOf(found, (kind, state, count) => ({
    what: m.found(kind, state, count),
    becomes: m.becomes(kind, state, count, options),
  }))
}

/** What became of it. */
export function resultOf(became: Counts): AccountLine[] {
  return linesOf(became, (kind, state, count) => ({
    what: m.of(kind, state, count),
    becomes: m.became(kind, state, count),
  }))
}

function linesOf(
  counts: Counts,
  lineOf: (kind: (typeof KINDS)[number], state: string, count: number) => AccountLine,
): AccountLine[] {
  return KINDS.flatMap((kind) =>
    Object.entries(counts[kind] ?? {})
      .filter(([, count]) => count > 0)
      .map(([state, count]) => lineOf(kind, state, count)),
  )
}

/** Of stories, comments and notes: what was here before, or came to nothing. */
const NOT_NEW = new Set(['same', 'changed', 'twice', 'left', 'waiting'])

/** Whether an import brought nothing that was not here already: then there is nothing to undo. */
export const bringsNothing = (became: Counts): boolean =>
  ['story', 'comment', 'note', 'thread'].every((kind) =>
    Object.entries(became[kind] ?? {}).every(([state, count]) => count === 0 || NOT_NEW.has(state)),
  )
