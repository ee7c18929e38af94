/** A decision as the EU's transparency database takes it. Pure; nothing in it names a person or repeats a comment. */

import type { Reason } from '../../house-rules/index.ts'
import { EEA_COUNTRIES, type SourceType } from '../../house-rules/index.ts'
import { statementMessages as m } from '../../messages/index.ts'
import type { Seen } from '../../moderation/decisions/index.ts'
import { utcDay } from '../days.ts'
import { type DecisionSource, statementOf, wasPointedOut } from '../statement-of-reasons.ts'
import type { EuStatement } from './eu-schema.ts'

export interface EuDecision {
  id: string
  action: 'reject' | 'remove'
  reason: Reason
  automated: boolean
  inCampaign: boolean
  seen: Seen | null
  source: DecisionSource
  /** Milliseconds since the epoch: of the words, of the decision, and of its end where an appeal overturned it. */
  sentAt: number
  at: number
  endedAt: number | null
  /** ISO 639-1; null where it is not known. */
  language: string | null
}

const SOURCES: Record<DecisionSource, SourceType> = {
  'law notice': 'SOURCE_ARTICLE_16',
  'reader report': 'SOURCE_TYPE_OTHER_NOTIFICATION',
  'own reading': 'SOURCE_VOLUNTARY',
}

/** `url` is where readers reach the site, without a slash at the end. */
export function euStatement(decision: EuDecision, url: string): EuStatement {
  const { reason } = decision
  const told = statementOf(decision, decision.source, utcDay)
  const title = cut(reason.title, 500)
  const sentence = cut(reason.sentence, 2000)
  return {
    decision_visibility: [
      decision.action === 'remove' ? 'DECISION_VISIBILITY_CONTENT_REMOVED' : 'DECISION_VISIBILITY_CONTENT_DISABLED',
    ],
    ...(decision.endedAt === null ? {} : { end_date_visibility_restriction: utcDay(decision.endedAt) }),
    decision_facts: cut(`${m.aComment} ${told.facts} ${told.decision} ${told.automation}`, 5000),
    ...(reason.ground === 'law'
      ? {
          decision_ground: 'DECISION_GROUND_ILLEGAL_CONTENT' as const,
          illegal_content_legal_ground: cut(reason.law ?? reason.title, 500),
          illegal_content_explanation: sentence,
        }
      : {
          decision_ground: 'DECISION_GROUND_INCOMPATIBLE_CONTENT' as const,
          incompatible_content_ground: title,
          incompatible_content_explanation: sentence,
          incompatible_content_illegal: 'No' as const,
        }),
    decision_ground_reference_url: `${url}/house-rules`,
    content_type: ['CONTENT_TYPE_TEXT'],
    category: reason.eu.category,
    category_specification: [reason.eu.keyword],
    ...(reason.eu.other === null ? {} : { category_specification_other: reason.eu.other }),
    territorial_scope: EEA_COUNTRIES,
    ...(decision.language && /^[a-z]{2}$/i.test(decision.language)
      ? { content_language: decision.language.toUpperCase() }
      : {}),
    content_date: utcDay(decision.sentAt),
    application_date: utcDay(decision.at),
    source_type: SOURCES[decision.source],
    automated_detection: wasPointedOut(decision) ? 'Yes' : 'No',
    automated_decision: decision.automated
      ? 'AUTOMATED_DECISION_FULLY'
      : decision.inCampaign
        ? 'AUTOMATED_DECISION_PARTIALLY'
        : 'AUTOMATED_DECISION_NOT_AUTOMATED',
    puid: decision.id,
  }
}

const cut = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text)
