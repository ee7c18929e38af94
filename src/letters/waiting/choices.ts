/** When somebody of the staff wants to be told by mail of what waits. Nobody is told who has not asked. */
import * as z from 'zod'
import { sendingMessages as m } from '../../messages/index.ts'
import type { Database, Transaction } from '../../store/index.ts'

const whole = (least: number, most: number, sentence: string) =>
  z.number(sentence).int(sentence).min(least, sentence).max(most, sentence)
const hour = whole(0, 23, m.hours).nullable()

/** What else than comments is told of; each from a number on, or once one has waited so many hours. */
export const WAITING_KINDS = ['appeals', 'reports', 'tickets', 'schedules', 'letters'] as const
export type ThresholdKind = (typeof WAITING_KINDS)[number]

const thresholdSchema = z.object({
  atLeast: whole(1, 10_000, m.number).nullable(),
  hours: whole(0, 168, m.waitingHours).nullable(),
})
export type Threshold = z.infer<typeof thresholdSchema>

export const waitingChoicesSchema = z
  .object({
    /** So many comments have to have waited so many minutes; null where comments are not told of. */
    comments: z.object({ atLeast: whole(1, 10_000, m.comments), minutes: whole(1, 10_080, m.minutes) }).nullable(),
    /** Those that are told of. A legal notice is told of at once where reports are. */
    kinds: z.partialRecord(z.enum(WAITING_KINDS), thresholdSchema),
    /** Hours of the site's day between which no letter comes; both null for none. */
    quietFrom: hour,
    quietUntil: hour,
  })
  .refine(({ quietFrom, quietUntil }) => (quietFrom === null) === (quietUntil === null), {
    path: ['quietUntil'],
    message: m.bothHours,
  })
export type WaitingChoices = z.infer<typeof waitingChoicesSchema>

export const usualWaiting = { atLeast: 12, minutes: 30 }

/** Null where this person is told of nothing. */
export async function readWaitingChoices(db: Database, personId: string): Promise<WaitingChoices | null> {
  const [row, kinds] = await Promise.all([
    db.selectFrom('waiting_choices').selectAll().where('person_id', '=', personId).executeTakeFirst(),
    db.selectFrom('waiting_thresholds').selectAll().where('person_id', '=', personId).execute(),
  ])
  return row
    ? {
        comments: row.comments === 1 ? { atLeast: row.at_least, minutes: row.minutes } : null,
        kinds: Object.fromEntries(kinds.map(({ kind, at_least: atLeast, hours }) => [kind, { atLeast, hours }])),
        quietFrom: row.quiet_from,
        quietUntil: row.quiet_until,
      }
    : null
}

/** A choice of nothing at all is none. */
export async function saveWaitingChoices(
  tx: Transaction,
  personId: string,
  choices: WaitingChoices | null,
): Promise<void> {
  await tx.rows.deleteFrom('waiting_thresholds').where('person_id', '=', personId).execute()
  if (choices === null || (choices.comments === null && Object.keys(choices.kinds).length === 0)) {
    await tx.rows.deleteFrom('waiting_choices').where('person_id', '=', personId).execute()
    return
  }
  const { comments, kinds, quietFrom, quietUntil } = waitingChoicesSchema.parse(choices)
  const { atLeast, minutes } = comments ?? usualWaiting
  const of = { comments: comments === null ? 0 : 1, at_least: atLeast, minutes }
  const values = { ...of, quiet_from: quietFrom, quiet_until: quietUntil }
  await tx.rows
    .insertInto('waiting_choices')
    .values({ person_id: personId, ...values, last_at: null })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet(values))
    .execute()
  const thresholds = Object.entries(kinds).map(([kind, threshold]) => ({
    person_id: personId,
    kind: kind as ThresholdKind,
    at_least: threshold.atLeast,
    hours: threshold.hours,
  }))
  if (thresholds.length > 0) await tx.rows.insertInto('waiting_thresholds').values(thresholds).execute()
}
