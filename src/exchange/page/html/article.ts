/** The part of a page that is its story: what Mozilla's Readability finds, or what holds most of the words where it finds little. */
import { Readability } from '@mozilla/readability'
import { linesOf } from './words.ts'

/** Fewer characters than this are tried again with less thrown away. */
const FEW = 250

/**
 * The story's element, in the document itself, which is used up by the search;
 * null where there is none.
 */
export function findArticle(document: Document): Element | null {
  const brief = briefOf(document)
  if (brief) return brief
  const result = new Readability<Element>(document, {
    charThreshold: FEW,
    keepClasses: true,
    disableJSONLD: true,
    serializer: (node) => node as Element,
  }).parse()
  return result?.content ?? null
}

/** The element of a page that has next to no words but those of its one short story. */
function briefOf(document: Document): Element | null {
  // Told from the first lines: the pages that are no brief need not be looked through.
  if (document.querySelectorAll('p').length > 40) return null
  const holders = [...document.querySelectorAll('article, main, [itemprop="articleBody"], [role="main"]')]
  const holder = holders.findLast((element) => sentences(element) > 0) ?? null
  if (!holder) return null
  return sentences(document.body) < FEW && sentences(holder) > 0 ? holder : null
}

const sentences = (element: Element): number =>
  linesOf(element)
    .filter(
      ({ text, block }) =>
        text.length >= 25 &&
        !/^(H[1-6]|A|NAV|FOOTER|HEADER|BUTTON)$/.test(block.tagName) &&
        !block.closest('nav, footer, header, a'),
    )
    .reduce((sum, { text }) => sum + text.length, 0)
