/** Ghost's cards as HTML: what stands between the paragraphs, and what of it is for some readers only. */
import { ghostMessages as m } from '../../../messages/index.ts'
import { escapedHtml as text } from '../../../text/index.ts'
import { htmlOfMarkdown } from '../../body/index.ts'
import { fieldText, isRow, type Row } from '../json/row-values.ts'

/** A story as it is written out. */
export interface Writing {
  html: string[]
  left: string[]
  /** How much of it stands before the card behind which only members read; null where there is none. */
  wallAt: number | null
}

export const newWriting = (): Writing => ({ html: [], left: [], wallAt: null })

const attribute = (name: string, value: string) => (value === '' ? '' : ` ${name}="${text(value)}"`)
const captioned = (inside: string, caption: string) =>
  `<figure>${inside}${caption === '' ? '' : `<figcaption>${caption}</figcaption>`}</figure>`
const image = (row: Row, src = fieldText(row, 'src')) => {
  const shown = `<img${attribute('src', src)}${attribute('alt', fieldText(row, 'alt'))}>`
  const href = fieldText(row, 'href')
  return href === '' ? shown : `<a href="${text(href)}">${shown}</a>`
}
const link = (url: string, words: string) =>
  words === '' ? '' : url === '' ? `<p>${text(words)}</p>` : `<p><a href="${text(url)}">${text(words)}</a></p>`
const shownElsewhere = (url: string, title: string) =>
  `<iframe${attribute('src', url)}${attribute('title', title)}></iframe>`
const rowIn = (row: Row, name: string): Row => (isRow(row[name]) ? (row[name] as Row) : {})

/** What each kind of card has for readers; null where it has nothing for them, which is then said. */
const CARDS: Record<string, (card: Row) => string | null> = {
  image: (card) => captioned(image(card), fieldText(card, 'caption')),
  gallery(card) {
    const images = Array.isArray(card.images) ? card.images.filter(isRow) : []
    const each = images.map((one) => captioned(image(one), fieldText(one, 'caption')))
    return captioned(each.join(''), fieldText(card, 'caption'))
  },
  bookmark(card) {
    const { title } = rowIn(card, 'metadata')
    return captioned(
      shownElsewhere(fieldText(card, 'url'), typeof title === 'string' ? title : ''),
      fieldText(card, 'caption'),
    )
  },
  embed(card) {
    const { title } = rowIn(card, 'metadata')
    const url = fieldText(card, 'url')
    const shown = url === '' ? fieldText(card, 'html') : shownElsewhere(url, typeof title === 'string' ? title : '')
    return captioned(shown, fieldText(card, 'caption'))
  },
  html: (card) => fieldText(card, 'html'),
  markdown: (card) => htmlOfMarkdown(fieldText(card, 'markdown')),
  code: (card) => captioned(`<pre>${text(fieldText(card, 'code'))}</pre>`, fieldText(card, 'caption')),
  callout(card) {
    const emoji = fieldText(card, 'calloutEmoji')
    return `<aside><p>${emoji === '' ? '' : `${text(emoji)} `}${fieldText(card, 'calloutText')}</p></aside>`
  },
  toggle: (card) => `<details><summary>${fieldText(card, 'heading')}</summary>${fieldText(card, 'content')}</details>`,
  button: (card) => link(fieldText(card, 'buttonUrl'), fieldText(card, 'buttonText')),
  file(card) {
    const caption = fieldText(card, 'fileCaption')
    const file = link(fieldText(card, 'src'), fieldText(card, 'fileTitle') || fieldText(card, 'fileName'))
    return `${file}${caption === '' ? '' : `<p>${text(caption)}</p>`}`
  },
  audio: (card) =>
    `<audio${attribute('src', fieldText(card, 'src'))}${attribute('title', fieldText(card, 'title'))}></audio>`,
  video(card) {
    const shown = `<video${attribute('src', fieldText(card, 'src'))}${attribute('title', fieldText(card, 'fileName'))}></video>`
    return captioned(shown, fieldText(card, 'caption'))
  },
  header(card) {
    const heading = fieldText(card, 'heading') || fieldText(card, 'header')
    const sub = fieldText(card, 'subheading') || fieldText(card, 'subheader')
    const picture = fieldText(card, 'backgroundImageSrc')
    return [
      picture === '' ? '' : `<figure>${image({}, picture)}</figure>`,
      heading === '' ? '' : `<h2>${heading}</h2>`,
      sub === '' ? '' : `<p>${sub}</p>`,
      card.buttonEnabled === false ? '' : link(fieldText(card, 'buttonUrl'), fieldText(card, 'buttonText')),
    ].join('')
  },
  product(card) {
    const picture = fieldText(card, 'productImageSrc')
    return [
      picture === '' ? '' : `<figure>${image({}, picture)}</figure>`,
      `<h3>${fieldText(card, 'productTitle')}</h3>`,
      fieldText(card, 'productDescription'),
      link(fieldText(card, 'productUrl'), fieldText(card, 'productButton')),
    ].join('')
  },
  'call-to-action'(card) {
    const picture = fieldText(card, 'imageUrl')
    const button = card.showButton === false ? '' : link(fieldText(card, 'buttonUrl'), fieldText(card, 'buttonText'))
    const shown = picture === '' ? '' : `<figure>${image({}, picture)}</figure>`
    return `<aside><p>${fieldText(card, 'textValue')}</p>${button}</aside>${shown}`
  },
  'before-after'(card) {
    const sides = [rowIn(card, 'beforeImage'), rowIn(card, 'afterImage')].map((one) => captioned(image(one), ''))
    return captioned(sides.join(''), fieldText(card, 'caption'))
  },
  horizontalrule: () => '<hr>',
  email: () => null,
  'email-cta': () => null,
  signup: () => null,
}
/** Names that other versions have for the same. */
const SAME: Record<string, string> = {
  hr: 'horizontalrule',
  codeblock: 'code',
  'card-markdown': 'markdown',
  nft: 'embed',
}

/** Writes a card. What was for members or emails only is left and said. */
export function writeCard(writing: Writing, given: string, card: Row): void {
  if (given === 'paywall') {
    writing.wallAt ??= writing.html.length
    return
  }
  const name = SAME[given] ?? given
  if (isForSome(card)) {
    writing.left.push(m.forMembers(name))
    return
  }
  const write = Object.hasOwn(CARDS, name) ? CARDS[name] : undefined
  const html = write?.(card) ?? null
  if (html !== null) writing.html.push(html)
  else writing.left.push(write === undefined ? m.unknownCard(given) : m.forEmails(name))
}

/** Whether a card says that it is not for everyone who reads the page. */
function isForSome(card: Row): boolean {
  const { web, showOnWeb, segment } = rowIn(card, 'visibility')
  if (showOnWeb === false) return true
  if (isRow(web)) return web.nonMember === false
  return typeof segment === 'string' && segment !== ''
}
