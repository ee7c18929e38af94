/** A story or page of a WordPress export. */
import { exportItemMessages as m } from '../../../messages/index.ts'
import { plainTextOfHtml } from '../../body/index.ts'
import type { Key, StoryItem, StoryState } from '../../items/index.ts'
import { escaped } from '../markup.ts'
import { pathOfAddress } from '../paths.ts'
import { childrenOf, elementText, type XmlElement } from '../xml/index.ts'
import { type Footnote, withoutBlocks } from './body/blocks.ts'
import { withSharedBlocks } from './body/shared-blocks.ts'
import { type Library, withoutShortcodes } from './body/shortcodes.ts'
import { allMeta, fieldOf, keyOfTerm, readDay, readMailDay, readSlug } from './record.ts'
import { isOurTerm, type Known, nicknameOf, readLanguage, type Term } from './site.ts'

export interface StoryFound {
  story: StoryItem
  /** Who and what it names, whether the export has a record of them or not. */
  terms: Term[]
  creator: string
}

/** `sort` is 'unknown' where its type says nothing of whether it is a story. */
export function storyItem(
  item: XmlElement,
  meta: ReadonlyMap<string, string>,
  { sort, known, library }: { sort: 'story' | 'page' | 'unknown'; known: Known; library: Library },
): StoryFound {
  const left: string[] = []
  const id = fieldOf(item, 'wp:post_id')
  const type = fieldOf(item, 'wp:post_type')
  const days = daysOf(item, known)
  const state = stateOf(
    item,
    meta,
    { isUnknown: sort === 'unknown', hasDay: days.publishedAt !== null || sort === 'page' },
    left,
  )
  const terms = termsOf(item, meta, known)
  const picture = meta.get('_thumbnail_id') ?? ''
  const creator = fieldOf(item, 'dc:creator')
  const story: StoryItem = {
    kind: 'story',
    key: keyOfItem(item),
    isPage: sort === 'page',
    state,
    headline: oneLine(plainTextOfHtml(fieldOf(item, 'title'))),
    standfirst: oneLine(plainTextOfHtml(fieldOf(item, 'excerpt:encoded'))),
    html: htmlOf(item, meta, library, left),
    ...bylineOf(item, creator, known),
    terms: terms.map(({ taxonomy, slug }) => keyOfTerm(taxonomy, slug)),
    publishedAt: state === 'draft' ? null : days.publishedAt,
    updatedAt: days.updatedAt,
    addresses: addressesOf(item, { id, known, state }),
    identifiers: [`${id} ${fieldOf(item, 'guid')}`.trim(), id].filter(
      (one, i, all) => one !== '' && all.indexOf(one) === i,
    ),
    picture: Number(picture) > 0 ? { key: picture, address: '', alt: '', caption: '' } : pictureElsewhere(meta),
    commentsOpen: fieldOf(item, 'wp:comment_status') === 'open',
    language: readLanguage(domainsOf(item, 'language')[0]?.slug ?? ''),
    searchHeadline: searchHeadlineOf(meta),
    left,
  }
  if (sort === 'unknown') left.push(m.ofType(type))
  if (days.isGuessed && state === 'public' && sort !== 'page') left.push(m.dayOfExport)
  return { story: { ...story, left: [...new Set(left)] }, terms, creator }
}

export const keyOfItem = (item: XmlElement): Key =>
  fieldOf(item, 'wp:post_id') ||
  fieldOf(item, 'guid') ||
  fieldOf(item, 'link') ||
  `${fieldOf(item, 'title')} ${fieldOf(item, 'pubDate')}`

const oneLine = (text: string): string => text.replace(/(?<!\s)\s+/g, ' ').trim()

function stateOf(
  item: XmlElement,
  meta: ReadonlyMap<string, string>,
  { isUnknown, hasDay }: { isUnknown: boolean; hasDay: boolean },
  left: string[],
): StoryState {
  const status = fieldOf(item, 'wp:status') || 'draft'
  if (status === 'trash') return 'trash'
  if (status === 'draft' || status === 'pending' || status === 'auto-draft') return 'draft'
  if (status === 'private') return 'private'
  if (status !== 'publish' && status !== 'future') {
    left.push(m.unknownState(status))
    return 'draft'
  }
  if (fieldOf(item, 'wp:post_password') !== '') {
    left.push(m.behindPassword)
    return 'private'
  }
  const access = meta.get('_jetpack_newsletter_access') || 'everybody'
  const others = [
    '_members_access_role',
    '_mepr_access',
    'pmpro_level',
    '_wc_memberships_force_private',
    '_memberful_acl',
  ]
  if (access !== 'everybody' || others.some((name) => isFilled(meta.get(name)))) {
    left.push(m.forMembers)
    return 'private'
  }
  if (isUnknown) return 'draft'
  if (!hasDay) left.push(m.noDay)
  if (!hasDay) return 'draft'
  return status === 'future' ? 'scheduled' : 'public'
}

const isFilled = (value: string | undefined): boolean => !!value && !/^(0|no|false|a:0:\{\})$/.test(value)

function daysOf(item: XmlElement, known: Known) {
  const dayOf = (name: string): number | null => {
    const utc = readDay(fieldOf(item, `${name}_gmt`))
    const local = readDay(fieldOf(item, name))
    if (utc !== null && local !== null && Math.abs(local - utc) <= 15 * HOUR) known.ahead = local - utc
    return utc ?? (local === null ? null : local - known.ahead)
  }
  const said = dayOf('wp:post_date') ?? readMailDay(fieldOf(item, 'pubDate'))
  return { publishedAt: said ?? known.madeAt, isGuessed: said === null, updatedAt: dayOf('wp:post_modified') }
}

