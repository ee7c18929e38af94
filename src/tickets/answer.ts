/** Tickets on one sentence are answered by one decision: it was corrected, there is nothing to correct, or it is spam. */
import { sentenceProblem, typedWords } from '../house-rules/index.ts'
import { queueLetter, takeBackLetters } from '../mail/index.ts'
import { ticketEmailMessages as letters, ticketMessages as m } from '../messages/index.ts'
import { UNDO_FOR } from '../moderation/decisions/index.ts'
import { noteAct } from '../people/index.ts'
import { newId, type Store, type Transaction } from '../store/index.ts'
import { readPublishedById } from '../story/index.ts'

export interface TicketDecision {
  /** Those that stood on the person's page; what came in since waits for an answer of its own. */
  ticketIds: readonly string[]
  /** Only those of this story, where it is given. */
  storyId?: string
  kind: string
  /** To the readers; asked for where nothing is corrected. */
  note: string
  /** The version that corrected it; asked for where it was. */
  version: number | null
  by: string
}

export type TicketsAnswered = { answered: true; answerId: string } | { answered: false; sentence: string }

export async function answerTickets(store: Store, decision: TicketDecision, now: number): Promise<TicketsAnswered> {
  const { kind, version, by } = decision
  const refuse = (sentence: string): TicketsAnswered => ({ answered: false, sentence })
  if (kind !== 'corrected' && kind !== 'nothing' && kind !== 'spam') return refuse(m.noAnswer)
  // Whoever sends spam is told nothing.
  const note = kind === 'spam' ? '' : typedWords(decision.note)
  const problem = sentenceProblem(note, kind === 'nothing' ? m.noteNeeded : null)
  if (problem) return refuse(problem)
  return store.transaction(now, async (tx) => {
    const answerId = newId(now)
    let open = tx.rows
      .updateTable('tickets')
      .set({ answer_id: answerId })
      .where('id', 'in', decision.ticketIds.length === 0 ? [''] : decision.ticketIds)
      .where('answer_id', 'is', null)
    if (decision.storyId !== undefined) open = open.where('story_id', '=', decision.storyId)
    const tickets = await open.returning(['id', 'story_id', 'version', 'mail']).execute()
    const [first] = tickets
    const isOfOne = tickets.every(({ story_id }) => story_id === first?.story_id)
    if (!first || !isOfOne) {
      await setOpen(tx, answerId)
      return refuse(m.closed)
    }
    if (kind === 'corrected') {
      const story = await readPublishedById(tx.rows, first.story_id)
      const last = Math.max(...tickets.map((one) => one.version))
      if (version === null || version <= last || (story && version > story.version)) {
        await setOpen(tx, answerId)
        return refuse(m.noCorrection)
      }
    }
    await tx.rows
      .insertInto('ticket_answers')
      .values({
        id: answerId,
        story_id: first.story_id,
        kind,
        note,
        version: kind === 'corrected' ? version : null,
        answered_at: now,
        answered_by: by,
      })
      .execute()
    await noteAct(tx, { by, act: 'tickets.answered', about: answerId, detail: m.logged[kind](tickets.length) })
    if (kind !== 'spam') await tell(tx, answerId, tickets)
    await tx.say({ kind: 'tickets.changed', story: first.story_id })
    return { answered: true, answerId }
  })
}

const setOpen = (tx: Transaction, answerId: string) =>
  tx.rows.updateTable('tickets').set({ answer_id: null }).where('answer_id', '=', answerId).execute()

/** One letter an address, once the answer can't be undone at a press any more. Its words are written as it leaves. */
async function tell(tx: Transaction, answerId: string, tickets: readonly { mail: string | null }[]): Promise<void> {
  const addresses = new Set(tickets.flatMap(({ mail }) => (mail ? [mail] : [])))
  for (const address of addresses)
    await queueLetter(tx, {
      kind: 'ticket answer',
      about: answerId,
      to: { name: '', address },
      subject: letters.answered,
      text: '',
      notBefore: tx.now + UNDO_FOR,
    })
}

/** Takes an answer back: its tickets are open again, and who was not told yet is not. False where it does not stand. */
export async function reopenTickets(store: Store, answerId: string, by: string, now: number): Promise<boolean> {
  return store.transaction(now, async (tx) => {
    const rows = await setOpen(tx, answerId)
    const reopened = Number(rows[0]?.numUpdatedRows ?? 0n)
    if (reopened === 0) return false
    await takeBackLetters(tx, answerId)
    await noteAct(tx, { by, act: 'tickets.reopened', about: answerId, detail: m.logged.reopened(reopened) })
    const answer = await tx.rows
      .selectFrom('ticket_answers')
      .select('story_id')
      .where('id', '=', answerId)
      .executeTakeFirstOrThrow()
    await tx.say({ kind: 'tickets.changed', story: answer.story_id })
    return true
  })
}
