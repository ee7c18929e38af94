/** Links in a comment or in its author's name, by the domain that was registered. Pure. */
import { findLinks, normalise } from '../../spam/index.ts'
import type { RuleText } from './rule.ts'

/** "https://shop.example.com/x" or "example.com" as "example.com"; null where it is no domain. */
export function domainOfAddress(typed: string): string | null {
  const host = /^(?:https?:\/\/)?([^\s/?#:]+)/i.exec(typed.trim())?.[1]
  if (host === undefined || !/^[a-z0-9_-]+(?:\.[a-z0-9_-]+)+$/i.test(host)) return null
  return findLinks(`http://${host}`)[0]?.domain ?? null
}

/** The domains that a comment's links lead to, one entry a link, those of the site itself left out. */
export function linkedDomains({ text, authorName }: RuleText, own: readonly string[]): string[] {
  return [authorName, text]
    .flatMap((raw) => findLinks(normalise(raw).text))
    .map(({ domain }) => domain)
    .filter((domain) => !own.includes(domain))
}
