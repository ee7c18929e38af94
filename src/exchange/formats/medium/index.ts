/** Medium's export: a page for each story, and for each answer to somebody else's. */
import { pageExportMessages as m } from '../../../messages/index.ts'
import { readUrl } from '../../../text/index.ts'
import { plainTextOfHtml } from '../../body/index.ts'
import type { ExportFile, Format, Item, StoryItem } from '../../items/index.ts'
import { momentOfText } from '../json/row-values.ts'
import { wholeText } from '../whole-text.ts'

export const medium: Format = {
  name: 'medium',
  recognise: (files) =>
    files.flatMap(({ name, start }) => {
      if (!/\.html?$/i.test(name)) return []
      return /<article class="h-entry">\s*<header>\s*<h1 class="p-name"/.test(new TextDecoder().decode(start))
        ? name
        : []
    }),
  asks: [],
  async *read(files) {
    const topics = new Set<string>()
    for (const file of files) {
      const page = await wholeText(file)
      if (page === null) yield { kind: 'left', what: 'unread', name: file.name, why: m.tooLarge }
      else {
        const { item, tags } = itemOf(file, page)
        for (const { name, slug } of tags) {
          if (topics.has(slug)) continue
          topics.add(slug)
          yield { kind: 'term', key: slug, as: 'topic', name, slug, within: null }
        }
        yield item
      }
    }
  },
}

interface Tag {
  name: string
  slug: string
}

function itemOf(file: ExportFile, page: string): { item: Item; tags: Tag[] } {
  const headline = words(between(page, '<h1 class="p-name"', '</h1>'))
  const body = between(page, '<section data-field="body"', '<footer')
  const footer = page.slice(Math.max(0, page.lastIndexOf('<footer')))
  const { html, hasTitle } = withoutTitle(body)
  if (!hasTitle && isResponse(headline, html))
    return { item: { kind: 'left', what: 'answer', name: headline, why: m.response }, tags: [] }
  const canonical = readUrl(hrefOf(footer, 'p-canonical'))
  const date = /<time class="dt-published" datetime="([^"]{1,40})"/.exec(footer)?.[1] ?? ''
  const isDraft = /(?:^|\/)draft_/.test(file.name) || (canonical === null && date === '')
  const author = words(between(footer, 'class="p-author', '</a>'))
  const tags = isDraft ? [] : tagsOf(footer)
  const item: StoryItem = {
    kind: 'story',
    key: keyOf(file, canonical?.pathname ?? hrefOf(footer, '')),
    isPage: false,
    state: isDraft ? 'draft' : 'public',
    headline,
    standfirst: words(between(page, '<section data-field="subtitle"', '</section>')),
    html,
    authors: [],
    names: author === '' ? [] : [author],
    terms: tags.map(({ slug }) => slug),
    publishedAt: isDraft ? null : momentOfText(date),
    updatedAt: null,
    addresses: isDraft || canonical === null ? [] : [canonical.pathname],
    identifiers: [],
    picture: null,
    commentsOpen: true,
    language: '',
    searchHeadline: '',
    left: [],
  }
  return { item, tags }
}

/** What stands within the first element that begins so, up to where another text begins; empty where there is none. */
function between(page: string, begins: string, ends: string): string {
  const at = page.indexOf(begins)
  const from = at < 0 ? -1 : page.indexOf('>', at)
  const to = from < 0 ? -1 : page.indexOf(ends, from)
  return to < 0 ? '' : page.slice(from + 1, to)
}

const words = (html: string): string => plainTextOfHtml(html).replace(/\s+/g, ' ')

/** The address of the link of that class, or of the last one; empty where there is none. */
function hrefOf(footer: string, name: string): string {
  const links = [...footer.matchAll(/<a href="([^"<>]{1,2000})"(?: class="([^"<>]{1,100})")?/g)]
  return (
    links.find(([, , given = '']) => name !== '' && given.split(' ').includes(name))?.[1] ??
    (name === '' ? (links[0]?.[1] ?? '') : '')
  )
}

function tagsOf(footer: string): Tag[] {
  return [
    ...footer.matchAll(/<a href="https?:\/\/[^"<>]{1,200}\/tag\/([^"<>/]{1,100})" class="p-tag">([^<]{1,200})</g),
  ].map(([, slug = '', name = '']) => ({ slug, name: words(name) }))
}

/** The number that Medium gives a story, with which its address ends; without one, its file's name. */
const keyOf = ({ name }: ExportFile, address: string): string =>
  /([0-9a-f]{8,14})\/?$/.exec(address)?.[1] ??
  /([0-9a-f]{8,14})\.html?$/i.exec(name)?.[1] ??
  name.slice(name.lastIndexOf('/') + 1)

/** The body repeats the headline and the standfirst at its beginning, marked as what they are. */
function withoutTitle(body: string): { html: string; hasTitle: boolean } {
  let hasTitle = false
  const html = body.replace(
    /<(h[1-6])[^<>]{0,300}class="[^"<>]{0,300}graf--(title|subtitle)[^"<>]{0,300}"[^<>]{0,300}>([\s\S]{0,2000}?)<\/\1>/g,
    (_whole, _tag, kind) => {
      hasTitle ||= kind === 'title'
      return ''
    },
  )
  return { html, hasTitle }
}

/** An answer has no headline of its own: its first words were made one. */
function isResponse(headline: string, html: string): boolean {
  const beginning = headline.replace(/(?:…|\.\.\.)$/, '').trim()
  return beginning !== '' && words(html).startsWith(beginning)
}
