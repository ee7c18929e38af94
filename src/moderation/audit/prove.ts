/** Everything that is proved about comments, for `courant doctor`. */
import type { Database } from '../../store/index.ts'
import { proveCounts } from './counts.ts'
import type { Proof } from './proof.ts'
import { proveStates } from './states.ts'

/** Reads every comment; takes about a minute a million. Changes nothing. */
export const proveReview = async (db: Database): Promise<Proof[]> => [
  ...(await proveStates(db)),
  ...(await proveCounts(db)),
]
