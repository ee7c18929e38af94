/** Links in a plain text, written out or half hidden ("adf.ly /x", "my-site dot com"). */
import { addressEnd, FOLLOWING } from '../text/index.ts'
import { domainOf } from './domains.ts'

export interface FoundLink {
  /** Where it stands in the text, UTF-16 units. */
  from: number
  to: number
  /** "example.co.uk": what was registered, without the names before it; in letters, also where it was written "xn--…". */
  domain: string
  /** The first part of the path, "watch" of "/watch?v=1"; empty where there is none. */
  page: string
}

/** Ends of domains that are taken for a link without "http" before them. */
const ENDS = new Set(
  (
    'com net org info biz edu gov app dev page site online shop store club live top xyz click link bid win vip fun pro ' +
    'icu buzz tech space world today news blog cash bet casino loan work men date wiki ' +
    'co uk de fr it es nl be ch at ru ua pl cz se no dk fi pt gr eu us ca au nz in cn jp kr br mx ar tr ir id vn ' +
    'tk ml ga cf gq ly me io tv cc ws to gd gg am fm im is la nu st su vu sh ai ac bz ' +
    'рф рус укр бел бг срб мкд қаз сайт онлайн москва орг ευ ελ გე հայ ישראל 中国 中國 香港 台湾 台灣 公司 网络 網路 网址 ' +
    'みんな コム 한국 닷컴 닷넷 ไทย भारत مصر ایران پاکستان السعودية امارات المغرب شبكة موقع'
  ).split(' '),
)

/** Of those, the ones that are words: "the end.it rained" is a missing space, unless a path follows. */
const WORDS_TOO = new Set(
  'am at be in is it me no st to us as so my by do сайт онлайн москва 한국 भारत مصر ایران المغرب شبكة موقع'.split(' '),
)

/** A letter, digit or sign of a label; those of scripts that follow an address without a space stand by themselves. */
const SIGN = `(?:(?![${FOLLOWING}])[\\p{L}\\p{M}\\p{N}_-])`
const THEIRS = `[${FOLLOWING}\\p{M}]`
/** What no domain ends in: Latin letters and others together. */
const END = `(?:[a-z0-9_-]{1,63}|(?![a-z0-9_-])${SIGN}{1,63}|${THEIRS}{1,63})`
/** A host's labels, which can't run into one another: linear whatever it is fed. One that is written out may mix scripts. */
// linear: each label has 63 letters at the most, and ends at a stop.
const HOST = new RegExp(
  `https?://(?:[\\p{L}\\p{M}\\p{N}_-]{1,63}\\.)+${END}|(?:(?:${SIGN}{1,63}|(?<![\\p{L}\\p{M}\\p{N}_-])${THEIRS}{1,63})\\.)+${END}`,
  'giu',
)

/** In order of their places, at most 50. Upper and lower case are alike. */
export function findLinks(text: string): FoundLink[] {
  const found: FoundLink[] = []
  if (!text.includes('.')) return found
  for (const { 0: run, index } of text.matchAll(HOST)) {
    if (found.length >= 50) break
    const match = withoutWords(run)
    const last = found.at(-1)
    if (last && index < last.to) continue
    const host = match.replace(/^https?:\/\//i, '').toLowerCase()
    const written = host.length < match.length || host.startsWith('www.')
    const end = endingOf(host)
    // A mail address is no link.
    if (text[index - 1] === '@' || (!written && !ENDS.has(end))) continue
    if (!/\p{L}/u.test(end)) continue
    const behind = index + match.length
    const to = endOf(text, behind)
    if (!written && WORDS_TOO.has(end) && to === behind) continue
    const [, page = ''] = /^[/?:#\d]*([a-z]*)/i.exec(text.slice(behind, to)) ?? []
    found.push({ from: index, to, domain: domainOf(host), page: page.slice(0, 20) })
  }
  return found
}

/** Where a sentence goes on behind an ending of its own script: "例子.中国谢谢" without the thanks. */
function withoutWords(run: string): string {
  const at = run.lastIndexOf('.') + 1
  const end = run.slice(at)
  if (end.startsWith('xn--') || !FOLLOWS.test(end) || ENDS.has(end)) return run
  const known = [4, 3, 2].find((length) => ENDS.has(end.slice(0, length)))
  return known === undefined ? run : run.slice(0, at + known)
}

// linear: one letter.
const FOLLOWS = new RegExp(`^[${FOLLOWING}]`, 'u')

/** The last label, in letters. */
function endingOf(host: string): string {
  const end = host.slice(host.lastIndexOf('.') + 1)
  return end.startsWith('xn--') ? domainOf(end) : end
}

/** The place where the path after a host ends. */
const endOf = (text: string, from: number): number => (/[/?:#]/.test(text[from] ?? '') ? addressEnd(text, from) : from)
