import { FOLLOWING } from './unspaced.ts'

/**
 * What no address has in it, as people write them: white space, what turns the
 * direction of writing, quotation marks, and the punctuation and brackets of
 * other scripts than Latin, full width ones among them.
 */
const STOP =
  /[\s\p{Cc}\p{Cf}<>"“”„«»‹›`¡¿\u2014\u2015\uff00-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]|(?!\p{ASCII})[\p{Terminal_Punctuation}\p{Ps}\p{Pe}]/u
// linear: one letter.
const LETTER = new RegExp(`[${FOLLOWING}]`, 'u')

/**
 * Where an address ends whose host ends at `from` (UTF-16 units); punctuation
 * that ends the sentence is not taken off. In scripts that put no space between
 * words the sentence goes on behind an address: their letters belong to it only
 * where a part of it begins with them ("/wiki/東京", "?q=東京"), and not where
 * they follow a Latin letter ("/news/1谢谢") or the bare host ("/谢谢"). Linear
 * in the address's length.
 */
export function addressEnd(text: string, from: number): number {
  let part: 'begins' | 'is Latin' | 'is theirs' = 'is Latin'
  let slashes = 0
  let end = from
  for (const character of text.slice(from)) {
    if (STOP.test(character)) break
    if (character === '/') part = slashes++ > 0 ? 'begins' : 'is Latin'
    else if (character === '?') part = 'is Latin'
    else if (/[#&=]/.test(character)) part = 'begins'
    else if (LETTER.test(character)) {
      if (part === 'is Latin') break
      part = 'is theirs'
    } else if (part !== 'is theirs') part = /[-+_~]/.test(character) ? 'begins' : 'is Latin'
    end += character.length
  }
  return end
}
