/** What readers are told of changes to stories. */
import { readLastActs } from '../people/index.ts'
import type { Database } from '../store/index.ts'
import { readPublishedLines } from '../story/index.ts'
import type { ChangedWords } from './changed-words.ts'
import { TAKEN_DOWN } from './public-versions.ts'

/** What is said in the open: a typo is mended in silence, and so is an update of which nothing was said. */
export interface CorrectionNotice {
  id: string
  storyId: string
  /** The version that it came with. */
  version: number
  kind: 'update' | 'correction' | 'retraction'
  /** What was wrong, or what is new. */
  cause: string
  /** Old words and new ones; none where the story was retracted with it or later, or has been off the site since. */
  changes: readonly ChangedWords[]
  /** Milliseconds since the epoch. */
  at: number
}

const told = (db: Database) => db.selectFrom('corrections').where('kind', '!=', 'typo').where('cause', '!=', '')

/** Of each of these stories what is told of its changes, the newest first; a story without any is not among them. `version`: the one that is out. */
export async function readNotices(
  db: Database,
  stories: readonly { id: string; version: number }[],
): Promise<Map<string, CorrectionNotice[]>> {
  // Most have only their first, which changes nothing.
  const storyIds = stories.filter(({ version }) => version > 1).map(({ id }) => id)
  if (storyIds.length === 0) return new Map()
  const rows = await told(db).selectAll().where('story_id', 'in', storyIds).orderBy('version', 'desc').execute()
  const about = [...new Set(rows.map((row) => row.story_id))]
  const takenDown = await readLastActs(db, { act: TAKEN_DOWN, about })
  const notices = new Map<string, CorrectionNotice[]>()
  for (const row of rows) {
    const before = notices.get(row.story_id) ?? []
    // The newest come first: from a retraction on, nothing older is told in its own words.
    const isRetracted = row.kind === 'retraction' || before.some(({ kind }) => kind === 'retraction')
    const isWithheld = isRetracted || Number(row.made_at) <= (takenDown.get(row.story_id) ?? 0)
    before.push({
      id: row.id,
      storyId: row.story_id,
      version: row.version,
      kind: row.kind as CorrectionNotice['kind'],
      cause: row.cause,
      changes: isWithheld ? [] : (JSON.parse(row.changes_json) as ChangedWords[]),
      at: Number(row.made_at),
    })
    notices.set(row.story_id, before)
  }
  return notices
}

/** When each correction and retraction before `until` (in milliseconds since the epoch) was made, of stories that are on the site. */
export async function listCorrectionTimes(
  db: Database,
  until: number,
): Promise<{ storyId: string; version: number; kind: 'correction' | 'retraction'; at: number }[]> {
  const rows = await db
    .selectFrom('corrections as k')
    .innerJoin('published_stories as s', 's.id', 'k.story_id')
    .select(['k.story_id as storyId', 'k.version', 'k.kind', 'k.made_at'])
    .where('k.kind', 'in', ['correction', 'retraction'])
    .where('k.made_at', '<', until)
    .execute()
  return rows.map(({ storyId, version, kind, made_at: at }) => ({
    storyId,
    version,
    kind: kind as ListedCorrection['kind'],
    at: Number(at),
  }))
}

export interface ListedCorrection {
  id: string
  kind: 'correction' | 'retraction'
  cause: string
  at: number
  story: { path: string; headline: string }
}

/** Corrections and retractions of stories that are on the site, the newest first. */
export async function listCorrections(
  db: Database,
  { limit, offset }: { limit: number; offset: number },
): Promise<ListedCorrection[]> {
  const rows = await db
    .selectFrom('corrections as k')
    .innerJoin('published_stories as s', 's.id', 'k.story_id')
    .select(['k.id', 'k.kind', 'k.cause', 'k.made_at', 'k.story_id'])
    .where('k.kind', 'in', ['correction', 'retraction'])
    .orderBy('k.made_at', 'desc')
    .orderBy('k.id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
  const stories = await readPublishedLines(db, [...new Set(rows.map((row) => row.story_id))])
  return rows.flatMap((row) => {
    const story = stories.get(row.story_id)
    const kind = row.kind as ListedCorrection['kind']
    return story ? [{ id: row.id, kind, cause: row.cause, at: Number(row.made_at), story }] : []
  })
}
