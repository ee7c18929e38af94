/** A page as HTML: what it says of itself, its story found and pruned of what does not belong, and turned into blocks. */
import { exchangeMessages as m } from '../../../messages/index.ts'
import { emptyContent, type StoryContent } from '../../../story/index.ts'
import { findPageDate } from '../dates/found-date.ts'
import { houseRuleOf, opensComments } from '../furniture.ts'
import { languageWithDirection } from '../language.ts'
import type { ImportedPage, ReadOptions } from '../page.ts'
import { findArticle } from './article.ts'
import { blocksOfArticle } from './blocks.ts'
import { isTooDeep } from './depth.ts'
import { documentOf } from './document.ts'
import { withoutSecondCopy } from './drop-second-copy.ts'
import { holderOfProse, isBeside, isLittle, takeLeads } from './missed.ts'
import { prepareForSearch, takeOutComments } from './prepare.ts'
import { proseUnder, SENTENCE } from './prose.ts'
import { prune } from './prune.ts'
import { readPageStatements, type Statements } from './statements.ts'
import { linesOf, wordsOf } from './words.ts'

export function readHtmlPage(html: string, { now }: ReadOptions): ImportedPage | { problem: string } {
  if (isTooDeep(html)) return { problem: m.tooDeep }
  const document = documentOf(html)
  const houseRule = findHouseRule(document)
  const comments = takeOutComments(document)
  const says = readPageStatements(document)
  const direction = document.documentElement.getAttribute('dir') || document.body.getAttribute('dir') || ''
  const dropped = [...comments, ...prepareForSearch(document)]
  const lines = linesOf(document.body)
  const beside = new Set(lines.filter(({ text, block }) => text.length >= SENTENCE && isBeside(block)))
  const prose = proseUnder(document.body).of(document.body)
  let article = findArticle(document)
  // The search has used up the page: what it missed is looked for in a fresh one.
  if (isLittle(article, prose)) article = holderOfProse(preparedAgain(html))
  const warnings: string[] = []
  if (article) dropped.push(...prune(article, says))
  if (article)
    takeLeads(
      article,
      lines.filter((line) => !beside.has(line)),
      new Set(linesOf(article).map(({ text }) => text)),
      wordsOf(says.heading),
    )
  const inside = new Set(article ? linesOf(article).map(({ text }) => text) : [])
  const { blocks, caption, credit } = article
    ? blocksOfArticle(article, says.base)
    : { blocks: [], caption: '', credit: '' }
  const told = new Set([...inside, ...dropped.map(({ text }) => text), says.headline])
  for (const text of new Set(lines.map(({ text }) => text)))
    if (!told.has(text)) dropped.push({ what: 'page-furniture', why: m.outside, text, lines: null })
  const once = withoutSecondCopy(blocks)
  dropped.push(...once.dropped)
  warnings.push(...once.warnings)
  if (houseRule)
    dropped.push({
      what: 'house-rule',
      why: m.houseRule,
      text: houseRule,
      lines: null,
    })
  const content = contentOf(says, once.blocks, caption, credit)
  content.language = languageWithDirection(content, direction)
  if (!content.headline) warnings.push(m.noHeadline)
  if (content.body.length === 0) warnings.push(m.noBodyCopy)
  // A line that was left out because the story carries its date is where that is read.
  const dateLines = dropped.filter(({ what }) => what === 'date-line').map(({ text }) => text)
  const parts = [
    ...dateLines.slice(0, 3),
    caption,
    ...once.blocks.flatMap((block) => ('text' in block ? [block.text] : [])),
  ]
  const date = findPageDate(parts, now, { stated: says.date, likely: says.likelyDate, language: says.language })
  return { kind: 'html', content, date, houseRule, dropped, warnings }
}

function preparedAgain(html: string): Document {
  const document = documentOf(html)
  takeOutComments(document)
  prepareForSearch(document)
  return document
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
    byline: printedByline(says),
    language: says.language,
    picture: caption || credit ? { src: '', alt: '', caption, credit, rights: '' } : null,
    body,
  }
}

/** English bylines begin with "By"; others as their pages have them. */
const printedByline = ({ byline, language }: Statements): string =>
  byline !== '' && /^en\b/i.test(language) ? `By ${byline}` : byline

/** The words under "Post a comment" that ask something of those who comment. */
function findHouseRule(document: Document): string {
  let under = false
  for (const { text } of linesOf(document.body)) {
    under ||= opensComments(text)
    const rule = under && text.length < 400 ? houseRuleOf(text) : null
    if (rule && !opensComments(rule)) return rule
  }
  return ''
}
