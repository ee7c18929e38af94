/** What the publication is called and how it speaks; changed in the newsroom, kept in the database. */

import { z } from 'zod'
import { noteAct } from '../people/index.ts'
import { showsSomething } from '../reading/index.ts'
import { type Database, keepSetting, readSetting, type Store } from '../store/index.ts'

const SETTING = 'site'

const RIGHT_TO_LEFT = /^(ar|arc|ckb|dv|fa|he|ks|ku-Arab|nqo|ps|sd|syr|ug|ur|yi)(-|$)/i

export const siteSettingsSchema = z.object({
  name: z.string().trim().max(80, 'Keep the name under 80 characters.').refine(showsSomething, 'Give the site a name.'),
  tagline: z.string().trim().max(160, 'Keep the line under the name to 160 characters.'),
  language: z.string().refine(isLanguage, 'Give the language as a code such as en, de or ar.'),
  timeZone: z.string().refine(isTimeZone, 'Give the time zone as a name such as Europe/Berlin or UTC.'),
  houseRule: z.string().trim().max(2000, 'Keep the house rule under 2,000 characters.'),
  /** Where readers reach the newsroom, such as a mail address; who is banned is told it. Empty for nowhere. */
  contact: z.string().trim().max(200, 'Keep the way to reach you under 200 characters.'),
  commentsOpen: z.boolean(),
  /** Whether a story that is first published from then on shows readers who says what; its editor may set it otherwise. */
  whoSaysSo: z.boolean(),
})
export type SiteSettings = z.infer<typeof siteSettingsSchema>

export const defaultSiteSettings: SiteSettings = {
  name: 'The Courant',
  tagline: 'News with its sources, and a discussion that is read before it is shown',
  language: 'en',
  timeZone: 'UTC',
  houseRule: 'Write as you would speak to a neighbour. A person reads every comment before it appears.',
  contact: '',
  commentsOpen: true,
  whoSaysSo: false,
}

export async function readSiteSettings(db: Database): Promise<SiteSettings> {
  const kept = await readSetting(db, SETTING)
  return { ...defaultSiteSettings, ...(kept?.value as Partial<SiteSettings> | undefined) }
}

/** Keeps the settings; every page of the site is drawn anew. */
export async function saveSiteSettings(
  store: Store,
  settings: SiteSettings,
  by: string | null,
  now: number,
): Promise<void> {
  const checked = siteSettingsSchema.parse(settings)
  await store.transaction(now, async (tx) => {
    const before = await readSiteSettings(tx.rows)
    const changed = (Object.keys(settings) as (keyof SiteSettings)[]).filter((one) => settings[one] !== before[one])
    await keepSetting(tx, SETTING, checked, by)
    await tx.say({ kind: 'settings.changed' })
    const detail =
      changed.length > 0 ? `Changed of the settings: ${changed.join(', ')}` : 'Saved the settings as they were'
    await noteAct(tx, { by, act: 'settings.saved', about: null, detail })
  })
}

/** The way a language is written, from its code. */
export const directionOf = (language: string): 'ltr' | 'rtl' => (RIGHT_TO_LEFT.test(language) ? 'rtl' : 'ltr')

function isLanguage(code: string): boolean {
  try {
    return Intl.getCanonicalLocales(code).length === 1
  } catch {
    return false
  }
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return name !== ''
  } catch {
    return false
  }
}
