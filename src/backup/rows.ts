import type { Hashed } from '../files/index.ts'

/** One of the schema. */
export interface Step {
  number: number
  name: string
}

/** What was copied of a database, and what it held at that moment. */
export interface CopiedRows {
  steps: Step[]
  tables: Record<string, number>
  sequences: { name: string; last: number; called: boolean }[]
  files: ({ name: string } & Hashed)[]
}

/** No site's rows are there to be copied. */
export interface NoRows {
  problem: string
}
