/**
 * What an extractor leaves in that no reader would call the story: bylines and
 * dates, share lines, boxes of links to other stories, newsletters, captions.
 */
import { furnitureOf } from './furniture.ts'
import { wordsOf } from './html-blocks.ts'
import type { Dropped } from './page.ts'

/** Names that sites give to boxes which are not the story. */
const BOX =
  /(^|[\s_-])(related|recirc\w*|newsletter|subscribe|signup|sign-up|promo\w*|share\w*|social\w*|byline|author-?(bio|box|info|card)|bio|tags?|taglist|breadcrumbs?|comments?|disqus\w*|advert\w*|ad-(slot|unit|container|label|wrap\w*)|sponsor\w*|outbrain|taboola|trending|popular|recommend\w*|read-?more|more-(on|from|stories)|see-?also|pagination|post-?nav|toolbar|timestamp|dateline|date|published|pubdate|credits?|copyright|disclaimer|metadata|post-?meta|entry-?meta|article-?meta|widget)([\s_-]|$)/i

export function prune(root: Element, headline: string): Dropped[] {
  const dropped: Dropped[] = []
  const drop = (element: Element, what: Dropped['what'], why: string) => {
    const text = wordsOf(element)
    if (text) dropped.push({ what, why, text, lines: null })
    element.remove()
  }
  for (const element of [
    ...root.querySelectorAll('nav, aside, form, footer, button, select, iframe, object, svg, input'),
  ]) {
    drop(element, 'page furniture', 'It is a box beside the story.')
  }
  const all = wordsOf(root).length
  for (const element of [...root.querySelectorAll('[class], [id]')]) {
    if (!element.parentNode) continue
    const name = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`
    // A box by its name, as long as it is small: some sites call the whole story "share-content".
    if (BOX.test(name) && wordsOf(element).length < 0.2 * all)
      drop(element, 'page furniture', 'It is a box beside the story, by its name.')
  }
  for (const element of [...root.querySelectorAll('h1, h2, h3')]) {
    if (headline && wordsOf(element).toLowerCase() === headline.toLowerCase())
      drop(element, 'heading said twice', 'It repeats the headline.')
  }
  for (const element of [...root.querySelectorAll('ul, ol, div, section, table')]) {
    if (element.parentNode && isLinkBox(element))
      drop(element, 'page furniture', 'It is a list of links to other pages.')
  }
  for (const element of [...root.querySelectorAll('p, h2, h3, h4, h5, h6')]) {
    if (!element.parentNode) continue
    const text = wordsOf(element)
    if (isPointer(element, text)) drop(element, 'page furniture', 'It is nothing but a link to another page.')
    else if (PICTURE_LINE.test(text) && text.length < 240)
      drop(element, 'page furniture', 'It is the caption of a picture in the old page.')
    else if (DATE_LINE.test(text)) drop(element, 'date line', 'It gives the date, which the story carries by itself.')
  }
  for (const element of [...root.querySelectorAll('p, li, h2, h3, h4, h5, h6, div, span, strong, em, a, figcaption')]) {
    if (!element.parentNode || element.querySelector('p, div, ul, ol, blockquote, table')) continue
    const isInline = /^(SPAN|STRONG|EM|A)$/.test(element.tagName)
    if (isInline && wordsOf(element) !== wordsOf(element.parentElement as Element)) continue
    const furniture = furnitureOf(wordsOf(element))
    if (furniture) drop(element, furniture.what, furniture.why)
  }
  return dropped
}

/** Ends with whose picture it is. */
const PICTURE_LINE =
  /[([]\s*((image|photo|picture|pic|credit)s?\b[^()\]]{0,60}|(AP|AFP|Reuters|EPA|Getty)\b( photo)?[^()\]]{0,60})\s*[)\]]\s*$/i
const DATE_LINE = /^\|?\s*((first |last )?(published|updated|posted|modified))\b:?( at| on)? .{0,60}\d.{0,40}$/i

/** A line of its own that is a link from end to end: a pointer to another story, as sites put between paragraphs. */
function isPointer(element: Element, text: string): boolean {
  if (text === '' || text.length > 200) return false
  const links = [...element.querySelectorAll('a')]
  return links.length > 0 && links.map(wordsOf).join('').replace(/\s/g, '') === text.replace(/\s/g, '')
}

/** Mostly links, several of them, and hardly a sentence. */
function isLinkBox(element: Element): boolean {
  const links = [...element.querySelectorAll('a')]
  if (links.length < 2) return false
  const text = wordsOf(element)
  const linked = links.reduce((sum, link) => sum + wordsOf(link).length, 0)
  return text.length < 1500 && linked > 0.75 * text.length
}
