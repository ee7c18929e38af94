/** WordPress's codes in square brackets, as the HTML that they stood for. */
import { exportItemMessages as m } from '../../../../messages/index.ts'
import { escaped } from '../../markup.ts'

/** A file of the old site's library, as a gallery shows it. */
export interface LibraryFile {
  address: string
  alt: string
  caption: string
}

export interface Library {
  byId(id: string): LibraryFile | undefined
  /** The words of a block that stories share, by its number. */
  sharedWords(id: string): string | undefined
  /** Those that were uploaded to the story. */
  ofStory: readonly LibraryFile[]
}

interface Code {
  name: string
  attributes: Readonly<Record<string, string>>
  /** Values without a name. */
  bare: readonly string[]
  isEnd: boolean
  isEmpty: boolean
  /** Where it begins, and where what follows it does. */
  start: number
  end: number
}

const PLAYERS = new Set(['audio', 'video', 'wp_audio', 'wp_video'])
/** Whose words in between are the address of what they show. */
const BY_ADDRESS = new Set(
  'embed youtube youtu vimeo tweet twitter-embed instagram soundcloud dailymotion ted spotify facebook tiktok'.split(
    ' ',
  ),
)
const MEMBERS =
  /^(private|member|members|members_only|restrict|restricted|paid|paywall|premium|premium_content|subscribers?|s2if|is_paid.*|mepr-.*|pms-restrict|swpm_.*|wlm_.*|um_loggedin|membership|memberful|ihc-hide-content|wcm_restrict|rcp_.*|user_meta|loggedin|logged_in|hide)$/
/** They stand alone and have no attributes, so that they look like an editor's words in brackets. */
const ALONE = new Set(
  'poll contactform subscribe sharing share toc newsletter donate adsense ad ads sitemap search archives rss map slideshow blog_subscription_form recent_posts recent-posts'.split(
    ' ',
  ),
)

/** With every known code as HTML, the unknown ones left out (their words kept) and said in `left`. */
export function withoutShortcodes(html: string, library: Library, left: string[]): string {
  if (!html.includes('[')) return html
  const out: string[] = []
  const unknown = new Set<string>()
  const ends: Ends = new Map()
  let at = 0
  const endOf = (name: string, from: number): { start: number; end: number } | null => {
    const start = firstOf(`[/${name}]`, html, from, ends)
    return start < 0 ? null : { start, end: start + name.length + 3 }
  }
  for (;;) {
    const open = html.indexOf('[', at)
    if (open < 0) break
    out.push(html.slice(at, open))
    at = open
    const isEscaped = html[open + 1] === '['
    const code = codeAt(html, isEscaped ? open + 1 : open, ends)
    if (code === null || !isCode(code, html, ends)) {
      out.push('[')
      at = open + 1
      continue
    }
    if (isEscaped && html[code.end] === ']') {
      out.push(html.slice(open + 1, code.end))
      at = code.end + 1
      continue
    }
    if (isEscaped) out.push('[')
    at = code.end
    const name = code.name.toLowerCase()
    if (code.isEnd) {
      if (!TAKES_WORDS.has(name)) unknown.add(name)
      continue
    }
    const close = code.isEmpty || name === 'gallery' || name === 'playlist' ? null : endOf(code.name, code.end)
    const between = close ? html.slice(code.end, close.start) : ''
    if (MEMBERS.test(name)) {
      if (close) at = close.end
      left.push(m.membersPart)
    } else if (name === 'caption' || name === 'wp_caption') {
      if (close) at = close.end
      out.push(captioned(between, code.attributes.caption ?? ''))
    } else if (name === 'gallery') out.push(gallery(code, library, left))
    else if (name === 'playlist') out.push(playlist(code, library, left))
    else if (PLAYERS.has(name)) {
      if (close) at = close.end
      out.push(player(name.replace('wp_', ''), code, library, left))
    } else if (BY_ADDRESS.has(name)) {
      if (close) at = close.end
      out.push(embedded(name, code, between, left))
    } else unknown.add(name)
  }
  out.push(html.slice(at))
  if (unknown.size > 0) left.push(m.shortcodes([...unknown].slice(0, 20).map((name) => `[${name}]`)))
  return out.join('')
}

