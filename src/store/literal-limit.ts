import { type DefaultQueryCompiler, type LimitNode, ValueNode } from 'kysely'

/**
 * A compiler of queries that writes limits into the statement. On SQLite a limit that is bound is a reason
 * for the planner to look at its value, and so to compile the statement anew whenever it is bound again
 * (sqlite3ExprIsInteger in expr.c); on PostgreSQL a plan that is made once for all values has to know it.
 */
export const withLiteralLimits = (Compiler: new () => DefaultQueryCompiler) =>
  class extends Compiler {
    protected override visitLimit(node: LimitNode): void {
      const { limit } = node
      if (ValueNode.is(limit) && Number.isSafeInteger(limit.value)) this.append(`limit ${limit.value}`)
      else super.visitLimit(node)
    }
  }
