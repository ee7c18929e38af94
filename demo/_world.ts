/**
 * What people do in the demonstration, each by the function that the site itself
 * calls for it. Whatever is refused ends the filling with the site's own words:
 * the plan was wrong then.
 */

import type { MailKeys } from '../src/access/index.ts'
import {
  editComment,
  examining,
  type Post,
  postComment,
  type Signing,
  withdrawComment,
} from '../src/discussion/index.ts'
import { type Decided, decide, removeComment } from '../src/moderation/decisions/index.ts'
import type { examineAt } from '../src/moderation/examination/index.ts'
import { report } from '../src/redress/index.ts'
import type { Store } from '../src/store/index.ts'
import type { Who } from './_people.ts'
import type { Timeline } from './_timeline.ts'

export interface World {
  store: Store
  timeline: Timeline
  /** The moment at which the demonstration is looked at, in milliseconds. */
  end: number
  /** The same numbers at every run, 0 to 1. */
  chance(): number
  signing: Signing
  mailKeys: MailKeys
  examine: ReturnType<typeof examineAt>
  /** Ids of the staff. */
  staff: Record<Who, string>
  /** Ids of verified readers, by name. */
  readers: ReadonlyMap<string, string>
  stories: readonly PublishedStory[]
}

export interface PublishedStory {
  id: string
  /** In milliseconds since the epoch. */
  publishedAt: number
  language: string
  /** Comments that readers see, in the order in which they were approved. */
  shown: string[]
}

export interface Words {
  story: PublishedStory
  name: string
  text: string
  parentId?: string | null
  /** Where it asks to be told of answers. */
  mail?: string
  /** Sent faster than anyone types. */
  hasty?: boolean
  /** What a machine typed into the field that people do not see. */
  honeypot?: string
  network?: string
}

let networks = 0

/** Another network for everyone who writes, as from many households. */
const ownNetwork = (): string => {
  networks += 1
  return `10.${Math.floor(networks / 250) % 250}.${networks % 250}.7`
}

/** Sends a comment, half a minute or more after its form was opened; answers its id. */
export async function say(world: World, words: Words, now: number): Promise<string> {
  const { story, name, text, parentId = null, mail = '', hasty, honeypot = '', network } = words
  const readerId = world.readers.get(name) ?? null
  const written = hasty ? 1200 : 30_000 + text.length * 220
  const post: Post = {
    storyId: story.id,
    parentId,
    form: { name, mail, text, tell: mail !== '' || readerId !== null },
    honeypot,
    token: world.signing.formToken(now - written),
    address: network ?? ownNetwork(),
    readerId,
  }
  const result = await postComment(world.store, world.signing, post, now)
  if (result.kind !== 'posted') throw new Error(`a comment was not taken: ${JSON.stringify(result)}\n${text}`)
  await examining(world.store, { examine: world.examine, now: () => now }).some()
  return result.commentId
}

/** The words of a comment that wait. */
export async function waitingWords(world: World, commentId: string): Promise<string> {
  const row = await world.store.db
    .selectFrom('comment_revisions')
    .select('id')
    .where('comment_id', '=', commentId)
    .where('state', '=', 'held')
    .executeTakeFirstOrThrow()
  return row.id
}

/** What readers see of a comment. */
export async function shownWords(world: World, commentId: string): Promise<string> {
  const row = await world.store.db
    .selectFrom('approved_comments')
    .select('revision_id')
    .where('id', '=', commentId)
    .executeTakeFirstOrThrow()
  return row.revision_id
}

const done = (decided: Decided): string => {
  if (!decided.decided) throw new Error(decided.sentence)
  return decided.decisionId
}

/** Approves words that wait, or with a reason rejects them; answers the decision's id. */
export async function judge(
  world: World,
  { commentId, reason = null, note, by }: { commentId: string; reason?: string | null; note?: string; by: Who },
  now: number,
): Promise<string> {
  const decision = {
    revisionId: await waitingWords(world, commentId),
    action: reason === null ? ('approve' as const) : ('reject' as const),
    reason,
    by: world.staff[by],
    ...(note === undefined ? {} : { note }),
  }
  return done(await decide(world.store, decision, now))
}

/** Takes down what readers see of a comment. */
export async function takeDown(
  world: World,
  {
    story,
    commentId,
    reason,
    note,
    by,
  }: { story: PublishedStory; commentId: string; reason: string; note: string; by: Who },
  now: number,
): Promise<void> {
  const revisionId = await shownWords(world, commentId)
  done(await removeComment(world.store, { commentId, revisionId, reason, note, by: world.staff[by] }, now))
  hide(story, commentId)
}

export async function rewrite(world: World, commentId: string, text: string, now: number): Promise<void> {
  const result = await editComment(world.store, commentId, text, now)
  if (!result.edited) throw new Error(`an edit was not taken: ${JSON.stringify(result)}`)
  await examining(world.store, { examine: world.examine, now: () => now }).some()
}

export async function takeBack(world: World, story: PublishedStory, commentId: string, now: number): Promise<void> {
  await withdrawComment(world.store, commentId, now)
  hide(story, commentId)
}

export function hide(story: PublishedStory, commentId: string): void {
  story.shown = story.shown.filter((id) => id !== commentId)
}

export interface Complaint {
  kind: 'rule' | 'law'
  reason: string
  words: string
  name?: string
  mail?: string
}

/** Reports what readers see of a comment; answers the report's id. */
export async function complain(world: World, commentId: string, complaint: Complaint, now: number): Promise<string> {
  const form = { name: '', mail: '', ...complaint, goodFaith: complaint.kind === 'law' }
  const token = world.signing.formToken(now - 60_000)
  const revisionId = await shownWords(world, commentId)
  const posted = { commentId, revisionId, form, token, address: ownNetwork() }
  const keys = { signing: world.signing, mail: world.mailKeys }
  const result = await report(world.store, keys, posted, now)
  if (result.kind !== 'reported') throw new Error(`a report was not taken: ${JSON.stringify(result)}`)
  return result.reportId
}
