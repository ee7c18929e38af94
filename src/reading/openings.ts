/**
 * What stands before a paragraph's first sentence and is no part of it: the time stamp of a live blog ("11.20am –",
 * "[10:42]", "11.30 GMT") and a dateline ("TORONTO --", "NEW YORK, May 3 (Reuters) -").
 */

/** So many tokens at most. */
const LONGEST = 12
const CLOCK = /^(?:[01]?\d|2[0-4])[.:h][0-5]\d(?:am|pm)?$/i
const MERIDIEM = /^(?:am|pm|a\.m\.?|p\.m\.?|hrs|h|gmt|bst|utc|cet|cest|et|est|edt|pt|pst|pdt|ist|aest|local|time)$/i
const DASH = /^(?:[–—―]|-{1,3})$/

/** How many tokens from `start` on are one; 0 where there is none. `spaced(i)`: whether a space stands before token `i`. */
export function openingLength(
  word: readonly string[],
  start: number,
  end: number,
  spaced: (i: number) => boolean,
): number {
  return stampLength(word, start, end) || datelineLength(word, start, end, spaced)
}

function stampLength(word: readonly string[], start: number, end: number): number {
  let at = start
  const bracket = /^[[(]$/.test(word[at] as string)
  if (bracket) at++
  // "14h05" and "at 10.42" as well.
  if (!bracket && /^at$/i.test(word[at] as string)) at++
  if (at >= end || !CLOCK.test(word[at] as string)) return 0
  at++
  while (at < end && at < start + LONGEST && MERIDIEM.test(word[at] as string)) at++
  if (bracket) {
    if (!/^[\])]$/.test(word[at] ?? '')) return 0
    at++
  }
  const marked = DASH.test(word[at] ?? '') || /^[:|]$/.test(word[at] ?? '')
  if (marked) at++
  if (at >= end) return 0
  // "10.42 seconds was enough" is a sentence.
  return marked || bracket || /^[\p{Lu}“"‘«„]/u.test(word[at] as string) ? at - start : 0
}

const SMALL = /^(?:,|\.|\(|\)|\/|-|of|de|la|le|el|al|the|and|\d{1,4}(?:st|nd|rd|th)?)$/

function datelineLength(word: readonly string[], start: number, end: number, spaced: (i: number) => boolean): number {
  // A place in capitals of at least three letters, or "Toronto (Reuters)".
  const shouts = (one: string) => /^\p{Lu}{3,}$/u.test(one)
  const first = word[start] as string
  if (!/^\p{Lu}/u.test(first)) return 0
  let agency = false
  for (let at = start + 1; at < Math.min(end - 1, start + LONGEST); at++) {
    const here = word[at] as string
    if (DASH.test(here) && spaced(at) && spaced(at + 1))
      return shouts(first) || agency || isShort(word, start, at) ? at + 1 - start : 0
    if (here === ')' && word.slice(start, at).includes('(')) agency = true
    if (!/^\p{Lu}/u.test(here) && !SMALL.test(here)) return 0
  }
  return 0
}

/** "NEW YORK", "ST. JOHN’S", "U.S. CAPITOL": short words before one in capitals. */
const isShort = (word: readonly string[], start: number, end: number): boolean => {
  let shouted = 0
  for (let i = start; i < end && !/^[,(]$/.test(word[i] as string); i++) {
    if (!/^[\p{Lu}.’'s-]+$/u.test(word[i] as string)) return false
    if (/\p{Lu}{2,}/u.test(word[i] as string)) shouted++
  }
  return shouted > 0
}