const HOUR = 3_600_000

interface Filed {
  slug: string
  name: string
}

const domainsOf = (item: XmlElement, domain: string): Filed[] =>
  childrenOf(item, 'category')
    .filter(({ attributes }) => attributes.domain === domain)
    .map((one) => ({ slug: one.attributes.nicename ?? '', name: elementText(one) }))

function termsOf(item: XmlElement, meta: ReadonlyMap<string, string>, known: Known): Term[] {
  const terms = new Map<Key, Term>()
  for (const one of childrenOf(item, 'category')) {
    const name = elementText(one)
    const slug = one.attributes.nicename ?? ''
    // Each stands there once more without these, as feeds have them.
    if (slug === '') continue
    const domain = one.attributes.domain || 'category'
    const taxonomy = domain === 'tag' ? 'post_tag' : domain
    if (isOurTerm(taxonomy, slug))
      terms.set(keyOfTerm(taxonomy, slug), { taxonomy, slug, name: name || slug, above: '' })
  }
  const found = [...terms.values()]
  const number = meta.get('_yoast_wpseo_primary_category') || meta.get('rank_math_primary_category') || ''
  const first = known.numbers.get(number)
  return first === undefined ? found : [...found].sort((a, b) => Number(b.slug === first) - Number(a.slug === first))
}

/** Co-authors where there are any, else who is noted as having made it. */
function bylineOf(item: XmlElement, creator: string, known: Known): Pick<StoryItem, 'authors' | 'names'> {
  const authors = new Set<Key>()
  const names = new Set<string>()
  for (const { slug, name } of domainsOf(item, 'author')) {
    const nickname = nicknameOf(readSlug(slug).replace(/^cap-/, ''))
    const key = known.persons.get(nickname) ?? known.persons.get(nicknameOf(name))
    if (key !== undefined) authors.add(key)
    else if (name !== '') names.add(plainTextOfHtml(name))
  }
  if (authors.size === 0 && names.size === 0 && creator !== '')
    authors.add(known.persons.get(nicknameOf(creator)) ?? creator)
  return { authors: [...authors], names: [...names] }
}

function addressesOf(
  item: XmlElement,
  { id, known, state }: { id: string; known: Known; state: StoryState },
): string[] {
  const found = new Set<string>()
  const link = pathOfAddress(fieldOf(item, 'link'), known.address)
  const isPretty = link !== '' && link !== '/' && !link.startsWith('/?')
  if (isPretty && state !== 'draft') {
    found.add(link)
    const slug = fieldOf(item, 'wp:post_name')
    for (const old of allMeta(item, '_wp_old_slug'))
      if (old !== '' && slug !== '' && link.includes(slug)) found.add(link.replace(slug, old))
  }
  if (id !== '' && state !== 'draft') {
    if (fieldOf(item, 'wp:post_type') === 'page') found.add(`/?page_id=${id}`)
    found.add(`/?p=${id}`)
  }
  return [...found]
}

function pictureElsewhere(meta: ReadonlyMap<string, string>): StoryItem['picture'] {
  const address = meta.get('fifu_image_url') || meta.get('_knawatfibu_url') || ''
  if (!/^https?:\/\//i.test(address)) return null
  return { key: null, address, alt: meta.get('fifu_image_alt') ?? '', caption: '' }
}

/** A plugin's headline for search engines, where it is words and not a pattern. */
function searchHeadlineOf(meta: ReadonlyMap<string, string>): string {
  const names = [
    '_yoast_wpseo_title',
    'rank_math_title',
    '_seopress_titles_title',
    '_aioseo_title',
    '_aioseop_title',
    '_genesis_title',
  ]
  const words = names.map((name) => meta.get(name) ?? '').find((value) => value !== '') ?? ''
  return /%|#(post|site|separator)_?/.test(words) ? '' : oneLine(plainTextOfHtml(words))
}

function htmlOf(item: XmlElement, meta: ReadonlyMap<string, string>, library: Library, left: string[]): string {
  const content = fieldOf(item, 'content:encoded')
  const whole = withSharedBlocks(content, library, left)
  const html = withoutBlocks(withoutShortcodes(whole, library, left), footnotesOf(meta), left)
  // WordPress.com's copies of pictures that lie elsewhere.
  return (html + enclosed(item, html)).replace(
    /https?:\/\/i[0-3]\.wp\.com\/([^\s"'<>?]{1,1000})(?:\?[^\s"'<>]{0,500})?/g,
    'https://$1',
  )
}

function footnotesOf(meta: ReadonlyMap<string, string>): Footnote[] {
  try {
    const value: unknown = JSON.parse(meta.get('footnotes') || '[]')
    return Array.isArray(value) ? value.filter((one) => typeof one?.content === 'string') : []
  } catch {
    return []
  }
}

/** What podcasts hang on a story; mostly its words show it already. */
const enclosed = (item: XmlElement, html: string): string =>
  allMeta(item, 'enclosure')
    .map((value) => value.split('\n').map((line) => line.trim()))
    .filter(
      ([address = '', , type = '']) =>
        /^https?:/i.test(address) && /^(audio|video)\//.test(type) && !html.includes(address),
    )
    .map(([address = '', , type = '']) => {
      const kind = type.startsWith('video') ? 'video' : 'audio'
      return `<${kind} src="${escaped(address)}"></${kind}>`
    })
    .join('')
