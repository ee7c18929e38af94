/**
 * Which databases the tests run on: both, or those that COURANT_TEST_DATABASES
 * names. Plain Node: `npm test` asks before any package is installed.
 */

/** @typedef {'sqlite' | 'postgres'} DatabaseKind */

/** @type {readonly DatabaseKind[]} */
const ALL = ['sqlite', 'postgres']

/**
 * The databases, or a sentence about what is wrong with the setting.
 * @param {string | undefined} setting as in the environment: one name, or several with commas between
 * @returns {{ databases: readonly DatabaseKind[] } | { problem: string }}
 */
export function testDatabases(setting = process.env.COURANT_TEST_DATABASES) {
  if (!setting) return { databases: ALL }
  const named = setting.split(',').map((name) => name.trim())
  if (named.every((name) => ALL.some((kind) => kind === name)))
    return { databases: ALL.filter((kind) => named.includes(kind)) }
  return {
    problem: `COURANT_TEST_DATABASES is "${setting}", but the tests run on sqlite, postgres or both: give one of them, or "sqlite,postgres".`,
  }
}
