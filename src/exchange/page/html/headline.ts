/** The headline of an HTML page: its heading and what it states as its title, each with what does not belong to it. */
import { foldSpace, linesOf, wordsOf } from './words.ts'

/** Longer than any headline, so that whatever is asked of one has an end. */
const LONGEST = 1000

export interface Headline {
  text: string
  /** The heading on the page; null where only the head of the page has it. */
  element: Element | null
}

export interface Titles {
  /** What the page states of its article for machines: og:title and the like, best first. */
  stated: string[]
  /** The title of its window, with the name of the site in it as often as not. */
  window: string
  /** Names of the site: og:site_name, the publisher, its address. */
  sites: string[]
}

/** Parts of a heading that stand over or under the headline itself. */
const KICKER =
  /(^|[\s_-]|[a-z])(kicker|topline|top-?line|over-?line|over-?title|eyebrow|roofline|dach-?zeile|spitzmarke|pre-?title|pre-?headline|sub-?title|sub-?headline|sub-?line|category|rubrik|ressort|section|label|badge|flag|hidden|sr-only|visually-hidden|screen-reader\S*|prefix|tagline|author|byline|date|time|meta|intro|count|comment\S*)([\s_-]|$)/i
const MASTHEAD = /(^|[\s_-])(logo|site-?title|site-?name|sitename|brand\w*|masthead|blog-?title)([\s_-]|$)/i

export function findHeadline(document: Document, titles: Titles): Headline {
  const headings = [...document.querySelectorAll('h1')].filter((h1) => wordsOf(h1) !== '')
  const own = headings.filter((h1) => !isMasthead(h1, titles))
  const mastheads = headings.filter((h1) => !own.includes(h1)).map(wordsOf)
  const sites = [...titles.sites, ...mastheads]
  const stated = statedTitles(titles, sites)
  const best = pickHeading(own, stated)
  if (best?.isSaid) return { text: mainPart(best.element, stated), element: best.element }
  // Old blogs have the name of the site in h1, and their headlines in h2 or h3.
  const [title = ''] = stated
  const lower = [...document.querySelectorAll('h2, h3, [itemprop~="headline"], [class*="title"], [class*="headline"]')]
  const same = lower.slice(0, 400).find((element) => stated.some((one) => sameWords(wordsOf(element), one)))
  if (same) return { text: mainPart(same, stated), element: same }
  // A heading over all of the page that says something else than its title is the paper's, or a section's.
  if (
    best &&
    (best.likeness > 0 ||
      stated.every((one) => one.split(' ').length < 3) ||
      best.element.closest('article, main, [role="main"]'))
  )
    return { text: mainPart(best.element, stated), element: best.element }
  if (title && !isSite(title, sites)) return { text: title, element: null }
  const first = own.length > 0 ? own[0] : document.querySelector('article h2, main h2, .post h2, .entry h2, h2, h3')
  return first
    ? { text: mainPart(first, stated), element: first }
    : { text: title || (mastheads[0] ?? ''), element: null }
}

function isMasthead(h1: Element, { sites, window, stated }: Titles): boolean {
  const text = wordsOf(h1)
  if (isSite(text, sites)) return true
  // "The Harbour Paper | Board votes to dredge", and the second of them heads something on the page.
  const parts = window.split(PARTED).map(foldSpace).filter(Boolean)
  if (parts.length === 2 && !stated.some((title) => sameWords(title, text))) {
    const other = sameWords(parts[0] as string, text)
      ? parts[1]
      : sameWords(parts[1] as string, text)
        ? parts[0]
        : undefined
    const lower = other ? [...h1.ownerDocument.querySelectorAll('h2, h3')].slice(0, 60) : []
    if (lower.some((heading) => sameWords(wordsOf(heading), other as string))) return true
  }
  const names = [h1, h1.parentElement].map(
    (one) => `${one?.getAttribute('class') ?? ''} ${one?.getAttribute('id') ?? ''}`,
  )
  if (MASTHEAD.test(names.join(' '))) return true
  const link = h1.querySelector('a') ?? h1.closest('a')
  const leads = link?.getAttribute('href') ?? ''
  return (
    link !== null && wordsOf(link) === text && /^(\/|\.\/|\/?index\.\w{1,6}|https?:\/\/[^/]{1,253}\/?)$/i.test(leads)
  )
}

