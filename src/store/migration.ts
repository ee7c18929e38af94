import type { Store, Write } from './store.ts'

/** One step of the schema; a migration that has been released is never changed. */
export interface Migration {
  name: string
  up(write: Write, kind: Store['kind']): Promise<void>
}
