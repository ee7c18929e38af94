/** Correcting what readers see now, from their words and not from the draft's. */
import { type ChangedWords, changedWords, publishChange, type TypedChange, wordsByBlock } from '../corrections/index.ts'
import { embargoMessages as m } from '../messages/index.ts'
import { applySteps, isSame, type StepOf, stepsBetween } from '../steps/index.ts'
import type { Database, Store, Transaction } from '../store/index.ts'
import {
  type publish,
  readDraft,
  readPublishedById,
  readVersions,
  type StoryContent,
  saveDraftIn,
} from '../story/index.ts'
import { readEmbargo, withdrawIn } from './embargo.ts'
import { endEmbargo, keepVersion } from './held.ts'

interface LiveCorrection {
  storyId: string
  by: string
  /** The version that was corrected from. */
  base: number
  content: StoryContent
  change: TypedChange
}

/**
 * Publishes a change to what readers see. Where the draft, and the version that waits under embargo, have the same
 * words at the same place, they are mended with it; a retraction withdraws the waiting version.
 */
export async function correctLive(
  store: Store,
  { storyId, by, base, content, change }: LiveCorrection,
  now: number,
): ReturnType<typeof publish> {
  const live = await readPublishedById(store.db, storyId)
  if (!live) return { problem: m.notLive }
  if (live.version !== base) return { problem: m.changedMeanwhile }
  const steps = stepsBetween(live.content, content)
  const isRetraction = change.kind === 'retraction'
  if (steps.length === 0 && !isRetraction) return { problem: m.nothingChanged }
  const words: NonNullable<Parameters<typeof publish>[1]['words']> = {
    content,
    draftNumber: null,
    async whyNot(tx) {
      const now = await readPublishedById(tx.rows, storyId)
      return now === null ? m.notLive : now.version === base ? null : m.changedMeanwhile
    },
    async keep(tx) {
      if (isRetraction) await withdrawIn(tx, { storyId, by })
      else await mend(tx, { storyId, by, steps, before: live.content })
    },
  }
  return publishChange(store, { id: storyId, by, change, words }, now)
}

interface Mend {
  storyId: string
  by: string
  steps: readonly StepOf<StoryContent>[]
  before: StoryContent
}

async function mend(tx: Transaction, { storyId, by, steps, before }: Mend): Promise<void> {
  const draft = await readDraft(tx.rows, storyId)
  const inDraft = draft ? fitting(steps, before, draft.content) : []
  if (draft && inDraft.length > 0)
    await saveDraftIn(tx, { storyId, by, base: draft.number, content: applySteps(draft.content, inDraft) })
  const waiting = await readEmbargo(tx.rows, storyId)
  const inWaiting = waiting ? fitting(steps, before, waiting.content) : []
  if (!waiting || inWaiting.length === 0) return
  await endEmbargo(tx, waiting, { ending: 'replaced', by })
  const { until, draftNumber, kind, cause } = waiting
  const content = applySteps(waiting.content, inWaiting)
  await keepVersion(tx, { storyId, until, draftNumber, kind, cause, content, by })
}

/** Those steps that change what another text of the story has in common with the one that was mended. */
function fitting(
  steps: readonly StepOf<StoryContent>[],
  before: StoryContent,
  other: StoryContent,
): StepOf<StoryContent>[] {
  const old = new Map(before.body.map((block) => [block.id, block]))
  const there = new Map(other.body.map((block) => [block.id, block]))
  return steps.filter((step) => {
    if (step.type === 'field') return isSame(other[step.field], before[step.field])
    const id = step.type === 'drop' ? step.id : step.block.id
    if (old.has(id)) return there.has(id) && isSame(there.get(id), old.get(id))
    // New to readers: it goes in where the block that it stands after is.
    return step.type === 'put' && !there.has(id) && (!step.after || there.has(step.after))
  })
}

/** What a correction changed, and where the newsroom's other texts of the story still read differently. */
export interface Aftermath {
  changes: readonly ChangedWords[]
  inDraft: readonly ChangedWords[]
  /** Null where no version waits. */
  inWaiting: readonly ChangedWords[] | null
}

/** Of a version that corrected what readers see; null where there is no such version. */
export async function readAftermath(db: Database, storyId: string, version: number): Promise<Aftermath | null> {
  const [versions, draft, waiting] = await Promise.all([
    readVersions(db, storyId),
    readDraft(db, storyId),
    readEmbargo(db, storyId),
  ])
  const after = versions.find(({ number }) => number === version)
  const before = versions.find(({ number }) => number === version - 1)
  if (!after || !before || !draft) return null
  const changes = changedWords(before.content, after.content)
  const differing = (content: StoryContent) => {
    const words = wordsByBlock(content)
    return changes
      .filter((change) => (words.get(change.block) ?? null) !== change.after)
      .map(({ block, after: wanted }) => ({ block, before: words.get(block) ?? null, after: wanted }))
  }
  return { changes, inDraft: differing(draft.content), inWaiting: waiting ? differing(waiting.content) : null }
}
