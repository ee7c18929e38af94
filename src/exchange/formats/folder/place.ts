/** What a file's place in the folder says of it: whether it is a story, from which day, where readers found it. */
import { isRow, type Row } from '../json/row-values.ts'
import { firstText } from './front-matter.ts'
import type { MadeBy } from './made-by.ts'

export interface Place {
  /** "2019-05-01", as the file's name or folder begins; empty where it says nothing. */
  day: string
  slug: string
  /** Folders between the site and the file, without those that only say what it is. */
  folders: string[]
  isDraft: boolean
  /** In a folder for what is told in the order of days. */
  isPost: boolean
}

/** Folders of which nothing is a story: how pages look, what they are made with. */
const NO_STORIES =
  /(?:^|\/)(?:_layouts|_includes|_sass|_data|_plugins|_site|layouts|partials|themes|archetypes|templates|i18n|node_modules|bower_components|vendor|public|dist|resources|test|tests|spec|docs\/api)\//i
/** Files about the folder itself. */
const ABOUT =
  /(?:^|\/)(?:readme|license|licence|changelog|contributing|code_of_conduct|security|authors|todo)(?:\.[a-z-]+)?$/i

export const isStoryFile = (name: string): boolean =>
  /\.(?:md|markdown|mdown|html?|xhtml)$/i.test(name) &&
  !NO_STORIES.test(name) &&
  !ABOUT.test(name.replace(/\.\w+$/, ''))

export const isPictureFile = (name: string): boolean =>
  /\.(?:jpe?g|png|gif|webp|avif)$/i.test(name) && !/(?:^|\/)(?:themes|node_modules|_site|public)\//.test(name)

export function placeOfFile(name: string, { maker, root }: MadeBy): Place {
  const path = (name.startsWith(root) ? name.slice(root.length) : name).replace(/\.[^./]+$/, '')
  const parts = path.split('/')
  const file = parts.pop() ?? ''
  const isIndex = /^_?index$/i.test(file)
  const [, day = '', rest = file] = /^(\d{4}-\d{2}-\d{2})-(.+)$/.exec(isIndex ? (parts.at(-1) ?? '') : file) ?? []
  const slug = isIndex ? (day === '' ? (parts.at(-1) ?? '') : rest) : rest
  if (isIndex) parts.pop()
  const isDraft = parts.includes('_drafts')
  const isPost = parts.some((one) => /^_?(?:posts|drafts|blog|news|articles|stories|archive)$/i.test(one)) || day !== ''
  const folders = parts.filter((one, i) => !(one.startsWith('_') || (i === 0 && maker === 'hugo' && one === 'content')))
  return { day, slug, folders, isDraft, isPost }
}

/** What an address is made of. */
export interface Parts {
  /** As "2019-05-01"; empty where no day is known. */
  day: string
  slug: string
  title: string
  categories: readonly string[]
}

/** Where readers found it, a path; null where it had none of its own or none that can be known. */
export function oldAddressOf(fields: Row, place: Place, made: MadeBy, parts: Parts, name: string): string | null {
  const own = firstText(fields, 'permalink', 'url')
  if (own !== '' && !/\{[{%]/.test(own)) return asPath(own.includes(':') ? filledIn(own, parts) : own)
  if (made.maker === 'hugo') {
    const form = permalinkOf(made.permalinks, place.folders[0] ?? '')
    if (form !== '') return asPath(`${filledIn(form, parts)}/`)
    return asPath(`/${[...place.folders, parts.slug].filter(Boolean).join('/')}/`)
  }
  if (made.maker === 'jekyll' && place.isPost) {
    if (parts.day === '') return null
    return asPath(filledIn(JEKYLL[made.permalink] ?? (made.permalink || String(JEKYLL.date)), parts))
  }
  if (/\.html?$/i.test(name)) return asPath(`/${name.slice(made.root.length).replace(/(?:^|\/)index\.html?$/i, '/')}`)
  return asPath(`/${[...place.folders, parts.slug].filter(Boolean).join('/')}/`)
}

/** Jekyll's own forms, by their names. */
const JEKYLL: Record<string, string> = {
  date: '/:categories/:year/:month/:day/:title.html',
  pretty: '/:categories/:year/:month/:day/:title/',
  ordinal: '/:categories/:year/:y_day/:title.html',
  none: '/:categories/:title.html',
}

const permalinkOf = (permalinks: Row, section: string): string => {
  const pages = isRow(permalinks.page) ? permalinks.page : permalinks
  const form = pages[section]
  return typeof form === 'string' ? form : ''
}

function filledIn(form: string, { day, slug, categories }: Parts): string {
  const [year = '', month = '', date = ''] = day.split('-')
  const since = day === '' ? 0 : (Date.parse(`${day}T00:00Z`) - Date.parse(`${year}-01-01T00:00Z`)) / 86_400_000 + 1
  const values: Record<string, string> = {
    ...{
      year,
      month,
      day: date,
      short_year: year.slice(2),
      i_month: String(Number(month)),
      i_day: String(Number(date)),
    },
    ...{ y_day: String(since).padStart(3, '0'), title: slug, slug, slugorfilename: slug, filename: slug, name: slug },
    ...{ contentbasename: slug, slugorcontentbasename: slug, output_ext: '.html' },
    categories: categories.map((one) => one.toLowerCase().replace(/\s+/g, '-')).join('/'),
  }
  return form.replace(/:([a-z_]{1,30})/g, (whole, key) => values[key] ?? whole)
}

/** A path without doubled slashes, from a path or a full address. */
function asPath(address: string): string {
  const path = address.replace(/^https?:\/\/[^/]*/, '')
  return `/${path.replace(/^\/+/, '')}`.replace(/\/{2,}/g, '/')
}
