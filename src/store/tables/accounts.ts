/** Passwords, passkeys, second factors and the accounts of readers. */
export type AccountTables = {}
