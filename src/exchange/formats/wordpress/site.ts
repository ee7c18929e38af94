/** What a WordPress export says of the site, and who and what its stories name. */
import { exportFileMessages as files, exportItemMessages as m } from '../../../messages/index.ts'
import { plainTextOfHtml } from '../../body/index.ts'
import { type Item, type Key, type PersonItem, type SiteItem, type TermItem, unreadable } from '../../items/index.ts'
import { siteAddressOf } from '../paths.ts'
import { elementText, type XmlElement } from '../xml/index.ts'
import { fieldOf, keyOfTerm, readMailDay, readSlug } from './record.ts'

const MOST_TERMS = 100_000

/** What is known of the site so far: it grows while its files are read. */
export interface Known {
  name: string
  tagline: string
  address: string
  language: string
  /** When the export was made, where it says so. */
  madeAt: number | null
  /** How far its clocks are ahead of UTC, by the last item that says both. */
  ahead: number
  /** Keys of persons by what an item may call them. */
  persons: Map<string, Key>
  /** Keys of terms that have been given. */
  terms: Set<Key>
  /** Slugs of terms by WordPress's numbers, and what each section stands under, by slugs. */
  numbers: Map<string, string>
  above: Map<string, string>
}

export const nothingKnown = (): Known => ({
  name: '',
  tagline: '',
  address: '',
  language: '',
  madeAt: null,
  ahead: 0,
  persons: new Map(),
  terms: new Set(),
  numbers: new Map(),
  above: new Map(),
})

/** Takes up what a channel says of the site; false where the element is of something else. */
export function readChannel(element: XmlElement, known: Known, file: string): boolean {
  const words = elementText(element)
  if (element.name === 'title') known.name ||= plainTextOfHtml(words)
  else if (element.name === 'description') known.tagline ||= plainTextOfHtml(words)
  else if (element.name === 'language') known.language ||= readLanguage(words)
  else if (element.name === 'pubDate') known.madeAt ??= readMailDay(words)
  else if (element.name === 'link' || element.name === 'wp:base_blog_url') {
    const address = siteAddressOf(words)
    if (address !== '' && known.address !== '' && hostOf(address) !== hostOf(known.address))
      unreadable(files.otherSite(file, hostOf(address), hostOf(known.address)))
    known.address ||= address
  } else return false
  return true
}

export const siteItem = ({ name, tagline, address, language }: Known): SiteItem => ({
  kind: 'site',
  name,
  tagline,
  address,
  language,
  timeZone: '',
})

const hostOf = (address: string): string => address.replace(/^https?:\/\/(www\.)?/, '').split('/')[0] ?? ''

export const readLanguage = (words: string): string =>
  /^[a-z]{2,3}([_-][a-z0-9]{2,8})*$/i.test(words) ? words.replaceAll('_', '-') : ''

export function personItem(element: XmlElement, known: Known): PersonItem {
  const login = fieldOf(element, 'wp:author_login')
  const given = `${fieldOf(element, 'wp:author_first_name')} ${fieldOf(element, 'wp:author_last_name')}`.trim()
  const name = plainTextOfHtml(fieldOf(element, 'wp:author_display_name')) || given || login
  const key = login || fieldOf(element, 'wp:author_id') || name
  know(known, key, name)
  return { kind: 'person', key, name, mail: fieldOf(element, 'wp:author_email'), about: '' }
}

/** A byline without an account, as Co-Authors Plus keeps it. */
export function guestItem(item: XmlElement, meta: ReadonlyMap<string, string>, known: Known): PersonItem {
  const name = plainTextOfHtml(meta.get('cap-display_name') || fieldOf(item, 'title'))
  const slug = fieldOf(item, 'wp:post_name').replace(/^cap-/, '')
  const about = plainTextOfHtml(meta.get('cap-description') || fieldOf(item, 'content:encoded'))
  const linked = meta.get('cap-linked_account') ?? ''
  const key = known.persons.get(nicknameOf(linked)) ?? `guest:${slug || name}`
  know(known, key, name)
  if (slug !== '') known.persons.set(nicknameOf(slug), key)
  return { kind: 'person', key, name, mail: meta.get('cap-user_email') ?? '', about }
}

