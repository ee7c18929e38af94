import type { Hashed } from './hashed-file.ts'

/** What was copied of a database, and what it held at that moment. */
export interface CopiedRows {
  steps: { number: number; name: string }[]
  tables: Record<string, number>
  sequences: { name: string; last: number; called: boolean }[]
  files: ({ name: string } & Hashed)[]
}

/** No site's rows are there to be copied. */
export interface NoRows {
  problem: string
}
