import { accessMessages as m } from '../messages/index.ts'
import { normalForm } from '../text/index.ts'
/** What makes a password too easy. Length does most of the work; the rest is what everybody else would try first. */

export const SHORTEST_PASSWORD = 12
const LONGEST_PASSWORD = 256

/** Words that common passwords are made of, once figures and marks are taken off. */
const COMMON = new Set(
  `password passwort passwd passphrase letmein letmeinplease welcome welcomeback iloveyou iloveyousomuch sunshine
  princess dragon monkey football baseball superman batman master shadow qwerty qwertz azerty trustno changeme
  changemenow changethis secret secretpassword mysecret mypassword thepassword yourpassword newpassword oldpassword
  adminadmin administrator admin root user default temporary temp test testing login editor newsroom newspaper
  correcthorsebatterystaple whatever freedom starwars pokemon computer internet access hello helloworld michael
  jennifer charlie summer winter spring autumn monday january february december courant`.split(/\s+/),
)
const RUNS = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiop',
  'qwertzuiop',
  'azertyuiop',
  'asdfghjkl',
  'zxcvbnm',
]
const LOOKALIKES: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
}

/** As it is compared and hashed: the same keys give the same password on every system. */
export const foldPassword = (typed: string): string => normalForm(typed, 'NFKC')

/** Why a password is not to be used, as a sentence that says what to do; null where it may be. `own` are names it must not be made of. */
export function passwordProblem(typed: string, own: readonly string[]): string | null {
  const password = foldPassword(typed)
  const length = [...password].length
  if (length < SHORTEST_PASSWORD) return m.tooShort(SHORTEST_PASSWORD, length)
  if (length > LONGEST_PASSWORD) return m.tooLong(LONGEST_PASSWORD)
  const lower = password.toLowerCase()
  if (new Set(lower).size < 5) return m.tooFew
  if (isRepeated(lower)) return m.repeated
  if (runLength(lower) >= lower.length * 0.6) return m.neighbours
  const bare = lettersOf(lower)
  // "p4$$w0rd2026": the year is left off before its figures are read as letters.
  const inner = lower.slice(lower.search(/\p{L}/u), lower.length - [...lower].reverse().join('').search(/\p{L}/u))
  const plain = lettersOf([...inner].map((one) => LOOKALIKES[one] ?? one).join(''))
  if ([bare, plain].some((letters) => COMMON.has(letters) || COMMON.has(halfOf(letters)))) return m.common
  const names = own.flatMap((name) => [name, ...name.split(/[\s@.]+/)]).map((name) => lettersOf(name.toLowerCase()))
  if (
    names.some(
      (name) => name.length >= 4 && [bare, plain].some((letters) => letters === name || halfOf(letters) === name),
    )
  )
    return m.ownName
  return null
}

const lettersOf = (text: string): string => text.replace(/[^\p{L}]+/gu, '')

/** "abcabc" is "abc" twice. */
const halfOf = (text: string): string =>
  text.length % 2 === 0 && text.slice(0, text.length / 2) === text.slice(text.length / 2)
    ? text.slice(0, text.length / 2)
    : ''

/** Whether it is one piece of up to a third of its length, again and again; linear in its length for each piece. */
function isRepeated(text: string): boolean {
  for (let size = 1; size <= text.length / 3; size++) {
    if (
      text ===
      text
        .slice(0, size)
        .repeat(Math.ceil(text.length / size))
        .slice(0, text.length)
    )
      return true
  }
  return false
}

/** How many characters stand in runs of four and more, forwards or backwards. */
function runLength(text: string): number {
  let [total, start] = [0, 0]
  let direction = 0
  const step = (at: number): number => {
    const pair = text.slice(at - 1, at + 1)
    if (RUNS.some((run) => run.includes(pair))) return 1
    const back = [...pair].reverse().join('')
    return RUNS.some((run) => run.includes(back)) ? -1 : 0
  }
  const close = (end: number) => {
    if (end - start >= 4) total += end - start
  }
  for (let at = 1; at <= text.length; at++) {
    const next = at < text.length ? step(at) : 0
    if (next !== 0 && (direction === 0 || direction === next)) {
      direction = next
      continue
    }
    close(at)
    start = next === 0 ? at : at - 1
    direction = next
  }
  return total
}
