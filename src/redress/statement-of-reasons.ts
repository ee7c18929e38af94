/**
 * The statement of reasons (Regulation (EU) 2022/2065, article 17(3)): what was
 * decided, on which facts and which ground, what machines had to do with it, and
 * what can be done about it. Text from the record of a decision; pure.
 */

import type { Reason } from '../house-rules/index.ts'
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
    decision:
      decision.action === 'remove'
        ? `The comment was taken down on ${day(decision.at)}. Nobody but its author and the newsroom can read it.`
        : `The comment was not published on ${day(decision.at)}. Nobody but its author and the newsroom can read it.`,
    facts: `It was sent on ${day(decision.sentAt)}. ${FOUND_BY[source]} ${READ_BY[decision.inCampaign ? 'group' : 'one']}`,
    ground: { kind: reason.ground, title: reason.title, sentence: reason.sentence, law: reason.law },
    automation: automationOf(decision),
    redress:
      'You can appeal here within six months, free of charge, and another person of the newsroom decides where there is one. ' +
      'You can also go to an out-of-court dispute settlement body that your country’s Digital Services Coordinator has certified, or to court.',
  }
}

const FOUND_BY: Record<DecisionSource, string> = {
  'law notice': 'Someone sent a notice that it breaks the law.',
  'reader report': 'A reader reported it.',
  'own reading': 'The newsroom reads every comment before it appears.',
}
const READ_BY = {
  one: 'A person of the newsroom read it and decided.',
  group: 'A person of the newsroom decided on it together with near-identical comments.',
}

/** A signal from this weight on counts as pointing at words; below it, it merely orders the queue. */
const HEAVY = 0.5

/** Whether a machine pointed at these words: it put them among likely spam, raised a heavy signal, or grouped them. */
export function wasPointedOut({ inCampaign, seen }: { inCampaign: boolean; seen: Seen | null }): boolean {
  return inCampaign || seen?.band === 'spam' || (seen?.signals ?? []).some(({ weight }) => weight >= HEAVY)
}

function automationOf(decision: Grounds): string {
  if (decision.automated) return 'A rule of the site decided without a look.'
  const decided = decision.inCampaign
    ? 'Near-identical comments were grouped by a program; a person decided on the group.'
    : 'No program decided; a person did.'
  return wasPointedOut(decision)
    ? `A program had ordered and labelled the comment for review. ${decided}`
    : `No program had pointed to the comment. ${decided}`
}
