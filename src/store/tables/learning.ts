/** Campaigns and the spam model. */
export type LearningTables = {}
