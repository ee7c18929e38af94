/** What all that takes a part of an export in has to know. */
import type { keepRedirects } from '../../../redirects/index.ts'
import type { Transaction } from '../../../store/index.ts'
import type { bodyOf } from '../../body/index.ts'
import { add, type Counts } from '../counts.ts'
import type { Line, MoveOptions } from '../options.ts'
import type { Survey } from '../survey.ts'

export interface Move {
  /** Of the import. */
  id: string
  survey: Survey
  /** Where it comes from, for people: the host, or what the format is called. */
  from: string
  options: MoveOptions
  /** Who brings it in, and answers for what was decided there. */
  by: string
  /** Which addresses the program itself has. */
  isReserved(slug: string): boolean
  /** Our ids of those who wrote there, by their keys; null for one who can't be here. */
  people: ReadonlyMap<string, string | null>
  /** Where the pages of the old site's sections and topics are here, by where formats say that they are; null where none is. */
  termPaths: ReadonlyMap<string, string | null>
  /** Reads HTML: loaded as an import runs, since a server at rest has no need of it. */
  bodyOf: typeof bodyOf
}

/** An address of the old site, and where it leads from now on. */
export type Redirect = Parameters<typeof keepRedirects>[1][number]

/** What a transaction of an import has done. */
export interface Outcome {
  became: Counts
  lines: Line[]
}

export const newOutcome = (): Outcome => ({ became: {}, lines: [] })

/** One item became something; `line` says more where there is more to say. */
export function note(outcome: Outcome, kind: string, state: string, line?: Line): void {
  add(outcome.became, kind, state)
  if (line) outcome.lines.push(line)
}

/** PostgreSQL keeps no longer sentence well in a list, and nobody reads one. */
const LONGEST = 300

export async function keepLines(tx: Transaction, importId: string, lines: readonly Line[]): Promise<void> {
  if (lines.length === 0) return
  await tx.rows
    .insertInto('import_lines')
    .values(
      lines.map(({ about, kind, name, why, ourId }) => ({
        import_id: importId,
        about,
        kind,
        name: name.slice(0, LONGEST),
        why: why.slice(0, LONGEST),
        our_id: ourId ?? null,
      })),
    )
    .execute()
}
