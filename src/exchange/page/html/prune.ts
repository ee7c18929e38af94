/**
 * What an extractor leaves in that no reader would call the story: bylines and
 * dates, share lines, boxes of links to other stories, newsletters, captions.
 */
import { exchangeMessages as m } from '../../../messages/index.ts'
import { isPictureLine } from '../../body/index.ts'
import { dayOfLine } from '../dates/found-date.ts'
import { figureOrder } from '../dates/months.ts'
import { furnitureOf } from '../furniture.ts'
import type { Dropped } from '../page.ts'
import { BOX, CURTAIN, nameOfElement } from './box-names.ts'
import { isBylineText, namesIn } from './byline-words.ts'
import { sameWords } from './headline.ts'
import { foldSpace, standsApart, wordsOf } from './words.ts'

/** What the story carries by itself, so that it need not stand in its body. */
export interface Carried {
  headline: string
  byline: string
  language: string
}

const BOXES = 'nav, aside, form, footer, button, select, iframe, object, input, textarea'
const LISTS = 'ul, ol, div, section, table'
const LINES = 'p, h2, h3, h4, h5, h6'
const PIECES = 'p, li, h2, h3, h4, h5, h6, div, span, strong, em, a, figcaption'

export function prune(root: Element, carried: Carried): Dropped[] {
  const dropped: Dropped[] = []
  const drop = (element: Element, what: Dropped['what'], why: string) => {
    const text = wordsOf(element)
    if (text) dropped.push({ what, why, text, lines: null })
    element.remove()
  }
  const each = (selector: string, look: (element: Element) => void) => {
    for (const element of [...root.querySelectorAll(selector)]) if (isUnder(root, element)) look(element)
  }
  const all = Math.max(1, wordsOf(root).length)
  const isSmall = (element: Element, share: number) => wordsOf(element).length < share * all
  each(BOXES, (element) => {
    if (isSmall(element, 0.35)) drop(element, 'page-furniture', m.beside)
  })
  each('[class], [id]', (element) => {
    const name = nameOfElement(element)
    if (!BOX.test(name) && !CURTAIN.test(name)) return
    // Words are no box: they go with their line, where all of it is of that kind.
    const box = standsApart(element) ? element : wholeLineOf(element)
    if (box && box !== root && isSmall(box, 0.2)) drop(box, 'page-furniture', m.besideByName)
  })
  each('h1, h2, h3', (element) => {
    if (sameWords(wordsOf(element), carried.headline)) drop(element, 'heading-said-twice', m.repeatsHeadline)
  })
  each(LISTS, (element) => {
    if (isLinkBox(element) && !isAnnounced(element)) drop(element, 'page-furniture', m.linkList)
  })
  dropTeasers(root, drop)
  each(LINES, (element) => {
    const text = wordsOf(element)
    if (isPointer(element, text) && !isAnnounced(element)) drop(element, 'page-furniture', m.onlyLink)
    else if (isPictureLine(text)) drop(element, 'page-furniture', m.pictureCaption)
    else if (DATE_LINE.test(text)) drop(element, 'date-line', m.date)
  })
  dropHead(root, carried, drop)
  each(PIECES, (element) => {
    if (element.querySelector('p, div, ul, ol, blockquote, table')) return
    const text = wordsOf(element)
    const isInline = !standsApart(element)
    if (isInline && text !== wordsOf(element.parentElement as Element)) return
    const furniture = furnitureOf(text)
    if (furniture) drop(element, furniture.what, furniture.why)
  })
  return dropped
}

/** Headings that are links, each with a few words under it, three of a kind: other stories. */
function dropTeasers(root: Element, drop: (element: Element, what: Dropped['what'], why: string) => void): void {
  const headings = [...root.querySelectorAll('h2, h3, h4, h5')].filter((heading) => {
    const link = heading.querySelector('a[href]') ?? heading.closest('a[href]')
    return (
      link !== null &&
      !/^#/.test(link.getAttribute('href') ?? '') &&
      wordsOf(heading).length > 0 &&
      wordsOf(link).length >= wordsOf(heading).length
    )
  })
  if (headings.length < 3) return
  for (const heading of headings) {
    if (!root.contains(heading)) continue
    let box: Element = heading
    for (let next = box.parentElement; next && next !== root; next = next.parentElement) {
      if (headings.some((other) => other !== heading && next?.contains(other)) || wordsOf(next).length > 700) break
      box = next
    }
    drop(box, 'page-furniture', m.teaser)
  }
}

