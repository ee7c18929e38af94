/** What the paper says for others: a sponsor's picture and words, who may sell its space, and whose it is to search engines. */
import { keepPlace, libraryIdOf } from '../media/index.ts'
import { advertMessages as m } from '../messages/index.ts'
import { noteAct } from '../people/index.ts'
import { changeFields, type Database, type FieldChange, type LaidOver, readFields, type Store } from '../store/index.ts'

export interface Adverts {
  /** Who pays; empty for no sponsor. */
  sponsorName: string
  sponsorWords: string
  /** Where it leads; may be empty. */
  sponsorLink: string
  /** The library's address of a picture; may be empty. */
  sponsorPicture: string
  /** The lines of /ads.txt (IAB Tech Lab, ads.txt 1.1); empty where there is none. */
  adsTxt: string
  /** The tags by which search consoles know whose site it is, as they hand them out. */
  siteTags: string
}

export const ADVERT_FIELDS = [
  'sponsorName',
  'sponsorWords',
  'sponsorLink',
  'sponsorPicture',
  'adsTxt',
  'siteTags',
] as const satisfies readonly (keyof Adverts)[]

const LONGEST: Record<keyof Adverts, number> = {
  sponsorName: 80,
  sponsorWords: 300,
  sponsorLink: 1000,
  sponsorPicture: 100,
  adsTxt: 50_000,
  siteTags: 5000,
}

export const noAdverts: Adverts = {
  sponsorName: '',
  sponsorWords: '',
  sponsorLink: '',
  sponsorPicture: '',
  adsTxt: '',
  siteTags: '',
}

const KEPT = { name: 'adverts', defaults: noAdverts }

export const readAdverts = (db: Database): Promise<Adverts> => readFields(db, KEPT)

/** What a form has in its fields, trimmed; or the first that can't be so, with a sentence. */
export function checkAdverts(typed: Adverts): Adverts | { field: keyof Adverts; sentence: string } {
  const long = ADVERT_FIELDS.find((name) => typed[name].length > LONGEST[name])
  if (long) return { field: long, sentence: m.tooLong(m.fields[long], LONGEST[long]) }
  const fields = Object.fromEntries(ADVERT_FIELDS.map((name) => [name, typed[name].trim()])) as unknown as Adverts
  const isSponsored = fields.sponsorWords !== '' || fields.sponsorLink !== '' || fields.sponsorPicture !== ''
  if (fields.sponsorName === '' && isSponsored) return { field: 'sponsorName', sentence: m.noName }
  if (fields.sponsorLink !== '' && !isWebAddress(fields.sponsorLink))
    return { field: 'sponsorLink', sentence: m.notALink }
  const line = wrongLineOfAds(fields.adsTxt)
  if (line !== null) return { field: 'adsTxt', sentence: m.notAnAdsLine(line) }
  if (siteTagsIn(fields.siteTags) === null) return { field: 'siteTags', sentence: m.notATag }
  return fields
}

/** Keeps what was changed, and every page is drawn anew; nothing where `both` has something. */
export const changeAdverts = (
  store: Store,
  change: FieldChange<Adverts>,
  by: string,
  now: number,
): Promise<LaidOver<Adverts>> =>
  store.transaction(now, async (tx) => {
    const laid = await changeFields(tx, KEPT, change, by)
    if (laid.both.length > 0 || laid.changed.length === 0) return laid
    const picture = libraryIdOf(laid.fields.sponsorPicture)
    await keepPlace(tx, 'site:sponsor', picture === null ? [] : [picture])
    await tx.say({ kind: 'settings.changed' })
    const detail = m.logChanged(laid.changed.map((name) => m.fields[name]))
    await noteAct(tx, { by, act: 'adverts.changed', about: null, detail })
    return laid
  })

const isWebAddress = (typed: string): boolean => /^https?:\/\/[^\s/]+/i.test(typed)

/** The first line, from 1, that ads.txt does not know; null where there is none. */
function wrongLineOfAds(text: string): number | null {
  const at = text.split('\n').findIndex((line) => {
    const said = (line.split('#')[0] ?? '').trim()
    if (said === '') return false
    if (/^(contact|subdomain|inventorypartnerdomain|ownerdomain|managerdomain)=\S/i.test(said)) return false
    const [domain = '', account = '', relation = '', authority, more] = said.split(',').map((field) => field.trim())
    return !(
      /^[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(domain) &&
      account !== '' &&
      /^(direct|reseller)$/i.test(relation) &&
      (authority === undefined || /^\w+$/.test(authority)) &&
      more === undefined
    )
  })
  return at < 0 ? null : at + 1
}

export interface SiteTag {
  name: string
  content: string
}

/** Search consoles know a site by such names; any other would say something else of the page. */
const IS_PROOF = /verif(y|ication)$|^msvalidate\.01$|^seznam-wmt$/i
const MOST_TAGS = 10

/** One tag as consoles hand it out, up to its end: name and content, in either order. */
const TAG = /^<meta\s+(name|content)=(["'])([\w.:=+/-]{1,200})\2\s+(name|content)=(["'])([\w.:=+/-]{1,200})\5\s*\/?$/i

/** The meta tags in what somebody pasted; null where there is anything else in it, or a tag that proves nothing. */
export function siteTagsIn(pasted: string): SiteTag[] | null {
  const pieces = pasted.split('>').map((piece) => piece.trim())
  if (pieces.pop() !== '' || pieces.length > MOST_TAGS) return null
  const tags = pieces.flatMap((piece) => {
    const [, first = '', , one = '', second = '', , other = ''] = TAG.exec(piece) ?? []
    const said = new Map([
      [first.toLowerCase(), one],
      [second.toLowerCase(), other],
    ])
    const [name = '', content = ''] = [said.get('name'), said.get('content')]
    return IS_PROOF.test(name) && content !== '' ? [{ name, content }] : []
  })
  return tags.length === pieces.length ? tags : null
}
