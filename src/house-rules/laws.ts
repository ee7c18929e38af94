/** What a report can name: a rule of the house, or a law. */
import { houseRulesMessages as m } from '../messages/index.ts'
import type { Reason } from './reasons.ts'

export interface NamedGround {
  code: string
  title: string
  /** In law: name and mail are not asked for (Regulation (EU) 2022/2065, article 16(2)(c)). */
  anonymous: boolean
}

const OTHER_RULE: NamedGround = { code: 'other', title: m.otherRule, anonymous: true }
const OTHER_LAWS: readonly NamedGround[] = [
  { code: 'minors', title: m.minors, anonymous: true },
  { code: 'other', title: m.otherLaw, anonymous: false },
]

/** What readers can choose from, in the words the site's rules have now. */
export function groundsOf(reasons: readonly Reason[]): { rule: NamedGround[]; law: NamedGround[] } {
  const named = (ground: Reason['ground'], anonymous: boolean) =>
    reasons.filter((reason) => reason.ground === ground).map(({ code, title }) => ({ code, title, anonymous }))
  return {
    rule: [...named('house rule', true), OTHER_RULE],
    law: [...named('law', false), ...OTHER_LAWS],
  }
}
