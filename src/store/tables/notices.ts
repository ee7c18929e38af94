/** Who wants to be told of what by mail. */
export type NoticeTables = {}
