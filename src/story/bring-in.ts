/**
 * Stories of another system, many at once. What each promises is what `publish`
 * promises: a version is kept, its address is made the same way, it is filed, and
 * its reading follows. Nobody reads them a second time before: they were public.
 */
import { keepAttachmentUses } from '../attachments/index.ts'
import { keepUses } from '../media/index.ts'
import { fileNewStories } from '../paper/index.ts'
import { readSiteSettings } from '../publication/index.ts'
import { newId, queueJob, type Transaction } from '../store/index.ts'
import { checkContent } from './check.ts'
import { attachmentsOf, contentToJson, picturesOf, type StoryContent } from './content.ts'
import { freePath } from './publish.ts'
import { pathOf } from './slug.ts'

export interface BroughtStory {
  content: StoryContent
  /** Whose story it is; a person's id, or null for nobody's. */
  owner: string | null
  commentsOpen: boolean
  /** When it came out, in milliseconds, not later than now; null for a draft. */
  publishedAt: number | null
  /** When it was changed last where it was. */
  changedAt: number
  /** Whether it was thrown away there; then it is none that is published. */
  trashed: boolean
}

/** What became of one: its address, or why it stays a draft. */
export interface BroughtInStory {
  id: string
  path: string | null
  /** Why it could not be published, where it should have been. */
  stop: string | null
}

/** Takes them in their order, in one transaction; who hears of it is told once of all. `by`: who brings them in. */
export async function bringInStories(
  tx: Transaction,
  stories: readonly BroughtStory[],
  by: string | null,
): Promise<BroughtInStory[]> {
  if (stories.length === 0) return []
  const { timeZone, whoSaysSo } = await readSiteSettings(tx.rows)
  const looked = stories.map((story) => {
    const stop = story.publishedAt === null ? null : (stopOf(story.content) ?? null)
    const publishedAt = stop === null && !story.trashed ? story.publishedAt : null
    const wanted = publishedAt === null ? null : pathOf(story.content.headline, publishedAt, timeZone)
    return { ...story, id: newId(tx.now), json: contentToJson(story.content), stop, publishedAt, wanted }
  })
  const paths = await pathsFor(
    tx,
    looked.map(({ wanted }) => wanted),
  )
  const made = looked.map((story, index) => ({ ...story, path: paths[index] ?? null }))
  await tx.rows
    .insertInto('stories')
    .values(
      made.map((story) => ({
        id: story.id,
        path: story.path,
        draft_json: story.json,
        draft_number: 1,
        folded_number: 1,
        draft_at: story.changedAt,
        draft_by: by,
        published_number: story.publishedAt === null ? null : 1,
        first_published_at: story.publishedAt,
        published_at: story.publishedAt,
        comments_open: story.commentsOpen ? 1 : 0,
        created_at: tx.now,
        created_by: story.owner ?? by,
        who_says_so: story.publishedAt === null ? null : whoSaysSo ? 1 : 0,
        trashed_at: null,
        trashed_by: null,
      })),
    )
    .execute()
  const live = made.filter(({ publishedAt }) => publishedAt !== null)
  if (live.length > 0) {
    await tx.rows
      .insertInto('story_versions')
      .values(
        live.map((story) => ({
          story_id: story.id,
          number: 1,
          content_json: story.json,
          draft_number: 1,
          published_at: tx.now,
          published_by: by,
        })),
      )
      .execute()
    await fileNewStories(
      tx,
      live.map(({ id, content, publishedAt }) => ({
        storyId: id,
        filing: content,
        publishedAt: publishedAt as number,
      })),
    )
    await queueJob(tx, { kind: 'reading.catch-up', key: '', payload: {} })
  }
  for (const { id, content, publishedAt } of made) await keepUsesOf(tx, id, content, publishedAt !== null)
  await tx.say({ kind: 'stories.brought-in', stories: made.map(({ id }) => id), live: live.length > 0 })
  const thrown = made.filter(({ trashed }) => trashed).map(({ id }) => id)
  if (thrown.length > 0) {
    await tx.rows.updateTable('stories').set({ trashed_at: tx.now, trashed_by: by }).where('id', 'in', thrown).execute()
    for (const story of thrown) await tx.say({ kind: 'story.thrown-away', story, by })
  }
  return made.map(({ id, path, stop }) => ({ id, path, stop }))
}

const stopOf = (content: StoryContent): string | undefined =>
  checkContent(content, { picturesFollow: true }).find(({ severity }) => severity === 'stop')?.sentence

/** Most come without: their pictures follow. */
async function keepUsesOf(tx: Transaction, storyId: string, content: StoryContent, isLive: boolean): Promise<void> {
  const [pictures, files] = [picturesOf(content), attachmentsOf(content)]
  for (const shown of isLive ? (['draft', 'published'] as const) : (['draft'] as const)) {
    if (pictures.length > 0) await keepUses(tx, { storyId, shown, ids: pictures })
    if (files.length > 0) await keepAttachmentUses(tx, { storyId, shown, ids: files })
  }
}

/** A free address for each that wants one. */
async function pathsFor(tx: Transaction, wanted: readonly (string | null)[]): Promise<(string | null)[]> {
  const asked = [...new Set(wanted.filter((path) => path !== null))]
  if (asked.length === 0) return wanted.map(() => null)
  const rows = await tx.rows.selectFrom('stories').select('path').where('path', 'in', asked).execute()
  const taken = new Set(rows.map(({ path }) => path))
  const paths: (string | null)[] = []
  for (const path of wanted) {
    const free = path === null || !taken.has(path) ? path : await freePath(tx, path, taken)
    taken.add(free)
    paths.push(free)
  }
  return paths
}
