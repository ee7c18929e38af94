/**
 * Rules as they are kept: every change is a version that stays, and what is at
 * work is one of the versions. A rule is switched on only after it was tried.
 */
import { filtersMessages as m } from '../../messages/index.ts'
import { namesOfStaff, noteAct } from '../../people/index.ts'
import { type Database, newId, type Store, type Transaction } from '../../store/index.ts'
import type { RulePattern, RuleState, RuleWords } from './rule.ts'

export interface Rule extends RuleWords {
  readonly id: string
  /** The newest version's number. */
  readonly version: number
  readonly madeAt: number
  /** A name; null where the person is not known any more. */
  readonly madeBy: string | null
  readonly state: RuleState
  /** The number of the version at work; null where none is. */
  readonly onVersion: number | null
  /** When it was last switched on or off, and by whom; null for a draft. */
  readonly switchedAt: number | null
  readonly switchedBy: string | null
}

export interface RuleVersion extends RuleWords {
  readonly number: number
  readonly madeAt: number
  readonly madeBy: string | null
}

export type RuleChange = { saved: true; id: string; version: number } | { saved: false; problem: string }

/** Adds a rule as a draft. */
export async function addRule(store: Store, words: RuleWords, by: string, now: number): Promise<RuleChange> {
  const id = newId(now)
  return store.transaction(now, async (tx) => {
    const taken = await nameTaken(tx, words.name, null)
    if (taken) return { saved: false, problem: taken }
    await tx.rows
      .insertInto('rules')
      .values({ id, version: 1, on_version: null, created_at: now, switched_at: null, switched_by: null })
      .execute()
    await insertVersion(tx, id, 1, words, by)
    await noteAct(tx, { by, act: 'rule.added', about: id, detail: m.logDrafted(words.name) })
    return { saved: true, id, version: 1 }
  })
}

/**
 * Makes a new version of a rule that was opened as version `base`. What is at
 * work stays at work until the new version is switched on.
 */
export async function changeRule(
  store: Store,
  change: { id: string; base: number; words: RuleWords; by: string },
  now: number,
): Promise<RuleChange> {
  const { id, base, words, by } = change
  return store.transaction(now, async (tx) => {
    const rule = await readRule(tx.rows, id)
    if (!rule) return { saved: false, problem: m.noRule }
    const taken = await nameTaken(tx, words.name, id)
    if (taken) return { saved: false, problem: taken }
    if (rule.name === words.name && rule.effect === words.effect && samePattern(rule.pattern, words.pattern))
      return { saved: true, id, version: rule.version }
    const version = base + 1
    const result = await tx.rows
      .updateTable('rules')
      .set({ version })
      .where('id', '=', id)
      .where('version', '=', base)
      .executeTakeFirst()
    if (result.numUpdatedRows === 0n) {
      return {
        saved: false,
        problem: m.changedMeanwhile(rule.madeBy),
      }
    }
    await insertVersion(tx, id, version, words, by)
    await noteAct(tx, {
      by,
      act: 'rule.changed',
      about: id,
      detail: m.logChanged(words.name, version),
    })
    return { saved: true, id, version }
  })
}

export type Switched = { switched: true } | { switched: false; problem: string }

/** Puts a version to work that was tried over the archive; over part of it only where `partial` says so. */
export async function switchOn(
  store: Store,
  change: { id: string; version: number; partial: boolean; by: string },
  now: number,
): Promise<Switched> {
  return store.transaction(now, async (tx) => {
    const rule = await readRule(tx.rows, change.id)
    if (!rule) return { switched: false, problem: m.noRule }
    if (rule.version !== change.version) return { switched: false, problem: m.changedSince }
    const trials = await tx.rows
      .selectFrom('rule_trials')
      .select('state')
      .where('rule_id', '=', rule.id)
      .where('pattern_json', '=', JSON.stringify(rule.pattern))
      .execute()
    const tried = trials.some(({ state }) => state === 'finished')
    if (!tried && !(change.partial && trials.some(({ state }) => state === 'stopped'))) {
      return {
        switched: false,
        problem: m.tryFirst,
      }
    }
    await tx.rows
      .updateTable('rules')
      .set({ on_version: rule.version, switched_at: now, switched_by: change.by })
      .where('id', '=', rule.id)
      .execute()
    await noteAct(tx, {
      by: change.by,
      act: 'rule.on',
      about: rule.id,
      detail: (tried ? m.logSwitchedOn : m.logSwitchedOnPartly)(rule.name, rule.version),
    })
    await tx.say({ kind: 'rules.changed' })
    return { switched: true }
  })
}

