/** When a moderator wants to be told by mail that comments wait. Nobody is told who has not asked. */
import { z } from 'zod'
import { sendingMessages as m } from '../../messages/index.ts'
import type { Database, Transaction } from '../../store/index.ts'

const whole = (most: number, sentence: string) => z.number(sentence).int(sentence).min(1, sentence).max(most, sentence)
const hour = z.number(m.hours).int(m.hours).min(0, m.hours).max(23, m.hours).nullable()

export const waitingChoicesSchema = z
  .object({
    /** So many comments have to have waited so many minutes. */
    atLeast: whole(10_000, m.comments),
    minutes: whole(10_080, m.minutes),
    /** Hours of the site's day between which no letter comes; both null for none. */
    quietFrom: hour,
    quietUntil: hour,
  })
  .refine(({ quietFrom, quietUntil }) => (quietFrom === null) === (quietUntil === null), {
    path: ['quietUntil'],
    message: m.bothHours,
  })
export type WaitingChoices = z.infer<typeof waitingChoicesSchema>

export const usualWaitingChoices: WaitingChoices = { atLeast: 12, minutes: 30, quietFrom: null, quietUntil: null }

/** Null where this person is not told. */
export async function readWaitingChoices(db: Database, personId: string): Promise<WaitingChoices | null> {
  const row = await db.selectFrom('waiting_choices').selectAll().where('person_id', '=', personId).executeTakeFirst()
  return row
    ? { atLeast: row.at_least, minutes: row.minutes, quietFrom: row.quiet_from, quietUntil: row.quiet_until }
    : null
}

export async function saveWaitingChoices(
  tx: Transaction,
  personId: string,
  choices: WaitingChoices | null,
): Promise<void> {
  if (choices === null) {
    await tx.rows.deleteFrom('waiting_choices').where('person_id', '=', personId).execute()
    return
  }
  const { atLeast, minutes, quietFrom, quietUntil } = waitingChoicesSchema.parse(choices)
  const values = { at_least: atLeast, minutes, quiet_from: quietFrom, quiet_until: quietUntil }
  await tx.rows
    .insertInto('waiting_choices')
    .values({ person_id: personId, ...values, last_at: null })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet(values))
    .execute()
}
