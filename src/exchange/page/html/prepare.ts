/**
 * A page made ready for the search for its story. Whatever a script hides, a
 * form wraps, a figure holds or a class names is judged by how much of the
 * page's running text it holds, and not by its looks.
 */
import { exchangeMessages as m } from '../../../messages/index.ts'
import type { Dropped } from '../page.ts'
import { BOX, COMMENTS, CURTAIN, nameOfElement, ONE_COMMENT, UNLIKELY } from './box-names.ts'
import { type Prose, proseUnder, SENTENCE } from './prose.ts'
import { linesOf, wordsOf } from './words.ts'

/** An element with this share of the running text holds the story, or much of it. */
const STORY = 0.35
const INLINE = 'span, a, em, strong, b, i, time, abbr, cite, q, small, mark, u, font, sub, sup, code'

export function prepareForSearch(document: Document): Dropped[] {
  const dropped: Dropped[] = []
  const drop = dropInto(dropped)
  for (const element of document.querySelectorAll('script, style, template, link, svg')) element.remove()
  const prose = proseUnder(document.body)
  // Menus that foldSpace out are nobody's words; a paragraph that was hidden may have been meant.
  const dropUnseen = (element: Element) => {
    for (const { text } of linesOf(element))
      if (text.length >= SENTENCE) dropped.push({ what: 'page-furniture', why: m.hidden, text, lines: null })
    element.remove()
  }
  showHidden(document, prose, dropUnseen)
  dropCurtains(document, prose, drop)
  const left = proseUnder(document.body)
  recast(document, left)
  unname(document, left)
  return dropped
}

/** Takes the comments out before anything is read: neither their words, nor their dates, nor who wrote them are the story’s. */
export function takeOutComments(document: Document): Dropped[] {
  const dropped: Dropped[] = []
  dropComments(document, dropInto(dropped))
  return dropped
}

const dropInto = (dropped: Dropped[]) => (element: Element, why: string) => {
  for (const { text } of linesOf(element)) dropped.push({ what: 'page-furniture', why, text, lines: null })
  element.remove()
}

const HIDDEN = '[hidden], [aria-hidden="true"], [style*="display"], [style*="visibility"], noscript'

/** What is hidden goes, unless it is where the story is: scripts show stories on load, and dialogs hide them. */
function showHidden(document: Document, prose: Prose, dropUnseen: (element: Element) => void): void {
  const hidden = [...document.querySelectorAll(HIDDEN)].filter(isHidden)
  const outermost = hidden.filter((element) => !hidden.some((other) => other !== element && other.contains(element)))
  const seen = 1 - outermost.reduce((sum, element) => sum + prose.share(element), 0)
  for (const element of hidden) {
    if (!element.isConnected) continue
    const isCurtain = CURTAIN.test(nameOfElement(element)) && !element.querySelector('h1, article')
    // A copy of what is to be seen, or a dialog's small print, is not what was hidden.
    const holdsStory = prose.share(element) > 2 * seen && prose.share(element) >= STORY && !isCurtain
    if (!holdsStory && element.tagName !== 'BODY') dropUnseen(element)
    else if (element.tagName === 'NOSCRIPT') renamed(document, element)
    else for (const name of ['hidden', 'aria-hidden', 'style']) element.removeAttribute(name)
  }
}

const isHidden = (element: Element): boolean =>
  element.tagName === 'NOSCRIPT' ||
  element.hasAttribute('hidden') ||
  element.getAttribute('aria-hidden') === 'true' ||
  /(display\s*:\s*none|visibility\s*:\s*hidden)/i.test(element.getAttribute('style') ?? '')

function dropCurtains(document: Document, prose: Prose, drop: (element: Element, why: string) => void): void {
  for (const element of document.querySelectorAll(
    '[role="dialog"], [role="alertdialog"], [aria-modal="true"], dialog, [class], [id]',
  )) {
    if (!element.isConnected || /^(BODY|HTML|MAIN|ARTICLE)$/.test(element.tagName)) continue
    const isCurtain =
      /dialog/i.test(`${element.getAttribute('role')} ${element.tagName}`) ||
      element.getAttribute('aria-modal') === 'true' ||
      CURTAIN.test(nameOfElement(element))
    if (isCurtain && prose.share(element) < 0.5 && !element.querySelector('h1, article, main')) drop(element, m.inFront)
  }
}

