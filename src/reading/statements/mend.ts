/** What a tagger that looks at a few words at a time lets slip, mended by rule. */
import type { Context } from '../tagging/context.ts'
import { type Draft, extent } from './draft.ts'
import { afterCopula, grow } from './grow.ts'
import { leaveOut } from './leave-out.ts'
import { plainReports } from './plain-reports.ts'
import { usedBy } from './used.ts'

/** The drafts that are statements, as far as they go, and those that were missed; in order. */
export function mend(context: Context, drafts: readonly Draft[]): Draft[] {
  const all = usedBy(drafts, context.tokens.count)
  for (const draft of drafts) afterCopula(context, draft, all)
  const kept = leaveOut(context, drafts)
  const used = usedBy(kept, context.tokens.count)
  for (const draft of kept) grow(context, draft, used)
  return [...kept, ...plainReports(context, used)].sort((a, b) => extent(a).from - extent(b).from)
}
