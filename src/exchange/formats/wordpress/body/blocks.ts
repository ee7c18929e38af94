/** What WordPress's block editor keeps, as HTML: its comments are gone, and what they alone say is there. */
import { exportItemMessages as m } from '../../../../messages/index.ts'
import { withParagraphs } from '../../paragraphs.ts'
import { frame } from './shortcodes.ts'

interface Block {
  name: string
  attributes: Readonly<Record<string, unknown>>
  /** How many pieces had been put out before it. */
  from: number
}

/** They show what the site has, not what the story says. */
const OF_THE_SITE =
  /^(spacer|separator|more|nextpage|post-.*|site-.*|query.*|comment.*|template-part|pattern|navigation.*|home-link|page-list.*|loginout|avatar|term-description|social-links?|read-more)$/
const MEMBERS =
  /^(premium-content\/(subscriber-view|container)|jetpack\/premium-content|memberful\/.*|restrict-content.*|woocommerce-memberships\/.*|paid-memberships-pro\/.*|pmpro\/.*|newspack-.*gate.*)$/
/** From here on only subscribers could read. */
const PAYWALL = new Set(['jetpack/paywall', 'paywall'])

/** HTML of a story as WordPress keeps it, in blocks or as the classic editor left it. */
export function withoutBlocks(content: string, footnotes: readonly Footnote[], left: string[]): string {
  if (!content.includes('<!-- wp:') && !content.includes('<!--wp:')) return withAddresses(withParagraphs(content))
  const out: string[] = []
  const open: Block[] = []
  const shown = new Set<string>()
  let at = 0
  /** Until the block that began there ends, nothing is taken. */
  let passedFrom: number | null = null
  const put = (text: string) => {
    if (passedFrom !== null || text === '') return
    // Words outside every block are those of the classic editor.
    out.push(open.length === 0 || open.at(-1)?.name === 'freeform' ? withAddresses(withParagraphs(text)) : text)
  }
  for (;;) {
    const start = content.indexOf('<!--', at)
    if (start < 0) break
    const end = content.indexOf('-->', start)
    if (end < 0) break
    put(content.slice(at, start))
    at = end + 3
    const mark = markOf(content.slice(start + 4, end))
    if (mark === null) continue
    if (mark.isEnd) {
      const index = lastNamed(open, mark.name)
      if (index < 0) continue
      const block = open[index] as Block
      open.length = index
      if (passedFrom !== null) {
        if (index <= passedFrom) passedFrom = null
        continue
      }
      const within = out.splice(block.from).join('')
      out.push(finished(block, within, open))
      continue
    }
    if (passedFrom === null && PAYWALL.has(mark.name)) {
      left.push(m.membersPart)
      at = content.length
      break
    }
    const why = passedFrom === null ? passedBecause(mark) : null
    if (why !== null) {
      left.push(why)
      if (!mark.isEmpty) passedFrom = open.length
    }
    if (!mark.isEmpty) {
      // More than an editor nests.
      if (open.length < 500) open.push({ name: mark.name, attributes: mark.attributes, from: out.length })
      continue
    }
    if (passedFrom !== null || why !== null) continue
    if (mark.name === 'footnotes') out.push(footnoteList(footnotes))
    else if (typeof mark.attributes.url === 'string' && /embed/.test(mark.name)) out.push(frame(mark.attributes.url))
    else if (!OF_THE_SITE.test(mark.name)) shown.add(mark.name)
  }
  put(content.slice(at))
  if (shown.size > 0) left.push(m.blocks([...shown].slice(0, 20)))
  return out.join('')
}

/** A note that stands under the story, as the block editor keeps it. */
export interface Footnote {
  id: string
  /** HTML. */
  content: string
}

const footnoteList = (footnotes: readonly Footnote[]): string =>
  footnotes.length === 0 ? '' : `<ol>${footnotes.map(({ content }) => `<li>${content}</li>`).join('')}</ol>`

interface Mark {
  name: string
  attributes: Readonly<Record<string, unknown>>
  isEnd: boolean
  isEmpty: boolean
}

function markOf(comment: string): Mark | null {
  const words = comment.trim()
  const isEnd = words.startsWith('/wp:')
  if (!isEnd && !words.startsWith('wp:')) return null
  const isEmpty = words.endsWith('/')
  const [, name = ''] = /^\/?wp:([\w/-]{1,200})/.exec(words) ?? []
  const from = words.indexOf('{')
  const to = words.lastIndexOf('}')
  const bare = (from < 0 ? name : name).replace(/\/$/, '').replace(/^core\//, '')
  return { name: bare, attributes: from >= 0 && to > from ? objectOf(words.slice(from, to + 1)) : {}, isEnd, isEmpty }
}

function objectOf(json: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(json)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}

function passedBecause({ name, attributes }: Mark): string | null {
  if (MEMBERS.test(name)) return m.membersPart
  const metadata = attributes.metadata as { blockVisibility?: unknown } | undefined
  if (metadata?.blockVisibility === false) return m.hiddenPart
  return null
}

function lastNamed(open: readonly Block[], name: string): number {
  for (let i = open.length - 1; i >= 0; i--) if (open[i]?.name === name) return i
  return -1
}

/** A block with all that stands in it, as HTML by which every format says the same. */
function finished({ name, attributes }: Block, within: string, around: readonly Block[]): string {
  if (/(^|\/)embed$|^core-embed\//.test(name)) {
    const address = typeof attributes.url === 'string' ? attributes.url : addressIn(within)
    if (address === '') return within
    const caption = /<figcaption[^<>]{0,500}>([\s\S]{0,5000}?)<\/figcaption>/i.exec(within)?.[1] ?? ''
    return `${frame(address)}${caption === '' ? '' : `<p>${caption}</p>`}`
  }
  if (name === 'gallery' && !around.some((one) => one.name === 'gallery')) return `<div class="gallery">${within}</div>`
  // Its second link is a button that says “Download”.
  if (name === 'file')
    return within.replace(/<a [^<>]{0,2000}wp-block-file__button[^<>]{0,500}>[^<>]{0,200}<\/a>/gi, '')
  if (name === 'more' || name === 'nextpage') return ''
  return within
}

const addressIn = (html: string): string => /https?:\/\/[^\s<>"]{1,2000}/.exec(html)?.[0] ?? ''

/** Sites whose addresses WordPress shows as what lies there, where one stands in a paragraph by itself. */
const SHOWN =
  /^https?:\/\/(?:[a-z0-9-]{1,63}\.){0,3}(?:youtube\.com\/(?:watch|shorts|live|playlist)|youtu\.be\/|vimeo\.com\/\d|twitter\.com\/\w+\/status|x\.com\/\w+\/status|instagram\.com\/(?:p|reel)\/|facebook\.com\/.+\/(?:posts|videos)|tiktok\.com\/@|soundcloud\.com\/|open\.spotify\.com\/|dailymotion\.com\/video|ted\.com\/talks|flickr\.com\/photos|bsky\.app\/profile|mixcloud\.com\/|slideshare\.net\/|issuu\.com\/|imgur\.com\/|reddit\.com\/r\/|wordpress\.tv\/|videopress\.com\/v)/i

function withAddresses(html: string): string {
  return html.replace(/<p>(https?:\/\/[^\s<>"]{1,2000})<\/p>/g, (whole, address: string) =>
    SHOWN.test(address) ? frame(address) : whole,
  )
}
