/** The HTML of an old story as a story's blocks: words and marks, nothing of the HTML. */
import { oldStoryMessages as m } from '../../messages/index.ts'
import { type Block, newBlockId } from '../../story/index.ts'
import { beginningOf } from '../../text/index.ts'
import {
  APART,
  CALLOUT_CLASS,
  CAPTION_CLASS,
  CAPTIONED_TABLE,
  NOTE_CLASS,
  OF_TABLES,
  PICTURE_BOX,
  VOID,
} from './elements.ts'
import { embeddedAddress, embedTitle, isPostElsewhere, postedAddress } from './embeds.ts'
import { type Attributes, readTags } from './events.ts'
import { inlineOf } from './inline.ts'
import {
  beginPassing,
  endPassing,
  holdsNoWords,
  isPassed,
  type Passed,
  passElement,
  passWords,
  REPEATED,
} from './passed.ts'
import { asPictureItself, countsVisits, isSmiley, leadsToPicture, namedPicture } from './pictures.ts'
import { newStand, type Stand } from './stand.ts'

export interface OldBody {
  blocks: Block[]
  /** What is no words and has no place in a story, a sentence each. */
  left: string[]
}

export interface ReadBody {
  /** The address of the old page, from which its links are resolved; empty where it is not known. */
  base: string
  /** What a picture is called in the story: `best` is the largest copy that the page names, `shown` the one it showed. */
  pictureAt?: (best: string, shown: string) => string
}

/** The body of an old story. It costs as much as it is long, and whatever is not known leaves its words. */
export function bodyOf(html: string, { base, pictureAt = (best) => best }: ReadBody): OldBody {
  const stand = newStand()
  const { line, left } = stand
  const inline = inlineOf(stand, base)
  const picture = pictureOf(stand, base, pictureAt)
  let passed: Passed | null = null
  /** Whether what is passed over has been seen to have no end, so that nothing is passed over any more. */
  let isEndless = false
  let preformatted = 0

  const embed = (url: string, title: string) => {
    stand.apart()
    const { blocks } = stand.frame()
    const last = blocks.at(-1)
    if (last?.type !== 'embed' || last.url !== url) blocks.push({ id: newBlockId(), type: 'embed', url, title })
  }
  const endPassed = (ended: Passed) => {
    passed = null
    const shown = endPassing(ended, left)
    if (shown) embed(shown.url, shown.title)
  }
  const open = (name: string, attributes: Attributes, after: number, isClosed: boolean): void => {
    // A paragraph ends where the next begins.
    if (passed?.name === 'p' && APART.has(name)) endPassed(passed)
    if (passed) passElement(passed, name, attributes, base)
    else if (name === 'br') line.lineEnd(1)
    else if (name === 'img') picture(attributes, inline.link())
    else if (name === 'hr') stand.apart()
    else if (name === 'embed') {
      const address = embeddedAddress(name, attributes, base)
      if (address === null) left.say(m.playerWithoutAddress)
      else embed(address, embedTitle(attributes))
    } else if (isPassed(name, attributes)) {
      const begun = beginPassing(name, attributes, after, base, left)
      if (isClosed || (isEndless && !holdsNoWords(name))) endPassed(begun)
      else passed = begun
    } else if (name === 'pre' || name === 'xmp') {
      stand.apart()
      preformatted++
      stand.push(name, () => {
        preformatted--
      })
    } else if (APART.has(name)) openApart(stand, name, attributes, base)
    else if (!VOID.has(name)) inline.open(name, attributes)
  }
  const close = (given: string): void => {
    if (passed) {
      if (given === passed.name && --passed.depth === 0) endPassed(passed)
      return
    }
    if (given === 'br') line.lineEnd(1)
    else if (given === 'p') stand.apart()
    else if (given === 'tr') stand.backTo('table', true)
    else if (!inline.close(given)) {
      const name = /^h[1-6]$/.test(given) ? 'h' : given
      if (!stand.close(name, OF_TABLES.has(name)) && APART.has(given)) stand.apart()
    }
  }
  const words = (text: string): void => {
    if (passed) passWords(passed, text)
    else if (preformatted > 0) parted(text, /\r\n?|\n/)
    // Words without any element around them are parted by blank lines.
    else if (stand.isAtRoot()) parted(text, /\n[ \t\r]*\n/)
    else inline.words(text)
  }
  const parted = (text: string, at: RegExp) => {
    for (const [i, part] of text.split(at).entries()) {
      if (i > 0) line.lineEnd(2)
      inline.words(part)
    }
  }
  const cutOff = (rest: string) => left.say(m.cutOff(beginningOf(rest, REPEATED)))
  /** Reads to the end, and returns what follows an element that has none. */
  const read = (text: string): string => {
    readTags(text, { open, close, words, cutOff })
    const endless = passed as Passed | null
    if (endless === null) return ''
    endPassed(endless)
    return holdsNoWords(endless.name) ? '' : text.slice(endless.from)
  }
  const rest = read(html)
  isEndless = true
  if (rest !== '') read(rest)
  return { blocks: stand.finished(), left: left.said() }
}

