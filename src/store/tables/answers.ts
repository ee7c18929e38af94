/** Appeals, reports, and what is said of decisions. */
export type AnswerTables = {}
