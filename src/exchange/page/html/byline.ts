/** Who wrote the story, from every place where pages say it: what they state for machines, what is marked, what is to be seen. */
import { daysIn, type NamedDay } from '../dates/days.ts'
import { nameOfElement } from './box-names.ts'
import { isBylineText, isPersonsName, looksLikeNames, namesIn } from './byline-words.ts'
import { sameWords, wordKey } from './headline.ts'
import { type Line, linesOf, wordsOf } from './words.ts'

const MARKED = [
  '[itemprop~="author"] [itemprop~="name"]',
  '[rel~="author"]',
  '[itemprop~="author"]',
  '.byline .fn, .author .fn, .vcard .fn, .author-name, .author__name, .byline-name, .byline__name, .article-author, .article__author, .entry-author, .post-author, .author-link',
  '.byline, .by-line, .author, .autor, .autorin, .auteur, .autore, .author-byline, .authors, .article-byline, .article__byline, .c-byline',
  '[class*="byline"], [class*="author"], [class*="autor"], [class*="writer"]',
]

/** What stands beside other stories, comments or the site, and not beside this one. */
export const ELSEWHERE =
  /(^|[\s_]|(?<!post|entry|article)-)(comments?|commentlist|related\S*|recommend\w*|teasers?|sidebar|widgets?|more-?stories|recirc\w*|popular|trending|latest|nav|navigation|menu|newsletter|carousel|slider|respond)([\s_-]|$)/i

/** So many of the selectors are never used for anything but an author's name. */
const SURE = 4

export interface BylineSources {
  /** Names from JSON-LD. */
  data: readonly string[]
  /** What the page states in its head. */
  meta: readonly string[]
  sites: readonly string[]
}

/** As it is to be printed, without "By" before it; empty where nobody is named. */
export function findByline(document: Document, headline: Element | null, sources: BylineSources): string {
  const stated = [sources.data, sources.meta].map((names) =>
    [...new Set(names.map(namesIn).filter(Boolean))].join(', '),
  )
  const people = stated.find((names) => names !== '' && !isHouse(names, sources.sites))
  // Many pages state the house as the author of all that it prints; whoever wrote this is then to be seen.
  return people ?? (visibleByline(document, headline) || (stated.find((names) => names !== '') ?? ''))
}

/** Whether names are the site's own, or an organisation's. */
const isHouse = (names: string, sites: readonly string[]): boolean =>
  sites.some((site) => site !== '' && (sameWords(site, names) || wordKey(site).includes(wordKey(names)))) ||
  /(?<!\p{L})(?:e\. ?V\.|GmbH|AG|Inc\.?|Ltd\.?|Redaktion|Verlag|Stiftung|Verband|Magazin|Foundation|Press|Media|News|Team|Zeitung|Online)(?!\p{L})/iu.test(
    names,
  ) ||
  /\.[a-z]{2,3}$/i.test(names)

function visibleByline(document: Document, headline: Element | null): string {
  for (const [index, selector] of MARKED.entries()) {
    const found: string[] = []
    let box: Element | null = null
    for (const element of [...document.querySelectorAll(selector)].slice(0, 40)) {
      if (isElsewhere(element, headline)) continue
      const names = namesOfElement(element, index < SURE)
      if (!names) continue
      // Several authors stand side by side; a name further down is somebody else’s.
      if (box && !box.contains(element)) break
      box ??= element.parentElement?.parentElement?.parentElement ?? element.parentElement
      found.push(names)
      if (index >= SURE) break
    }
    const each = found.filter(
      (one, at) => !found.some((other, place) => place !== at && other.includes(one) && (other !== one || place < at)),
    )
    if (each.length > 0) return each.slice(0, 6).join(', ')
  }
  return bylineAmongLines(document, headline)
}

/** The words of the first of its lines that are names; what it says beside them is no part of it. */
function namesOfElement(element: Element, isSure: boolean): string {
  if (element.tagName === 'META') return namesIn(element.getAttribute('content') ?? '')
  for (const text of pieces(element)) {
    const names = namesIn(text)
    // Some go by a name in small letters.
    if (names && (looksLikeNames(names) || (isSure && /^\p{Ll}[\p{L}\d_.-]{1,24}$/u.test(names)))) return names
  }
  return ''
}

