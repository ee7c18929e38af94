/** Where an HTML page says of which day it is, to be seen or for machines. */

import { daysIn, isoOf, type NamedDay, statedDay } from '../dates/days.ts'
import { dayOfLine } from '../dates/found-date.ts'
import { figureOrder } from '../dates/months.ts'
import { isElsewhere } from './byline.ts'
import { type Line, linesOf, wordsOf } from './words.ts'

/** Lines after a headline, and before one, among which its date is looked for. */
const AFTER = 14
const BEFORE = 6
const CHANGED =
  /(?<!\p{L})(?:updated|modified|aktualisiert|geändert|änderung|mis à jour|actualizado|atualizado|aggiornato|aktualizacja|обновлено|оновлено)(?!\p{L})/iu
const SAID =
  /(?<!\p{L})(?:published|posted|veröffentlicht|erschienen|gepostet|geposted|datum|erstellt|publié|publicado|pubblicato|opublikowano|опубліковано|опубликовано|eingestellt|geschrieben)(?!\p{L})/iu
const NAMED =
  /(^|[\s_-]|[a-z])(date|datum|time|timestamp|published|pubdate|posted|entry-?meta|post-?meta|article-?meta|meta|byline|info)([\s_-]|$)/i

export interface VisibleDay {
  /** A date of the story's own; empty where none is to be seen beside it. */
  own: string
  /** The date on the page that may be another's: what changed it, a line elsewhere. */
  likely: string
}

/** `headline`: the heading of the story; null where it is not on the page. */
export function visibleDay(document: Document, headline: Element | null, language: string): VisibleDay {
  const order = figureOrder(language)
  const marked = markedTime(document, headline)
  if (marked) return { own: marked, likely: '' }
  const lines = linesOf(document.body)
  const at = headline ? lines.findIndex(({ block }) => headline.contains(block)) : -1
  const dayOf = (line: Line): string => {
    const time = line.block.tagName === 'TIME' ? line.block : line.block.querySelector('time[datetime]')
    const day = (time ? statedDay(time.getAttribute('datetime') ?? '', order) : null) ?? dayOfLine(line.text, order)
    return day ? isoOf(day) : ''
  }
  const dated = lines.flatMap((line, index) => {
    if (!mayHoldDay(line)) return []
    const day = dayOf(line)
    return day ? [{ day, index, text: line.text, block: line.block }] : []
  })
  const near =
    at < 0
      ? []
      : dated.filter(
          ({ index, block }) => index >= at - BEFORE && index <= at + AFTER && !isAnothers(block, headline as Element),
        )
  /** Where the story's words begin: what stands after that is further from it than what stands before. */
  const story = lines.findIndex(({ text }, index) => index > at && text.length > 120)
  const score = ({ text, block, index }: (typeof dated)[number]): number =>
    (SAID.test(text) ? 4 : 0) -
    (CHANGED.test(text) && !SAID.test(text) ? 4 : 0) +
    (NAMED.test(nameOf(block)) || block.querySelector('time') ? 1 : 0) +
    (index >= at ? 1 : 0) -
    (index > story ? 3 : 0) -
    Math.abs(index - at) / 20
  const best = near.toSorted((a, b) => score(b) - score(a))[0]
  if (best) return { own: best.day, likely: '' }
  // Further down: under the story, or said to be when it was published.
  const told =
    dated.find(({ text, block }) => SAID.test(text) && !isElsewhere(block, headline))?.day ??
    dayTold(lines.filter(({ text, block }) => text.length < 300 && SAID.test(text) && !isElsewhere(block, headline)))
  if (told) return { own: told, likely: '' }
  const alone = dated.filter(({ block }) => !isElsewhere(block, headline))
  return { own: '', likely: alone[0]?.day ?? '' }
}

/** The one day of a sentence about it: "This entry was posted on 16 May 2024 and is filed under …" */
function dayTold(lines: readonly Line[]): string {
  for (const { text } of lines) {
    const days = daysIn(text, null)
    if (days.length === 1) return isoOf(days[0] as NamedDay)
  }
  return ''
}

const MARKS =
  '[itemprop~="datePublished"], time[pubdate], time.entry-date.published, time.published, abbr.published, .entry-date, time.entry-date'

/** A time that the page marks as when the story was published. */
function markedTime(document: Document, headline: Element | null): string {
  for (const element of [...document.querySelectorAll(MARKS)].slice(0, 20)) {
    if (isElsewhere(element, headline)) continue
    const stated =
      element.getAttribute('content') ||
      element.getAttribute('datetime') ||
      (element.tagName === 'ABBR' ? element.getAttribute('title') : '') ||
      ''
    const day = statedDay(stated, null) ?? dayOfLine(wordsOf(element), null)
    if (day) return isoOf(day)
  }
  return ''
}

const mayHoldDay = ({ text, block }: Line): boolean =>
  text.length <= 140 && (/\d/.test(text) || block.querySelector('time[datetime]') !== null)

/** Whether a line near the headline belongs to the masthead, a comment or another story: a link leads to it, or its box says so. */
function isAnothers(block: Element, headline: Element): boolean {
  if (isElsewhere(block, headline)) return true
  // A link with more words in it than a day has leads to another story.
  const links = [block.closest('a[href]'), ...block.querySelectorAll('a[href]')]
  if (links.some((link) => link && !link.contains(headline) && lettersBesideDay(wordsOf(link)) > 24)) return true
  const time = block.querySelector('a[href] time')
  if (time && lettersBesideDay(wordsOf(time.closest('a'))) > 8) return true
  const masthead = block.closest('header')
  return masthead !== null && !masthead.contains(headline) && !masthead.closest('article, main')
}

/** How many letters a line has besides those of the days in it. */
const lettersBesideDay = (text: string): number =>
  daysIn(text, 'day-first')
    .reduceRight((rest, { from, to }) => rest.slice(0, from) + rest.slice(to), text)
    .match(/\p{L}/gu)?.length ?? 0

const nameOf = (element: Element): string =>
  `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''} ${element.parentElement?.getAttribute('class') ?? ''}`

/** The day in an address, as sites that file their stories by day have it: /2024/05/16/. */
export function dayOfAddress(address: string): string {
  const match = /\/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?:\/|-|$)/.exec(address)
  const day = match ? statedDay(`${match[1]}-${match[2]?.padStart(2, '0')}-${match[3]?.padStart(2, '0')}`, null) : null
  return day ? isoOf(day) : ''
}
