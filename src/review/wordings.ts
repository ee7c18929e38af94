/**
 * How the rules of the house are worded. Each comes with words of its own; an
 * editor may write others. Every wording is kept, so that an old decision is
 * still told in the words that held when it was made.
 */

import { noteAct } from '../people/index.ts'
import { showsSomething } from '../reading/index.ts'
import { type Database, newId, type Store } from '../store/index.ts'
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

/** Words a rule otherwise from now on; null, or what has to be put right. The same words again change nothing. */
export async function wordReason(
  store: Store,
  typed: TypedWording,
  by: string,
  now: number,
): Promise<{ field: 'title' | 'sentence' | 'law'; sentence: string } | null> {
  const reason = reasonOf(typed.code)
  if (!reason) return { field: 'title', sentence: 'There is no such rule; reload the page.' }
  const fields = reason.law === null ? (['title', 'sentence'] as const) : (['title', 'sentence', 'law'] as const)
  for (const field of fields) {
    const length = typed[field].trim().length
    if (!showsSomething(typed[field]))
      return { field, sentence: 'Leave none of the fields empty: readers are told these words.' }
    if (length > LONGEST_WORDING[field])
      return { field, sentence: `Keep it to ${LONGEST_WORDING[field]} characters; it has ${length}.` }
  }
  const [title, sentence] = [typed.title.trim(), typed.sentence.trim()]
  const law = reason.law === null ? null : typed.law.trim()
  return store.transaction(now, async (tx) => {
    const current = (await readReasons(tx.rows)).find(({ code }) => code === typed.code)
    if (current && current.title === title && current.sentence === sentence && current.law === law) return null
    await tx.rows
      .insertInto('rule_wordings')
      .values({ id: newId(now), code: typed.code, title, sentence, law, worded_by: by, worded_at: now })
      .execute()
    const detail = `The rule “${reason.title}” is now worded: ${title}. ${sentence}`
    await noteAct(tx, { by, act: 'rule.worded', about: typed.code, detail })
    await tx.say({ kind: 'reasons.changed' })
    return null
  })
}
