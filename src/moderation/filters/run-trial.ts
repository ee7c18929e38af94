/**
 * Does a trial: slice by slice, newest comment first. Between slices and within
 * long ones everything else has its turn; how far it is is kept, so that another
 * process can show it, and go on with it after a restart.
 */
import type { Database, Store } from '../../store/index.ts'
import { addFound, type Looked } from './found.ts'
import { saveProgress, type Trial } from './keep-trials.ts'
import { type Matcher, matcherOf, readForRules } from './matcher.ts'
import { type ArchiveComment, firstApprovals, readArchiveSlice } from './read-archive.ts'

export interface TrialRun {
  readonly trial: Trial
  readonly ownDomains: readonly string[]
  readonly signal: AbortSignal
  now(): number
}

/** Comments read at once: some milliseconds of SQLite's time, which no other request has meanwhile. */
const SLICE = 100
/** After so long at work everything else has its turn, in milliseconds. */
const TURN = 6
/** How often it is kept how far it is, in milliseconds. */
const SAVE_EVERY = 500

/** Goes on with a trial until it is finished, it is stopped, or `signal` ends it here; then it is kept how far it is. */
export async function runTrial(store: Store, { trial, ownDomains, signal, now }: TrialRun): Promise<void> {
  const matches = matcherOf(trial.pattern)
  const known = trial.pattern.kind === 'first' ? approvalsOf(store.db) : null
  let { beforeId, backTo, found } = trial
  let savedAt = performance.now()
  const save = (as: 'unfinished' | 'finished') =>
    saveProgress(store, { trialId: trial.id, beforeId, backTo, found }, as, now())
  while (!signal.aborted) {
    const slice = await readArchiveSlice(store.db, beforeId, SLICE)
    const last = slice.at(-1)
    if (!last) return void (await save('finished'))
    await known?.learn(slice)
    found = addFound(found, await lookAt(slice, matches, ownDomains, (comment) => known?.had(comment) ?? true))
    beforeId = last.id
    backTo = last.createdAt
    if (performance.now() - savedAt > SAVE_EVERY) {
      if (!(await save('unfinished'))) return
      savedAt = performance.now()
    }
    await anotherTurn()
  }
  await save('unfinished')
}

async function lookAt(
  slice: readonly ArchiveComment[],
  matches: Matcher,
  ownDomains: readonly string[],
  isKnown: (comment: ArchiveComment) => boolean,
): Promise<Looked[]> {
  const looked: Looked[] = []
  let began = performance.now()
  for (const comment of slice) {
    const caught = matches(readForRules(comment, ownDomains, isKnown(comment))) !== null
    looked.push({ id: comment.id, at: comment.createdAt, state: comment.state, caught })
    if (performance.now() - began < TURN) continue
    await anotherTurn()
    began = performance.now()
  }
  return looked
}

const anotherTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** Which authors were known when they wrote; each reader is asked for once. */
function approvalsOf(db: Database) {
  const asked = new Map<string, number | null>()
  return {
    async learn(slice: readonly ArchiveComment[]) {
      const readers = new Set(slice.flatMap(({ readerId }) => readerId ?? []))
      const strangers = [...readers].filter((id) => !asked.has(id))
      const first = await firstApprovals(db, strangers)
      for (const id of strangers) asked.set(id, first.get(id) ?? null)
    },
    had({ readerId, createdAt }: ArchiveComment): boolean {
      const at = readerId === null ? null : asked.get(readerId)
      return typeof at === 'number' && at < createdAt
    },
  }
}
