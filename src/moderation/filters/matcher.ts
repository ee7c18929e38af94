/** Rules made ready to be put to comments. Pure; what a rule says of one comment never depends on another rule. */
import { filtersMessages as m } from '../../messages/index.ts'
import { domainOf } from '../../spam/index.ts'
import { isAmong, linkedDomains } from './match-links.ts'
import { type FoldedText, foldText, type Phrase, readPhrase, wordFinder } from './match-words.ts'
import type { RulePattern, RuleText } from './rule.ts'

/** A comment made ready: folded once, however many rules look at it. */
export interface ReadText {
  readonly words: () => FoldedText
  readonly domains: () => readonly string[]
  /** Whether its author had an approved comment here when it came in. */
  readonly isKnown: boolean
}

/** Why a rule catches a comment, in words for the moderator; null where it doesn't. */
export type Matcher = (text: ReadText) => string | null

/** `ownDomains` are the site's: a link to another of its stories is no link elsewhere. */
export function readForRules(comment: RuleText, ownDomains: readonly string[], isKnown: boolean): ReadText {
  let words: FoldedText | undefined
  let domains: readonly string[] | undefined
  return {
    words: () => (words ??= foldText(comment)),
    domains: () => (domains ??= linkedDomains(comment, ownDomains)),
    isKnown,
  }
}

export function matcherOf(pattern: RulePattern): Matcher {
  switch (pattern.kind) {
    case 'words':
      return matchWords(pattern.words)
    case 'links':
      return pattern.domains.length > 0 ? matchDomains(pattern.domains) : matchLinkCount(pattern.more)
    case 'first':
      return ({ isKnown }) => (isKnown ? null : m.firstComment)
  }
}

function matchWords(lines: readonly string[]): Matcher {
  const find = wordFinder(lines.flatMap((line): Phrase | [] => readPhrase(line) ?? []))
  return (text) => {
    const found = find(text.words())
    return found.length === 0 ? null : m.words(found.map(({ typed }) => typed))
  }
}

function matchDomains(domains: readonly string[]): Matcher {
  // Kept before domains were spelt in letters, one can still be "xn--…".
  const wanted = new Set(domains.map(domainOf))
  return (text) => {
    const found = [...new Set(text.domains())].filter((domain) => isAmong(domain, wanted))
    return found.length === 0 ? null : m.linkTo(found.slice(0, 3))
  }
}

const matchLinkCount =
  (more: number): Matcher =>
  (text) => {
    const count = text.domains().length
    return count <= more ? null : m.links(count)
  }
