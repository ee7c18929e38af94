/** Whether a Coral site may ask, with which secret it signs, and how often it has asked. */
import { coralMessages as m } from '../messages/index.ts'
import { noteAct } from '../people/index.ts'
import type { Database, Store, Transaction } from '../store/index.ts'

const NAME = 'phase'
/** Coral makes secrets of 70 characters or so. A short one could be guessed. */
const [SHORTEST, LONGEST] = [16, 200]

export interface CoralState {
  /** In milliseconds since the epoch. */
  setAt: number
  /** Comments that were looked at since, and those of them that were to be held. */
  lookedAt: number
  held: number
  lastAt: number | null
}

/** Null while no Coral site may ask. */
export async function readCoral(db: Database): Promise<CoralState | null> {
  const row = await db.selectFrom('coral').selectAll().where('name', '=', NAME).executeTakeFirst()
  return row
    ? {
        setAt: Number(row.set_at),
        lookedAt: row.looked_at,
        held: row.held,
        lastAt: row.last_at === null ? null : Number(row.last_at),
      }
    : null
}

export const readCoralSecret = async (db: Database): Promise<string | null> =>
  (await db.selectFrom('coral').select('secret').where('name', '=', NAME).executeTakeFirst())?.secret ?? null

/** Takes the secret that Coral shows, in place of the one before; counts go on. Null, or why not. */
export const setCoralSecret = (
  store: Store,
  { secret: typed, by }: { secret: string; by: string },
  now: number,
): Promise<{ problem: string } | null> =>
  store.transaction(now, async (tx) => {
    const secret = typed.trim()
    if (!/^[\x21-\x7e]*$/.test(secret) || secret.length < SHORTEST || secret.length > LONGEST)
      return { problem: m.noSecret }
    const had = await readCoralSecret(tx.rows)
    const set = { secret, set_by: by }
    await tx.rows
      .insertInto('coral')
      .values({ name: NAME, ...set, set_at: now, looked_at: 0, held: 0, last_at: null })
      .onConflict((conflict) => conflict.column('name').doUpdateSet(set))
      .execute()
    const [act, detail] = had === null ? ['coral-on', m.logOn] : ['coral-secret', m.logSecret]
    await noteAct(tx, { by, act: `settings.${act}`, about: null, detail })
    return null
  })

/** Forgets the secret and the counts: from now on nobody may ask. */
export const removeCoral = (store: Store, by: string, now: number): Promise<void> =>
  store.transaction(now, async (tx) => {
    const gone = await tx.rows.deleteFrom('coral').where('name', '=', NAME).executeTakeFirst()
    if (gone.numDeletedRows > 0n) await noteAct(tx, { by, act: 'settings.coral-off', about: null, detail: m.logOff })
  })

/** All that is kept of a comment that was looked at. */
export const countLook = (tx: Transaction, isHeld: boolean) =>
  tx.rows
    .updateTable('coral')
    .set((c) => ({ looked_at: c('looked_at', '+', 1), held: c('held', '+', isHeld ? 1 : 0), last_at: tx.now }))
    .where('name', '=', NAME)
    .execute()
