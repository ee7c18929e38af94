/** A page as plain text, as a reader copied it: pieces, what they are, and the story they make. */

import { exchangeMessages as m } from '../../../messages/index.ts'
import { type Block, emptyContent, newBlockId, type StoryContent } from '../../../story/index.ts'
import { normalForm } from '../../../text/index.ts'
import { splitCredit } from '../../body/index.ts'
import { dayOfLine, findPageDate } from '../dates/found-date.ts'
import { furnitureOf, houseRuleOf, opensComments } from '../furniture.ts'
import { isBylineText, isPersonsName } from '../html/byline-words.ts'
import { languageWithDirection } from '../language.ts'
import type { Dropped, ImportedPage, Piece, ReadOptions } from '../page.ts'
import { findSecondCopy } from '../second-copy.ts'
import { findAmongMenus, type Place } from './among-menus.ts'

const LONGEST_HEADLINE = 200
/** Lines of a text wrapped by hand are about as long as one another. */
const WRAPPED = { from: 45, to: 100 }

export function readTextPage(text: string, { now }: ReadOptions): ImportedPage {
  const pieces = partsOfText(text)
  const dropped: Dropped[] = []
  const warnings: string[] = []
  const drop = (piece: Piece, what: Dropped['what'], why: string) =>
    dropped.push({ what, why, text: piece.text, lines: { from: piece.fromLine, to: piece.toLine } })

  let houseRule = ''
  let underComments = false
  const rest = pieces.filter((piece) => {
    underComments ||= opensComments(piece.text)
    const rule = underComments ? houseRuleOf(piece.text) : null
    if (rule) {
      houseRule ||= rule
      drop(piece, 'house-rule', m.houseRule)
      return false
    }
    const furniture = furnitureOf(piece.text)
    if (furniture) drop(piece, furniture.what, furniture.why)
    return !furniture
  })

  const copies = findSecondCopy(rest)
  for (const { copy, of, differs } of copies) {
    const kept = rest[of] as Piece
    const piece = rest[copy] as Piece
    if (differs) {
      drop(piece, 'second-copy', m.repeatsLineChanged(kept.fromLine, differs.left, differs.kept))
      warnings.push(m.checkLines(kept.fromLine, piece.fromLine))
    } else drop(piece, 'second-copy', m.repeatsLine(kept.fromLine))
  }
  const leftOut = new Set(copies.map(({ copy }) => copy))
  const firstCopied = copies.reduce((least, { of }) => Math.min(least, of), Number.POSITIVE_INFINITY)
  const kept = rest.filter((_, index) => !leftOut.has(index))
  const place = copies.length >= 2 ? null : findAmongMenus(kept.map(({ text }) => text))
  const own = place ? withoutMenus(kept, place, drop) : { pieces: kept, start: null, name: null }
  const bodyStart = copies.length >= 2 ? kept.indexOf(rest[firstCopied] as Piece) : (own.start ?? -1)

  const { content, dated } = storyOf(own.pieces, bodyStart, own.name)
  for (const piece of dated) drop(piece, 'date-line', m.date)
  if (!content.headline) warnings.push(m.noHeadline)
  if (content.body.length === 0) warnings.push(m.noBody)
  const date = findPageDate(
    [
      ...dated.map(({ text }) => text),
      ...dateFirst(own.pieces),
      content.picture?.caption ?? '',
      ...own.pieces.map((piece) => piece.text),
    ],
    now,
    { language: '' },
  )
  content.language = languageWithDirection(content, '')
  dropped.sort((a, b) => (a.lines?.from ?? 0) - (b.lines?.from ?? 0))
  return { kind: 'text', content, date, houseRule, dropped, warnings }
}

/** The headline and what follows it to the end of the story; what stands around that is told to `drop`. */
function withoutMenus(
  pieces: readonly Piece[],
  { headline, from, to }: Place,
  drop: (piece: Piece, what: Dropped['what'], why: string) => void,
): { pieces: Piece[]; start: number; name: Piece | null } {
  const kept: Piece[] = []
  let start = 0
  let name: Piece | null = null
  for (const [index, piece] of pieces.entries()) {
    const beside = pieces[index + 1]?.text ?? ''
    const before = pieces[index - 1]?.text ?? ''
    const isName = isPersonsName(piece.text) && [before, beside].some((text) => dayOfLine(text, 'day-first') !== null)
    const belongs =
      index === headline ||
      (index >= from && index < to) ||
      (index > headline &&
        index < from &&
        (isName ||
          isByline(piece.text) ||
          isDateLine(piece.text) ||
          isCaption(piece.text, false) ||
          piece.text.length >= 50))
    if (belongs) {
      if (index < from) start++
      kept.push(piece)
      if (isName) name ??= piece
    } else drop(piece, 'page-furniture', index < from ? m.above : m.below)
  }
  return { pieces: kept, start, name }
}

