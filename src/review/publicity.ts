/**
 * What a site tells everyone of its moderation: the log, and the yearly report.
 * Both are off until an editor switches them on: a paper that has made few
 * decisions would let readers guess whose comment a line is about.
 */
import { noteAct } from '../people/index.ts'
import { type Database, keepSetting, readSetting, type Store } from '../store/index.ts'

export interface Publicity {
  /** /moderation and its months. */
  log: boolean
  /** /moderation/YYYY as page, CSV and JSON. */
  report: boolean
}

const SETTING = 'publicity'

export async function readPublicity(db: Database): Promise<Publicity> {
  const kept = await readSetting(db, SETTING)
  return { log: false, report: false, ...(kept?.value as Partial<Publicity> | undefined) }
}

export async function setPublicity(store: Store, publicity: Publicity, by: string, now: number): Promise<void> {
  await store.transaction(now, async (tx) => {
    const before = await readPublicity(tx.rows)
    if (before.log === publicity.log && before.report === publicity.report) return
    await keepSetting(tx, SETTING, publicity, by)
    const on = (is: boolean) => (is ? 'public' : 'not public')
    const detail = `The moderation log is ${on(publicity.log)}, the transparency report ${on(publicity.report)}`
    await noteAct(tx, { by, act: 'moderation.publicity', about: null, detail })
    await tx.say({ kind: 'publicity.changed' })
  })
}
