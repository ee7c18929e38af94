/**
 * The rules of the house, by which comments are rejected and taken down. Codes
 * are stable: decisions are kept for ever and name them. An editor may word a
 * rule otherwise (see wordings.ts); what it is and where it counts stays.
 */
import { houseRulesMessages as m } from '../messages/index.ts'
import type { EuCategory, EuKeyword } from './eu-words.ts'

export interface Reason {
  code: string
  /** The key that decides with this reason. */
  key: string
  /** For the moderator's button and the reader's list. */
  title: string
  /** For the author: why. */
  sentence: string
  /** The state that rejected words go to. */
  state: 'rejected' | 'spam'
  /** What the spam model may learn from it; words that were merely out of place teach it nothing. */
  teaches: 'spam' | 'broke-rules' | null
  /** Whether a rule of the house was broken or a law. */
  ground: 'house rule' | 'law'
  /** The law, in words; null for a rule of the house. */
  law: string | null
  /** Where the EU's transparency database files it. */
  eu: {
    category: EuCategory
    keyword: EuKeyword
    /** With KEYWORD_OTHER: what else it is. */
    other: string | null
  }
}

export const REASONS: readonly Reason[] = [
  {
    code: 'off-topic',
    key: '1',
    title: m.reasons['off-topic'].title,
    sentence: m.reasons['off-topic'].sentence,
    state: 'rejected',
    teaches: null,
    ground: 'house rule',
    law: null,
    eu: {
      category: 'STATEMENT_CATEGORY_OTHER_VIOLATION_TC',
      keyword: 'KEYWORD_OTHER',
      other: m.reasons['off-topic'].eu,
    },
  },
  {
    code: 'attack',
    key: '2',
    title: m.reasons.attack.title,
    sentence: m.reasons.attack.sentence,
    state: 'rejected',
    teaches: 'broke-rules',
    ground: 'house rule',
    law: null,
    eu: {
      category: 'STATEMENT_CATEGORY_ILLEGAL_OR_HARMFUL_SPEECH',
      keyword: 'KEYWORD_OTHER',
      other: m.reasons.attack.eu,
    },
  },
  {
    code: 'hate',
    key: '3',
    title: m.reasons.hate.title,
    sentence: m.reasons.hate.sentence,
    state: 'rejected',
    teaches: 'broke-rules',
    ground: 'house rule',
    law: null,
    eu: { category: 'STATEMENT_CATEGORY_ILLEGAL_OR_HARMFUL_SPEECH', keyword: 'KEYWORD_HATE_SPEECH', other: null },
  },
  {
    code: 'private',
    key: '4',
    title: m.reasons.private.title,
    sentence: m.reasons.private.sentence,
    state: 'rejected',
    teaches: 'broke-rules',
    ground: 'house rule',
    law: null,
    eu: {
      category: 'STATEMENT_CATEGORY_DATA_PROTECTION_AND_PRIVACY_VIOLATIONS',
      keyword: 'KEYWORD_MISSING_PROCESSING_GROUND',
      other: null,
    },
  },
  {
    code: 'unsupported',
    key: '5',
    title: m.reasons.unsupported.title,
    sentence: m.reasons.unsupported.sentence,
    state: 'rejected',
    teaches: 'broke-rules',
    ground: 'house rule',
    law: null,
    eu: { category: 'STATEMENT_CATEGORY_ILLEGAL_OR_HARMFUL_SPEECH', keyword: 'KEYWORD_DEFAMATION', other: null },
  },
  {
    code: 'unreadable',
    key: '6',
    title: m.reasons.unreadable.title,
    sentence: m.reasons.unreadable.sentence,
    state: 'rejected',
    teaches: null,
    ground: 'house rule',
    law: null,
    eu: {
      category: 'STATEMENT_CATEGORY_OTHER_VIOLATION_TC',
      keyword: 'KEYWORD_OTHER',
      other: m.reasons.unreadable.eu,
    },
  },
  {
    code: 'spam',
    key: '7',
    title: m.reasons.spam.title,
    sentence: m.reasons.spam.sentence,
    state: 'spam',
    teaches: 'spam',
    ground: 'house rule',
    law: null,
    eu: { category: 'STATEMENT_CATEGORY_OTHER_VIOLATION_TC', keyword: 'KEYWORD_OTHER', other: m.reasons.spam.eu },
  },
  {
    code: 'illegal-hate',
    key: '8',
    title: m.reasons['illegal-hate'].title,
    sentence: m.reasons['illegal-hate'].sentence,
    state: 'rejected',
    teaches: 'broke-rules',
    ground: 'law',
    law: m.reasons['illegal-hate'].law,
    eu: {
      category: 'STATEMENT_CATEGORY_VIOLENCE',
      keyword: 'KEYWORD_INCITEMENT_VIOLENCE_HATRED',
      other: null,
    },
  },
  {
    code: 'illegal-defamation',
    key: '9',
    title: m.reasons['illegal-defamation'].title,
    sentence: m.reasons['illegal-defamation'].sentence,
    state: 'rejected',
    teaches: 'broke-rules',
    ground: 'law',
    law: m.reasons['illegal-defamation'].law,
    eu: { category: 'STATEMENT_CATEGORY_ILLEGAL_OR_HARMFUL_SPEECH', keyword: 'KEYWORD_DEFAMATION', other: null },
  },
  {
    code: 'illegal-rights',
    key: '0',
    title: m.reasons['illegal-rights'].title,
    sentence: m.reasons['illegal-rights'].sentence,
    state: 'rejected',
    teaches: null,
    ground: 'law',
    law: m.reasons['illegal-rights'].law,
    eu: {
      category: 'STATEMENT_CATEGORY_INTELLECTUAL_PROPERTY_INFRINGEMENTS',
      keyword: 'KEYWORD_COPYRIGHT_INFRINGEMENT',
      other: null,
    },
  },
]

export const reasonOf = (code: string | null): Reason | null => REASONS.find((reason) => reason.code === code) ?? null
