/** The desk's last seven days, all of it derived from comments and decisions. */

import { type Appealed, readAppealed } from '../../redress/index.ts'
import type { Database } from '../../store/index.ts'
import { type AnswerTimes, readAnswerTimes } from './answer-time.ts'
import { type Agreement, readAgreement } from './blind-sample.ts'
import { countBack, HOUR, readFlow, type WaitingAt } from './waiting.ts'

/** Hours that are plotted: a week. */
export const WEEK_HOURS = 7 * 24
/** Second looks and appeals are few, so they are counted over longer. */
const FEW_OVER = 90 * 24 * HOUR

export interface Week {
  /** Of this person, and of everyone. */
  mine: AnswerTimes
  all: AnswerTimes
  /** The week before, to compare with. */
  before: AnswerTimes
  waiting: WaitingAt[]
  agreement: Agreement
  appealed: { mine: Appealed; all: Appealed }
}

/** `personId` is whose own figures stand beside everyone's. */
export async function readWeek(db: Database, personId: string, now: number): Promise<Week> {
  const since = now - WEEK_HOURS * HOUR
  const [mine, all, before, flow, held, agreement, appealedMine, appealedAll] = await Promise.all([
    readAnswerTimes(db, { since, by: personId, spam: true }),
    readAnswerTimes(db, { since, spam: true }),
    readAnswerTimes(db, { since: since - WEEK_HOURS * HOUR, until: since, spam: true }),
    readFlow(db, since),
    db
      .selectFrom('comment_revisions')
      .select((r) => r.fn.countAll().as('count'))
      .where('state', '=', 'held')
      .executeTakeFirstOrThrow(),
    readAgreement(db, now - FEW_OVER),
    readAppealed(db, { since: now - FEW_OVER, by: personId }),
    readAppealed(db, { since: now - FEW_OVER }),
  ])
  return {
    mine,
    all,
    before,
    waiting: countBack(Number(held.count), flow, now, WEEK_HOURS),
    agreement,
    appealed: { mine: appealedMine, all: appealedAll },
  }
}
