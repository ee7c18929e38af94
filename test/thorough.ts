/**
 * How much is tried. `npm test` is to end within twelve minutes on two cores: what takes long is tried there by its likeliest
 * ways, and `npm run test:all` tries all of it.
 */
export const THOROUGH = process.env.COURANT_TEST_THOROUGH === '1'

/** The ways to try something, the likeliest to fail first: those, or all of them. */
export const ways = <T>(likeliest: readonly T[], others: readonly T[]): T[] =>
  THOROUGH ? [...likeliest, ...others] : [...likeliest]

/** How often something random is tried, with other seeds in each run: a third as often, or as often as that. */
export const tries = (all: number): number => (THOROUGH ? all : Math.ceil(all / 3))
