/** A file of a folder as a story. */
import { pageExportMessages as m } from '../../../messages/index.ts'
import { momentsOf } from '../../../text/index.ts'
import { htmlOfMarkdown } from '../../body/index.ts'
import type { Answers, Item, Key, LeftKind, StoryState } from '../../items/index.ts'
import { momentOfText, type Row } from '../json/row-values.ts'
import { withoutCodes } from './codes.ts'
import { allTexts, firstText, frontMatterOf } from './front-matter.ts'
import { isWholePage, readHtmlFile } from './html-file.ts'
import type { MadeBy } from './made-by.ts'
import { oldAddressOf, placeOfFile } from './place.ts'

export interface FileStory {
  items: Item[]
  terms: { key: Key; as: 'section' | 'topic'; name: string }[]
}

const left = (what: LeftKind, name: string, why: string): FileStory => ({
  items: [{ kind: 'left', what, name, why }],
  terms: [],
})

/** What a file holds: a story with what leads to it, or something that is none. */
export function storyOfFile(name: string, text: string, made: MadeBy, answers: Answers): FileStory {
  const { fields: read, body, has } = frontMatterOf(text)
  const isHtml = /\.x?html?$/i.test(name)
  if (/(?:^|\/)_index\.\w+$/.test(name)) return left('list', name, m.listPage)
  if (isHtml && /\{%-?\s*(?:for|if|layout|block|extends)\b|\{\{-?\s*(?:range|with|define|content\b)/.test(body))
    return left('design', name, m.template)
  const fields: Row = read ?? {}
  if (fields.permalink === false) return left('list', name, m.notPublished)
  const page = isHtml && isWholePage(body) ? readHtmlFile(body) : null
  const place = placeOfFile(name, made)
  const said: string[] = read === null ? [m.frontMatter] : []
  const zone = answers.timeZone || made.timeZone || 'UTC'
  const written =
    firstText(fields, 'date', 'publishDate', 'pubDate', 'published_at', 'pubdate') || page?.published || place.day
  const publishedAt = written === '' ? null : momentIn(written, zone)
  if (written !== '' && publishedAt === null) said.push(m.noDate(written))
  const state = stateOf(fields, place.isDraft || read === null)
  const site = answers.siteAddress || made.address
  const { text: words, left: codes } =
    isHtml && !has ? { text: page?.html ?? body, left: [] } : withoutCodes(page?.html ?? body, site)
  said.push(...codes, ...(page?.isFramed ? [m.framed] : []))
  const sections = allTexts(fields, 'categories', 'category', 'section')
  const topics = allTexts(fields, 'tags', 'tag', 'keywords')
  const slug = firstText(fields, 'slug') || place.slug
  const title =
    firstText(fields, 'title') || page?.headline || firstHeading(words, isHtml) || slug.replace(/[-_]/g, ' ')
  const day = /^\d{4}-\d{2}-\d{2}/.exec(written)?.[0] ?? place.day
  const address = oldAddressOf(fields, place, made, { day, slug, title, categories: sections }, name)
  const picture =
    firstText(fields, 'image', 'cover', 'featured_image', 'feature_image', 'thumbnail', 'hero') ||
    allTexts(fields, 'images')[0] ||
    page?.picture ||
    ''
  const terms: FileStory['terms'] = [
    ...sections.map((one) => ({ key: `section:${one.toLowerCase()}`, as: 'section' as const, name: one })),
    ...topics.map((one) => ({ key: `topic:${one.toLowerCase()}`, as: 'topic' as const, name: one })),
  ]
  const wasOut = state !== 'draft'
  const aliases = allTexts(fields, 'aliases', 'alias', 'redirect_from').filter((one) => one.startsWith('/'))
  return {
    terms,
    items: [
      {
        kind: 'story',
        key: name,
        isPage: isPage(fields, place.isPost, publishedAt),
        state,
        headline: title,
        standfirst:
          firstText(fields, 'subtitle', 'description', 'excerpt', 'summary', 'dek') || page?.description || '',
        html: isHtml ? words : htmlOfMarkdown(withoutHeading(words, title)),
        authors: [],
        names: [
          ...new Set([...allTexts(fields, 'author', 'authors', 'byline'), ...(page?.author ? [page.author] : [])]),
        ],
        terms: terms.map(({ key }) => key),
        publishedAt: wasOut ? publishedAt : null,
        updatedAt: momentIn(
          firstText(fields, 'lastmod', 'updated', 'last_modified_at', 'modified') || page?.modified || '',
          zone,
        ),
        addresses: wasOut && address !== null ? [...new Set([address, ...aliases])] : [],
        identifiers: allTexts(fields, 'id', 'guid', 'disqus_identifier', 'comment_id'),
        picture:
          picture === ''
            ? null
            : {
                key: null,
                address: fullAddress(picture, site, address),
                alt: firstText(fields, 'image_alt', 'alt'),
                caption: firstText(fields, 'image_caption', 'caption'),
              },
        commentsOpen: fields.comments !== false,
        language: firstText(fields, 'lang', 'language', 'locale') || page?.language || '',
        searchHeadline: '',
        left: said,
      },
    ],
  }
}

function stateOf(fields: Row, isDraft: boolean): StoryState {
  const status = firstText(fields, 'status').toLowerCase()
  if (isDraft || fields.draft === true || fields.published === false || status === 'draft') return 'draft'
  const isKept = fields.private === true || status === 'private' || fields.members === true
  return isKept ? 'private' : 'public'
}

/** A page stands for itself: it says so, or no day leads to it. */
const isPage = (fields: Row, isPost: boolean, publishedAt: number | null): boolean =>
  /^page$/i.test(firstText(fields, 'layout', 'type')) || (!isPost && publishedAt === null)

/** A written date, in the given zone where it says none: the beginning of a day, the first of two where clocks go back. */
function momentIn(written: string, zone: string): number | null {
  const [, day, time = '00:00', rest = ''] =
    /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}))?(.*)$/.exec(written.trim()) ?? []
  if (day === undefined) return null
  const [, offset] = /(?:^|\s|[\d:.])(Z|UTC|[+-]\d{2}:?\d{2})$/.exec(rest) ?? []
  if (offset !== undefined) {
    const colon = offset.replace(/^UTC$/, 'Z').replace(/^([+-]\d{2})(\d{2})$/, '$1:$2')
    return momentOfText(`${day}T${time}${/^:\d{2}/.exec(rest)?.[0] ?? ''}${colon}`)
  }
  const moments = momentsOf(`${day}T${time}`, zone)
  // Clocks that skip an hour: what they would have shown.
  return moments === null ? null : (moments[0] ?? momentsOf(`${day}T03:00`, zone)?.[0] ?? null)
}

/** A headline that stands in the words themselves. */
const firstHeading = (text: string, isHtml: boolean): string => {
  if (isHtml) return ''
  const [, words = ''] = /^\s*#[ \t]([^\n]{1,300})/.exec(text) ?? []
  return words
    .trim()
    .replace(/(?<!#)#+$/, '')
    .trim()
}

const withoutHeading = (text: string, title: string): string =>
  firstHeading(text, false) === title ? text.replace(/^\s*#[^\n]*\n?/, '') : text

/** A picture's address in full, as far as the site's is known. */
function fullAddress(picture: string, site: string, page: string | null): string {
  if (/^https?:/.test(picture)) return picture
  try {
    return new URL(picture, `${site}${page ?? '/'}`).href
  } catch {
    return picture
  }
}
