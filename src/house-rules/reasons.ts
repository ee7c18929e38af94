/**
 * The rules of the house, by which comments are rejected and taken down. Codes
 * are stable: decisions are kept for ever and name them. An editor may word a
 * rule otherwise (see wordings.ts); what it is and where it counts stays.
 */
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
    title: 'Off topic',
    sentence: 'It is not about this story.',
    state: 'rejected',
    teaches: null,
    ground: 'house rule',
    law: null,
    eu: { category: 'STATEMENT_CATEGORY_OTHER_VIOLATION_TC', keyword: 'KEYWORD_OTHER', other: 'Off topic' },
  },
  {
    code: 'attack',
    key: '2',
    title: 'Personal attack',
    sentence: 'It attacks a person instead of what they said or did.',
    state: 'rejected',
    teaches: 'broke-rules',
    ground: 'house rule',
    law: null,
    eu: {
      category: 'STATEMENT_CATEGORY_ILLEGAL_OR_HARMFUL_SPEECH',
      keyword: 'KEYWORD_OTHER',
      other: 'Personal attack',
    },
  },
  {
    code: 'hate',
    key: '3',
    title: 'Hate or threat',
    sentence: 'It threatens people or demeans them for what they are.',
    state: 'rejected',
    teaches: 'broke-rules',
    ground: 'house rule',
    law: null,
    eu: { category: 'STATEMENT_CATEGORY_ILLEGAL_OR_HARMFUL_SPEECH', keyword: 'KEYWORD_HATE_SPEECH', other: null },
  },
  {
    code: 'private',
    key: '4',
    title: 'Private details',
    sentence: 'It gives away private details of a person.',
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
    title: 'Accusation without support',
    sentence: 'It accuses someone without anything to support it.',
    state: 'rejected',
    teaches: 'broke-rules',
    ground: 'house rule',
    law: null,
    eu: { category: 'STATEMENT_CATEGORY_ILLEGAL_OR_HARMFUL_SPEECH', keyword: 'KEYWORD_DEFAMATION', other: null },
  },
  {
    code: 'unreadable',
    key: '6',
    title: 'Repeated or unreadable',
    sentence: 'It repeats another comment, or it could not be made out.',
    state: 'rejected',
    teaches: null,
    ground: 'house rule',
    law: null,
    eu: {
      category: 'STATEMENT_CATEGORY_OTHER_VIOLATION_TC',
      keyword: 'KEYWORD_OTHER',
      other: 'Repeated or unreadable',
    },
  },
  {
    code: 'spam',
    key: '7',
    title: 'Spam',
    sentence: 'It was taken for advertising.',
    state: 'spam',
    teaches: 'spam',
    ground: 'house rule',
    law: null,
    eu: { category: 'STATEMENT_CATEGORY_OTHER_VIOLATION_TC', keyword: 'KEYWORD_OTHER', other: 'Advertising' },
  },
  {
    code: 'illegal-hate',
    key: '8',
    title: 'Unlawful incitement',
    sentence: 'It incites to hatred or violence, which the law forbids.',
    state: 'rejected',
    teaches: 'broke-rules',
    ground: 'law',
    law: 'The criminal law against incitement to hatred or violence',
    eu: {
      category: 'STATEMENT_CATEGORY_VIOLENCE',
      keyword: 'KEYWORD_INCITEMENT_VIOLENCE_HATRED',
      other: null,
    },
  },
  {
    code: 'illegal-defamation',
    key: '9',
    title: 'Unlawful defamation',
    sentence: 'It says of a person as a fact what is not known to be true and harms their name, which the law forbids.',
    state: 'rejected',
    teaches: 'broke-rules',
    ground: 'law',
    law: 'The law that protects a person’s name against false statements of fact',
    eu: { category: 'STATEMENT_CATEGORY_ILLEGAL_OR_HARMFUL_SPEECH', keyword: 'KEYWORD_DEFAMATION', other: null },
  },
  {
    code: 'illegal-rights',
    key: '0',
    title: 'Another’s rights',
    sentence: 'It passes on someone else’s work or data, which the law does not allow.',
    state: 'rejected',
    teaches: null,
    ground: 'law',
    law: 'The law of copyright and of data protection',
    eu: {
      category: 'STATEMENT_CATEGORY_INTELLECTUAL_PROPERTY_INFRINGEMENTS',
      keyword: 'KEYWORD_COPYRIGHT_INFRINGEMENT',
      other: null,
    },
  },
]

export const reasonOf = (code: string | null): Reason | null => REASONS.find((reason) => reason.code === code) ?? null
