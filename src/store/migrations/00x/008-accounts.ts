import { sql } from 'kysely'
import type { Migration } from '../../migration.ts'
import type { Store, Write } from '../../store.ts'

/** Passwords, passkeys, second factors and the accounts of readers; and how words are erased from decisions. */
export const accounts: Migration = {
  name: 'accounts',
  async up(write, kind) {
    const { schema } = write
    const instant = kind === 'postgres' ? 'bigint' : 'integer'

    for (const [column, type, start] of [
      ['device', 'text', ''],
      ['way', 'text', 'link'],
      ['seen_at', instant, 0],
      ['proved_at', instant, 0],
    ] as const) {
      await schema
        .alterTable('sessions')
        .addColumn(column, type, (c) => c.notNull().defaultTo(start))
        .execute()
    }
    await schema.createIndex('sessions_by_person').on('sessions').column('person_id').execute()

    await schema
      .createTable('passwords')
      .addColumn('person_id', 'text', (c) => c.primaryKey().references('people.id'))
      .addColumn('sign_in_name', 'text', (c) => c.notNull().unique())
      .addColumn('hash', 'text', (c) => c.notNull())
      .addColumn('set_at', instant, (c) => c.notNull())
      .execute()
    await schema
      .createTable('code_secrets')
      .addColumn('person_id', 'text', (c) => c.primaryKey().references('people.id'))
      .addColumn('secret', 'text', (c) => c.notNull())
      .addColumn('created_at', instant, (c) => c.notNull())
      .addColumn('confirmed_at', instant)
      .addColumn('last_step', 'integer', (c) => c.notNull())
      .execute()
    await schema
      .createTable('recovery_codes')
      .addColumn('code_hash', 'text', (c) => c.primaryKey())
      .addColumn('person_id', 'text', (c) => c.notNull().references('people.id'))
      .addColumn('made_at', instant, (c) => c.notNull())
      .addColumn('used_at', instant)
      .execute()
    await schema.createIndex('recovery_codes_by_person').on('recovery_codes').column('person_id').execute()
    await schema
      .createTable('passkeys')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('person_id', 'text', (c) => c.references('people.id'))
      .addColumn('reader_id', 'text', (c) => c.references('readers.id'))
      .addColumn('public_key', 'text', (c) => c.notNull())
      .addColumn('counter', 'bigint', (c) => c.notNull())
      .addColumn('transports_json', 'text', (c) => c.notNull())
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('created_at', instant, (c) => c.notNull())
      .addColumn('used_at', instant)
      .addCheckConstraint('passkeys_have_one_owner', sql`(person_id is null) <> (reader_id is null)`)
      .execute()
    await schema.createIndex('passkeys_by_person').on('passkeys').column('person_id').execute()
    await schema.createIndex('passkeys_by_reader').on('passkeys').column('reader_id').execute()
    await schema
      .createTable('sign_in_steps')
      .addColumn('token_hash', 'text', (c) => c.primaryKey())
      .addColumn('purpose', 'text', (c) => c.notNull())
      .addColumn('person_id', 'text', (c) => c.references('people.id'))
      .addColumn('reader_id', 'text', (c) => c.references('readers.id'))
      .addColumn('challenge', 'text', (c) => c.notNull())
      .addColumn('created_at', instant, (c) => c.notNull())
      .addColumn('expires_at', instant, (c) => c.notNull())
      .execute()
    await schema.createIndex('sign_in_steps_by_end').on('sign_in_steps').column('expires_at').execute()
    await schema
      .createTable('sign_in_failures')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('key', 'text', (c) => c.notNull())
      .addColumn('at', instant, (c) => c.notNull())
      .execute()
    await schema.createIndex('sign_in_failures_by_key').on('sign_in_failures').columns(['key', 'at']).execute()
    await schema.createIndex('sign_in_failures_by_time').on('sign_in_failures').column('at').execute()

    await schema
      .createTable('reader_sessions')
      .addColumn('token_hash', 'text', (c) => c.primaryKey())
      .addColumn('reader_id', 'text', (c) => c.notNull().references('readers.id'))
      .addColumn('created_at', instant, (c) => c.notNull())
      .addColumn('expires_at', instant, (c) => c.notNull())
      .addColumn('seen_at', instant, (c) => c.notNull())
      .addColumn('device', 'text', (c) => c.notNull())
      .addColumn('way', 'text', (c) => c.notNull())
      .execute()
    await schema.createIndex('reader_sessions_by_reader').on('reader_sessions').column('reader_id').execute()

    // What the log of the staff is put together from, newest first.
    await schema.createIndex('acts_by_person').on('acts').columns(['by', 'at', 'id']).execute()
    await schema
      .createIndex('versions_by_time')
      .on('story_versions')
      .columns(['published_at', 'story_id', 'number'])
      .execute()
    // A reader who erases their data has their address taken from all comments that bear it.
    await sql`create index comments_by_mail on comments (lower(author_mail)) where author_mail is not null`.execute(
      write,
    )

    await letWordsBeErased(write, kind)
  },
}

/**
 * A decision stays as it was made, but for words of the author's that it
 * repeats: those may be taken away (seen_json to null, note to nothing), and
 * that is all that may.
 */
async function letWordsBeErased(write: Write, kind: Store['kind']): Promise<void> {
  const sentence = 'decisions are never changed'
  if (kind === 'postgres') {
    await sql
      .raw(
        `create or replace function decisions_are_final() returns trigger language plpgsql as $$ begin
           if tg_op = 'UPDATE' and new.seen_json is null and new.note = ''
             and to_jsonb(new) - 'seen_json' - 'note' = to_jsonb(old) - 'seen_json' - 'note' then return new; end if;
           raise exception '${sentence}'; end $$`,
      )
      .execute(write)
    return
  }
  const { rows } = await sql<{ name: string }>`select name from pragma_table_info('decisions')`.execute(write)
  const others = rows.filter(({ name }) => name !== 'seen_json' && name !== 'note')
  const same = others.map(({ name }) => `new."${name}" is old."${name}"`).join(' and ')
  await sql.raw('drop trigger decisions_refuse_update').execute(write)
  await sql
    .raw(
      `create trigger decisions_refuse_update before update on decisions
         when not (new.seen_json is null and new.note = '' and ${same})
         begin select raise(abort, '${sentence}'); end`,
    )
    .execute(write)
}
