import type { Migration } from './migration.ts'

/** Campaigns and the spam model. */
export const learning: Migration = {
  name: 'campaigns and spam model',
  async up() {},
}
