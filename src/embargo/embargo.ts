/** Versions that wait: put under embargo, moved, withdrawn, seen by the newsroom. */
import { type ChangeKind, checkChange, type TypedChange } from '../corrections/index.ts'
import { embargoMessages as m } from '../messages/index.ts'
import { noteAct } from '../people/index.ts'
import { readSchedules } from '../schedule/index.ts'
import { type Database, queueJob, type Store, type Transaction } from '../store/index.ts'
import { emptyContent, holdStory, type StoryContent } from '../story/index.ts'
import { endEmbargo, keepVersion } from './held.ts'

/** A version that waits. Times are milliseconds since the epoch. */
export interface Embargo {
  versionId: string
  storyId: string
  until: number
  content: StoryContent
  /** Which number of the draft it was. */
  draftNumber: number
  /** What is said of the change when it goes live; null where readers have no version yet. */
  kind: ChangeKind | null
  cause: string
  madeAt: number
  /** A person's id; null where the command line did it. */
  madeBy: string | null
  /** Why it could not go live at its time. */
  problem: string | null
}

interface NewEmbargo {
  storyId: string
  until: number
  by: string
  /** Up to which number of the draft `by` has read it; absent where nobody has. */
  seen?: number
  /** As typed; counts where readers have the story by now. */
  change: TypedChange
}

/**
 * Freezes a story's draft as a version that nobody but the newsroom sees before its time; in place of the one that
 * waits, where there is one. { problem } says why it can't be done.
 */
export async function putUnderEmbargo(
  store: Store,
  { storyId, until, by, seen, change }: NewEmbargo,
  now: number,
): Promise<{ problem: string } | null> {
  if (until <= now) return { problem: m.isPast }
  return holdStory(store, { id: storyId, by, seen }, now, async (tx, held) => {
    if ((await readSchedules(tx.rows, [storyId])).length > 0) return { problem: m.isScheduled }
    const said = held.isLive ? checkChange(change) : { kind: null, cause: '' }
    if ('problem' in said) return said
    if (said.kind === 'retraction') return { problem: m.noRetraction }
    const waiting = await readEmbargo(tx.rows, storyId)
    if (waiting) await endEmbargo(tx, waiting, { ending: 'replaced', by })
    const { content, draftNumber } = held
    await keepVersion(tx, { storyId, until, by, content, draftNumber, ...said })
    const detail = waiting ? m.logReplaced(content.headline) : m.logEmbargoed(content.headline)
    await noteAct(tx, { by, act: 'story.embargoed', about: storyId, detail })
    await queueAt(tx, storyId, until)
    return null
  })
}

/** Has it go live sooner or later than was said. */
export async function moveEmbargo(
  store: Store,
  { storyId, until, by }: { storyId: string; until: number; by: string },
  now: number,
): Promise<{ problem: string } | null> {
  if (until <= now) return { problem: m.isPast }
  return store.transaction(now, async (tx) => {
    const waiting = await readEmbargo(tx.rows, storyId)
    if (!waiting) return { problem: m.nothingWaits }
    await tx.rows
      .updateTable('embargoes')
      .set({ until, problem: null, seen_at: null })
      .where('version_id', '=', waiting.versionId)
      .where('ended_at', 'is', null)
      .execute()
    await noteAct(tx, { by, act: 'story.embargoed', about: storyId, detail: m.logMoved(waiting.content.headline) })
    await queueAt(tx, storyId, until)
    return null
  })
}

const queueAt = (tx: Transaction, story: string, due: number) =>
  queueJob(tx, { kind: 'embargo.end', key: story, payload: { story }, due })

/** The version never goes live. Nothing where none waits; answers whether one did. */
export const withdrawEmbargo = (
  store: Store,
  { storyId, by }: { storyId: string; by: string },
  now: number,
): Promise<boolean> => store.transaction(now, (tx) => withdrawIn(tx, { storyId, by }))

/** The same as part of what else a transaction does. */
export async function withdrawIn(
  tx: Transaction,
  { storyId, by }: { storyId: string; by: string | null },
): Promise<boolean> {
  const waiting = await readEmbargo(tx.rows, storyId)
  if (!waiting) return false
  await endEmbargo(tx, waiting, { ending: 'withdrawn', by })
  await noteAct(tx, { by, act: 'story.embargo-off', about: storyId, detail: m.logWithdrawn(waiting.content.headline) })
  return true
}

const versions = (db: Database) =>
  db
    .selectFrom('embargoes as e')
    .innerJoin('held_versions as v', 'v.id', 'e.version_id')
    .select(['v.id', 'v.story_id', 'v.content_json', 'v.draft_number', 'v.kind', 'v.cause', 'v.made_at', 'v.made_by'])
    .select(['e.until', 'e.ended_at', 'e.ending', 'e.problem'])

type Row = Awaited<ReturnType<ReturnType<typeof versions>['executeTakeFirstOrThrow']>>

/** One of an older program lacks the fields that came later. */
const contentOf = ({ content_json }: { content_json: string }): StoryContent => ({
  ...emptyContent,
  ...JSON.parse(content_json),
})

const toEmbargo = (row: Row): Embargo => ({
  versionId: row.id,
  storyId: row.story_id,
  until: row.until,
  content: contentOf(row),
  draftNumber: row.draft_number,
  kind: row.kind,
  cause: row.cause,
  madeAt: row.made_at,
  madeBy: row.made_by,
  problem: row.problem,
})

/** The version of a story that waits; null where none does. */
export async function readEmbargo(db: Database, storyId: string): Promise<Embargo | null> {
  const row = await versions(db).where('e.story_id', '=', storyId).where('e.ended_at', 'is', null).executeTakeFirst()
  return row ? toEmbargo(row) : null
}

/** Until when versions wait, by story. */
export async function readEmbargoTimes(db: Database): Promise<Map<string, number>> {
  const rows = await db.selectFrom('embargoes').select(['story_id', 'until']).where('ended_at', 'is', null).execute()
  return new Map(rows.map(({ story_id, until }) => [story_id, until]))
}

/** A version that no reader ever saw, and never will. */
export interface PutAway extends Embargo {
  ending: 'withdrawn' | 'replaced'
  endedAt: number
}

/** Those of a story that were withdrawn or replaced while they waited, the last first. */
export async function readPutAway(db: Database, storyId: string): Promise<PutAway[]> {
  const rows = await versions(db)
    .where('e.story_id', '=', storyId)
    .where('e.ending', 'in', ['withdrawn', 'replaced'])
    .orderBy('e.ended_at', 'desc')
    .orderBy('e.version_id', 'desc')
    .limit(50)
    .execute()
  return rows.map((row) => ({
    ...toEmbargo(row),
    ending: row.ending as PutAway['ending'],
    endedAt: row.ended_at ?? row.until,
  }))
}