const TAKES_WORDS = new Set(['caption', 'wp_caption', 'embed', 'audio', 'video', 'gallery', 'playlist'])
const KNOWN = new Set([...TAKES_WORDS, ...PLAYERS, ...BY_ADDRESS])
const LONGEST = 5000

function codeAt(html: string, start: number, ends: Ends): Code | null {
  let at = start + 1
  const isEnd = html[at] === '/'
  if (isEnd) at++
  const nameStart = at
  while (/[\w-]/.test(html[at] ?? '')) at++
  const name = html.slice(nameStart, at)
  if (!/^[a-z]/i.test(name) || !/[\s\]/=:]/.test(html[at] ?? '')) return null
  const attributes: Record<string, string> = {}
  const bare: string[] = []
  let isEmpty = false
  for (;;) {
    while (/[\s\xa0]/.test(html[at] ?? '')) at++
    const character = html[at]
    if (character === undefined || at - start > LONGEST) return null
    if (character === ']') return { name, attributes, bare, isEnd, isEmpty, start, end: at + 1 }
    if (character === '/' && html[at + 1] === ']') {
      isEmpty = true
      at++
      continue
    }
    if (character === '[' || character === '<') {
      // An address that the editor has made a link of.
      if (!html.startsWith('<a ', at) && !html.startsWith('</a>', at)) return null
      const end = firstOf('>', html, at, ends)
      if (end < 0 || end - start > LONGEST) return null
      at = end + 1
      continue
    }
    const keyStart = at
    while (at - start <= LONGEST && /[^\s\]=<"'[]/.test(html[at] ?? ' ')) at++
    const key = html.slice(keyStart, at)
    const isNamed = html[at] === '='
    if (isNamed) at++
    const mark = quoteAt(html, at)
    if (mark !== null) {
      const end = firstOf(mark, html, at + mark.length, ends)
      if (end < 0 || end - start > LONGEST) return null
      const value = html.slice(at + mark.length, end)
      at = end + mark.length
      if (isNamed && key !== '') attributes[key.toLowerCase()] ??= value
      else bare.push(value)
    } else if (isNamed) {
      const valueStart = at
      while (at - start <= LONGEST && /[^\s\]]/.test(html[at] ?? ' ')) at++
      const value = html.slice(valueStart, at)
      // An address has such signs too.
      if (/[:/]/.test(key)) bare.push(`${key}=${value}`)
      else if (key === '') bare.push(value)
      else attributes[key.toLowerCase()] ??= value
    } else if (key !== '') bare.push(key)
    else at++
  }
}

/** Where each end was last found, so that what many beginnings look for is searched for once. */
type Ends = Map<string, number>

/** Where it next stands, or -1. */
function firstOf(mark: string, html: string, from: number, ends: Ends): number {
  const known = ends.get(mark)
  if (known !== undefined && (known < 0 || known >= from)) return known
  const found = html.indexOf(mark, from)
  ends.set(mark, found)
  return found
}

/** The quotation mark that stands there; typography may have changed it. */
function quoteAt(html: string, at: number): string | null {
  for (const mark of ['"', "'", '&quot;', '&#8221;', '&#8220;', '”', '″']) if (html.startsWith(mark, at)) return mark
  return null
}

/** Words in brackets are mostly an editor's: a code has attributes, an end or a name that words don't have. */
function isCode(code: Code, html: string, ends: Ends): boolean {
  const name = code.name.toLowerCase()
  if (KNOWN.has(name)) return true
  if (code.isEnd) return code.bare.length === 0 && Object.keys(code.attributes).length === 0
  if (Object.keys(code.attributes).length > 0 || code.isEmpty) return true
  if (code.bare.length > 0 && !/[_-]/.test(name)) return hasEnd(code, html, ends)
  return /[a-z]_[a-z]|[a-z]-[a-z]/.test(name) || ALONE.has(name) || hasEnd(code, html, ends)
}