/** An element's words, parted where its elements are: "By Ada Brook and Jon Vale", "Maritime correspondent". */
function pieces(element: Element): string[] {
  return linesOf(element).flatMap(({ text, block }) => {
    let rest = text
    for (const part of block.querySelectorAll('span, time, small')) {
      const words = wordsOf(part)
      // What stands in an element of its own after the name is another thing.
      if (words !== '' && words !== rest && !rest.startsWith(words)) rest = rest.replace(words, ' | ')
    }
    return rest === text ? [text] : [rest, text]
  })
}

/** A line that says who wrote the story: near the headline, or wherever it says so at length. */
function bylineAmongLines(document: Document, headline: Element | null): string {
  const lines = linesOf(document.body)
  const at = headline ? lines.findIndex(({ block }) => headline.contains(block)) : -1
  const near = at >= 0 ? [...lines.slice(at + 1, at + 14), ...lines.slice(Math.max(0, at - 3), at)] : lines.slice(0, 40)
  const own = (line: Line | undefined): line is Line => line !== undefined && !isElsewhere(line.block, headline)
  for (const line of near) if (isBylineText(line.text) && own(line)) return namesIn(line.text)
  // "Author" over a name, in a line of its own.
  for (const [index, { text }] of lines.entries()) {
    const next = lines[index + 1]
    if (
      /^(?:autor(?:in)?|author|auteur|autore|von|by|text|par|por)\s*:?$/i.test(text) &&
      own(next) &&
      looksLikeNames(namesIn(next.text))
    )
      return namesIn(next.text)
  }
  // A name beside the date: "11.12.2019 - Ada Brook", or the line before or after it.
  for (const [index, line] of near.entries()) {
    const days = daysIn(line.text, 'day-first')
    if (days.length === 0 || line.text.length > 90 || !own(line)) continue
    const [day] = days as [NamedDay]
    const beside = [
      line.text.slice(0, day.from),
      line.text.slice(day.to),
      near[index - 1]?.text ?? '',
      near[index + 1]?.text ?? '',
    ]
    for (const text of beside) if (isPersonsName(text)) return namesIn(text)
  }
  const further = lines.slice(Math.max(at, 0)).filter(({ text }) => text.length < 100 && isBylineText(text))
  const told = further.find(own)
  return told ? namesIn(told.text) : ''
}

/** Whether an element stands beside another story or the whole site, and not with the story of this headline. */
export function isElsewhere(element: Element, headline: Element | null): boolean {
  const heading = headline ?? element.ownerDocument.querySelector('h1')
  for (let one = element.parentElement; one && one.tagName !== 'BODY'; one = one.parentElement) {
    if (heading && one.contains(heading)) return false
    if (one.tagName === 'ARTICLE') return isAmongOthers(one)
    const isFooter = one.tagName === 'FOOTER' || /(^|[\s_-])footer([\s_-]|$)/i.test(nameOfElement(one))
    if (isFooter ? isOfPage(one) : /^(NAV|ASIDE)$/.test(one.tagName) || ELSEWHERE.test(nameOfElement(one))) return true
  }
  return false
}

/** Whether a footer is the page's, and not the story's. */
const isOfPage = (footer: Element): boolean =>
  footer.closest('article, main, [role="main"], .post, .hentry, .entry, [itemprop="articleBody"]') === null &&
  (footer.parentElement?.tagName === 'BODY' ||
    footer.parentElement?.parentElement?.tagName === 'BODY' ||
    footer.parentElement?.parentElement?.parentElement?.tagName === 'BODY')

/** An article among several, that is not the one of the page's heading. */
function isAmongOthers(article: Element): boolean {
  const siblings = [...(article.parentElement?.children ?? [])].filter(({ tagName }) => tagName === 'ARTICLE')
  return siblings.length >= 3
}
