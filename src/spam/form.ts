/** How a comment looks, apart from its words: each a key for the hash and a phrase for a person. */
import type { SpamText } from './comment.ts'
import type { FoundLink } from './links.ts'
import type { Changes } from './normalise.ts'

type Form = [key: string, name: string]

/** The feature that all comments have: where a head starts from. It explains nothing. */
export const EVERY_COMMENT = 'every comment'

/** `raw`: the text with spaces in one, letters as they were written. */
export function formOf(raw: string, links: readonly FoundLink[], own: readonly string[], changes: Changes): Form[] {
  return [...ofLength(raw), ...ofLetters(raw), ...ofLinks(links, own), ...ofChanges(changes)]
}

function ofLength(raw: string): Form[] {
  const words = raw === '' ? 0 : raw.split(' ').length
  const step = stepOf(words, [0, 2, 6, 15, 40])
  return [
    ['always', EVERY_COMMENT],
    [`words ${step}`, words === 1 ? '1 word long' : `${words} words long`],
  ]
}

function ofLetters(raw: string): Form[] {
  const letters = raw.match(/\p{L}/gu)?.length ?? 0
  const capitals = raw.match(/\p{Lu}/gu)?.length ?? 0
  const found: Form[] = []
  const share = letters === 0 ? 0 : capitals / letters
  found.push([`capitals ${stepOf(share, [0, 0.001, 0.06, 0.15, 0.4, 0.8])}`, `${Math.round(share * 100)} % capitals`])
  const marks = raw.match(/!/g)?.length ?? 0
  if (marks > 0)
    found.push([`! ${stepOf(marks, [1, 2, 4])}`, marks === 1 ? 'an exclamation mark' : `${marks} exclamation marks`])
  if (raw.includes('?')) found.push(['?', 'a question'])
  const digits = raw.match(/\p{N}/gu)?.length ?? 0
  if (digits > 0) found.push([`digits ${stepOf(digits, [1, 3, 7])}`, digits === 1 ? 'a digit' : `${digits} digits`])
  if (/\p{Extended_Pictographic}/u.test(raw)) found.push(['pictures', 'little pictures among the words'])
  if (/[:;=]['-]?[)(DPp3*]|<3/.test(raw)) found.push(['smile', 'a smile written in signs'])
  if (/\b\d{1,2}:\d\d\b/.test(raw)) found.push(['clock', 'a time such as 2:19'])
  if (/(\p{L})\1{2}/u.test(raw)) found.push(['drawn', 'a letter many times over'])
  if (/[$€£]\s?\d|\d\s?[$€£]/.test(raw)) found.push(['money', 'a sum of money'])
  if (letters > 0 && !/[a-z]/i.test(raw)) found.push(['script', 'no Latin letters'])
  return found
}

function ofLinks(links: readonly FoundLink[], own: readonly string[]): Form[] {
  if (links.length === 0) return [['no link', 'no link']]
  const away = links.filter(({ domain }) => !own.includes(domain))
  const found: Form[] = []
  if (away.length < links.length) found.push(['own link', 'a link to this site'])
  if (away.length === 0) return found
  found.push(
    ['link', 'a link'],
    [`links ${stepOf(away.length, [1, 2, 4])}`, away.length === 1 ? 'one link' : `${away.length} links`],
  )
  if (new Set(away.map(({ domain }) => domain)).size > 1) found.push(['domains', 'links to several places'])
  if (away.some(({ page }) => page !== '')) found.push(['path', 'a link to a page'])
  return found
}

function ofChanges({ hidden, lookalikes, signs, spread, variants }: Changes): Form[] {
  const found: Form[] = []
  if (hidden > 0) found.push(['hidden', 'characters that can’t be seen inside words'])
  if (lookalikes > 0) found.push(['lookalikes', 'letters of another script among Latin ones'])
  if (signs > 0) found.push(['signs', 'digits or signs in place of letters'])
  if (spread > 0) found.push(['spread', 'words with their letters spread out'])
  if (variants > 0) found.push(['variants', 'letters in fancy dress'])
  return found
}

/** When it came and how fast; what isn't known says nothing. */
export function timeOf({ text, secondsToWrite, hour }: SpamText): Form[] {
  const found: Form[] = []
  if (hour !== null)
    found.push([
      `hour ${Math.floor(hour / 4)}`,
      `sent between ${4 * Math.floor(hour / 4)} and ${4 * Math.floor(hour / 4) + 4} o’clock`,
    ])
  if (secondsToWrite !== null) {
    found.push([
      `seconds ${stepOf(secondsToWrite, [0, 2, 5, 15, 60, 300, 1800])}`,
      `sent ${Math.round(secondsToWrite)} s after the form was opened`,
    ])
    const speed = text.length / Math.max(1, secondsToWrite)
    if (speed > 15) found.push(['fast', 'faster than a person writes'])
  }
  return found
}

/** The number of the last step that a value reaches. */
function stepOf(value: number, steps: readonly number[]): number {
  let step = 0
  while (step + 1 < steps.length && value >= (steps[step + 1] as number)) step++
  return step
}
