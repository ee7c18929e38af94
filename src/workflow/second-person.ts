/** Nobody publishes words that only they have read: kept where a story is published, whoever asks for it and however. */
import { readWriters, type Writer } from '../drafting/index.ts'
import { workflowMessages as m } from '../messages/index.ts'
import { namesOfStaff } from '../people/index.ts'
import { readSiteSettings } from '../publication/index.ts'
import type { Database, InsideListener } from '../store/index.ts'
import { holdBack } from '../story/index.ts'
import { type Reader, unread } from './stage.ts'

/** Who wrote what nobody else has read, since number `since` of the draft; `also` reads it now. */
export async function unreadWriters(
  db: Database,
  storyId: string,
  since: number,
  also: readonly Reader[] = [],
): Promise<Writer[]> {
  const [writers, checks] = await Promise.all([
    readWriters(db, storyId, since),
    db
      .selectFrom('stage_marks')
      .select((s) => ['by', s.fn.max('draft_number').as('seen')])
      .where('story_id', '=', storyId)
      .where('mark', '=', 'checked')
      .where('draft_number', '>', since)
      .groupBy('by')
      .execute(),
  ])
  return unread(writers, [...checks.map(({ by, seen }) => ({ by, seen: Number(seen) })), ...also])
}

/** Whether the publication wants a second person. */
export const needsSecondPerson = async (db: Database): Promise<boolean> => (await readSiteSettings(db)).secondPerson

export const askingForTwo: InsideListener<'story.published'> = {
  on: 'story.published',
  async hear(tx, { story, since, reader }) {
    if (!(await needsSecondPerson(tx.rows))) return
    const left = await unreadWriters(tx.rows, story, since, reader ? [reader] : [])
    if (left.length === 0) return
    const names = await namesOfStaff(
      tx.rows,
      left.map(({ by }) => by),
    )
    holdBack(m.notByTwo(left.map(({ by }) => (by === null ? null : (names.get(by) ?? null)))))
  },
}
