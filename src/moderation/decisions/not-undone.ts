import { type RawBuilder, sql } from 'kysely'

/** Whether a decision stands: nobody has taken it back. `column` holds its id, such as "d.id". */
export const notUndone = (column: string): RawBuilder<boolean> =>
  sql<boolean>`not exists (select 1 from decisions as undoing where undoing.undoes = ${sql.ref(column)})`
