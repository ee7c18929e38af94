import { sql } from 'kysely'
import type { Store, Write } from '../../store.ts'

/** Triggers that refuse to change or remove what stands in a table. */
export const writtenOnce = (table: string, write: Write, kind: Store['kind']): Promise<void> =>
  refuse(['update', 'delete'], table, write, kind)

/** Triggers that refuse to change what stands in a table; it may go, with what it is of. */
export const neverRewritten = (table: string, write: Write, kind: Store['kind']): Promise<void> =>
  refuse(['update'], table, write, kind)

async function refuse(acts: readonly string[], table: string, write: Write, kind: Store['kind']): Promise<void> {
  const sentence = `${table} are never changed`
  const statements =
    kind === 'postgres'
      ? [
          `create function ${table}_are_final() returns trigger language plpgsql as
             $$ begin raise exception '${sentence}'; end $$`,
          `create trigger ${table}_are_final before ${acts.join(' or ')} on ${table}
             for each row execute function ${table}_are_final()`,
        ]
      : acts.map(
          (act) => `create trigger ${table}_refuse_${act} before ${act} on ${table}
            begin select raise(abort, '${sentence}'); end`,
        )
  for (const statement of statements) await sql.raw(statement).execute(write)
}
