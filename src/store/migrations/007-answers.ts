import type { Migration } from './migration.ts'

/** Appeals, reports, and what is said of decisions. */
export const answers: Migration = {
  name: 'decisions answered for',
  async up() {},
}
