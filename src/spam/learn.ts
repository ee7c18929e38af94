/**
 * One decision is learnt: it joins the remembered ones, and all of them are
 * gone over once more, newest first, each pulling as hard as its margin asks
 * for (dual coordinate ascent for logistic regression; Yu, Huang and Lin 2011).
 */

import { hashOf } from '../reading/index.ts'
import { ownLines } from '../text/index.ts'
import type { SpamLabel, SpamText } from './comment.ts'
import { featuresOf } from './features.ts'
import { finish } from './hash.ts'
import {
  HEADS,
  MOST_FEATURES,
  MOST_PULL,
  marginOf,
  PULL_UNIT,
  pull,
  pullOf,
  REMEMBERED,
  type Remembered,
  type SpamModel,
} from './model.ts'
import { normalise } from './normalise.ts'

/** One author's first decisions count in full, those of one campaign do so once; each further one counts half of the one before. */
const AUTHOR_IN_FULL = 8

/** Who is behind a comment. Of unknown authors nothing is held together. */
export interface Origin {
  /** A person's id or the keyed hash of a network; null where neither is known. */
  author: string | null
  /** Its campaign's id; null: comments with the very same words are one campaign. */
  campaign: string | null
}

/** What learning one decision changed. With it, `unlearn` brings back the model that was. */
export interface Step {
  /** The decision's number. */
  number: number
  /** By remembered decision, oldest first, and by head: how much harder it pulls, in pull units. */
  pulls: Int32Array
  /** Those that are remembered no longer, oldest first. Their pull stays. */
  forgotten: Remembered[]
}

/** Changes the model in place. */
export function learn(model: SpamModel, comment: SpamText, label: SpamLabel, origin: Origin): Step {
  return learnRemembered(model, remember(origin, comment, label))
}

/** What there is to remember of a decision, before it pulls at anything. */
export function remember(origin: Origin, comment: SpamText, label: SpamLabel): Remembered {
  const { ids, values } = featuresOf(comment)
  const author = origin.author === null ? 0 : finish(hashOf(origin.author)) || 1
  const words = normalise(ownLines(comment.text)).text.replace(/\s+/g, ' ').trim()
  const campaign = finish(hashOf(origin.campaign === null ? `words ${words}` : `campaign ${origin.campaign}`)) || 1
  return { number: 0, label, author, campaign, most: 0, ids, values, pulls: [0, 0], before: [0, 0] }
}

/** The same for a decision whose features are known. Its number, its bound and its margins are made here, from the model as it stands. */
export function learnRemembered(model: SpamModel, fresh: Remembered): Step {
  const entry: Remembered = {
    ...fresh,
    number: ++model.learnt,
    most: Math.round((MOST_PULL / PULL_UNIT) * shareOf(model.remembered, fresh)),
    pulls: [0, 0],
    before: [beforehand(model, fresh, 0), beforehand(model, fresh, 1)],
  }
  const all = model.remembered
  all.push(entry)
  const forgotten = all.splice(0, countTooMany(all))
  const old = all.map(({ pulls }) => [...pulls])
  goOver(model)
  const pulls = new Int32Array(all.length * HEADS.length)
  for (const [i, one] of all.entries()) {
    for (const head of HEADS.keys()) {
      pulls[i * HEADS.length + head] = (one.pulls[head] as number) - (old[i]?.[head] as number)
    }
  }
  return { number: entry.number, pulls, forgotten }
}

/** One pass over what is remembered, newest first. */
export function goOver(model: SpamModel): void {
  for (let i = model.remembered.length - 1; i >= 0; i--) {
    const one = model.remembered[i] as Remembered
    let length = 0
    for (const value of one.values) length += value * value
    for (const head of HEADS.keys()) {
      const direction = pullOf(one.label, head)
      if (direction === 0 || one.most === 0) continue
      const table = model.tables[head] as Int32Array
      const old = one.pulls[head] as number
      const margin = direction * marginOf(table, one.ids, one.values)
      const fitting = fittingPull(old * PULL_UNIT, one.most * PULL_UNIT, margin, length / 65536)
      const change = Math.round(fitting / PULL_UNIT) - old
      if (change === 0) continue
      one.pulls[head] = old + change
      pull(table, one.ids, one.values, direction * change)
    }
  }
}

/**
 * The pull p between 0 and `most` that is best for one decision while all
 * others stay: the root of log(p / (most - p)) + margin + (p - old) · length,
 * which rises in p, by Newton's steps kept inside a shrinking bracket.
 */
export function fittingPull(old: number, most: number, margin: number, length: number): number {
  let [low, high] = [0, most]
  let at = old > 0 && old < most ? old : most / 2
  for (let round = 0; round < 30; round++) {
    const value = Math.log(at / (most - at)) + margin + (at - old) * length
    if (value > 0) high = at
    else low = at
    const next = at - value / (most / (at * (most - at)) + length)
    const inside = next > low && next < high ? next : (low + high) / 2
    if (Math.abs(inside - at) < PULL_UNIT / 8) return inside
    at = inside
  }
  return at
}

/** Between 0 and 1: how much a further decision about this author and this campaign counts. */
function shareOf(remembered: readonly Remembered[], { author, campaign, label }: Remembered): number {
  let [ofAuthor, ofCampaign] = [0, 0]
  for (const one of remembered) {
    if (author !== 0 && one.author === author) ofAuthor++
    if (one.campaign === campaign && one.label === label) ofCampaign++
  }
  return 2 ** -Math.max(0, ofAuthor - AUTHOR_IN_FULL + 1, ofCampaign)
}

function beforehand(model: SpamModel, { ids, values }: Remembered, head: number): number {
  const margin = marginOf(model.tables[head] as Int32Array, ids, values)
  return Math.max(-32767, Math.min(32767, Math.round(margin * 256)))
}

/** How many of the oldest have to be forgotten; the newest is always kept. */
function countTooMany(all: readonly Remembered[]): number {
  let features = 0
  for (let kept = 0; kept < all.length; kept++) {
    features += all[all.length - 1 - kept]?.ids.length ?? 0
    if (kept > 0 && (kept >= REMEMBERED || features > MOST_FEATURES)) return all.length - kept
  }
  return 0
}
