/**
 * "Something wrong?": what a reader says of a sentence of a story. It is taken
 * also where the words can't be found in it: that is for the editor to see.
 */
import { foldAddress, type MailKeys } from '../access/index.ts'
import { readPublicVersions } from '../corrections/index.ts'
import { type Signing, senderKeys } from '../discussion/index.ts'
import { charactersOf, typedWords } from '../house-rules/index.ts'
import { isMailAddress, queueUnconfirmed } from '../mail/index.ts'
import { ticketEmailMessages as letters, ticketMessages as m } from '../messages/index.ts'
import { type Database, newId, type Store, type Transaction } from '../store/index.ts'
import { readPublishedById, type StoryContent } from '../story/index.ts'
import { readUrl, showsSomething } from '../text/index.ts'
import { locate, passagesOf } from './place.ts'

/** Tickets taken from one network in an hour, and tickets on one story that can be open at once. */
export const TICKET_LIMITS = { sender: 20, story: 200 }
export const LONGEST_QUOTE = 2000
const LONGEST_WORDS = 5000
const LONGEST_SOURCE = 2000
const HOUR = 60 * 60 * 1000

/** As typed. */
export interface TicketForm {
  /** The words that are meant, as copied from the story; may be empty. */
  quote: string
  /** The passage that was chosen, by its block's id; may be empty. */
  passage: string
  /** What is wrong. */
  words: string
  source: string
  mail: string
}

export type TicketField = keyof TicketForm

export type TicketResult =
  | { kind: 'taken'; ticketId: string }
  /** Nothing is wrong, but the form had no usable token: give it back with a new one. */
  | { kind: 'confirm' }
  /** The story is not on the site (any more). */
  | { kind: 'gone' }
  | { kind: 'refused'; field: TicketField | null; sentence: string }

interface Posted {
  storyId: string
  /** The version that stood over the form. */
  version: number
  form: TicketForm
  token: string
  /** The sender's address; only a keyed hash of its network is kept. */
  address: string
}

/** Takes a ticket. The same form twice is one. What was typed is the caller's to give back. */
export async function takeTicket(
  store: Store,
  keys: { signing: Signing; mail: MailKeys },
  { storyId, version, form, token, address }: Posted,
  now: number,
): Promise<TicketResult> {
  const refuse = (sentence: string, field: TicketField | null = null): TicketResult => ({
    kind: 'refused',
    field,
    sentence,
  })
  const read = keys.signing.readFormToken(token, now)
  if (typeof read === 'string') return { kind: 'confirm' }
  const checked = checkTicket(form)
  if ('problem' in checked) return refuse(checked.problem, checked.field)
  const sender = await senderKeys(store, address, now)
  const { quote, ...kept } = checked
  return store.transaction(now, async (tx) => {
    const before = await tx.rows
      .selectFrom('tickets')
      .select(['id', 'story_id', 'words'])
      .where('form_nonce', '=', read.nonce)
      .executeTakeFirst()
    // The same form again is a double click, or a browser that sends anew: the same answer.
    if (before) {
      const same = before.story_id === storyId && before.words === checked.words
      return same ? { kind: 'taken', ticketId: before.id } : { kind: 'confirm' }
    }
    const seen = await seenVersion(tx.rows, storyId, version)
    if (!seen) return { kind: 'gone' }
    const recent = await recentTickets(tx, { storyId, senders: sender.recent })
    if (recent.sender >= TICKET_LIMITS.sender) return refuse(m.manyFromNetwork)
    if (recent.story >= TICKET_LIMITS.story) return refuse(m.manyOnStory)
    const id = newId(now)
    const { blockId, ...place } = locate(passagesOf(seen.content), quote, {
      chosen: form.passage,
      language: seen.content.language,
    })
    const inserted = await tx.rows
      .insertInto('tickets')
      .values({
        ...kept,
        ...place,
        id,
        story_id: storyId,
        version: seen.number,
        block_id: blockId,
        form_nonce: read.nonce,
        sender_key: sender.today,
        received_at: now,
        answer_id: null,
      })
      .onConflict((conflict) => conflict.column('form_nonce').doNothing())
      .executeTakeFirst()
    // The same form, in another process at this very moment.
    if (inserted.numInsertedOrUpdatedRows === 0n) return { kind: 'confirm' }
    if (kept.mail !== null)
      await queueUnconfirmed(tx, keys.mail, {
        ...{ kind: 'ticket', about: id, subject: letters.arrived },
        ...{ address: kept.mail, network: sender.today },
      })
    await tx.say({ kind: 'tickets.changed', story: storyId })
    return { kind: 'taken', ticketId: id }
  })
}

type Checked = { quote: string; words: string; source: string; mail: string | null }

/** The ticket as it will be kept, or what has to be put right. */
export function checkTicket(form: TicketForm): Checked | { field: TicketField; problem: string } {
  const [quote, words] = [typedWords(form.quote), typedWords(form.words)]
  const quoted = charactersOf(quote)
  if (quoted > LONGEST_QUOTE) return { field: 'quote', problem: m.quoteTooLong(LONGEST_QUOTE, quoted) }
  if (!showsSomething(words)) return { field: 'words', problem: m.noWords }
  const length = charactersOf(words)
  if (length > LONGEST_WORDS) return { field: 'words', problem: m.wordsTooLong(LONGEST_WORDS, length) }
  const typed = form.source.trim()
  const source = typed === '' ? '' : typed.length > LONGEST_SOURCE ? null : (linkOf(typed) ?? null)
  if (source === null) return { field: 'source', problem: m.sourceWrong }
  const mail = foldAddress(form.mail)
  if (mail !== '' && !isMailAddress(mail)) return { field: 'mail', problem: m.mailWrong }
  return { quote, words, source, mail: mail || null }
}

/** An address on the web, also one that was typed without its scheme. */
function linkOf(typed: string): string | undefined {
  const url = readUrl(typed) ?? readUrl(`https://${typed}`)
  const isOnWeb = url?.protocol === 'https:' || url?.protocol === 'http:'
  return isOnWeb && url.hostname.includes('.') ? url.href : undefined
}

/** The version that the reader had before them; where that is not shown any more, the one that is. */
async function seenVersion(
  db: Database,
  storyId: string,
  version: number,
): Promise<{ number: number; content: StoryContent } | null> {
  const story = await readPublishedById(db, storyId)
  if (!story) return null
  if (version !== story.version && version > 0 && version < story.version) {
    const seen = (await readPublicVersions(db, storyId)).find(({ number }) => number === version)
    if (seen?.content) return { number: seen.number, content: seen.content }
  }
  return { number: story.version, content: story.content }
}

async function recentTickets(
  tx: Transaction,
  { storyId, senders }: { storyId: string; senders: readonly string[] },
): Promise<{ sender: number; story: number }> {
  const tickets = () => tx.rows.selectFrom('tickets').select((t) => t.fn.countAll().as('count'))
  const row = await tx.rows
    .selectNoFrom([
      tickets()
        .where('sender_key', 'in', senders)
        .where('received_at', '>', tx.now - HOUR)
        .as('sender'),
      tickets().where('story_id', '=', storyId).where('answer_id', 'is', null).as('story'),
    ])
    .executeTakeFirstOrThrow()
  return { sender: Number(row.sender), story: Number(row.story) }
}
