import type { Migration } from './migration.ts'

/** What keeps machines out without anyone noticing. */
export const defences: Migration = {
  name: 'invisible defences',
  async up() {},
}
