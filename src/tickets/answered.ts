/** Tickets that were answered, so that an answer can be looked up and taken back. */
import type { Database } from '../store/index.ts'
import { readStoryLines } from '../story/index.ts'

export interface AnsweredTickets {
  answerId: string
  story: { id: string; path: string | null; headline: string }
  kind: 'corrected' | 'nothing' | 'spam'
  note: string
  version: number | null
  /** A person's id. */
  by: string | null
  at: number
  /** What the readers wrote, oldest first. */
  tickets: { quote: string; words: string; at: number }[]
}

/** The last so many answers that stand, the newest first; one alone, where its id is given. */
export async function readAnsweredTickets(
  db: Database,
  { limit, answerId }: { limit: number; answerId?: string },
): Promise<AnsweredTickets[]> {
  let query = db
    .selectFrom('ticket_answers as a')
    .selectAll()
    .where((a) => a.exists(a.selectFrom('tickets as t').select('t.id').whereRef('t.answer_id', '=', 'a.id')))
  if (answerId !== undefined) query = query.where('a.id', '=', answerId)
  const answers = await query.orderBy('a.answered_at', 'desc').orderBy('a.id', 'desc').limit(limit).execute()
  if (answers.length === 0) return []
  const ids = answers.map(({ id }) => id)
  const [tickets, lines] = await Promise.all([
    db
      .selectFrom('tickets')
      .select(['answer_id', 'exact', 'words', 'received_at'])
      .where('answer_id', 'in', ids)
      .orderBy('received_at')
      .orderBy('id')
      .execute(),
    readStoryLines(db, [...new Set(answers.map(({ story_id }) => story_id))]),
  ])
  return answers.map((answer) => {
    const line = lines.get(answer.story_id)
    return {
      answerId: answer.id,
      story: { id: answer.story_id, path: line?.path ?? null, headline: line?.headline ?? '' },
      kind: answer.kind,
      note: answer.note,
      version: answer.version,
      by: answer.answered_by,
      at: answer.answered_at,
      tickets: tickets
        .filter(({ answer_id }) => answer_id === answer.id)
        .map(({ exact, words, received_at }) => ({ quote: exact, words, at: received_at })),
    }
  })
}
