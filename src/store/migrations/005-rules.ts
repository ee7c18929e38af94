import type { Migration } from './migration.ts'

/** The rules of the house, what a story takes, and bans. */
export const rules: Migration = {
  name: 'rules of the house',
  async up() {},
}
