/**
 * The rules that the EU's DSA Transparency Database publishes for a statement of
 * reasons, as a check of our own. Each rule names the attribute's section under
 * "Statement Attributes" in https://transparency.dsa.ec.europa.eu/page/api-documentation
 * (schema of 1 July 2025). Keywords and the kinds of decision that comments never
 * have (money, provision of the service) are not all listed: a statement of ours
 * that used one would be a mistake.
 */
import * as z from 'zod'
import {
  AUTOMATED_DECISIONS,
  CONTENT_TYPES,
  DECISION_GROUNDS,
  DECISION_VISIBILITIES,
  EEA_COUNTRIES,
  EU_CATEGORIES,
  EU_KEYWORDS,
  SOURCE_TYPES,
} from '../../house-rules/index.ts'

/** YYYY-MM-DD with leading zeroes, of the calendar, and not before `first`. */
const day = (first: string) => z.iso.date().refine((value) => value >= first, `must not be before ${first}`)
/** Required text of at most so many characters. */
const text = (most: number) =>
  z
    .string()
    .refine((value) => value.trim() !== '', 'must not be empty')
    .max(most)

const fields = z.strictObject({
  // decision_visibility, decision_visibility_other (required with ..._OTHER, 500)
  decision_visibility: z.array(z.enum(DECISION_VISIBILITIES)).min(1).optional(),
  decision_visibility_other: text(500).optional(),
  // decision_monetary, decision_provision, decision_account: mandatory only where the other three are empty
  decision_monetary: z
    .enum(['DECISION_MONETARY_SUSPENSION', 'DECISION_MONETARY_TERMINATION', 'DECISION_MONETARY_OTHER'])
    .optional(),
  decision_provision: z
    .enum([
      'DECISION_PROVISION_PARTIAL_SUSPENSION',
      'DECISION_PROVISION_TOTAL_SUSPENSION',
      'DECISION_PROVISION_PARTIAL_TERMINATION',
      'DECISION_PROVISION_TOTAL_TERMINATION',
    ])
    .optional(),
  decision_account: z.enum(['DECISION_ACCOUNT_SUSPENDED', 'DECISION_ACCOUNT_TERMINATED']).optional(),
  account_type: z.enum(['ACCOUNT_TYPE_BUSINESS', 'ACCOUNT_TYPE_PRIVATE']).optional(),
  // decision_facts: required, 5000
  decision_facts: text(5000),
  // decision_ground and what each ground requires: 500 for the ground, 2000 for the explanation
  decision_ground: z.enum(DECISION_GROUNDS),
  decision_ground_reference_url: z.url().optional(),
  illegal_content_legal_ground: text(500).optional(),
  illegal_content_explanation: text(2000).optional(),
  incompatible_content_ground: text(500).optional(),
  incompatible_content_explanation: text(2000).optional(),
  incompatible_content_illegal: z.enum(['Yes', 'No']).optional(),
  // content_type: required, an array with at least one; content_type_other required with ..._OTHER, 500
  content_type: z.array(z.enum(CONTENT_TYPES)).min(1),
  content_type_other: text(500).optional(),
  // category required, additions and specification optional; category_specification_other only with KEYWORD_OTHER, 500
  category: z.enum(EU_CATEGORIES),
  category_addition: z.array(z.enum(EU_CATEGORIES)).optional(),
  category_specification: z.array(z.enum(EU_KEYWORDS)).optional(),
  category_specification_other: text(500).optional(),
  // territorial_scope: required, countries of the EU and the EEA by two letters
  territorial_scope: z.array(z.enum(EEA_COUNTRIES)).min(1),
  // content_language: optional, two capital letters (ISO 639-1)
  content_language: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  // content_date: required, from 2000 on; application_date: from 2020 on; ends not before the application
  content_date: day('2000-01-01'),
  application_date: day('2020-01-01'),
  end_date_visibility_restriction: day('2020-01-01').optional(),
  end_date_account_restriction: day('2020-01-01').optional(),
  // source_type: required; source_identity: optional, 500, not with a voluntary source
  source_type: z.enum(SOURCE_TYPES),
  source_identity: text(500).optional(),
  // automated_detection and automated_decision: required
  automated_detection: z.enum(['Yes', 'No']),
  automated_decision: z.enum(AUTOMATED_DECISIONS),
  // puid: required, 500, letters, digits, hyphens and underscores only
  puid: z
    .string()
    .max(500)
    .regex(/^[A-Za-z0-9_-]+$/),
})

export type EuStatement = z.infer<typeof fields>

export const euStatementSchema = fields.superRefine((statement, context) => {
  const complain = (path: keyof EuStatement, message: string) =>
    context.addIssue({ code: 'custom', path: [path], message })
  /** `field` has to be there exactly where `when` holds. */
  const goesWith = (field: keyof EuStatement, when: boolean, why: string) => {
    if (when !== (statement[field] !== undefined))
      complain(field, `${when ? 'is required' : 'must be left out'}: ${why}`)
  }
  const { decision_visibility, decision_monetary, decision_provision, decision_account } = statement
  if (![decision_visibility, decision_monetary, decision_provision, decision_account].some((one) => one !== undefined))
    complain('decision_visibility', 'at least one of the four kinds of decision is required')
  goesWith(
    'decision_visibility_other',
    decision_visibility?.includes('DECISION_VISIBILITY_OTHER') ?? false,
    'it goes with DECISION_VISIBILITY_OTHER',
  )
  const illegal = statement.decision_ground === 'DECISION_GROUND_ILLEGAL_CONTENT'
  for (const field of ['illegal_content_legal_ground', 'illegal_content_explanation'] as const)
    goesWith(field, illegal, 'it goes with DECISION_GROUND_ILLEGAL_CONTENT')
  for (const field of ['incompatible_content_ground', 'incompatible_content_explanation'] as const)
    goesWith(field, !illegal, 'it goes with DECISION_GROUND_INCOMPATIBLE_CONTENT')
  goesWith(
    'content_type_other',
    statement.content_type.includes('CONTENT_TYPE_OTHER'),
    'it goes with CONTENT_TYPE_OTHER',
  )
  if (
    statement.category_specification_other !== undefined &&
    !statement.category_specification?.includes('KEYWORD_OTHER')
  )
    complain('category_specification_other', 'it goes with KEYWORD_OTHER')
  if (statement.source_type === 'SOURCE_VOLUNTARY' && statement.source_identity !== undefined)
    complain('source_identity', 'a voluntary source has no other identity')
  for (const end of ['end_date_visibility_restriction', 'end_date_account_restriction'] as const) {
    const date = statement[end]
    if (date !== undefined && date < statement.application_date)
      complain(end, 'must not be before the application date')
  }
})
