/** What the publication is called and how it speaks; changed in the newsroom, kept in the database. */

import { z } from 'zod'
import { noteAct } from '../people/index.ts'
import { changeFields, type Database, type FieldChange, type LaidOver, readFields, type Store } from '../store/index.ts'
import { showsSomething } from '../text/index.ts'

const RIGHT_TO_LEFT = /^(ar|arc|ckb|dv|fa|he|ks|ku-Arab|nqo|ps|sd|syr|ug|ur|yi)(-|$)/i

/** A setting: what it is called in its form and in what is said of it, what holds until somebody chooses, what is refused. */
interface SiteSetting<T> {
  label: string
  hint?: string
  default: T
  check: z.ZodType<T>
}

/** Words: on one line, or with `lines` on so many. */
interface WordsSetting extends SiteSetting<string> {
  longest?: number
  required?: true
  lines?: number
}

const words = (setting: WordsSetting): WordsSetting => setting
const choice = (setting: Omit<SiteSetting<boolean>, 'check'>): SiteSetting<boolean> => ({
  ...setting,
  check: z.boolean(),
})
const upTo = (longest: number, sentence: string) => ({ longest, check: z.string().trim().max(longest, sentence) })

const NAME = upTo(80, 'Keep the name under 80 characters.')

export const SITE_SETTINGS = {
  name: words({
    label: 'The site’s name',
    default: 'The Courant',
    required: true,
    ...NAME,
    check: NAME.check.refine(showsSomething, 'Give the site a name.'),
  }),
  tagline: words({
    label: 'Tagline',
    default: 'News with its sources, and a discussion that is read before it is shown',
    ...upTo(160, 'Keep the line under the name to 160 characters.'),
  }),
  language: words({
    label: 'Language',
    hint: 'A code such as en, de or ar.',
    default: 'en',
    required: true,
    check: z.string().trim().refine(isLanguage, 'Give the language as a code such as en, de or ar.'),
  }),
  timeZone: words({
    label: 'Time zone',
    hint: 'A name such as Europe/Berlin.',
    default: 'UTC',
    required: true,
    check: z.string().trim().refine(isTimeZone, 'Give the time zone as a name such as Europe/Berlin or UTC.'),
  }),
  houseRule: words({
    label: 'House rule',
    hint: 'Shown above every comment form.',
    default: 'Write as you would speak to a neighbour. A person reads every comment before it appears.',
    lines: 4,
    ...upTo(2000, 'Keep the house rule under 2,000 characters.'),
  }),
  contact: words({
    label: 'How readers reach you',
    hint: 'For example an email address. Shown in the house rules and to people who are banned.',
    default: '',
    ...upTo(200, 'Keep the way to reach you under 200 characters.'),
  }),
  commentsOpen: choice({ label: 'Comments are open on new stories', default: true }),
  /** Of a story that is first published from then on; its editor may set it otherwise. */
  whoSaysSo: choice({ label: 'Show “Who says so” under new stories', default: false }),
}

type Settings = typeof SITE_SETTINGS
export type SiteSettings = { [Name in keyof Settings]: Settings[Name]['default'] }

const ofEach = <K extends 'check' | 'default'>(key: K) =>
  Object.fromEntries(Object.entries(SITE_SETTINGS).map(([name, setting]) => [name, setting[key]])) as {
    [Name in keyof Settings]: Settings[Name][K]
  }

export const siteSettingsSchema = z.object(ofEach('check'))
export const defaultSiteSettings: SiteSettings = ofEach('default')

const KEPT = { name: 'site', defaults: defaultSiteSettings }

export const readSiteSettings = (db: Database): Promise<SiteSettings> => readFields(db, KEPT)

/** Keeps what was changed, and every page of the site is drawn anew; nothing where `both` has something. */
export async function changeSiteSettings(
  store: Store,
  change: FieldChange<SiteSettings>,
  by: string | null,
  now: number,
): Promise<LaidOver<SiteSettings>> {
  const wanted = siteSettingsSchema.partial().parse(change.wanted) as Partial<SiteSettings>
  return store.transaction(now, async (tx) => {
    const laid = await changeFields(tx, KEPT, { ...change, wanted }, by)
    if (laid.both.length > 0) return laid
    if (laid.changed.length > 0) await tx.say({ kind: 'settings.changed' })
    const detail =
      laid.changed.length > 0
        ? `Changed of the settings: ${laid.changed.join(', ')}`
        : 'Saved the settings as they were'
    await noteAct(tx, { by, act: 'settings.saved', about: null, detail })
    return laid
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
