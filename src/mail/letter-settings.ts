/** What the newsroom chooses for all letters; kept in the database. */
import { z } from 'zod'
import { type Database, keepSetting, readSetting, type Transaction } from '../store/index.ts'

const SETTING = 'letters'

export const letterSettingsSchema = z.object({
  /** The hour of the site's day, 0 to 23, at which daily and weekly letters leave. */
  digestHour: z
    .number('Give the hour as a whole number from 0 to 23.')
    .int('Give the hour as a whole number from 0 to 23.')
    .min(0, 'Give the hour as a whole number from 0 to 23.')
    .max(23, 'Give the hour as a whole number from 0 to 23.'),
})
export type LetterSettings = z.infer<typeof letterSettingsSchema>

export const defaultLetterSettings: LetterSettings = { digestHour: 7 }

export async function readLetterSettings(db: Database): Promise<LetterSettings> {
  const kept = await readSetting(db, SETTING)
  return { ...defaultLetterSettings, ...(kept?.value as Partial<LetterSettings> | undefined) }
}

export const saveLetterSettings = (tx: Transaction, settings: LetterSettings, by: string | null): Promise<void> =>
  keepSetting(tx, SETTING, letterSettingsSchema.parse(settings), by)
