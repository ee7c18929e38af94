/** That the figures on the pages are what is there: each counted once as the page counts it, and once row by row. */

import { countComments, readDiscussion } from '../../discussion/index.ts'
import { figuresMessages as m } from '../../messages/index.ts'
import { BAND_NAMES, type Database } from '../../store/index.ts'
import { countHeld } from '../comments/index.ts'
import { MOST_COUNTED } from '../queue/index.ts'
import { type Audited, auditOf, type Look } from './claims.ts'

/** Stories looked at in one go. */
const AT_ONCE = 100

export async function auditCounts(db: Database): Promise<Audited[]> {
  const shown = auditOf({ shown: m.claims.shown })
  for (let after = ''; ; ) {
    const stories = await db
      .selectFrom('published_stories')
      .select('id')
      .where('id', '>', after)
      .orderBy('id')
      .limit(AT_ONCE)
      .execute()
    const last = stories.at(-1)
    if (!last) break
    after = last.id
    await shown.add(() =>
      lookAtStories(
        db,
        stories.map(({ id }) => id),
      ),
    )
  }
  const waiting = auditOf({ waiting: m.claims.waiting })
  await waiting.add(() => lookAtQueue(db))
  return [...shown.all(), ...waiting.all()]
}

async function lookAtStories(db: Database, ids: readonly string[]): Promise<Look<'shown'>> {
  const counts = await countComments(db, ids)
  const shown: [string, boolean][] = []
  for (const id of ids) {
    const count = counts.get(id) ?? 0
    const approved = await countApproved(db, id)
    // Most stories have none, and then there is no thread to draw.
    const listed = count === 0 && approved === 0 ? 0 : (await readDiscussion(db, id)).count
    shown.push([id, count === approved && count === listed])
  }
  return { shown }
}

/** Counted from the revisions themselves, past the view that the pages read. */
async function countApproved(db: Database, storyId: string): Promise<number> {
  const row = await db
    .selectFrom('comments as c')
    .innerJoin('comment_revisions as r', 'r.comment_id', 'c.id')
    .select((c) => c.fn.count('c.id').distinct().as('count'))
    .where('c.story_id', '=', storyId)
    .where('r.state', '=', 'approved')
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

async function lookAtQueue(db: Database): Promise<Look<'waiting'>> {
  const held = await db.selectFrom('comment_revisions').select('comment_id').where('state', '=', 'held').execute()
  let inBands = 0
  for (const band of BAND_NAMES) {
    const { count } = await db
      .selectFrom('comment_revisions')
      .select((r) => r.fn.countAll().as('count'))
      .where('state', '=', 'held')
      .where('band', '=', band)
      .where('to_examine', 'is', null)
      .executeTakeFirstOrThrow()
    inBands += Number(count)
  }
  const { count: unexamined } = await db
    .selectFrom('comment_revisions')
    .select((r) => r.fn.countAll().as('count'))
    .where('state', '=', 'held')
    .where('to_examine', 'is not', null)
    .executeTakeFirstOrThrow()
  const inStories = [...(await countHeld(db)).values()].reduce((sum, count) => sum + count, 0)
  return {
    waiting: [
      ['bands', inBands + Number(unexamined) === held.length],
      ['stories', inStories === Math.min(held.length, MOST_COUNTED)],
      ['comments', new Set(held.map(({ comment_id }) => comment_id)).size === held.length],
    ],
  }
}
