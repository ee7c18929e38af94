import { type LimitNode, ValueNode } from 'kysely'

/**
 * "limit 20", or null where it is no whole number. On SQLite a limit that is bound is a reason for the
 * planner to look at its value, and so to compile the statement anew whenever it is bound again
 * (sqlite3ExprIsInteger in expr.c); on PostgreSQL no plan can be kept that does not know it.
 */
export const literalLimit = ({ limit }: LimitNode): string | null =>
  ValueNode.is(limit) && Number.isSafeInteger(limit.value) ? `limit ${limit.value}` : null
