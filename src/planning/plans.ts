/** What is meant for which day: lines that are made, changed, moved, and become stories. */
import { planMessages as m, storyMessages } from '../messages/index.ts'
import { may, noteAct, readPerson } from '../people/index.ts'
import { type Database, type InsideListener, newId, type Store, type Transaction } from '../store/index.ts'
import { createStoryIn, emptyContent } from '../story/index.ts'
import type { Plan, PlanFields, Slot } from './plan.ts'

/** Adds a line; `storyId` is the story that it is for, where there is one. Answers its id, or of the line that the story has. */
export async function addPlan(
  store: Store,
  { fields, storyId = null, by }: { fields: PlanFields; storyId?: string | null; by: string },
  now: number,
): Promise<string> {
  return store.transaction(now, async (tx) => {
    const id = newId(now)
    const added = await tx.rows
      .insertInto('plans')
      .values({ id, number: 1, ...columnsOf(fields), story_id: storyId, made_by: by, made_at: now })
      .onConflict((conflict) => conflict.column('story_id').doNothing())
      .executeTakeFirst()
    if (added.numInsertedOrUpdatedRows === 0n) {
      const there = await tx.rows.selectFrom('plans').select('id').where('story_id', '=', storyId).executeTakeFirst()
      return there?.id ?? id
    }
    await noteAct(tx, { by, act: 'plan.added', about: id, detail: m.logAdded(fields.headline, fields.day) })
    return id
  })
}

/** Changes a line that was opened as `number`; false where somebody else has changed it since, or it is gone. */
export async function changePlan(
  store: Store,
  { id, number, fields, by }: { id: string; number: number; fields: PlanFields; by: string },
  now: number,
): Promise<boolean> {
  return store.transaction(now, async (tx) => {
    const changed = await tx.rows
      .updateTable('plans')
      .set({ number: number + 1, ...columnsOf(fields) })
      .where('id', '=', id)
      .where('number', '=', number)
      .executeTakeFirst()
    if (changed.numUpdatedRows === 0n) return false
    await noteAct(tx, { by, act: 'plan.changed', about: id, detail: m.logChanged(fields.headline, fields.day) })
    return true
  })
}

const columnsOf = ({ writerId, photographerId, ...same }: PlanFields) => ({
  ...same,
  writer_id: writerId,
  photographer_id: photographerId,
})

/** Puts a line on another day, or on none: then it has no deadline either. */
export async function movePlan(
  store: Store,
  { id, day, by }: { id: string; day: string; by: string },
  now: number,
): Promise<void> {
  await store.transaction(now, async (tx) => {
    const moved = await tx.rows
      .updateTable('plans')
      .set((plan) => ({ day, number: plan('number', '+', 1), ...(day === '' ? { deadline: '' } : {}) }))
      .where('id', '=', id)
      .where('day', '!=', day)
      .returning('headline')
      .executeTakeFirst()
    if (moved) await noteAct(tx, { by, act: 'plan.moved', about: id, detail: m.logMoved(moved.headline, day) })
  })
}

/** Takes a line out of the plan; its story stays. */
export async function removePlan(store: Store, { id, by }: { id: string; by: string }, now: number): Promise<void> {
  await store.transaction(now, async (tx) => {
    const gone = await tx.rows.deleteFrom('plans').where('id', '=', id).returning('headline').executeTakeFirst()
    if (gone) await noteAct(tx, { by, act: 'plan.removed', about: id, detail: m.logRemoved(gone.headline) })
  })
}

/**
 * Begins the story of a line, once: with its headline, section and byline, as
 * the writer's own where they may write. Answers the story's id; null where
 * there is no such line.
 */
export async function beginPlanned(
  store: Store,
  { id, by, commentsOpen }: { id: string; by: string; commentsOpen: boolean },
  now: number,
): Promise<string | null> {
  return store.transaction(now, async (tx) => {
    // Whoever comes second waits here, and finds the story that the first has begun.
    const row = await tx.rows
      .updateTable('plans')
      .set((plan) => ({ number: plan('number', '+', 1) }))
      .where('id', '=', id)
      .where('story_id', 'is', null)
      .returningAll()
      .executeTakeFirst()
    if (!row) return storyOf(tx, id)
    const writer = row.writer_id === null ? null : await readPerson(tx.rows, row.writer_id)
    const { headline, section } = row
    const storyId = await createStoryIn(tx, {
      content: { ...emptyContent, headline, section, byline: writer ? storyMessages.by(writer.name) : '' },
      by,
      owner: writer && may(writer, 'write') ? writer.id : by,
      commentsOpen,
    })
    await tx.rows.updateTable('plans').set({ story_id: storyId }).where('id', '=', id).execute()
    return storyId
  })
}

async function storyOf(tx: Transaction, id: string): Promise<string | null> {
  const row = await tx.rows.selectFrom('plans').select('story_id').where('id', '=', id).executeTakeFirst()
  return row?.story_id ?? null
}

export async function readPlan(db: Database, id: string): Promise<Plan | null> {
  const row = await db.selectFrom('plans').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? toPlan(row) : null
}

/** The line of a story; null where it isn't planned. */
export async function readPlanOfStory(db: Database, storyId: string): Promise<Plan | null> {
  const row = await db.selectFrom('plans').selectAll().where('story_id', '=', storyId).executeTakeFirst()
  return row ? toPlan(row) : null
}

/** More lines than these are on no page. */
const MOST_PLANS = 500

/** The lines of the days from `from` up to `to`; day by day, as they come in the day. */
export async function listPlans(db: Database, { from, to }: { from: string; to: string }): Promise<Plan[]> {
  const rows = await db
    .selectFrom('plans')
    .selectAll()
    .where('day', '>=', from)
    .where('day', '<=', to)
    .orderBy('day')
    .orderBy('id')
    .limit(MOST_PLANS)
    .execute()
  return rows.map(toPlan).sort((a, b) => compare(keyOf(a), keyOf(b)))
}

/** Ideas: lines without a day, the newest first. */
export async function listIdeas(db: Database): Promise<Plan[]> {
  const rows = await db
    .selectFrom('plans')
    .selectAll()
    .where('day', '=', '')
    .orderBy('id', 'desc')
    .limit(MOST_PLANS)
    .execute()
  return rows.map(toPlan)
}

const ORDER: Record<Slot | '', number> = { morning: 1, midday: 2, evening: 3, '': 4 }
const keyOf = ({ day, slot, deadline, id }: Plan) => [day, ORDER[slot], deadline || '99', id].join(' ')
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function toPlan(row: {
  id: string
  number: number
  headline: string
  day: string
  slot: string
  section: string
  deadline: string
  writer_id: string | null
  photographer_id: string | null
  photographer: string
  words: number | null
  story_id: string | null
  made_by: string | null
}): Plan {
  const { id, number, headline, day, slot, section, deadline, words, photographer } = row
  return {
    ...{ id, number, headline, day, section, deadline, words, photographer },
    slot: slot as Slot | '',
    writerId: row.writer_id,
    photographerId: row.photographer_id,
    storyId: row.story_id,
    madeBy: row.made_by,
  }
}

/** A line stays without the story that is removed for good. */
export const unplanning: InsideListener<'story.removed'> = {
  on: 'story.removed',
  async hear(tx, { story }) {
    await tx.rows.updateTable('plans').set({ story_id: null }).where('story_id', '=', story).execute()
  },
}
