/** Links in a plain text, written out or half hidden ("adf.ly /x", "my-site dot com"). */

export interface FoundLink {
  /** Where it stands in the text, UTF-16 units. */
  from: number
  to: number
  /** "example.co.uk": what was registered, without the names before it. */
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
    'tk ml ga cf gq ly me io tv cc ws to gd gg am fm im is la nu st su vu sh ai ac bz'
  ).split(' '),
)

/** Of those, the ones that are English words: "the end.it rained" is a missing space, unless a path follows. */
const WORDS_TOO = new Set('am at be in is it me no st to us as so my by do'.split(' '))

/** Second levels under which names are registered: "co.uk", "com.br". */
const SECOND_LEVELS = new Set(['co', 'com', 'org', 'net', 'ac', 'gov', 'edu'])

/** A host's labels, which can't run into one another: linear whatever it is fed. */
const HOST = /(?:https?:\/\/)?[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})+/gi

/** In order of their places, at most 50. Upper and lower case are alike. */
export function findLinks(text: string): FoundLink[] {
  const found: FoundLink[] = []
  for (const { 0: match, index } of text.matchAll(HOST)) {
    if (found.length >= 50) break
    const last = found.at(-1)
    if (last && index < last.to) continue
    const host = match.replace(/^https?:\/\//i, '').toLowerCase()
    const written = host.length < match.length || host.startsWith('www.')
    const labels = host.split('.')
    const end = labels.at(-1) as string
    // A mail address is no link.
    if (text[index - 1] === '@' || (!written && !ENDS.has(end))) continue
    if (!/[a-z]/.test(end)) continue
    const to = endOf(text, index + match.length)
    if (!written && WORDS_TOO.has(end) && to === index + match.length) continue
    const [, page = ''] = /^[/?:#\d]*([a-z]*)/i.exec(text.slice(index + match.length, to)) ?? []
    found.push({ from: index, to, domain: domainOf(labels), page: page.slice(0, 20) })
  }
  return found
}

/** The place where the path after a host ends, which runs to the next space. */
function endOf(text: string, from: number): number {
  if (!/[/?:#]/.test(text[from] ?? '')) return from
  let to = from
  while (to < text.length && !/[\s<>"]/.test(text[to] as string)) to++
  return to
}

export function domainOf(labels: readonly string[]): string {
  const count = labels.length > 2 && SECOND_LEVELS.has(labels.at(-2) as string) && labels.at(-1)?.length === 2 ? 3 : 2
  return labels.slice(-count).join('.')
}