/** Takes a rule from work; what it said of comments stays with them. */
export async function switchOff(store: Store, id: string, by: string, now: number): Promise<void> {
  await store.transaction(now, async (tx) => {
    const rule = await readRule(tx.rows, id)
    if (!rule || rule.onVersion === null) return
    await tx.rows
      .updateTable('rules')
      .set({ on_version: null, switched_at: now, switched_by: by })
      .where('id', '=', id)
      .execute()
    await noteAct(tx, { by, act: 'rule.off', about: id, detail: m.logSwitchedOff(rule.name) })
    await tx.say({ kind: 'rules.changed' })
  })
}

const rules = (db: Database) =>
  db
    .selectFrom('rules as u')
    .innerJoin('rule_versions as v', (join) => join.onRef('v.rule_id', '=', 'u.id').onRef('v.number', '=', 'u.version'))
    .select([
      'u.id',
      'u.version',
      'u.on_version',
      'u.switched_at',
      'v.name',
      'v.pattern_json',
      'v.effect',
      'v.made_at',
      'v.made_by',
      'u.switched_by',
    ])

/** All rules: those at work first, then by name. */
export async function listRules(db: Database): Promise<Rule[]> {
  const order: readonly RuleState[] = ['on', 'draft', 'off']
  return (await withNames(db, await rules(db).orderBy('u.created_at').execute())).sort(
    (a, b) => order.indexOf(a.state) - order.indexOf(b.state) || a.name.localeCompare(b.name),
  )
}

export async function readRule(db: Database, id: string): Promise<Rule | null> {
  const [rule] = await withNames(db, await rules(db).where('u.id', '=', id).execute())
  return rule ?? null
}

/** Every version of a rule, newest first. */
export async function readRuleVersions(db: Database, id: string): Promise<RuleVersion[]> {
  const rows = await db
    .selectFrom('rule_versions as v')
    .select(['v.number', 'v.name', 'v.pattern_json', 'v.effect', 'v.made_at', 'v.made_by'])
    .where('v.rule_id', '=', id)
    .orderBy('v.number', 'desc')
    .execute()
  const names = await namesOfStaff(
    db,
    rows.map(({ made_by }) => made_by),
  )
  return rows.map((row) => ({
    number: row.number,
    name: row.name,
    pattern: JSON.parse(row.pattern_json) as RulePattern,
    effect: row.effect,
    madeAt: row.made_at,
    madeBy: names.get(row.made_by ?? '') ?? null,
  }))
}

/** What is at work now: the words of each rule's version that is switched on, in a steady order. */
export async function readRulesAtWork(db: Database): Promise<(RuleWords & { id: string })[]> {
  const rows = await db
    .selectFrom('rules as u')
    .innerJoin('rule_versions as v', (join) =>
      join.onRef('v.rule_id', '=', 'u.id').onRef('v.number', '=', 'u.on_version'),
    )
    .select(['u.id', 'v.name', 'v.pattern_json', 'v.effect'])
    .orderBy('u.id')
    .execute()
  return rows.map(({ id, name, pattern_json, effect }) => ({
    id,
    name,
    pattern: JSON.parse(pattern_json) as RulePattern,
    effect,
  }))
}

const insertVersion = (tx: Transaction, ruleId: string, number: number, words: RuleWords, by: string) =>
  tx.rows
    .insertInto('rule_versions')
    .values({
      rule_id: ruleId,
      number,
      name: words.name,
      pattern_json: JSON.stringify(words.pattern),
      effect: words.effect,
      made_at: tx.now,
      made_by: by,
    })
    .execute()

/** Two rules of one name could not be told apart beside a comment. */
async function nameTaken(tx: Transaction, name: string, except: string | null): Promise<string | null> {
  const others = await rules(tx.rows)
    .where('u.id', '!=', except ?? '')
    .execute()
  const same = others.some((other) => other.name.toLowerCase() === name.toLowerCase())
  return same ? m.nameTaken(name) : null
}

const samePattern = (one: RulePattern, other: RulePattern): boolean => JSON.stringify(one) === JSON.stringify(other)

type RuleRow = Awaited<ReturnType<ReturnType<typeof rules>['execute']>>[number]

async function withNames(db: Database, rows: readonly RuleRow[]): Promise<Rule[]> {
  const names = await namesOfStaff(
    db,
    rows.flatMap(({ made_by, switched_by }) => [made_by, switched_by]),
  )
  return rows.map((row) => toRule(row, names))
}

const toRule = (row: RuleRow, names: ReadonlyMap<string, string>): Rule => ({
  id: row.id,
  version: row.version,
  name: row.name,
  pattern: JSON.parse(row.pattern_json) as RulePattern,
  effect: row.effect,
  madeAt: row.made_at,
  madeBy: names.get(row.made_by ?? '') ?? null,
  state: row.on_version !== null ? 'on' : row.switched_at !== null ? 'off' : 'draft',
  onVersion: row.on_version,
  switchedAt: row.switched_at,
  switchedBy: names.get(row.switched_by ?? '') ?? null,
})
