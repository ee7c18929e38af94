/** The rules of the house, what a story takes, and bans. */
export type RuleTables = {}
