/** A whole page of HTML: which part of it is the story, and what it says of itself. */
import { plainTextOfHtml, readTags } from '../../body/index.ts'

export interface HtmlFile {
  /** The story's part; all of it where the page does not say. */
  html: string
  /** Whether there is more on the page than that. */
  isFramed: boolean
  headline: string
  description: string
  author: string
  published: string
  modified: string
  canonical: string
  picture: string
  language: string
}

/** `article` before `main` before `body`: the first of each that is not within another. */
const PARTS = ['article', 'main', 'body'] as const

export const isWholePage = (text: string): boolean =>
  /^\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,500}-->\s*)*<(?:!doctype|html)\b/i.test(text)

export function readHtmlFile(page: string): HtmlFile {
  const meta = new Map<string, string>()
  const parts = new Map<string, { from: number; to: number; depth: number }>()
  const found = { title: '', heading: '', language: '', canonical: '', time: '' }
  let gathering: 'title' | 'heading' | null = null
  readTags(page, {
    open(name, attributes, after) {
      const part = parts.get(name)
      if (part) part.depth += part.to < 0 ? 1 : 0
      else if (PARTS.some((one) => one === name)) parts.set(name, { from: after, to: -1, depth: 1 })
      if (name === 'html') found.language = attributes.lang ?? ''
      else if (name === 'title' && found.title === '') gathering = 'title'
      else if (name === 'h1' && found.heading === '') gathering = 'heading'
      else if (name === 'time') found.time ||= attributes.datetime ?? ''
      else if (name === 'link' && attributes.rel === 'canonical') found.canonical ||= attributes.href ?? ''
      else if (name === 'meta') {
        const key = (attributes.property ?? attributes.name ?? '').toLowerCase()
        if (key !== '' && !meta.has(key)) meta.set(key, attributes.content ?? '')
      }
    },
    close(name, before) {
      const part = parts.get(name)
      if (part && part.to < 0 && --part.depth === 0) part.to = before
      if (name === 'title' || name === 'h1') gathering = null
    },
    words(text) {
      if (gathering) found[gathering] += text
    },
    cutOff: () => undefined,
  })
  const name = PARTS.find((one) => parts.has(one))
  const part = name && parts.get(name)
  const inside = part ? page.slice(part.from, part.to < 0 ? page.length : part.to) : page
  const said = (...names: string[]) => names.map((one) => meta.get(one)).find(Boolean) ?? ''
  const heading = found.heading.replace(/\s+/g, ' ').trim()
  return {
    // The headline is not said twice.
    html: inside.replace(/<h1\b[^>]{0,500}>([\s\S]{0,1000}?)<\/h1>/i, (whole, words) =>
      plainTextOfHtml(words) === heading ? '' : whole,
    ),
    isFramed: name === 'article' || name === 'main',
    headline: heading || said('og:title') || found.title.replace(/\s+/g, ' ').trim(),
    description: said('description', 'og:description'),
    author: said('author', 'article:author', 'byl'),
    published: said('article:published_time', 'date', 'dc.date', 'pubdate') || found.time,
    modified: said('article:modified_time'),
    canonical: found.canonical || said('og:url'),
    picture: said('og:image'),
    language: found.language,
  }
}
