/** A newer export of the same site: what was changed there is taken over where nobody has changed it here. */
import { keepRedirects } from '../../../redirects/index.ts'
import type { Store } from '../../../store/index.ts'
import { bringBack, checkLength, publish, readDraft, saveDraftIn, unpublish } from '../../../story/index.ts'
import type { Item, StoryItem } from '../../items/index.ts'
import { keepPicturesOf } from '../pictures/picture-rows.ts'
import { itemHash, itemKey } from './item-of.ts'
import { type KnownItem, keepTaken, readKnown, refOf } from './known-items.ts'
import { keepMarks } from './marks.ts'
import type { Move } from './move.ts'
import { movedContent, whyUnfinished } from './story-content.ts'

/** What became, by `refOf`, of stories that were changed there, or were taken out with an import that was undone. */
export async function prepareItems(
  store: Store,
  move: Move,
  items: readonly Item[],
  now: number,
): Promise<Map<string, string>> {
  const stories = items.filter((item) => item.kind === 'story')
  const prepared = new Map<string, string>()
  if (stories.length === 0) return prepared
  const known = await readKnown(
    store.db,
    move.survey.siteKey,
    stories.map((item) => ({ kind: 'story', key: item.key })),
  )
  for (const item of stories) {
    const ref = refOf('story', itemKey(item))
    const here = known.get(ref)
    if (here?.ourKind !== 'story') continue
    if (here.undone) {
      // What was removed for good meanwhile comes in anew.
      if (item.state === 'trash' || (await bringBack(store, { storyId: here.ourId as string, by: move.by }, now)))
        continue
      const state = await takeOver(store, move, { item, here }, now)
      if (state !== null) prepared.set(ref, state)
    } else if (here.hash !== itemHash(item) && (await takeOver(store, move, { item, here }, now)) !== null)
      prepared.set(ref, 'updated')
  }
  return prepared
}

/** What it is from now on; null where somebody has edited it here, or its new words can't be. */
async function takeOver(
  store: Store,
  move: Move,
  { item, here }: { item: StoryItem; here: KnownItem },
  now: number,
): Promise<'public' | 'draft' | null> {
  const storyId = here.ourId as string
  const draft = await readDraft(store.db, storyId)
  if (!draft || draft.heldUntil !== null || draft.number !== here.ourNumber) return null
  const { content, pictures } = movedContent(item, move.survey, move.bodyOf)
  if (checkLength(content) !== null) return null
  const isPublic = item.state === 'public' && whyUnfinished(content) === null
  if (item.state === 'public' && !isPublic && !here.undone) return null
  const { by } = move
  const of = { id: here.undone ? move.id : here.importId, siteKey: move.survey.siteKey }
  // Until the new words are where they belong it counts as not taken over: what is cut off is done again.
  const number = await store.transaction(now, async (tx) => {
    const saved = await saveDraftIn(tx, { storyId, base: draft.number, content, by })
    if (!saved.saved) return null
    await keepTaken(tx, of, [{ item, ourKind: 'story', ourId: storyId, ourNumber: saved.number, hash: here.hash }])
    await tx.rows.deleteFrom('import_pictures').where('story_id', '=', storyId).execute()
    await keepPicturesOf(tx, move, [{ id: storyId, pictures }])
    return saved.number
  })
  if (number === null) return null
  const wasPublic = draft.state !== 'draft'
  if (wasPublic && item.state !== 'public') await unpublish(store, storyId, by, now)
  if (isPublic) {
    const date = draft.firstPublishedAt === null ? { date: Math.min(item.publishedAt ?? now, now) } : {}
    const change = wasPublic ? { silent: true, wordsOf: () => content, keep: async () => {} } : null
    const result = await publish(store, { id: storyId, by, change, picturesFollow: true, ...date }, now)
    if ('problem' in result) return null
  }
  await store.transaction(now, async (tx) => {
    await keepTaken(tx, of, [{ item, ourKind: 'story', ourId: storyId, ourNumber: number }])
    await keepMarks(tx, [{ id: storyId, item }])
    // Those that it had were let go of as its import was undone, and there may be new ones.
    const redirects = item.addresses.map((from) => ({ from, storyId }))
    await keepRedirects(tx, redirects, { by, importId: of.id })
  })
  return isPublic ? 'public' : 'draft'
}
