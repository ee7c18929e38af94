/** Rules in words, as the rules' pages and lists say them. */
import { ruleMessages as m, ruleTrialMessages as trial } from '../../../messages/index.ts'
import type { RulePattern } from '../../../moderation/filters/index.ts'

const SHOWN = 4

/** "“cheap watches”, “lotto” and 3 more": what a rule looks for. */
export function wordsOfPattern(pattern: RulePattern): string {
  switch (pattern.kind) {
    case 'words':
      return listOf(pattern.words.map(m.word))
    case 'links':
      if (pattern.domains.length > 0) return m.linksTo(listOf(pattern.domains))
      return pattern.more === 0 ? m.anyLink : m.moreLinks(pattern.more)
    case 'first':
      return m.firstComments
  }
}

const listOf = (entries: readonly string[]): string => m.someOf(entries.slice(0, SHOWN), entries.length - SHOWN)

/** "412 caught, 3 of them approved". */
export const wordsOfCatch = (caught: number, approved: number): string =>
  caught === 0
    ? trial.nothingCaught
    : caught === 1
      ? trial.caughtOne(approved === 1)
      : trial.caughtMany(caught, approved)
