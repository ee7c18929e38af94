import { sql } from 'kysely'
import type { Store, Write } from '../../store.ts'

/** Triggers that refuse to change or remove what stands in a table. */
export async function writtenOnce(table: string, write: Write, kind: Store['kind']): Promise<void> {
  const sentence = `${table} are never changed`
  const statements =
    kind === 'postgres'
      ? [
          `create function ${table}_are_final() returns trigger language plpgsql as
             $$ begin raise exception '${sentence}'; end $$`,
          `create trigger ${table}_are_final before update or delete on ${table}
             for each row execute function ${table}_are_final()`,
        ]
      : ['update', 'delete'].map(
          (act) => `create trigger ${table}_refuse_${act} before ${act} on ${table}
            begin select raise(abort, '${sentence}'); end`,
        )
  for (const statement of statements) await sql.raw(statement).execute(write)
}