const isSite = (text: string, sites: readonly string[]): boolean =>
  text !== '' && sites.some((site) => site !== '' && sameWords(text, site))

/** The titles that the page states, without the site's name, best first. */
function statedTitles({ stated, window }: Titles, sites: readonly string[]): string[] {
  const bare = stated.map((title) => withoutSite(title, sites)).filter(Boolean)
  const whole = withoutSite(window, sites)
  // Cut at a quotation mark that nobody escaped, or for its length: the title of the window that goes on is whole.
  const isCut = (title: string) => {
    const begin = title.replace(/(?:\.\.\.|…)$/, '').trimEnd()
    const rest = whole.startsWith(begin) ? whole.slice(begin.length) : ''
    return rest !== '' && (begin !== title || /^\s*["“”'’«„]/.test(rest))
  }
  return [...new Set([...bare.map((title) => (isCut(title) ? whole : title)), whole])].filter(Boolean)
}

/** The heading that says what the titles say; the only one where they say nothing of it, which is less sure. */
function pickHeading(
  headings: readonly Element[],
  stated: readonly string[],
): { element: Element; isSaid: boolean; likeness: number } | null {
  const scored = headings.slice(0, 50).map((element, index) => {
    const text = wordsOf(element)
    const likeness = Math.max(0, ...stated.map((title) => (sameWords(text, title) ? 2 : overlap(text, title))))
    const inside = element.closest('article, main, [itemprop="headline"]') ? 0.1 : 0
    return { element, likeness, score: likeness + inside - index / 1000 }
  })
  const best = scored.sort((a, b) => b.score - a.score)[0]
  if (!best) return null
  if (best.likeness > 0.4) return { element: best.element, isSaid: true, likeness: best.likeness }
  return headings.length === 1 || stated.length === 0
    ? { element: best.element, isSaid: false, likeness: best.likeness }
    : null
}

/** What of a heading is the headline, where a kicker or a second line stands in it too. */
function mainPart(heading: Element, stated: readonly string[]): string {
  const whole = foldSpace(wordsOf(heading).replaceAll('\u00ad', '')).slice(0, LONGEST)
  const parts = partsOf(heading)
  if (parts.length < 2) return whole
  const exact = stated.find((title) => sameWords(title, whole))
  const named = parts.filter(({ name }) => !KICKER.test(name)).map(({ text }) => text)
  const [said] = parts
    .map(({ text }) => text)
    .filter((text) => stated.some((title) => sameWords(text, title)))
    .sort((a, b) => b.length - a.length)
  const isParted = stated.some((title) => title.split(PARTED).length === 2 && sameWords(title, whole))
  if (said) return said
  if (named.length > 0 && named.length < parts.length) return foldSpace(named.join(' '))
  if (exact && !isParted) return whole
  // Two lines, neither named: the title has both, or the longer one is the headline.
  const holdsAll =
    !isParted && stated.some((title) => parts.every(({ text }) => wordKey(title).includes(wordKey(text))))
  return holdsAll ? whole : (named.toSorted((a, b) => b.length - a.length)[0] ?? whole)
}

/** The pieces that a heading is made of: its elements, and the words between them. */
function partsOf(heading: Element): { text: string; name: string }[] {
  let root = heading
  // <h1><a><span>Kicker</span><span>Headline</span></a></h1>
  while (root.children.length === 1 && wordsOf(root.children[0]) === wordsOf(root)) root = root.children[0] as Element
  const parts: { text: string; name: string }[] = []
  let loose = ''
  const close = () => {
    const text = foldSpace(loose)
    if (/[\p{L}\p{N}]/u.test(text)) parts.push({ text, name: '' })
    loose = ''
  }
  for (const node of root.childNodes) {
    if (node.nodeType === 3) loose += node.nodeValue ?? ''
    if (node.nodeType !== 1) continue
    const element = node as Element
    // Emphasis and the like are within the headline.
    if (/^(EM|I|B|STRONG|Q|ABBR|SUP|SUB|WBR|MARK|U|CITE)$/.test(element.tagName)) {
      loose += element.textContent ?? ''
      continue
    }
    close()
    const text = wordsOf(element)
    const name = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''} ${element.tagName === 'SMALL' ? 'subtitle' : ''}`
    if (/[\p{L}\p{N}]/u.test(text)) parts.push({ text: stripEnds(text), name })
  }
  close()
  return parts
}

/** Without the marks and the space at both ends that part it from what stood beside it. */
export function stripEnds(text: string): string {
  let [from, to] = [0, text.length]
  while (from < to && ENDS.includes(text[from] as string)) from++
  while (to > from && ENDS.includes(text[to - 1] as string)) to--
  return text.slice(from, to)
}
const ENDS = ' ,;\t\n\u00a0:|│¦»›«·•/–—-'

/** Marks that part a title from the name of its site, and those that stand within titles as well. */
const PARTED = / (?:[|│¦»›«·•–—-]|::|\/\/) | ?\| ?/

/** "Headline | The Paper", "The Paper » Headline": without the site's name, wherever it stands. */
export function withoutSite(title: string, sites: readonly string[]): string {
  if (title.length > LONGEST) return title
  const parts = title.split(PARTED).map(foldSpace).filter(Boolean)
  if (parts.length < 2) return withoutSiteAtColon(title, sites)
  const isName = (part: string) =>
    isSite(part, sites) ||
    /^(?:blog archiv[e]?|archive?|startseite|home|homepage)$/i.test(part) ||
    sites.some((site) => isHostLike(site, part))
  const rest = parts.filter((part) => !isName(part))
  if (rest.length === 0) return title
  if (rest.length < parts.length) return rest.length === 1 ? (rest[0] as string) : cutBetween(title, parts, isName)
  // No part is known for the site's name. A bar or an arrow hardly ever stands within a headline; a dash does.
  const last = parts.at(-1) as string
  const first = parts[0] as string
  const before = title.slice(0, title.lastIndexOf(last))
  const isBar = /[|│¦»›•] ?$/.test(before)
  if (isBar && (first.length > last.length || first.split(' ').length >= 3))
    return withoutSite(stripEnds(before), sites)
  if (!isBar && last.split(' ').length <= 4 && title.length - last.length > 20) return stripEnds(before)
  return title
}

/** "The Harbour Paper: Headline", where the paper's name is known. */
function withoutSiteAtColon(title: string, sites: readonly string[]): string {
  const parts = title.split(/ ?: /)
  if (parts.length !== 2) return title
  const [first, last] = parts as [string, string]
  if (isSite(last, sites)) return first
  return isSite(first, sites) ? last : title
}

/** The title's own words from the first part that is no name to the last. */
function cutBetween(title: string, parts: readonly string[], isName: (part: string) => boolean): string {
  const own = parts.filter((part) => !isName(part))
  const from = title.indexOf(own[0] as string)
  const last = own.at(-1) as string
  return title.slice(from, title.lastIndexOf(last) + last.length)
}

/** Whether a part of a title is the site's address written as a name: "The Harbour Paper" of harbourpaper.example. */
function isHostLike(site: string, part: string): boolean {
  const bare = (text: string) =>
    wordKey(text)
      .replaceAll(' ', '')
      .replace(/^(the|der|die|das|la|le|el)/, '')
  return bare(part).length >= 4 && bare(part) === bare(site)
}

export const sameWords = (a: string, b: string): boolean => a !== '' && wordKey(a) === wordKey(b)

/** Letters and figures alone, small. */
export const wordKey = (text: string): string =>
  (
    text
      .toLowerCase()
      .replaceAll('\u00ad', '')
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  ).join(' ')

/** The part of the other's words that stand in this one too. */
function overlap(a: string, b: string): number {
  const words = new Set(wordKey(a).split(' '))
  const others = wordKey(b).split(' ').filter(Boolean)
  return others.length === 0 ? 0 : others.filter((word) => words.has(word)).length / others.length
}

/** The line of the page on which the headline stands, from 0; -1 where it is on none. */
export const headlineLine = (document: Document, headline: Headline): number =>
  linesOf(document.body).findIndex(({ block }) => headline.element?.contains(block))
