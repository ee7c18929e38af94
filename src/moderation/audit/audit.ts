/** Everything that is looked up about comments, for `courant doctor`. */
import type { Database } from '../../store/index.ts'
import type { Audited } from './claims.ts'
import { auditCounts } from './counts.ts'
import { auditStates } from './states.ts'

/** Reads every comment; takes about a minute a million. Changes nothing. */
export const auditReview = async (db: Database): Promise<Audited[]> => [
  ...(await auditStates(db)),
  ...(await auditCounts(db)),
]