/** What readers wrote is never the story, however short that is. */
function dropComments(document: Document, drop: (element: Element, why: string) => void): void {
  const sections = [...document.querySelectorAll('[class], [id], [itemprop="comment"]')].filter(
    (element) =>
      !/^(BODY|HTML|MAIN|A|SPAN|BUTTON)$/.test(element.tagName) &&
      (COMMENTS.test(nameOfElement(element)) || element.getAttribute('itemprop') === 'comment') &&
      !element.querySelector('h1, [itemprop="articleBody"], article [class*="content"] h2'),
  )
  const outside = (boxes: readonly Element[]) => hasWords(document.body, new Set(boxes))
  if (sections.length > 0 && outside(sections))
    for (const element of sections) if (element.isConnected) drop(element, m.oldComments)
  const single = [...document.querySelectorAll('[class]')].filter(
    (element) =>
      /^(DIV|LI|ARTICLE|SECTION|P)$/.test(element.tagName) && ONE_COMMENT.test(element.getAttribute('class') ?? ''),
  )
  const signed = single.filter((element) =>
    element.querySelector(
      '[class*="reply"], [class*="avatar"], [class*="author"], [class*="user"], [rel~="ugc"], cite',
    ),
  )
  const story = document.querySelector('h1')?.closest('article, main')
  const apart = story ? single.filter((element) => !story.contains(element)) : []
  for (const boxes of [signed.length * 2 >= single.length ? single : [], apart])
    if (boxes.length > 0 && outside(boxes))
      for (const element of boxes) if (element.isConnected) drop(element, m.oldComments)
}

/** Whether a sentence stands outside these elements, navigation aside. */
function hasWords(root: Element, without: ReadonlySet<Element>): boolean {
  const walk = (element: Element): boolean => {
    if (without.has(element) || /^(NAV|FOOTER|HEADER|FORM|BUTTON|UL|OL|H1|H2|H3|A|ASIDE)$/.test(element.tagName))
      return false
    if (/^(P|TD)$/.test(element.tagName) || element.children.length === 0) return wordsOf(element).length >= 25
    return [...element.children].some(walk)
  }
  return walk(root)
}

/** Boxes of a kind that no story stands in, where one does. */
function recast(document: Document, prose: Prose): void {
  for (const element of document.querySelectorAll(
    'form, fieldset, aside, footer, nav, figure, header, button, label, dialog',
  )) {
    if (prose.share(element) < STORY) continue
    if (element.tagName === 'FIGURE' && !element.querySelector('p, div, h2, h3')) continue
    renamed(document, element)
  }
}

function renamed(document: Document, element: Element): void {
  const box = document.createElement('div')
  while (element.firstChild) box.appendChild(element.firstChild)
  element.replaceWith(box)
}

/** Takes names from what they say nothing of: boxes that together hold the story, and words within sentences. */
function unname(document: Document, prose: Prose): void {
  const shares = new Map<string, number>()
  const named = [...document.querySelectorAll('[class], [id], [role]')].filter((element) => element.tagName !== 'BODY')
  const badTokens = (element: Element) =>
    nameOfElement(element)
      .split(/\s+/)
      .filter((token) => token !== '' && (BOX.test(token) || UNLIKELY.test(token) || CURTAIN.test(token)))
  const counted = new Map<string, Element>()
  for (const element of named) {
    for (const token of badTokens(element)) {
      // A box within one of the same name is counted with it.
      if (counted.get(token)?.contains(element)) continue
      counted.set(token, element)
      shares.set(token, (shares.get(token) ?? 0) + prose.share(element))
    }
  }
  for (const element of named) {
    const names = badTokens(element).some((token) => (shares.get(token) ?? 0) >= STORY)
    if (names || prose.share(element) >= STORY) element.removeAttribute('role')
    if (names) for (const name of ['class', 'id']) element.removeAttribute(name)
  }
  for (const element of document.querySelectorAll(INLINE))
    if (isWithinSentence(element))
      for (const name of ['class', 'id', 'role', 'rel', 'itemprop']) element.removeAttribute(name)
}

/** Whether an inline element has words beside it in its line. */
function isWithinSentence(element: Element): boolean {
  const has = (node: Node | null | undefined) => node?.nodeType === 3 && /[\p{L}\p{N}]/u.test(node.nodeValue ?? '')
  let [before, after]: (Node | null | undefined)[] = [element.previousSibling, element.nextSibling]
  for (let step = 0; step < 4; step++) {
    if (has(before) || has(after)) return true
    before = before?.previousSibling
    after = after?.nextSibling
  }
  return false
}
