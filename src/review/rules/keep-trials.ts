/** Trials as they are kept: one at a time, stoppable, with how far they are for every process to see. */
import { noteAct } from '../../people/index.ts'
import { type Database, newId, type Store } from '../../store/index.ts'
import { type Found, nothingFound } from './found.ts'
import { readRule } from './keep-rules.ts'
import type { RulePattern } from './rule.ts'

export interface Trial {
  readonly id: string
  readonly ruleId: string
  readonly version: number
  readonly pattern: RulePattern
  readonly state: 'running' | 'finished' | 'stopped'
  readonly startedAt: number
  readonly endedAt: number | null
  /** The comment to go on before; null at the beginning. */
  readonly beforeId: string | null
  /** When the last comment looked at was written; null at the beginning. */
  readonly backTo: number | null
  readonly found: Found
}

/** A worker that has not been heard of for so long is gone, in milliseconds. */
export const GONE_AFTER = 15_000

/** Begins a trial of a rule's newest version; `worker` names the run that will do it. */
export async function beginTrial(
  store: Store,
  start: { ruleId: string; by: string; worker: string },
  now: number,
): Promise<{ trialId: string } | { problem: string }> {
  const id = newId(now)
  return store.transaction(now, async (tx) => {
    const rule = await readRule(tx.rows, start.ruleId)
    if (!rule) return { problem: 'There is no such rule.' }
    const inserted = await tx.rows
      .insertInto('rule_trials')
      .values({
        id,
        rule_id: rule.id,
        version: rule.version,
        pattern_json: JSON.stringify(rule.pattern),
        state: 'running',
        started_at: now,
        started_by: start.by,
        ended_at: null,
        worker: start.worker,
        seen_at: now,
        before_id: null,
        back_to: null,
        found_json: JSON.stringify(nothingFound),
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    if (inserted.numInsertedOrUpdatedRows === 0n) {
      const other = await readRunningTrial(tx.rows)
      const name = other ? (await readRule(tx.rows, other.ruleId))?.name : undefined
      return {
        problem: `Another trial is running${name ? `, of “${name}”` : ''}. Wait until it is done, or stop it first.`,
      }
    }
    await noteAct(tx, {
      by: start.by,
      act: 'rule.tried',
      about: rule.id,
      detail: `A trial of the rule “${rule.name}” was begun`,
    })
    return { trialId: id }
  })
}

/** Ends a trial before its time; what it found so far stays. Doing it twice changes nothing more. */
export async function stopTrial(store: Store, trialId: string, by: string, now: number): Promise<void> {
  await store.transaction(now, async (tx) => {
    const result = await tx.rows
      .updateTable('rule_trials')
      .set({ state: 'stopped', ended_at: now })
      .where('id', '=', trialId)
      .where('state', '=', 'running')
      .executeTakeFirst()
    if (result.numUpdatedRows === 0n) return
    const trial = await readTrial(tx.rows, trialId)
    const rule = trial && (await readRule(tx.rows, trial.ruleId))
    if (!rule) return
    const detail = `A trial of the rule “${rule.name}” was stopped`
    await noteAct(tx, { by, act: 'rule.stopped', about: rule.id, detail })
  })
}

/**
 * Keeps how far a trial is; one that is `left` can be taken over at once. False
 * where it is not this worker's any more: it was stopped, or taken over.
 */
export async function saveProgress(
  store: Store,
  progress: { trialId: string; worker: string; beforeId: string | null; backTo: number | null; found: Found },
  as: 'going on' | 'finished' | 'left',
  now: number,
): Promise<boolean> {
  return store.transaction(now, async (tx) => {
    const result = await tx.rows
      .updateTable('rule_trials')
      .set({
        before_id: progress.beforeId,
        back_to: progress.backTo,
        found_json: JSON.stringify(progress.found),
        seen_at: as === 'left' ? 0 : now,
        ...(as === 'finished' ? { state: 'finished' as const, ended_at: now } : {}),
      })
      .where('id', '=', progress.trialId)
      .where('worker', '=', progress.worker)
      .where('state', '=', 'running')
      .executeTakeFirst()
    return result.numUpdatedRows === 1n
  })
}

/**
 * Takes over a trial whose worker is gone; null where there is none. One that was heard of in a time to come is gone
 * as well: the clock has been set back since, and who works notes the time again every few moments.
 */
export async function takeOverTrial(store: Store, worker: string, now: number): Promise<Trial | null> {
  const left = await store.db
    .selectFrom('rule_trials')
    .select(['id', 'worker'])
    .where('state', '=', 'running')
    .where((t) => t.or([t('seen_at', '<', now - GONE_AFTER), t('seen_at', '>', now + GONE_AFTER)]))
    .executeTakeFirst()
  if (!left) return null
  return store.transaction(now, async (tx) => {
    const result = await tx.rows
      .updateTable('rule_trials')
      .set({ worker, seen_at: now })
      .where('id', '=', left.id)
      .where('worker', '=', left.worker)
      .where('state', '=', 'running')
      .executeTakeFirst()
    return result.numUpdatedRows === 1n ? readTrial(tx.rows, left.id) : null
  })
}

/** The trial that counts for a rule as it stands: of its newest pattern, a running one before a finished, before a stopped. */
export async function trialFor(db: Database, rule: { id: string; pattern: RulePattern }): Promise<Trial | null> {
  const rows = await db
    .selectFrom('rule_trials')
    .selectAll()
    .where('rule_id', '=', rule.id)
    .where('pattern_json', '=', JSON.stringify(rule.pattern))
    .orderBy('started_at', 'desc')
    .orderBy('id', 'desc')
    .limit(50)
    .execute()
  const trials = rows.map(toTrial)
  const inState = (wanted: Trial['state']) => trials.find(({ state }) => state === wanted)
  return inState('running') ?? inState('finished') ?? inState('stopped') ?? null
}

export async function readTrial(db: Database, id: string): Promise<Trial | null> {
  const row = await db.selectFrom('rule_trials').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? toTrial(row) : null
}

export async function readRunningTrial(db: Database): Promise<Trial | null> {
  const row = await db.selectFrom('rule_trials').selectAll().where('state', '=', 'running').executeTakeFirst()
  return row ? toTrial(row) : null
}

function toTrial(row: {
  id: string
  rule_id: string
  version: number
  pattern_json: string
  state: Trial['state']
  started_at: number
  ended_at: number | null
  before_id: string | null
  back_to: number | null
  found_json: string
}): Trial {
  return {
    id: row.id,
    ruleId: row.rule_id,
    version: row.version,
    pattern: JSON.parse(row.pattern_json) as RulePattern,
    state: row.state,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    beforeId: row.before_id,
    backTo: row.back_to,
    found: JSON.parse(row.found_json) as Found,
  }
}
