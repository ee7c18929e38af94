import type { Migration } from './migration.ts'

/** Passwords, passkeys, second factors and the accounts of readers. */
export const accounts: Migration = {
  name: 'accounts',
  async up() {},
}
