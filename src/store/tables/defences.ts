/** What keeps machines out without anyone noticing. */
export type DefenceTables = {}
