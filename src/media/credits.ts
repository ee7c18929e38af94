/** Who is named beside pictures: which credits and rights there are, and one of them written otherwise everywhere. */
import { sql } from 'kysely'
import { pictureMessages as m } from '../messages/index.ts'
import { noteAct } from '../people/index.ts'
import type { Database, Store } from '../store/index.ts'
import { searchWords } from './library.ts'
import { sayChanged } from './uses.ts'

export interface CreditCount {
  credit: string
  pictures: number
}

/** As many are offered to choose from. */
const MOST = 300

/** The credits of the library, the one of most pictures first. */
export async function readCredits(db: Database): Promise<CreditCount[]> {
  const rows = await db
    .selectFrom('pictures')
    .select(['credit', (s) => s.fn.countAll().as('pictures')])
    .where('credit', '<>', '')
    .groupBy('credit')
    .orderBy('pictures', 'desc')
    .orderBy('credit')
    .limit(sql.lit(MOST))
    .execute()
  return rows.map(({ credit, pictures }) => ({ credit, pictures: Number(pictures) }))
}

/** The lines about rights, the most frequent first. */
export async function readRightsLines(db: Database): Promise<string[]> {
  const rows = await db
    .selectFrom('pictures')
    .select(['rights', (s) => s.fn.countAll().as('pictures')])
    .where('rights', '<>', '')
    .groupBy('rights')
    .orderBy('pictures', 'desc')
    .orderBy('rights')
    .limit(sql.lit(MOST))
    .execute()
  return rows.map(({ rights }) => rights)
}

/** Writes a credit otherwise on every picture that has exactly it, and so on every page that shows one. Answers how many there were. */
export const renameCredit = (
  store: Store,
  { credit, to, by }: { credit: string; to: string; by: string },
  now: number,
): Promise<number> =>
  store.transaction(now, async (tx) => {
    const found = await tx.rows
      .selectFrom('pictures')
      .select(['id', 'name', 'caption', 'place'])
      .where('credit', '=', credit)
      .execute()
    for (const { id, ...said } of found) {
      const words = searchWords({ ...said, credit: to })
      await tx.rows.updateTable('pictures').set({ credit: to, words }).where('id', '=', id).execute()
      await sayChanged(tx, id)
    }
    const [first] = found
    if (first) await noteAct(tx, { by, act: 'picture.credited', about: first.id, detail: m.logCredited(credit, to) })
    return found.length
  })
