/** Letters to readers who said that something in a story is wrong, written as they leave; none repeats what was typed. */
import type { Compose } from '../mail/index.ts'
import { ticketEmailMessages as m } from '../messages/index.ts'
import { findAnsweredTicket, readTicket } from '../tickets/index.ts'
import { headlineOf, type LetterSources, letterOf } from './letters-written.ts'

/** By the kind of letter. */
export const ticketLetters = (sources: LetterSources): Record<'ticket' | 'ticket answer', Compose> => ({
  ticket: (letter, now) => ticketLetter(sources, letter.about ?? '', letter.to.address, now),
  'ticket answer': (letter, now) => ticketAnswer(sources, letter.about ?? '', letter.to.address, now),
})

async function ticketLetter(sources: LetterSources, ticketId: string, address: string, now: number) {
  const ticket = await readTicket(sources.store.db, ticketId, now)
  if (!ticket) return null
  const lines = [
    m.arrivedText(await headlineOf(sources.store, ticket.storyId)),
    m.arrivedPage(pageOf(sources, ticketId)),
    m.notYours,
  ]
  return { subject: m.arrived, text: await letterOf(sources, lines, address, m.why) }
}

async function ticketAnswer(sources: LetterSources, answerId: string, address: string, now: number) {
  const ticketId = await findAnsweredTicket(sources.store.db, { answerId, address })
  const ticket = ticketId === null ? null : await readTicket(sources.store.db, ticketId, now)
  const answer = ticket?.answer
  if (!ticket || !answer || answer.kind === 'spam') return null
  const lines = [
    (answer.kind === 'corrected' ? m.corrected : m.nothing)(await headlineOf(sources.store, ticket.storyId)),
    ...(answer.note ? [m.note(answer.note)] : []),
    m.answerPage(pageOf(sources, ticket.id)),
  ]
  return { subject: m.answered, text: await letterOf(sources, lines, address, m.why) }
}

const pageOf = ({ url, signing }: LetterSources, ticketId: string): string =>
  `${url()}/tickets/${signing.ticketKey(ticketId)}`