function know(known: Known, key: Key, name: string): void {
  known.persons.set(nicknameOf(key), key)
  if (!known.persons.has(nicknameOf(name))) known.persons.set(nicknameOf(name), key)
}

/** As WordPress makes a slug of a login. */
export const nicknameOf = (login: string): string => login.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '-')

/** How the old site sorted what are no stories, and what its plugins note as terms. */
const NOT_OURS =
  /^(nav_menu|post_format|author|language|post_translations|term_language|term_translations|link_category|wp_.*|elementor_.*|product_.*|pa_.*|yst_.*|following_users|ef_.*|post_status|jetpack-.*|mediacat|media_.*|attachment_.*|translation_priority)$/

/** A category is a section; a tag, or a term of a plugin's, a topic. What nobody has filed is in no section. */
export function* termItems(element: XmlElement, known: Known, file: string): Generator<Item> {
  const { taxonomy, slug, name, above } = fieldsOfTerm(element)
  if (taxonomy === 'category' && slug === 'uncategorized') {
    yield { kind: 'left', what: 'sorting', name: name || slug, why: m.noCategory }
    return
  }
  if (slug === '' && name === '') {
    yield { kind: 'left', what: 'sorting', name: taxonomy, why: m.unknownEntry }
    return
  }
  if (NOT_OURS.test(taxonomy)) {
    yield { kind: 'left', what: 'sorting', name: name || slug, why: m.otherTaxonomy }
    return
  }
  const number = fieldOf(element, 'wp:term_id')
  if (number !== '') known.numbers.set(number, slug)
  if (above !== '') known.above.set(slug, above)
  yield* termOf({ taxonomy, slug: slug || name, name: name || slug, above }, known, file)
}

export interface Term {
  taxonomy: string
  slug: string
  name: string
  above: string
}

export const isOurTerm = (taxonomy: string, slug: string): boolean =>
  taxonomy !== '' && !NOT_OURS.test(taxonomy) && !(taxonomy === 'category' && slug === 'uncategorized')

/** The term, and where its page was. */
export function* termOf(term: Term, known: Known, file: string): Generator<Item> {
  const { taxonomy, above } = term
  const key = keyOfTerm(taxonomy, term.slug)
  known.terms.add(key)
  if (known.terms.size > MOST_TERMS) unreadable(m.tooManyTerms(file))
  const slug = readSlug(term.slug).trim().toLowerCase().replaceAll(' ', '-')
  const isSection = taxonomy === 'category'
  const item: TermItem = {
    kind: 'term',
    key,
    as: isSection ? 'section' : 'topic',
    name: plainTextOfHtml(term.name),
    slug,
    within: above === '' ? null : keyOfTerm(taxonomy, above),
  }
  yield item
  if (taxonomy !== 'category' && taxonomy !== 'post_tag') return
  const to = `/${isSection ? 'sections' : 'topics'}/${encodeURIComponent(slug)}`
  const base = isSection ? 'category' : 'tag'
  const paths = new Set([term.slug, pathOfTerm(term.slug, known.above)])
  for (const path of paths) yield { kind: 'redirect', from: `/${base}/${path}/`, to }
}

function pathOfTerm(slug: string, above: ReadonlyMap<string, string>): string {
  const path = [slug]
  for (let next = above.get(slug); next !== undefined && path.length < 10; next = above.get(next)) path.unshift(next)
  return path.join('/')
}

function fieldsOfTerm(element: XmlElement): Term {
  if (element.name === 'wp:category')
    return {
      taxonomy: 'category',
      slug: fieldOf(element, 'wp:category_nicename'),
      name: fieldOf(element, 'wp:cat_name'),
      above: fieldOf(element, 'wp:category_parent'),
    }
  if (element.name === 'wp:tag')
    return {
      taxonomy: 'post_tag',
      slug: fieldOf(element, 'wp:tag_slug'),
      name: fieldOf(element, 'wp:tag_name'),
      above: '',
    }
  return {
    taxonomy: fieldOf(element, 'wp:term_taxonomy'),
    slug: fieldOf(element, 'wp:term_slug'),
    name: fieldOf(element, 'wp:term_name'),
    above: fieldOf(element, 'wp:term_parent'),
  }
}
