/**
 * The statement of reasons (Regulation (EU) 2022/2065, article 17(3)): what was
 * decided, on which facts and which ground, what machines had to do with it, and
 * what can be done about it. Text from the record of a decision; pure.
 */

import type { Reason } from '../house-rules/index.ts'
import { statementMessages as m } from '../messages/index.ts'
import type { Seen, ToldDecision } from '../moderation/decisions/index.ts'

/** Where a decision came from: someone's notice, or the newsroom's own reading. */
export type DecisionSource = 'law notice' | 'reader report' | 'own reading'

/** How long a decision can be appealed against (article 20(1) asks for six months), in milliseconds. */
export const APPEAL_FOR = 183 * 24 * 60 * 60 * 1000

export interface StatementOfReasons {
  /** What was done with the words. */
  decision: string
  facts: string
  ground: { kind: Reason['ground']; title: string; sentence: string; law: string | null }
  automation: string
  redress: string
}

type Grounds = Pick<ToldDecision, 'action' | 'automated' | 'inCampaign' | 'seen'> & { reason: Reason }

/** Of a decision that kept words from readers. Times are written by the caller's `day`. */
export function statementOf(
  decision: Grounds & { at: number; sentAt: number },
  source: DecisionSource,
  day: (at: number) => string,
): StatementOfReasons {
  const { reason } = decision
  return {
    decision: decision.action === 'remove' ? m.removed(day(decision.at)) : m.rejected(day(decision.at)),
    facts: [m.sent(day(decision.sentAt)), m.foundBy[source], decision.inCampaign ? m.readInGroup : m.readAlone].join(
      ' ',
    ),
    ground: { kind: reason.ground, title: reason.title, sentence: reason.sentence, law: reason.law },
    automation: automationOf(decision),
    redress: m.redress(),
  }
}

/** A signal from this weight on counts as pointing at words; below it, it merely orders the queue. */
const HEAVY = 0.5

/** Whether a machine pointed at these words: it put them among likely spam, raised a heavy signal, or grouped them. */
export function wasPointedOut({ inCampaign, seen }: { inCampaign: boolean; seen: Seen | null }): boolean {
  return inCampaign || seen?.band === 'spam' || (seen?.signals ?? []).some(({ weight }) => weight >= HEAVY)
}

function automationOf(decision: Grounds): string {
  if (decision.automated) return m.decidedByRule
  const decided = decision.inCampaign ? m.decidedInGroup : m.decidedByPerson
  return `${wasPointedOut(decision) ? m.pointedOut : m.notPointedOut} ${decided}`
}
