/** Links in a comment or in its author's name, by the domain that was registered. Pure. */
import { domainOf, findLinks, isEnding, normalise } from '../../spam/index.ts'
import { ownLines } from '../../text/index.ts'
import type { RuleText } from './rule.ts'

/** "https://shop.example.com/x" or "example.com" as "example.com"; null where it is no site's own domain. */
export function domainOfAddress(typed: string): string | null {
  const host = hostOf(typed)
  return host === null || isEnding(host) ? null : domainOf(host)
}

/** Whether what was typed is the ending of many sites' domains, such as "co.uk", and no site's own. */
export function isEndingOfMany(typed: string): boolean {
  const host = hostOf(typed)
  return host !== null && isEnding(host)
}

function hostOf(typed: string): string | null {
  const host = /^(?:https?:\/\/)?([^\s/?#:]+)/.exec(normalise(typed.trim()).text)?.[1]
  const isHost = host !== undefined && /^[\p{L}\p{M}\p{N}_-]+(?:\.[\p{L}\p{M}\p{N}_-]+)+$/u.test(host)
  return isHost && /\p{L}/u.test(host.slice(host.lastIndexOf('.'))) ? host : null
}

/** No ending, and no host of blogs, has more. */
const MOST_LABELS = 6

/**
 * Whether a domain is one of those wanted, or has its place under one: blogs
 * under their host, where the host itself is named.
 */
export function isAmong(domain: string, wanted: ReadonlySet<string>): boolean {
  const labels = domain.split('.').slice(-MOST_LABELS)
  return wanted.has(domain) || labels.some((_, at) => wanted.has(labels.slice(at).join('.')))
}

/** The domains that a comment's links lead to, one entry a link, those of the site itself and quoted ones left out. */
export function linkedDomains({ text, authorName }: RuleText, own: readonly string[]): string[] {
  return [authorName, ownLines(text)]
    .flatMap((raw) => findLinks(normalise(raw).text))
    .map(({ domain }) => domain)
    .filter((domain) => !own.includes(domain))
}
