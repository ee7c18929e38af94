/** Trials as they are kept: one at a time, stoppable, with how far they are for every process to see. */
import { filtersMessages as m } from '../../messages/index.ts'
import { noteAct } from '../../people/index.ts'
import { type Database, newId, queueJob, type Store, type Transaction } from '../../store/index.ts'
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

declare module '../../store/jobs/queue.ts' {
  interface Jobs {
    'rule.trial': { trial: string }
  }
}

/** Begins a trial of a rule's newest version: a job, done by whichever process comes to it. */
export async function beginTrial(
  store: Store,
  start: { ruleId: string; by: string },
  now: number,
): Promise<{ trialId: string } | { problem: string }> {
  const id = newId(now)
  return store.transaction(now, async (tx) => {
    const rule = await readRule(tx.rows, start.ruleId)
    if (!rule) return { problem: m.noRule }
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
        before_id: null,
        back_to: null,
        found_json: JSON.stringify(nothingFound),
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    if (inserted.numInsertedOrUpdatedRows === 0n) {
      const other = await readRunningTrial(tx.rows)
      const name = other ? (await readRule(tx.rows, other.ruleId))?.name : undefined
      return { problem: name ? m.trialRunningOf(name) : m.trialRunning }
    }
    await queueJob(tx, { kind: 'rule.trial', key: id, payload: { trial: id } })
    await noteAct(tx, {
      by: start.by,
      act: 'rule.tried',
      about: rule.id,
      detail: m.logTrialStarted(rule.name),
    })
    return { trialId: id }
  })
}

/** Ends a trial before its time; what it found so far stays. Doing it twice changes nothing more. */
export async function stopTrial(store: Store, trialId: string, by: string, now: number): Promise<void> {
  await store.transaction(now, async (tx) => {
    if (!(await endTrial(tx, trialId))) return
    const trial = await readTrial(tx.rows, trialId)
    const rule = trial && (await readRule(tx.rows, trial.ruleId))
    if (!rule) return
    const detail = m.logTrialStopped(rule.name)
    await noteAct(tx, { by, act: 'rule.stopped', about: rule.id, detail })
  })
}

/** What it found so far stays. False where it had ended before. */
export async function endTrial(tx: Transaction, trialId: string): Promise<boolean> {
  const result = await tx.rows
    .updateTable('rule_trials')
    .set({ state: 'stopped', ended_at: tx.now })
    .where('id', '=', trialId)
    .where('state', '=', 'running')
    .executeTakeFirst()
  if (result.numUpdatedRows === 0n) return false
  await tx.say({ kind: 'trial.ended', trial: trialId })
  return true
}

/** Keeps how far a trial is. False where it has ended: it was stopped, or another process was at it as well and finished first. */
export async function saveProgress(
  store: Store,
  progress: { trialId: string; beforeId: string | null; backTo: number | null; found: Found },
  as: 'unfinished' | 'finished',
  now: number,
): Promise<boolean> {
  return store.transaction(now, async (tx) => {
    const result = await tx.rows
      .updateTable('rule_trials')
      .set({
        before_id: progress.beforeId,
        back_to: progress.backTo,
        found_json: JSON.stringify(progress.found),
        ...(as === 'finished' ? { state: 'finished' as const, ended_at: now } : {}),
      })
      .where('id', '=', progress.trialId)
      .where('state', '=', 'running')
      .executeTakeFirst()
    if (result.numUpdatedRows === 0n) return false
    if (as === 'finished') await tx.say({ kind: 'trial.ended', trial: progress.trialId })
    return true
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

/** Which rule each of these trials is of, by the trial's id. */
export async function rulesTried(
  db: Database,
  trialIds: readonly string[],
): Promise<Map<string, { id: string; name: string }>> {
  if (trialIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('rule_trials as t')
    .innerJoin('rule_versions as v', (join) =>
      join.onRef('v.rule_id', '=', 't.rule_id').onRef('v.number', '=', 't.version'),
    )
    .select(['t.id', 't.rule_id', 'v.name'])
    .where('t.id', 'in', trialIds)
    .execute()
  return new Map(rows.map(({ id, rule_id, name }) => [id, { id: rule_id, name }]))
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
