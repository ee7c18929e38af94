/** What the newsroom chooses for all letters; kept in the database. */
import { z } from 'zod'
import type { Database, Write } from '../store/index.ts'

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
  const row = await db.selectFrom('settings').select('value_json').where('name', '=', 'letters').executeTakeFirst()
  return { ...defaultLetterSettings, ...(row ? (JSON.parse(row.value_json) as Partial<LetterSettings>) : {}) }
}

export async function saveLetterSettings(
  write: Write,
  settings: LetterSettings,
  by: string | null,
  now: number,
): Promise<void> {
  const values = {
    value_json: JSON.stringify(letterSettingsSchema.parse(settings)),
    changed_at: now,
    changed_by: by,
  }
  await write
    .insertInto('settings')
    .values({ name: 'letters', ...values })
    .onConflict((conflict) => conflict.column('name').doUpdateSet(values))
    .execute()
}