const isUnder = (root: Element, element: Element): boolean => root.contains(element)

const DATE_LINE = /^\|?\s*((first |last )?(published|updated|posted|modified))\b:?( at| on)? .{0,60}\d.{0,40}$/i

/** Lines at the top that say when and by whom. */
function dropHead(
  root: Element,
  { byline, language }: Carried,
  drop: (element: Element, what: Dropped['what'], why: string) => void,
): void {
  const order = figureOrder(language)
  const leaves = [...root.querySelectorAll('p, div, span, time, li, h2, h3, h4, h5, h6, address')].filter(
    (element) => standsApart(element) && !element.querySelector('p, div, ul, ol, table, blockquote, li'),
  )
  for (const element of [...leaves.slice(0, 8), ...leaves.slice(-3)]) {
    const text = wordsOf(element)
    if (!root.contains(element)) continue
    if (isBylineText(text) && isCarried(namesIn(text), byline)) drop(element, 'page-furniture', m.byline)
    else if (text !== '' && isCarried(text, byline) && text.length < 80) drop(element, 'page-furniture', m.byline)
    else if (dayOfLine(text, order)) drop(element, 'date-line', m.date)
  }
}

const isCarried = (names: string, byline: string): boolean =>
  byline !== '' && (sameWords(names, byline) || (names.length > 4 && byline.includes(names)))

/** The block that an inline element's words make up alone; null where there are others in its line. */
function wholeLineOf(element: Element): Element | null {
  let one: Element | null = element
  while (one && !standsApart(one)) {
    const parent: Element | null = one.parentElement
    if (!parent || foldSpace(parent.textContent ?? '') !== foldSpace(element.textContent ?? ''))
      return standsApart(one) ? one : null
    one = parent
  }
  return one
}

/** A line of its own that is a link from end to end: a pointer to another story, as sites put between paragraphs. A sentence is none, nor is an address. */
function isPointer(element: Element, text: string): boolean {
  if (text === '' || text.length > 200) return false
  const links = [...element.querySelectorAll('a')]
  if (links.length === 0) return false
  if (links.map(wordsOf).join('').replace(/\s/g, '') !== text.replace(/\s/g, '')) return false
  return !isSentence(text) && !isAddress(text)
}

/** Goes on for a while and comes to its end, as a headline does not. */
const isSentence = (text: string): boolean =>
  text.length >= 40 && /[.。।۔][”"’»)]?$/.test(text) && !/(\.\.\.|…)$/.test(text)

const isAddress = (text: string): boolean => /^(https?:\/\/|www\.)?[\w-]{1,63}(\.[\w-]{1,63}){1,5}(\/\S*)?$/i.test(text)

/** Mostly links, several of them, and hardly a sentence. */
function isLinkBox(element: Element): boolean {
  const links = [...element.querySelectorAll('a')]
  if (links.length < 2) return false
  const text = wordsOf(element)
  const linked = links.reduce((sum, link) => sum + wordsOf(link).length, 0)
  if (text.length >= 1500 || linked <= 0.75 * text.length) return false
  return links.filter((link) => isSentence(wordsOf(link))).length < links.length / 2
}

/** Whether the paragraph before leads to it: "The schools that will close are:", and not "More:". */
function isAnnounced(element: Element): boolean {
  let before = element.previousElementSibling
  while (before && wordsOf(before) === '') before = before.previousElementSibling
  if (!before || !/^(P|DIV)$/.test(before.tagName)) return false
  const text = wordsOf(before)
  return (
    /[:：]$/.test(text) &&
    text.length >= 15 &&
    text.length < 400 &&
    furnitureOf(text) === null &&
    !LEADS_ELSEWHERE.test(text)
  )
}

const LEADS_ELSEWHERE =
  /(?<!\p{L})(?:more|mehr|related|auch|also|aussi|también|também|anche|też|również|plus|lire|leer|leia|leggi|thema|topic|articles?|artikel|artículos?|links?|weiterlesen|weiterführend\w*|siehe|sources?|quellen?)(?!\p{L})/iu
