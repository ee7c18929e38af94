/** What the pages of reports are given: public comments only, by type. */
import type { PublicComment } from '../../../discussion/index.ts'
import type { NamedGround } from '../../../house-rules/index.ts'
import type { Report, ReportField, ReportForm } from '../../../redress/index.ts'
import type { Site } from '../kit/props.ts'

export interface ReportPageProps {
  site: Site
  comment: PublicComment
  story: { headline: string; path: string }
  grounds: { rule: readonly NamedGround[]; law: readonly NamedGround[] }
  form: ReportForm
  token: string
  /** What has to be put right, or null where the form only has to be sent once more. */
  problem?: { field: ReportField | null; sentence: string }
}

export interface ReportReceiptProps {
  site: Site
  report: Report
  /** /reports/… */
  path: string
  /** Milliseconds since the epoch. */
  now: number
  /** Null where the story is not on the site (any more). */
  story: { headline: string; path: string } | null
}
