import type { Migration } from './migration.ts'

/** Who wants to be told of what by mail. */
export const notices: Migration = {
  name: 'notices',
  async up() {},
}
