/** What the newsroom chooses for all letters; kept in the database. */
import * as z from 'zod'
import { sendingMessages as m } from '../messages/index.ts'
import {
  changeFields,
  type Database,
  type FieldChange,
  type LaidOver,
  readFields,
  type Transaction,
} from '../store/index.ts'

export const letterSettingsSchema = z.object({
  /** The hour of the site's day, 0 to 23, at which daily and weekly letters leave. */
  digestHour: z.number(m.hour).int(m.hour).min(0, m.hour).max(23, m.hour),
})
export type LetterSettings = z.infer<typeof letterSettingsSchema>

export const defaultLetterSettings: LetterSettings = { digestHour: 7 }

const KEPT = { name: 'letters', defaults: defaultLetterSettings }

export const readLetterSettings = (db: Database): Promise<LetterSettings> => readFields(db, KEPT)

/** Keeps what was changed; nothing where `both` has something. */
export const changeLetterSettings = (
  tx: Transaction,
  change: FieldChange<LetterSettings>,
  by: string | null,
): Promise<LaidOver<LetterSettings>> =>
  changeFields(tx, KEPT, { ...change, wanted: letterSettingsSchema.parse(change.wanted) }, by)
