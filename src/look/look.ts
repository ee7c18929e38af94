/** How the paper looks, as an editor has chosen: kept in the database, field by field. */
import { lookMessages as m } from '../messages/index.ts'
import { noteAct } from '../people/index.ts'
import {
  changeFields,
  type Database,
  type FieldChange,
  type LaidOver,
  readFields,
  type Store,
  type Transaction,
} from '../store/index.ts'
import { HOUSE_ACCENT } from './accent.ts'
import { type Hex, readColour } from './colour.ts'
import { isTypePair, type TypePairName } from './type-pairs.ts'

export interface Look {
  accent: Hex
  type: TypePairName
  /** Files by their names; empty where there is none. */
  logo: string
  /** In place of the logo on the dark page. */
  logoDark: string
  icon: string
}

/** What is uploaded. */
export type LookPicture = 'logo' | 'logoDark' | 'icon'
export const LOOK_PICTURES: readonly LookPicture[] = ['logo', 'logoDark', 'icon']

export const defaultLook: Look = { accent: HOUSE_ACCENT, type: 'source', logo: '', logoDark: '', icon: '' }

const KEPT = { name: 'look', defaults: defaultLook }

export const readLook = (db: Database): Promise<Look> => readFields(db, KEPT)

/** What a form has in its fields, or the first that can't be so with a sentence. */
export function checkLook(fields: {
  accent: string
  type: string
}): Pick<Look, 'accent' | 'type'> | { field: 'accent' | 'type'; sentence: string } {
  const accent = readColour(fields.accent)
  if (accent === null) return { field: 'accent', sentence: m.noColour }
  return isTypePair(fields.type) ? { accent, type: fields.type } : { field: 'type', sentence: m.noType }
}

/** Keeps what was changed, and every page is drawn anew; nothing where `both` has something. */
export const changeLook = (store: Store, change: FieldChange<Look>, by: string, now: number): Promise<LaidOver<Look>> =>
  store.transaction(now, (tx) => keepLook(tx, change, by))

/** The same within a transaction, and away with the files that nothing names any more. */
export async function keepLook(tx: Transaction, change: FieldChange<Look>, by: string): Promise<LaidOver<Look>> {
  const laid = await changeFields(tx, KEPT, change, by)
  if (laid.both.length > 0 || laid.changed.length === 0) return laid
  const { logo, logoDark, icon } = laid.fields
  await tx.rows
    .deleteFrom('look_files')
    .where('name', 'not in', [logo, logoDark, icon])
    .where('name', 'not like', 'made-%')
    .execute()
  await tx.say({ kind: 'settings.changed' })
  await noteAct(tx, {
    by,
    act: 'look.changed',
    about: null,
    detail: m.logChanged(laid.changed.map((one) => m.fields[one])),
  })
  return laid
}
