/** Emails to colleagues who are mentioned: the story's headline, who mentions them, and where; none of the note's words. */
import { type Compose, type LetterPlace, mentionLetter, queueLetter } from '../mail/index.ts'
import { staffEmailMessages as m } from '../messages/index.ts'
import { namesOfStaff, type Person, readPerson } from '../people/index.ts'
import type { Store, Transaction } from '../store/index.ts'
import { readHeadlines } from '../story/index.ts'

/** One to each who has an address; which line and whom it is about says which mention it is. */
export async function queueMentions(tx: Transaction, lineId: string, people: readonly Person[]): Promise<void> {
  for (const { id, name, mail } of people)
    if (mail !== null)
      await queueLetter(tx, {
        kind: 'mention',
        about: `${lineId} ${id}`,
        to: { name, address: mail },
        subject: m.mentionSubjectWaiting,
        text: '',
        notBefore: tx.now,
      })
}

/** The email as it leaves; none where it was seen meanwhile, the note is done, or the person may not come in any more. */
export const composeMention =
  (store: Store, place: () => Promise<LetterPlace>): Compose =>
  async ({ about, to }) => {
    const [lineId = '', personId = ''] = (about ?? '').split(' ')
    const mention = await store.db
      .selectFrom('note_mentions')
      .innerJoin('note_lines', 'note_lines.id', 'note_mentions.line_id')
      .innerJoin('notes', 'notes.id', 'note_mentions.note_id')
      .select(['notes.id', 'notes.story_id', 'note_lines.by'])
      .where('note_mentions.line_id', '=', lineId)
      .where('note_mentions.person_id', '=', personId)
      .where('note_mentions.seen_at', 'is', null)
      .where('notes.done_at', 'is', null)
      .executeTakeFirst()
    const person = await readPerson(store.db, personId)
    if (!mention || !person || person.disabled || person.mail !== to.address) return null
    const [names, headlines] = await Promise.all([
      namesOfStaff(store.db, [mention.by]),
      readHeadlines(store.db, [mention.story_id]),
    ])
    const site = await place()
    return mentionLetter(site, {
      name: person.name,
      by: names.get(mention.by) ?? '',
      headline: headlines.get(mention.story_id) ?? '',
      link: `${site.url}/newsroom/stories/${mention.story_id}#note-${mention.id}`,
    })
  }