const hasEnd = ({ name, end }: Code, html: string, ends: Ends): boolean => firstOf(`[/${name}]`, html, end, ends) >= 0

function captioned(between: string, caption: string): string {
  const image = between.search(/<img\b/i)
  if (image < 0) return between
  let end = between.indexOf('>', image) + 1
  if (end === 0) return between
  const linked = /^\s{0,9}<\/a>/i.exec(between.slice(end, end + 20))
  if (linked) end += linked[0].length
  const words = between.slice(end).trim() || escaped(caption)
  return `\n\n<figure>${between.slice(0, end)}${words === '' ? '' : `<figcaption>${words}</figcaption>`}</figure>\n\n`
}

function gallery(code: Code, library: Library, left: string[]): string {
  const ids = idsOf(code)
  const files = ids.length > 0 ? ids.map((id) => library.byId(id)) : library.ofStory
  const pictures = files.filter((file) => file !== undefined)
  if (pictures.length === 0) {
    left.push(m.galleryWithout)
    return ''
  }
  return `\n\n<figure class="gallery">${pictures.map(galleryPicture).join('')}</figure>\n\n`
}

const galleryPicture = ({ address, alt, caption }: LibraryFile): string =>
  `<figure><img src="${escaped(address)}" alt="${escaped(alt)}">${
    caption === '' ? '' : `<figcaption>${escaped(caption)}</figcaption>`
  }</figure>`

const idsOf = ({ attributes }: Code): string[] =>
  (attributes.ids ?? attributes.include ?? '')
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '')

function playlist(code: Code, library: Library, left: string[]): string {
  const files = idsOf(code)
    .map((id) => library.byId(id))
    .filter((file) => file !== undefined)
  if (files.length === 0) left.push(m.videoWithout)
  return files.map(({ address }) => `\n\n<audio src="${escaped(address)}"></audio>\n\n`).join('')
}

const MEDIA = [
  'src',
  'mp3',
  'm4a',
  'ogg',
  'wav',
  'flac',
  'wma',
  'mp4',
  'm4v',
  'webm',
  'ogv',
  'wmv',
  'flv',
  'mov',
  'url',
]

function player(kind: string, code: Code, library: Library, left: string[]): string {
  const named = MEDIA.map((name) => code.attributes[name]).find((value) => value)
  // The oldest players took addresses with a stroke between.
  const bare = code.bare.map((value) => value.split('|')[0] ?? '').find((value) => /^https?:|^\//i.test(value))
  const address = named ?? bare ?? library.byId(code.attributes.id ?? '')?.address
  if (address) return `\n\n<${kind} src="${escaped(address)}"></${kind}>\n\n`
  left.push(m.videoWithout)
  return ''
}

function embedded(name: string, code: Code, between: string, left: string[]): string {
  const words = [between.replace(/<[^<>]{0,2000}>/g, '').trim(), code.attributes.src, code.attributes.url, ...code.bare]
  const given = words.find((word) => word) ?? code.attributes.id ?? ''
  const address = /^(https?:)?\/\//i.test(given) ? given : addressOf(name, given)
  if (address !== null) return `\n\n${frame(address)}\n\n`
  left.push(m.videoWithout)
  return ''
}

/** What a service calls it, where that is no address. */
function addressOf(name: string, id: string): string | null {
  if (!/^[\w-]{3,40}$/.test(id)) return null
  if (name === 'youtube' || name === 'youtu') return `https://www.youtube.com/watch?v=${id}`
  if (name === 'vimeo') return `https://vimeo.com/${id}`
  if (name === 'dailymotion') return `https://www.dailymotion.com/video/${id}`
  if (name === 'tweet') return `https://twitter.com/i/status/${id}`
  return null
}

/** What lies elsewhere, as every format gives it. */
export const frame = (address: string): string =>
  `<iframe src="${escaped(address.startsWith('//') ? `https:${address}` : address)}"></iframe>`
