import { sql } from 'kysely'
import type { Migration } from '../../migration.ts'
import type { Store, Write } from '../../store.ts'

/** What happened in an order that somebody may be told, each with the time it carries and, where there are two, what tells the later of one moment. */
const TABLES = [
  { name: 'decisions', at: 'decided_at', later: 'undoes is not null' },
  { name: 'acts', at: 'at', later: 'false' },
  { name: 'story_versions', at: 'published_at', later: 'false' },
  { name: 'reports', at: 'reported_at', later: 'false' },
  { name: 'rule_wordings', at: 'worded_at', later: 'false' },
  { name: 'bans', at: 'made_at', later: 'false' },
  { name: 'blind_looks', at: 'at', later: 'false' },
] as const
/** Those whose rows triggers refuse to change. */
const FINAL: readonly string[] = ['decisions', 'acts', 'story_versions', 'rule_wordings', 'blind_looks']

/**
 * The order in which things happened, given by the database as they are written:
 * a number that grows over all of these tables. Times can't say it: two things
 * happen in one millisecond, and clocks are set back. On PostgreSQL a number
 * is given before its transaction is done, so two that run side by side can be
 * seen the other way round; what happens to one comment never is, because
 * whoever acts on it holds its row first (holdComment).
 */
export const order: Migration = {
  name: 'order of what happened',
  async up(write, kind) {
    for (const { name } of TABLES)
      await write.schema
        .alterTable(name)
        .addColumn('sequence', kind === 'postgres' ? 'bigint' : 'integer')
        .execute()
    const refusals = await liftRefusals(write, kind)
    await numberWhatIsThere(write, kind)
    for (const { name } of TABLES)
      await write.schema.createIndex(`${name}_in_order`).on(name).column('sequence').unique().execute()
    await (kind === 'postgres' ? countOnPostgres : countOnSqlite)(write)
    for (const statement of refusals) await sql.raw(statement).execute(write)
  },
}

/** What stops rows from being changed, taken away; answers the statements that put it back. */
async function liftRefusals(write: Write, kind: Store['kind']): Promise<string[]> {
  if (kind === 'postgres') {
    for (const table of FINAL) await sql.raw(`alter table ${table} disable trigger ${table}_are_final`).execute(write)
    return FINAL.map((table) => `alter table ${table} enable trigger ${table}_are_final`)
  }
  const { rows } = await sql<{ name: string; sql: string }>`
    select name, sql from sqlite_master where type = 'trigger' and name like '%_refuse_update'`.execute(write)
  const ours = rows.filter(({ name }) => FINAL.includes(name.replace('_refuse_update', '')))
  for (const { name } of ours) await sql.raw(`drop trigger ${name}`).execute(write)
  return ours.map((trigger) => exceptToNumber(trigger.sql))
}

/** SQLite numbers a row just after it was written: that alone is let through, once; and a number is never changed. */
function exceptToNumber(trigger: string): string {
  // linear: the triggers are our own, and a few lines long.
  const [head, condition, body] = /^(.*?\son\s+\w+)\s+(?:when\s+(.*?)\s+)?(begin.*)$/is.exec(trigger)?.slice(1) ?? []
  if (!head || !body) throw new Error(`this trigger was not made by Courant: ${trigger}`)
  const refused = condition ? ` and (new.sequence is not old.sequence or ${condition})` : ''
  return `${head} when old.sequence is not null${refused} ${body}`
}

/**
 * The best that is known of the past: by time. Within a moment by what undoes
 * what, and then as the rows lie on the disk, which is as they were written where
 * nothing was ever removed. SQLite numbers rows itself as they are written, so that
 * a clock that was set back is seen there: what came after counts as no earlier.
 */
async function numberWhatIsThere(write: Write, kind: Store['kind']): Promise<void> {
  const lies = kind === 'postgres' ? 'ctid' : 'rowid'
  const parts = TABLES.map(({ name, at, later }, part) => {
    const time = kind === 'postgres' ? at : `max(${at}) over (order by rowid)`
    return `select ${part} as part, ${lies} as lies, ${time} as time, case when ${later} then 1 else 0 end as later from ${name}`
  })
  await sql
    .raw(
      `create temporary table numbered as
         select part, lies, row_number() over (order by time, part, later, lies) as sequence
         from (${parts.join(' union all ')}) as happened`,
    )
    .execute(write)
  await sql.raw('create index numbered_by_row on numbered (part, lies)').execute(write)
  for (const [part, { name }] of TABLES.entries())
    await sql
      .raw(
        `update ${name} set sequence = numbered.sequence from numbered
           where numbered.part = ${part} and numbered.lies = ${name}.${lies}`,
      )
      .execute(write)
}

async function countOnPostgres(write: Write): Promise<void> {
  await sql.raw('create sequence happened').execute(write)
  await sql.raw(`select setval('happened', (select count(*) + 1 from numbered))`).execute(write)
  for (const { name } of TABLES) {
    await sql.raw(`alter table ${name} alter column sequence set default nextval('happened')`).execute(write)
    await sql.raw(`alter table ${name} alter column sequence set not null`).execute(write)
  }
  await sql.raw('drop table numbered').execute(write)
}

async function countOnSqlite(write: Write): Promise<void> {
  await sql.raw('create table happened (last integer not null)').execute(write)
  await sql.raw('insert into happened select count(*) from numbered').execute(write)
  for (const { name } of TABLES)
    await sql
      .raw(
        `create trigger ${name}_in_order after insert on ${name} when new.sequence is null begin
           update happened set last = last + 1;
           update ${name} set sequence = (select last from happened) where rowid = new.rowid;
         end`,
      )
      .execute(write)
  await sql.raw('drop table numbered').execute(write)
}
