/**
 * How the rules of the house are worded. Each comes with words of its own; an
 * editor may write others. Every wording is kept, so that an old decision is
 * still told in the words that held when it was made.
 */

import { houseRulesMessages as m } from '../messages/index.ts'
import { noteAct } from '../people/index.ts'
import { type Database, layOver, newId, type Store, takeTurns } from '../store/index.ts'
import { showsSomething } from '../text/index.ts'
import { REASONS, type Reason, reasonOf } from './reasons.ts'

/** The reason of a code in the words that held when something happened, by its `sequence`; null where no reason has that code. */
export type Wordings = (code: string | null, sequence: number) => Reason | null

export async function readWordings(db: Database): Promise<Wordings> {
  const rows = await db.selectFrom('rule_wordings').selectAll().orderBy('sequence').execute()
  return (code, sequence) => {
    const reason = reasonOf(code)
    const worded = rows.findLast((row) => row.code === code && row.sequence < sequence)
    return reason && worded ? { ...reason, title: worded.title, sentence: worded.sentence, law: worded.law } : reason
  }
}

/** All reasons as they are worded now. */
export async function readReasons(db: Database): Promise<Reason[]> {
  const wordings = await readWordings(db)
  return REASONS.map((reason) => wordings(reason.code, Number.MAX_SAFE_INTEGER) ?? reason)
}

export const LONGEST_WORDING = { title: 40, sentence: 300, law: 500 }

export interface TypedWording {
  code: string
  title: string
  sentence: string
  /** Asked for with reasons in law only. */
  law: string
}

type WordingField = 'title' | 'sentence' | 'law'
export type Wording = Record<WordingField, string>

/** What has to be put right, or what somebody else has worded otherwise since the form was opened, and the form anew. */
export type WordingProblem =
  | { field: WordingField; sentence: string }
  | { meanwhile: Partial<Wording>; fields: Wording }

/**
 * Words a rule otherwise from now on: what differs from how it was `shown`. Null,
 * or why not. The same words again change nothing.
 */
export async function wordReason(
  store: Store,
  { shown = {}, ...typed }: TypedWording & { shown?: Partial<Wording> },
  by: string,
  now: number,
): Promise<WordingProblem | null> {
  const reason = reasonOf(typed.code)
  if (!reason) return { field: 'title', sentence: m.noRule }
  const fields: readonly WordingField[] = reason.law === null ? ['title', 'sentence'] : ['title', 'sentence', 'law']
  for (const field of fields) {
    const length = typed[field].trim().length
    if (!showsSomething(typed[field])) return { field, sentence: m.empty }
    if (length > LONGEST_WORDING[field]) return { field, sentence: m.tooLong(LONGEST_WORDING[field], length) }
  }
  const wanted: Partial<Wording> = Object.fromEntries(fields.map((field) => [field, typed[field].trim()]))
  return store.transaction(now, async (tx) => {
    // Of two who word one rule at the same moment the second has to see what the first wrote.
    await takeTurns(tx, 'settings')
    const current = (await readReasons(tx.rows)).find(({ code }) => code === typed.code) ?? reason
    const { now: there, fields: worded, changed, both } = layOver(wordsOfReason(current), { shown, wanted })
    if (both.length > 0)
      return { meanwhile: Object.fromEntries(both.map((field) => [field, there[field]])), fields: worded }
    if (changed.length === 0) return null
    const { title, sentence } = worded
    const law = reason.law === null ? null : worded.law
    await tx.rows
      .insertInto('rule_wordings')
      .values({ id: newId(now), code: typed.code, title, sentence, law, worded_by: by, worded_at: now })
      .execute()
    const detail = m.logWorded(reason.title, title, sentence)
    await noteAct(tx, { by, act: 'rule.worded', about: typed.code, detail })
    await tx.say({ kind: 'reasons.changed' })
    return null
  })
}

/** A rule's words as its form has them. */
export const wordsOfReason = ({ title, sentence, law }: Reason): Wording => ({
  title,
  sentence,
  law: law ?? '',
})
