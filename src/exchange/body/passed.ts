/** What of an old story is passed over until its end: what no reader saw, and what players hold for browsers without them. */
import { oldStoryMessages as m } from '../../messages/index.ts'
import { beginningOf } from '../../text/index.ts'
import { APART, PLAYERS, UNSEEN } from './elements.ts'
import { embeddedAddress, embeddedFile, embedTitle } from './embeds.ts'
import type { Attributes } from './events.ts'
import type { Left } from './left.ts'
import { webAddress } from './links.ts'

export interface Passed {
  name: string
  depth: number
  /** Where its content begins in the text. */
  from: number
  /** Its words, where somebody is told of them. */
  words: string | null
  /** Of a player, where what it plays is; null as long as nobody said. */
  address: string | null
  title: string
}

/** Of what was left, the beginning that is repeated in a sentence. */
export const REPEATED = 200

/** Of what ends by itself where the next begins, only a paragraph can be passed over. */
const ENDS_ITSELF = new Set(['li', 'td', 'th', 'tr', 'dt', 'dd', 'option', 'thead', 'tbody', 'tfoot'])

export const isPassed = (name: string, { hidden, style = '' }: Attributes): boolean =>
  UNSEEN.has(name) ||
  PLAYERS.has(name) ||
  (!ENDS_ITSELF.has(name) && (hidden !== undefined || /(?:^|[;\s])display:\s?none/i.test(style)))

/** What stands in it is never words. */
export const holdsNoWords = (name: string): boolean => /^(?:script|style|template|head|title)$/.test(name)

export function beginPassing(name: string, attributes: Attributes, from: number, base: string, left: Left): Passed {
  const passed: Passed = { name, depth: 1, from, words: null, address: null, title: '' }
  if (PLAYERS.has(name)) {
    passed.address = embeddedAddress(name, attributes, base)
    passed.title = embedTitle(attributes)
  } else if (name === 'script') left.say(m.script(webAddress(attributes.src ?? '', base) ?? ''))
  else if (name === 'style') left.say(m.styles)
  else if (name === 'svg') left.say(m.drawing)
  else if (!UNSEEN.has(name)) passed.words = ''
  return passed
}

/** An element within it: a player's may say where its film is. */
export function passElement(passed: Passed, name: string, attributes: Attributes, base: string): void {
  if (name === passed.name) passed.depth++
  else if (APART.has(name)) passWords(passed, ' ')
  if (!PLAYERS.has(passed.name) || passed.address !== null) return
  if (name === 'param' && /^(?:movie|src)$/i.test(attributes.name ?? ''))
    passed.address = embeddedAddress('iframe', { src: attributes.value }, base)
  else if (name === 'a') passed.address = webAddress(attributes.href ?? '', base)
  else passed.address = embeddedAddress(name, attributes, base)
}

export function passWords(passed: Passed, text: string): void {
  if (passed.words !== null && passed.words.length < 4 * REPEATED) passed.words += text
}

/** What stands for it in the story, or null; what else there is to say of it is said. */
export function endPassing({ name, words, address, title }: Passed, left: Left): { url: string; title: string } | null {
  if (words !== null && words.trim() !== '') left.say(m.hidden(beginningOf(words, REPEATED)))
  if (!PLAYERS.has(name)) return null
  if (address === null) {
    left.say(m.playerWithoutAddress)
    return null
  }
  return { url: address, title: title || (name === 'audio' || name === 'video' ? embeddedFile(address) : '') }
}
