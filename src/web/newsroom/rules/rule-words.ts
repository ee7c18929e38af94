/** Rules in words, as the rules' pages and lists say them. */
import type { RuleEffect, RulePattern, RuleState } from '../../../moderation/filters/index.ts'

export const RULE_STATES: Record<RuleState, string> = { on: 'On', draft: 'Draft', off: 'Off' }

export const RULE_EFFECTS: Record<RuleEffect, { does: string; title: string; hint: string }> = {
  label: {
    does: 'puts a label on the comment',
    title: 'Label only',
    hint: 'Moderators see the rule’s name; the comment stays where it is in the queue.',
  },
  thought: {
    does: 'puts the comment among those that need thought',
    title: 'Needs thought',
    hint: 'The comment does not stand among those with no sign of spam.',
  },
  spam: {
    does: 'puts the comment among the likely spam',
    title: 'Likely spam',
    hint: 'The comment waits at the end, until a person decides on it.',
  },
}

const SHOWN = 4

/** "“cheap watches”, “lotto” and 3 more": what a rule looks for. */
export function wordsOfPattern(pattern: RulePattern): string {
  switch (pattern.kind) {
    case 'words':
      return listOf(pattern.words.map((word) => `“${word}”`))
    case 'links':
      if (pattern.domains.length > 0) return `links to ${listOf(pattern.domains)}`
      return pattern.more === 0 ? 'any link' : `more than ${pattern.more === 1 ? 'one link' : `${pattern.more} links`}`
    case 'first':
      return 'first comments, by people of whom none has been approved'
  }
}

function listOf(entries: readonly string[]): string {
  const shown = entries.slice(0, SHOWN).join(', ')
  return entries.length > SHOWN ? `${shown} and ${entries.length - SHOWN} more` : shown
}

/** "412 caught, 3 of them approved comments". */
export function wordsOfCatch(caught: number, approved: number): string {
  if (caught === 0) return 'Nothing caught'
  const of = approved === 0 ? 'none of them an approved comment' : null
  const some = approved === 1 ? 'one of them an approved comment' : `${thousands(approved)} of them approved comments`
  return `${thousands(caught)} caught, ${of ?? (caught === approved ? 'all of them approved comments' : some)}`
}

export const thousands = (count: number): string => count.toLocaleString('en')
