/** What the publication is called and how it speaks; changed in the newsroom, kept in the database. */

import * as z from 'zod'
import { siteSettingsMessages as m } from '../messages/index.ts'
import { noteAct } from '../people/index.ts'
import { changeFields, type Database, type FieldChange, type LaidOver, readFields, type Store } from '../store/index.ts'
import { isTimeZone, showsSomething } from '../text/index.ts'

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

const NAME = upTo(80, m.nameTooLong)

export const SITE_SETTINGS = {
  name: words({
    label: m.name,
    default: m.nameAtFirst,
    required: true,
    ...NAME,
    check: NAME.check.refine(showsSomething, m.noName),
  }),
  tagline: words({
    label: m.tagline,
    default: m.taglineAtFirst,
    ...upTo(160, m.taglineTooLong),
  }),
  language: words({
    label: m.language,
    hint: m.languageHint,
    default: 'en',
    required: true,
    check: z.string().trim().refine(isLanguage, m.notALanguage),
  }),
  timeZone: words({
    label: m.timeZone,
    hint: m.timeZoneHint,
    default: 'UTC',
    required: true,
    check: z.string().trim().refine(isTimeZone, m.notATimeZone),
  }),
  houseRule: words({
    label: m.houseRule,
    hint: m.houseRuleHint,
    default: m.houseRuleAtFirst,
    lines: 4,
    ...upTo(2000, m.houseRuleTooLong),
  }),
  contact: words({
    label: m.contact,
    hint: m.contactHint,
    default: '',
    ...upTo(200, m.contactTooLong),
  }),
  commentsOpen: choice({ label: m.commentsOpen, default: true }),
  /** Days from a story's first publication on, for those published from then on; 0 for never. Its editor may set it otherwise. */
  commentsCloseAfter: words({
    label: m.commentsCloseAfter,
    hint: m.commentsCloseAfterHint,
    default: '0',
    longest: 4,
    check: z
      .string()
      .trim()
      .regex(/^\d{0,4}$/, m.notDays),
  }),
  /** Of a story that is first published from then on; its editor may set it otherwise. */
  whoSaysSo: choice({ label: m.whoSaysSo, default: false }),
  /** Words go out only once somebody has read them who did not write them. */
  secondPerson: choice({ label: m.secondPerson, hint: m.secondPersonHint, default: false }),
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
    const labels = laid.changed.map((name) => SITE_SETTINGS[name].label)
    const detail = labels.length > 0 ? m.logChanged(labels) : m.logUnchanged
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
