/**
 * The story in a page that was copied whole, menus and all: where its words
 * begin and end, and which of the lines above them is its headline.
 */

import { normalForm } from '../../../text/index.ts'
import { dayOfLine } from '../dates/found-date.ts'
import { furnitureOf } from '../furniture.ts'
import { isBylineText } from '../html/byline-words.ts'

export interface Place {
  headline: number
  /** The first paragraph of the story, and the one after its last. */
  from: number
  to: number
}

/** So many characters are a paragraph, and not the label of a menu; fewer where a sign is a word. */
const PARAGRAPH = 90
const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u
/** Comes to an end somewhere, as the label of a menu and a headline do not. */
const SENTENCE = /[.!?…।。؟۔][”"'’»)]?(?: |$)/
/** The way to a page from the front page of its site. */
const TRAIL = /(?: [›»>/|] |[›»]).{1,200}(?: [›»>/|] |[›»])/
/** How such a way begins, and what else stands over stories everywhere. */
const HERE =
  /^(?:you are here|sie sind hier|home ?[›»>/|→]|startseite|inicio|accueil|skip to|zum inhalt|foto:|photo:|bild:|image credit)/i
/** So many short lines on end part a story from what stands around it. */
const MOST_BETWEEN = 7
/** Lines above the first paragraph among which the headline is looked for. */
const ABOVE = 120
/** A story as it is copied by itself has no more lines than these over its first paragraph. */
const MOST_OVER_STORY = 4
/** And no more than these under its last. */
const MOST_UNDER_STORY = 8

/** Null where the page is the story and little else. */
export function findAmongMenus(texts: readonly string[]): Place | null {
  const body = heaviestRun(texts)
  if (!body) return null
  const over = texts.slice(0, body.from).filter((text) => !isBylineText(text) && dayOfLine(text, 'day-first') === null)
  if (over.length <= MOST_OVER_STORY && texts.length - body.to < MOST_UNDER_STORY) return null
  const headline = bestHeadline(texts, body)
  return headline < 0 ? null : { headline, ...body }
}

const isParagraph = (text: string): boolean =>
  SENTENCE.test(text) &&
  !TRAIL.test(text) &&
  !/cookie|datenschutz|privacy|javascript|newsletter/i.test(text) &&
  text.length >= (DENSE.test(text.slice(0, 30)) ? PARAGRAPH / 3 : PARAGRAPH) &&
  furnitureOf(text) === null

/** The run of paragraphs with the most words, headings and the like between them. */
function heaviestRun(texts: readonly string[]): { from: number; to: number } | null {
  let best: { from: number; to: number; weight: number } | null = null
  let run: { from: number; to: number; weight: number } | null = null
  for (const [index, text] of texts.entries()) {
    if (!isParagraph(text)) continue
    if (run && index - run.to > MOST_BETWEEN) run = null
    run ??= { from: index, to: index, weight: 0 }
    run.to = index + 1
    run.weight += text.length
    if (!best || run.weight > best.weight) best = run
  }
  return best && { from: best.from, to: best.to }
}

/** The line above the story that its own words speak of most, near it and as long as headlines are; -1 where none will do. */
function bestHeadline(texts: readonly string[], body: { from: number; to: number }): number {
  const said = new Set(texts.slice(body.from, body.to).slice(0, 60).flatMap(wordsIn))
  const all = texts.slice(0, 400)
  let best = -1
  let bestScore = 0
  for (let index = Math.max(0, body.from - ABOVE); index < body.from; index++) {
    const text = texts[index] as string
    if (!mayBeHeadline(text)) continue
    const words = wordsIn(text)
    const known = words.filter((word) => said.has(word)).length
    const distance = Math.abs(body.from - index)
    const isWithin = [texts[index - 1], texts[index - 2]].some((before) => before !== undefined && isParagraph(before))
    const score =
      2.2 * (known / Math.max(3, words.length)) +
      Math.min(text.length, 45) / 60 +
      (hasDayOrName(texts, index, body.from) ? 0.7 : 0) -
      (isWithin ? 1 : 0) +
      (all.some((other, at) => at !== index && other.length < 400 && other.includes(text)) ? 0.7 : 0) -
      (/ [›»>/|] |[›»|]/.test(text) ? 0.6 : 0) -
      (distance <= 8 ? 0 : Math.min((distance - 8) / 30, 1 + distance / 200)) +
      leads(texts[index + 1]) -
      (/[.。।]$/.test(text) ? 0.7 : 0) -
      Math.max(0, Math.min(0.8, (text.length - 80) / 80))
    if (score > bestScore) {
      best = index
      bestScore = score
    }
  }
  return best
}

const mayBeHeadline = (text: string): boolean =>
  !(isParagraph(text) && /[.…।。][”"'’»)]?$/.test(text)) &&
  !TRAIL.test(text) &&
  !HERE.test(text) &&
  text.length >= (DENSE.test(text) ? 4 : 6) &&
  text.length <= 200 &&
  furnitureOf(text) === null &&
  dayOfLine(text, 'day-first') === null &&
  !isBylineText(text)

/** What a line under a headline says of it: a standfirst or a day may. */
const leads = (next: string | undefined): number => (next !== undefined && next.length >= 50 ? 0.35 : 0)

/** Whether one of the lines after it says when or by whom. */
const hasDayOrName = (texts: readonly string[], index: number, until: number): boolean =>
  texts
    .slice(index + 1, Math.min(index + 5, until))
    .some((text) => dayOfLine(text, 'day-first') !== null || isBylineText(text))

/** Words that say something, small, cut to what their forms have in common. */
const wordsIn = (text: string): string[] =>
  (
    normalForm(text.slice(0, 2000), 'NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  )
    .filter((word) => word.length >= 4 || DENSE.test(word))
    .flatMap((word) => (DENSE.test(word) ? (word.match(/.{2}/gu) ?? []) : [word.slice(0, 6)]))
