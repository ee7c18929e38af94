/** One sentence over the front page and every story, until it is over. */
import { frontDeskMessages as m } from '../messages/index.ts'
import { noteAct } from '../people/index.ts'
import { changeFields, type Database, type FieldChange, type LaidOver, readFields, type Store } from '../store/index.ts'

export interface BreakingLine {
  /** Plain words; empty where there is none. */
  words: string
  /** The path of the story that it leads to; empty for none. */
  path: string
  /** When it is over, in milliseconds since the epoch. */
  until: number
}

const KEPT = { name: 'breaking', defaults: { words: '', path: '', until: 0 } satisfies BreakingLine }

/** As it was set, whether or not it is over. */
export const readBreakingLine = (db: Database): Promise<BreakingLine> => readFields<BreakingLine>(db, KEPT)

/** Keeps what was changed; nothing where `both` has something, since somebody else has changed it meanwhile. */
export async function changeBreakingLine(
  store: Store,
  change: FieldChange<BreakingLine>,
  by: string | null,
  now: number,
): Promise<LaidOver<BreakingLine>> {
  return store.transaction(now, async (tx) => {
    const laid = await changeFields<BreakingLine>(tx, KEPT, change, by)
    if (laid.both.length > 0 || laid.changed.length === 0) return laid
    const { words } = laid.fields
    const detail = words === '' ? m.logBreakingEnded : m.logBreaking(words)
    await noteAct(tx, { by, act: 'front.breaking', about: null, detail })
    await tx.say({ kind: 'breaking.changed' })
    return laid
  })
}