/** An element that stands by itself. */
function openApart(stand: Stand, name: string, attributes: Attributes, base: string): void {
  const className = attributes.class ?? ''
  if (OF_TABLES.has(name)) {
    openTable(stand, name, attributes)
    return
  }
  stand.apart()
  const { kind } = stand.frame()
  const isCaption = /^(?:figcaption|legend|summary)$/.test(name) || CAPTION_CLASS.test(className)
  if (name === 'p') stand.frame().paragraphAt = stand.frame().open.length
  if (/^h[1-6]$/.test(name)) stand.sunk('h', { to: 'heading', level: name <= 'h2' ? 2 : 3 })
  else if (isPostElsewhere(className))
    stand.begin('quote', name, { post: { address: postedAddress(attributes, base) } })
  else if (name === 'blockquote') stand.begin('quote', name)
  else if (/^(?:ul|ol|menu|dir)$/.test(name)) stand.begin('list', name, { isOrdered: name === 'ol' })
  else if (name === 'li' && stand.backTo('list', false)) stand.begin('item', name)
  else if (name === 'figure' || PICTURE_BOX.test(className)) stand.begin('figure', name)
  else if (name === 'details' || name === 'aside' || CALLOUT_CLASS.test(className)) stand.begin('box', name)
  else if (isCaption && (kind === 'figure' || kind === 'box')) stand.sunk(name, { to: 'caption' })
  else if (name === 'footer' && kind === 'quote') stand.sunk(name, { to: 'credit' })
  else if (NOTE_CLASS.test(className)) stand.sunk(name, { to: 'note' })
  else stand.push(name)
  if (name === 'form') stand.left.say(m.form)
}

function openTable(stand: Stand, name: string, attributes: Attributes): void {
  if (name === 'table') {
    stand.begin('table', name, { isCaptioned: CAPTIONED_TABLE.test(attributes.class ?? '') })
    return
  }
  if (!stand.backTo('table', true)) {
    stand.apart()
    stand.push(name)
    return
  }
  const { rows } = stand.frame()
  if (name === 'caption') stand.sunk(name, { to: 'caption' })
  else if (name === 'tr') rows.push([])
  else if (name === 'td' || name === 'th') {
    if (rows.length === 0) rows.push([])
    const { colspan, rowspan } = attributes
    stand.begin('cell', name, { cell: { isHead: name === 'th', across: spanOf(colspan), down: spanOf(rowspan) } })
  }
}

const spanOf = (value: string | undefined): number => Math.min(Math.max(Number(value) || 1, 1), 100)

/** What is done with a picture and with the link that it stands in. */
function pictureOf(stand: Stand, base: string, pictureAt: (best: string, shown: string) => string) {
  const { line, left } = stand
  let last = ''
  return (attributes: Attributes, link: string | null): void => {
    const alt = (attributes.alt ?? '').replace(/\s+/g, ' ').trim()
    const found = namedPicture(attributes, base)
    if (isSmiley(attributes)) line.add(alt)
    else if (found === null) {
      const isWithin = /^\s*data:/i.test(attributes.src ?? '')
      if (!countsVisits(attributes)) left.say(isWithin ? m.pictureInText(alt) : m.pictureWithoutAddress(alt))
    } else if (countsVisits(attributes)) left.say(m.counter(found.shown))
    else {
      const larger = link !== null && leadsToPicture(link) ? asPictureItself(link) : null
      if (link !== null && larger === null) left.say(m.pictureLink(link))
      const best = larger ?? found.best
      // What loads late is often repeated for browsers without scripts.
      if (best === last && (stand.frame().counts.get('noscript') ?? 0) > 0) return
      last = best
      const picture = { src: pictureAt(best, found.shown), alt, caption: '', credit: '', rights: '' }
      stand.besideWords({ id: newBlockId(), type: 'figure', picture })
    }
  }
}
