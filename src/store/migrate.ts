/** Brings a database to this program's schema, under a lock, all or nothing. */
import { sql } from 'kysely'
import type { Migration } from './migration.ts'
import { beginning } from './migrations/00x/001-beginning.ts'
import { archive } from './migrations/00x/002-archive.ts'
import { desk } from './migrations/00x/003-desk.ts'
import { learning } from './migrations/00x/004-learning.ts'
import { rules } from './migrations/00x/005-rules.ts'
import { defences } from './migrations/00x/006-defences.ts'
import { answers } from './migrations/00x/007-answers.ts'
import { accounts } from './migrations/00x/008-accounts.ts'
import { notices } from './migrations/00x/009-notices.ts'
import { figures } from './migrations/01x/010-figures.ts'
import { erasures } from './migrations/01x/011-erasures.ts'
import { objections } from './migrations/01x/012-objections.ts'
import { order } from './migrations/01x/013-order.ts'
import { jobs } from './migrations/01x/014-jobs.ts'
import { trials } from './migrations/01x/015-trials.ts'
import { pictures } from './migrations/01x/016-pictures.ts'
import { paper } from './migrations/01x/017-paper.ts'
import { look } from './migrations/01x/018-look.ts'
import { portraits } from './migrations/01x/019-portraits.ts'
import { pictureContent } from './migrations/02x/020-picture-content.ts'
import { attachments } from './migrations/02x/021-attachments.ts'
import { drafting } from './migrations/02x/022-drafting.ts'
import { schedules } from './migrations/02x/023-schedules.ts'
import { madeWithAi } from './migrations/02x/024-made-with-ai.ts'
import { corrections } from './migrations/02x/025-corrections.ts'
import { workflow } from './migrations/02x/026-workflow.ts'
import { notesAndPlans } from './migrations/02x/027-notes-and-plans.ts'
import { embargo } from './migrations/02x/028-embargo.ts'
import { tickets } from './migrations/02x/029-tickets.ts'
import { spellings } from './migrations/03x/030-spellings.ts'
import { imports } from './migrations/03x/031-imports.ts'
import { redirects } from './migrations/03x/032-redirects.ts'
import { notesChanged } from './migrations/03x/033-notes-changed.ts'
import { webhooks } from './migrations/03x/034-webhooks.ts'
import { programs } from './migrations/03x/035-programs.ts'
import { coral } from './migrations/03x/036-coral.ts'
import { happenings } from './migrations/03x/037-happenings.ts'
import { caches } from './migrations/03x/038-caches.ts'
import { examinedAfter } from './migrations/03x/039-examined-after.ts'
import { whyNotOurFile, whyNotOurSchema, whyNotThisSchema } from './recognise.ts'
import type { Store, Transaction } from './store.ts'

/** In order. */
export const MIGRATIONS: readonly Migration[] = [
  beginning,
  archive,
  desk,
  learning,
  rules,
  defences,
  answers,
  accounts,
  notices,
  figures,
  erasures,
  objections,
  order,
  jobs,
  trials,
  pictures,
  paper,
  look,
  portraits,
  pictureContent,
  attachments,
  drafting,
  schedules,
  madeWithAi,
  corrections,
  workflow,
  notesAndPlans,
  embargo,
  tickets,
  spellings,
  imports,
  redirects,
  notesChanged,
  webhooks,
  programs,
  coral,
  happenings,
  caches,
  examinedAfter,
]

/** Any number will do, as long as every Courant takes the same one. */
const POSTGRES_LOCK = 7_205_759_403

export interface MigrateOptions {
  /** The number of the last step to apply; all where absent. */
  upTo?: number
  /** Asked before anything is changed in a site that has steps to catch up with; a problem keeps it as it is. */
  beforeUpgrade?(from: number, to: number): Promise<{ problem: string } | null>
  /** Kept or lost together with the steps. */
  andThen?(tx: Transaction): Promise<void>
}

/**
 * Applies what is missing. Two processes that start together take turns.
 * A database that is another's, or a newer Courant's, is left alone: { problem } says so.
 */
export async function migrate(
  store: Store,
  now: number,
  { upTo = MIGRATIONS.length, beforeUpgrade, andThen }: MigrateOptions = {},
): Promise<{ applied: string[] } | { problem: string }> {
  return store.transaction(now, async (tx) => {
    const { rows: write, kind } = tx
    if (kind === 'postgres') await sql`select pg_advisory_xact_lock(${POSTGRES_LOCK})`.execute(write)
    const foreign = await whyNotOurSchema(kind, write, beginning)
    if (foreign) return { problem: foreign }
    const instant = kind === 'postgres' ? 'bigint' : 'integer'
    await write.schema
      .createTable('schema_versions')
      .ifNotExists()
      .addColumn('number', 'integer', (c) => c.primaryKey())
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('applied_at', instant, (c) => c.notNull())
      .execute()
    const { rows } = await sql<{ number: number; name: string }>`
      select number, name from schema_versions order by number`.execute(write)
    const problem = whyNotThisSchema(rows, MIGRATIONS)
    if (problem) return { problem }
    const present = rows.at(-1)?.number ?? 0
    const refused = present > 0 && present < upTo ? await beforeUpgrade?.(present, upTo) : null
    if (refused) return refused
    const applied: string[] = []
    for (const [index, migration] of MIGRATIONS.slice(0, upTo).entries()) {
      const number = index + 1
      if (number <= present) continue
      await migration.up(write, kind)
      await sql`insert into schema_versions (number, name, applied_at) values (${number}, ${migration.name}, ${now})`.execute(
        write,
      )
      applied.push(migration.name)
    }
    await andThen?.(tx)
    return { applied }
  })
}

/** Why an SQLite file is not this program's to open; null where it is, or is not there yet. Changes nothing in it. */
export const whyNotOurs = (file: string): string | null => whyNotOurFile(file, beginning)