/** Short paragraphs near the top that may be a date line. */
const dateFirst = (pieces: readonly Piece[]) => [
  pieces
    .slice(0, 6)
    .map(({ text }) => text)
    .find((text) => text.length <= 120 && /\b\d{4}\b/.test(text) && /\d{1,2}/.test(text.replace(/\d{4}/, ''))) ?? '',
]

/** Paragraphs, and the lines they stood on. Blank lines part them; without any, each line is one unless the text is wrapped. */
export function partsOfText(text: string): Piece[] {
  const lines = normalForm(text, 'NFC').split(/\r\n?|\n|\u2028|\u2029/)
  const pieces: Piece[] = []
  let group: { text: string; line: number }[] = []
  const close = () => {
    // One at a time: a call takes only so many arguments.
    for (const piece of piecesOfGroup(group)) pieces.push(piece)
    group = []
  }
  for (const [index, line] of lines.entries()) {
    const tidy = line.replace(/[\s\u200b\ufeff]+/g, ' ').trim()
    if (tidy === '') close()
    else group.push({ text: tidy, line: index + 1 })
  }
  close()
  return pieces
}

function piecesOfGroup(group: readonly { text: string; line: number }[]): Piece[] {
  const body = group.slice(0, -1)
  const isWrapped =
    body.length > 0 &&
    body.filter(({ text }) => text.length >= WRAPPED.from && text.length <= WRAPPED.to).length >= 0.8 * body.length &&
    body.filter(({ text }) => !/[.!?”"’:]$/.test(text)).length >= 0.5 * body.length
  if (!isWrapped) return group.map(({ text, line }) => ({ text, fromLine: line, toLine: line }))
  return [
    {
      text: group.map(({ text }) => text).join(' '),
      fromLine: (group[0] as { line: number }).line,
      toLine: (group.at(-1) as { line: number }).line,
    },
  ]
}

/**
 * The story that the kept paragraphs make. `bodyStart`: where the body begins,
 * known where it stood twice; -1 where it is not. `dated`: lines that only give
 * the date, which are no part of it. `name`: the line that is whoever wrote it
 * and nothing else, where one is known.
 */
function storyOf(
  pieces: readonly Piece[],
  bodyStart: number,
  name: Piece | null,
): { content: StoryContent; dated: Piece[] } {
  const rest = [...pieces]
  const head = rest.splice(0, bodyStart >= 0 ? bodyStart : headLength(pieces.map(({ text }) => text)))
  let [headline, standfirst, byline, caption] = ['', '', '', '']
  const dated: Piece[] = []
  const toBody: string[] = []
  for (const piece of head) {
    const { text } = piece
    if (!byline && (piece === name || isByline(text))) byline = text
    else if (isDateLine(text)) dated.push(piece)
    else if (!headline && text.length <= LONGEST_HEADLINE) headline = text.replace(/^#+\s+/, '')
    else if (!caption && isCaption(text, bodyStart >= 0)) caption = text
    else if (!standfirst && text.length <= 300 && toBody.length === 0) standfirst = text
    else toBody.push(text)
  }
  const content = {
    ...emptyContent,
    headline,
    standfirst,
    byline,
    picture: pictureOf(caption),
    body: blocksOf([...toBody, ...rest.map(({ text }) => text)]),
  }
  return { content, dated }
}

function pictureOf(line: string): StoryContent['picture'] {
  if (line === '') return null
  const [caption, credit] = splitCredit(line)
  return { src: '', alt: '', caption, credit, rights: '' }
}

/** How many paragraphs at the top are headline, byline, date, caption or standfirst. */
function headLength(texts: readonly string[]): number {
  const [first = ''] = texts
  if (first.length > LONGEST_HEADLINE || texts.length === 1) return 0
  let length = 1
  while (length < Math.min(texts.length - 1, 6)) {
    const text = texts[length] as string
    const following = texts.slice(length + 1, length + 4)
    const isLead =
      isByline(text) || isDateLine(text) || isCaption(text, false) || (length === 1 && isStandfirst(text, following))
    if (!isLead) break
    length++
  }
  return length
}

const isByline = (text: string): boolean =>
  text.length <= 100 &&
  (isBylineText(text) ||
    (/^(by|words:|story by|written by|reported by|from our)\s+\p{Lu}/iu.test(text) && !/[.!?]$/.test(text)))

const isDateLine = (text: string): boolean =>
  (text.length <= 60 && dayOfLine(text, null) !== null && !/\p{Ll}{3}\.$/u.test(text)) ||
  (text.length <= 90 &&
    /\b(19|20)\d{2}\b/.test(text) &&
    /^((last )?(published|updated|posted|modified)\b|(sun|mon|tue|wed|thu|fri|sat)\w*,? |\d{1,2} \p{L}+ \d{4}|\p{Lu}\p{L}+ \d{1,2}, \d{4}|\d{4}-\d{2}-\d{2})/iu.test(
      text,
    ) &&
    !/[a-z]{3}\.$/.test(text))

/** What only stands beside pictures. */
const PICTURE =
  /\b(photo(graph)?( by\b|:|\/)|picture:|image:|file photo\b|getty images\b|pictured\b|\(?(AP|AFP|Reuters|EPA)( photo)?\/|courtesy of\b)/i

/** One sentence about a picture. Where the body's start is known, whatever single sentence stands between it and the headline is one. */
function isCaption(text: string, beforeKnownBody: boolean): boolean {
  if (text.length > 400 || /^[“"']/.test(text)) return false
  if (PICTURE.test(text) || splitCredit(text)[1] !== '') return true
  const isSentence = /[.!?]$/.test(text) && (text.match(/[.!?](\s|$)/g)?.length ?? 0) <= 2
  if (beforeKnownBody) return isSentence
  // A caption says what is to be seen: in the present tense, or without a verb, and on which day.
  const told = /\b(said|told|announced|says|according|was|were|will|would|has|have|had|voted|\w{3,}ed)\b/i.test(text)
  return (
    isSentence &&
    text.length <= 260 &&
    !told &&
    /\b(on (\p{Lu}\p{L}+day|\p{Lu}\p{L}+ \d{1,2}|\d{1,2} \p{Lu}\p{L}+)|left|right|centre|center|stands?|poses?|looks?|meets?|speaks?|walks?|during|outside|in front of)\b/iu.test(
      text,
    )
  )
}

/** A short line without a full stop, under a headline and over longer paragraphs. */
const isStandfirst = (text: string, following: readonly string[]): boolean =>
  text.length <= 240 &&
  !/^[“"]/.test(text) &&
  !/[.!?”"।。．؟۔…]$/u.test(text) &&
  // Where no letter is a capital, nothing but the marks tells a sentence from a line under a headline.
  /\p{Lu}|\p{Ll}/u.test(text) &&
  following.length > 0 &&
  following.every((next) => next.length > 80)

/** Paragraphs as blocks; lines that are headings, quotes or lists by the usual marks become those. */
function blocksOf(texts: readonly string[]): Block[] {
  const blocks: Block[] = []
  for (const text of texts) {
    const heading = /^(#{1,6}) (.+)$/.exec(text)
    const item = /^(?:[-*•–]|(\d{1,3})[.)]) (.+)$/.exec(text)
    const quote = /^> ?(.+)$/.exec(text)
    if (heading) {
      blocks.push({
        id: newBlockId(),
        type: 'heading',
        level: (heading[1] as string).length <= 2 ? 2 : 3,
        text: heading[2] as string,
      })
    } else if (item && !/^[–]/.test(text)) {
      const ordered = item[1] !== undefined
      const last = blocks.at(-1)
      const entry = { id: newBlockId(), text: item[2] as string }
      if (last?.type === 'list' && last.ordered === ordered) last.items.push(entry)
      else blocks.push({ id: newBlockId(), type: 'list', ordered, items: [entry] })
    } else if (quote) {
      blocks.push({
        id: newBlockId(),
        type: 'quote',
        paragraphs: [{ id: newBlockId(), text: quote[1] as string }],
        credit: '',
      })
    } else blocks.push({ id: newBlockId(), type: 'paragraph', text })
  }
  return blocks
}
