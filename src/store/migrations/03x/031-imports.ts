import { sql } from 'kysely'
import type { Migration } from '../../migration.ts'

/**
 * What other systems' exports were taken in, item by item: so that one that was cut off goes on, one that comes again
 * changes nothing, and a whole one can be undone.
 */
export const imports: Migration = {
  name: 'imports',
  async up(write, kind) {
    const { schema } = write
    const instant = kind === 'postgres' ? 'bigint' : 'integer'
    await schema
      .createTable('imports')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('site_key', 'text', (c) => c.notNull())
      .addColumn('format', 'text', (c) => c.notNull())
      .addColumn('print', 'text', (c) => c.notNull())
      .addColumn('paths_json', 'text', (c) => c.notNull())
      .addColumn('answers_json', 'text', (c) => c.notNull())
      .addColumn('options_json', 'text', (c) => c.notNull())
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('phase', 'text', (c) => c.notNull())
      .addColumn('place', 'integer', (c) => c.notNull())
      .addColumn('found_json', 'text', (c) => c.notNull())
      .addColumn('became_json', 'text', (c) => c.notNull())
      .addColumn('learning_json', 'text')
      .addColumn('problem', 'text')
      .addColumn('started_at', instant, (c) => c.notNull())
      .addColumn('started_by', 'text', (c) => c.references('people.id'))
      .addColumn('touched_at', instant, (c) => c.notNull())
      .execute()
    await schema.createIndex('imports_by_site').on('imports').columns(['site_key', 'started_at']).execute()

    await schema
      .createTable('imported_items')
      .addColumn('site_key', 'text', (c) => c.notNull())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('key', 'text', (c) => c.notNull())
      .addColumn('import_id', 'text', (c) => c.notNull().references('imports.id'))
      .addColumn('our_kind', 'text', (c) => c.notNull())
      .addColumn('our_id', 'text')
      // The number of our draft or page as the import left it; null where it has none.
      .addColumn('our_number', 'integer')
      .addColumn('hash', 'text', (c) => c.notNull())
      .addColumn('undone', 'integer', (c) => c.notNull().defaultTo(0))
      .addPrimaryKeyConstraint('one_of_a_key', ['site_key', 'kind', 'key'])
      .execute()
    await schema.createIndex('imported_items_by_import').on('imported_items').columns(['import_id', 'kind']).execute()

    await schema
      .createTable('import_waiting')
      .addColumn('number', kind === 'postgres' ? 'serial' : 'integer', (c) =>
        kind === 'postgres' ? c.primaryKey() : c.primaryKey().autoIncrement(),
      )
      .addColumn('import_id', 'text', (c) => c.notNull().references('imports.id'))
      .addColumn('ref_kind', 'text', (c) => c.notNull())
      .addColumn('ref_key', 'text', (c) => c.notNull())
      .addColumn('ready', 'integer', (c) => c.notNull().defaultTo(0))
      .addColumn('item_json', 'text', (c) => c.notNull())
      .execute()
    await schema
      .createIndex('import_waiting_for')
      .on('import_waiting')
      .columns(['import_id', 'ref_kind', 'ref_key'])
      .execute()
    await sql`create index import_waiting_ready on import_waiting (import_id, number) where ready = 1`.execute(write)

    // By what comments are matched with stories: old addresses, the numbers that services knew, headlines.
    await schema
      .createTable('import_marks')
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('mark', 'text', (c) => c.notNull())
      .addColumn('story_id', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('one_mark_a_story', ['kind', 'mark', 'story_id'])
      .execute()

    await schema
      .createTable('import_lines')
      .addColumn('number', kind === 'postgres' ? 'serial' : 'integer', (c) =>
        kind === 'postgres' ? c.primaryKey() : c.primaryKey().autoIncrement(),
      )
      .addColumn('import_id', 'text', (c) => c.notNull().references('imports.id'))
      .addColumn('about', 'text', (c) => c.notNull())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('why', 'text', (c) => c.notNull())
      .addColumn('our_id', 'text')
      .execute()
    await schema.createIndex('import_lines_by_import').on('import_lines').columns(['import_id', 'number']).execute()

    // Pictures that stories named: where the old site had each, and where in ours it stands.
    await schema
      .createTable('import_pictures')
      .addColumn('number', kind === 'postgres' ? 'serial' : 'integer', (c) =>
        kind === 'postgres' ? c.primaryKey() : c.primaryKey().autoIncrement(),
      )
      .addColumn('import_id', 'text', (c) => c.notNull().references('imports.id'))
      .addColumn('site_key', 'text', (c) => c.notNull())
      .addColumn('address', 'text', (c) => c.notNull())
      .addColumn('story_id', 'text', (c) => c.notNull())
      .addColumn('place', 'text', (c) => c.notNull())
      // 'waiting', 'put', 'failed'
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('problem', 'text', (c) => c.notNull())
      .addColumn('picture_id', 'text')
      .execute()
    await schema
      .createIndex('import_pictures_by_state')
      .on('import_pictures')
      .columns(['import_id', 'state', 'number'])
      .execute()
    await schema.createIndex('import_pictures_by_story').on('import_pictures').column('story_id').execute()
    await schema
      .createTable('import_picture_addresses')
      .addColumn('site_key', 'text', (c) => c.notNull())
      .addColumn('address', 'text', (c) => c.notNull())
      .addColumn('key', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('one_picture_an_address', ['site_key', 'address'])
      .execute()
    await schema
      .createTable('import_picture_records')
      .addColumn('site_key', 'text', (c) => c.notNull())
      .addColumn('key', 'text', (c) => c.notNull())
      .addColumn('address', 'text', (c) => c.notNull())
      .addColumn('file', 'text')
      .addColumn('alt', 'text', (c) => c.notNull())
      .addColumn('caption', 'text', (c) => c.notNull())
      .addColumn('credit', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('one_picture_a_key', ['site_key', 'key'])
      .execute()
  },
}
