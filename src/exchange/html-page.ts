/** A page as HTML: its article found by Mozilla's Readability, pruned of what does not belong, and turned into blocks. */
import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { emptyContent, type StoryContent } from '../story/index.ts'
import { findPageDate } from './found-date.ts'
import { houseRuleOf, opensComments } from './furniture.ts'
import { blocksOfArticle, wordsOf } from './html-blocks.ts'
import { isTooDeep } from './html-depth.ts'
import { prune } from './html-prune.ts'
import { withoutSecondCopy } from './html-second-copy.ts'
import { readPageStatements, type Statements } from './html-statements.ts'
import type { Dropped, ImportedPage, ReadOptions } from './page.ts'

export interface Article {
  element: Element
  document: Document
}

const TOO_DEEP =
  'This page is nested too deeply to be read: too many of its elements lie within one another. Copy the story’s words and paste them as text instead.'

/** The part of a page that is its story; null where Readability finds none. */
export function findArticle(html: string): Article | null {
  const document = documentOf(html)
  const result = new Readability(document, { charThreshold: 250, keepClasses: true }).parse()
  if (!result?.content) return null
  const { document: clean } = parseHTML(`<!doctype html><html><body>${result.content}</body></html>`)
  return { element: clean.body as unknown as Element, document: clean as unknown as Document }
}

export function readHtmlPage(html: string, { now }: ReadOptions): ImportedPage | { problem: string } {
  if (isTooDeep(html)) return { problem: TOO_DEEP }
  const document = documentOf(html)
  const says = readPageStatements(document)
  const houseRule = findHouseRule(document)
  const article = findArticle(html)
  const dropped: Dropped[] = outside(document, article?.element ?? null)
  const warnings: string[] = []
  if (article) dropped.push(...prune(article.element, says.headline))
  const { blocks, caption, credit } = article
    ? blocksOfArticle(article.element, says.base)
    : { blocks: [], caption: '', credit: '' }
  const once = withoutSecondCopy(blocks)
  dropped.push(...once.dropped)
  warnings.push(...once.warnings)
  if (houseRule)
    dropped.push({
      what: 'house rule',
      why: 'It is what the old page asked of those who comment; it is offered as this site’s rule.',
      text: houseRule,
      lines: null,
    })
  const content = contentOf(says, once.blocks, caption, credit)
  if (!content.headline) warnings.push('No headline was found; please write one.')
  if (content.body.length === 0) warnings.push('No body was found in this page; copy its words instead.')
  const parts = [caption, ...once.blocks.flatMap((block) => ('text' in block ? [block.text] : []))]
  return { kind: 'html', content, date: findPageDate(parts, now, says.date), houseRule, dropped, warnings }
}

function contentOf(says: Statements, body: StoryContent['body'], caption: string, credit: string): StoryContent {
  return {
    ...emptyContent,
    headline: says.headline,
    // A description that only repeats the first paragraph is no standfirst.
    standfirst: body.some(
      (block) => 'text' in block && block.text.startsWith(says.description.replace(/(\.\.\.|…)$/, '').slice(0, 80)),
    )
      ? ''
      : says.description,
    byline: says.byline,
    language: says.language,
    picture: caption ? { src: '', alt: '', caption, credit, rights: '' } : null,
    body,
  }
}

/** The page as a tree, without what no reader sees. A part of a page that was copied becomes a whole one. */
function documentOf(html: string): Document {
  const { document } = parseHTML(html)
  const whole =
    document.documentElement?.tagName === 'HTML'
      ? document
      : parseHTML(`<!doctype html><html><body>${html}</body></html>`).document
  removeHidden(whole)
  return whole as unknown as Document
}

const LEAVES = 'p, li, h1, h2, h3, h4, h5, h6, td, th, dt, dd, figcaption, div, span, a, button, label'

/** The words of the page that the extractor left outside the story, each once. */
function outside(document: Document, article: Element | null): Dropped[] {
  const leaves = (root: ParentNode) =>
    [...root.querySelectorAll(LEAVES)].filter((element) => !element.querySelector(LEAVES)).map(wordsOf)
  const inside = new Set(article ? leaves(article) : [])
  const left = new Set(leaves(document).filter((text) => text !== '' && !inside.has(text)))
  return [...left].map((text) => ({ what: 'page furniture', why: 'It stands outside the story.', text, lines: null }))
}

/** What no reader sees is no part of the story. */
function removeHidden(document: { querySelectorAll(selector: string): Iterable<{ remove(): void }> }): void {
  for (const element of document.querySelectorAll(
    'script:not([type*="json"]), style, template, noscript, [hidden], [aria-hidden="true"]:not(svg)',
  ))
    element.remove()
}

/** The words under "Post a comment" that ask something of those who comment. */
function findHouseRule(document: Document): string {
  let under = false
  for (const element of document.querySelectorAll('h2, h3, h4, h5, p, div, span, li, label')) {
    if (element.children.length > 2) continue
    const text = wordsOf(element)
    under ||= opensComments(text)
    const rule = under && text.length < 400 ? houseRuleOf(text) : null
    if (rule && !opensComments(rule)) return rule
  }
  return ''
}
