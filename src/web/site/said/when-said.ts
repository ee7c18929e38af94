/** When something was said: the time that stands with the cue, outside of what was said. */
import type { Place, Statement, TimeExpression } from '../../../reading/index.ts'
import type { Texts } from './statement-words.ts'

/** A time further away than this from the cue, in UTF-16 units, is of something else. */
const NEAR = 160
const SENTENCE_END = /[.!?…]["”’»)]*\s/

type Timed = Pick<Statement, 'content' | 'cue'>

/** For a reading, the way to tell when one of its statements was said; null where the story does not say. */
export function whenSaid(
  reading: { times: readonly TimeExpression[]; statements: readonly Timed[] },
  texts: Texts,
): (statement: Timed) => TimeExpression | null {
  const isSaid = withinAny(reading.statements.flatMap(({ content }) => content))
  const byBlock = new Map<string, TimeExpression[]>()
  for (const time of reading.times) {
    // What somebody speaks of is not when they speak.
    if (time.edtf === null || isSaid(time)) continue
    const list = byBlock.get(time.block)
    if (list) list.push(time)
    else byBlock.set(time.block, [time])
  }
  for (const list of byBlock.values()) list.sort((a, b) => a.from - b.from)
  return ({ content, cue }) => {
    if (!cue) return null
    const text = texts.get(cue.block) ?? ''
    const inBlock = content.filter(({ block }) => block === cue.block)
    let nearest: TimeExpression | null = null
    for (const time of around(byBlock.get(cue.block) ?? [], cue)) {
      const [first, second] = time.from < cue.from ? [time, cue] : [cue, time]
      if (SENTENCE_END.test(without(inBlock, text, first.to, second.from))) continue
      if (!nearest || distance(time, cue) < distance(nearest, cue)) nearest = time
    }
    return nearest
  }
}

/** The times at most NEAR away, found without walking through all of a long block's. */
function around(times: readonly TimeExpression[], cue: Place): TimeExpression[] {
  let [low, high] = [0, times.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((times[middle] as TimeExpression).from < cue.from - NEAR) low = middle + 1
    else high = middle
  }
  const found: TimeExpression[] = []
  for (let at = low; at < times.length && (times[at] as TimeExpression).from <= cue.to + NEAR; at++)
    found.push(times[at] as TimeExpression)
  return found
}

/** The text between two offsets but for what was said: a sentence that ends inside a quotation does not end the one around it. */
function without(said: readonly Place[], text: string, from: number, to: number): string {
  let rest = ''
  let at = from
  for (const place of said) {
    if (place.to <= at || place.from >= to) continue
    rest += `${text.slice(at, Math.max(at, place.from))} `
    at = place.to
  }
  return at < to ? rest + text.slice(at, to) : rest
}

/** Whether a place overlaps any of these; each answer in log n. */
function withinAny(places: readonly Place[]): (place: Place) => boolean {
  const byBlock = new Map<string, { from: number; to: number }[]>()
  for (const { block, from, to } of [...places].sort((a, b) => a.from - b.from)) {
    const stretches = byBlock.get(block) ?? []
    byBlock.set(block, stretches)
    const last = stretches.at(-1)
    if (last && from <= last.to) last.to = Math.max(last.to, to)
    else stretches.push({ from, to })
  }
  return ({ block, from, to }) => {
    const stretches = byBlock.get(block) ?? []
    let [low, high] = [0, stretches.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((stretches[middle] as { to: number }).to <= from) low = middle + 1
      else high = middle
    }
    const next = stretches[low]
    return next !== undefined && next.from < to
  }
}

const distance = (time: Place, cue: Place): number => Math.max(time.from - cue.to, cue.from - time.to)
