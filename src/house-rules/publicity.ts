/**
 * What a site tells everyone of its moderation: the log, and the yearly report.
 * Both are off until an editor switches them on: a paper that has made few
 * decisions would let readers guess whose comment a line is about.
 */
import { houseRulesMessages as m } from '../messages/index.ts'
import { noteAct } from '../people/index.ts'
import { changeFields, type Database, type FieldChange, readFields, type Store } from '../store/index.ts'

export interface Publicity {
  /** /moderation and its months. */
  log: boolean
  /** /moderation/YYYY as page, CSV and JSON. */
  report: boolean
}

const NOT_PUBLIC: Publicity = { log: false, report: false }
const KEPT = { name: 'publicity', defaults: NOT_PUBLIC }

export const readPublicity = (db: Database): Promise<Publicity> => readFields(db, KEPT)

/** Of a switch there is nothing to decide between two people: who changes it wants what the other wanted. */
export async function setPublicity(
  store: Store,
  change: FieldChange<Publicity>,
  by: string,
  now: number,
): Promise<void> {
  await store.transaction(now, async (tx) => {
    const { fields, changed } = await changeFields(tx, KEPT, change, by)
    if (changed.length === 0) return
    const detail = m.logPublicity(fields.log, fields.report)
    await noteAct(tx, { by, act: 'moderation.publicity', about: null, detail })
    await tx.say({ kind: 'publicity.changed' })
  })
}
