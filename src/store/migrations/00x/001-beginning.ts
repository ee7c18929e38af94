import { sql } from 'kysely'
import type { Migration } from '../../migration.ts'
import { REVISION_STATE_NAMES, SIGNAL_STATE_NAMES } from '../../states.ts'
import { writtenOnce } from '../triggers/written-once.ts'

const oneOf = (names: readonly string[]) => sql.raw(names.map((name) => `'${name}'`).join(', '))

/** Everything the way from a pasted page to a reviewed comment needs. */
export const beginning: Migration = {
  name: 'beginning',
  async up(write, kind) {
    const { schema } = write
    const instant = kind === 'postgres' ? 'bigint' : 'integer'
    const bytes = kind === 'postgres' ? 'bytea' : 'blob'

    await schema
      .createTable('settings')
      .addColumn('name', 'text', (c) => c.primaryKey())
      .addColumn('value_json', 'text', (c) => c.notNull())
      .addColumn('changed_at', instant, (c) => c.notNull())
      .addColumn('changed_by', 'text')
      .execute()
    await schema
      .createTable('secrets')
      .addColumn('name', 'text', (c) => c.primaryKey())
      .addColumn('value', 'text', (c) => c.notNull())
      .execute()

    await schema
      .createTable('people')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('mail', 'text', (c) => c.unique())
      .addColumn('switches_json', 'text', (c) => c.notNull())
      .addColumn('created_at', instant, (c) => c.notNull())
      .addColumn('disabled_at', instant)
      .execute()
    await schema
      .createTable('sign_in_links')
      .addColumn('token_hash', 'text', (c) => c.primaryKey())
      .addColumn('person_id', 'text', (c) => c.notNull().references('people.id'))
      .addColumn('created_at', instant, (c) => c.notNull())
      .addColumn('expires_at', instant, (c) => c.notNull())
      .addColumn('used_at', instant)
      .execute()
    await schema
      .createTable('sessions')
      .addColumn('token_hash', 'text', (c) => c.primaryKey())
      .addColumn('person_id', 'text', (c) => c.notNull().references('people.id'))
      .addColumn('created_at', instant, (c) => c.notNull())
      .addColumn('expires_at', instant, (c) => c.notNull())
      .execute()

    await schema
      .createTable('stories')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('path', 'text', (c) => c.unique())
      .addColumn('draft_json', 'text', (c) => c.notNull())
      .addColumn('draft_number', 'integer', (c) => c.notNull())
      .addColumn('draft_at', instant, (c) => c.notNull())
      .addColumn('draft_by', 'text')
      .addColumn('published_number', 'integer')
      .addColumn('first_published_at', instant)
      .addColumn('published_at', instant)
      .addColumn('comments_open', 'integer', (c) => c.notNull())
      .addColumn('created_at', instant, (c) => c.notNull())
      .addColumn('created_by', 'text')
      .execute()
    await schema.createIndex('stories_by_publication').on('stories').columns(['first_published_at', 'id']).execute()
    await schema
      .createTable('story_versions')
      .addColumn('story_id', 'text', (c) => c.notNull().references('stories.id'))
      .addColumn('number', 'integer', (c) => c.notNull())
      .addColumn('content_json', 'text', (c) => c.notNull())
      .addColumn('published_at', instant, (c) => c.notNull())
      .addColumn('published_by', 'text')
      .addPrimaryKeyConstraint('story_versions_key', ['story_id', 'number'])
      .execute()
    await schema
      .createTable('source_pages')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('story_id', 'text', (c) => c.notNull().references('stories.id'))
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('bytes', sql.raw(bytes), (c) => c.notNull())
      .addColumn('report_json', 'text', (c) => c.notNull())
      .addColumn('taken_at', instant, (c) => c.notNull())
      .addColumn('taken_by', 'text')
      .execute()
    await schema.createIndex('source_pages_by_story').on('source_pages').column('story_id').execute()

    await schema
      .createTable('comments')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('story_id', 'text', (c) => c.notNull().references('stories.id'))
      .addColumn('parent_id', 'text', (c) => c.references('comments.id'))
      .addColumn('author_name', 'text', (c) => c.notNull())
      .addColumn('author_mail', 'text')
      .addColumn('form_nonce', 'text', (c) => c.notNull().unique())
      .addColumn('sender_key', 'text', (c) => c.notNull())
      .addColumn('created_at', instant, (c) => c.notNull())
      .execute()
    await schema.createIndex('comments_by_story').on('comments').columns(['story_id', 'created_at']).execute()
    await schema.createIndex('comments_by_sender').on('comments').columns(['sender_key', 'created_at']).execute()
    await schema
      .createTable('comment_revisions')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('comment_id', 'text', (c) => c.notNull().references('comments.id'))
      .addColumn('number', 'integer', (c) => c.notNull())
      .addColumn('text', 'text', (c) => c.notNull())
      .addColumn('state', 'text', (c) => c.notNull().check(sql`state in (${oneOf(REVISION_STATE_NAMES)})`))
      .addColumn('created_at', instant, (c) => c.notNull())
      .addColumn('state_at', instant, (c) => c.notNull())
      .addUniqueConstraint('comment_revisions_number', ['comment_id', 'number'])
      .execute()
    // One held revision a comment at most, by construction; and the queue in its order.
    await sql`create unique index one_held_revision on comment_revisions (comment_id) where state = 'held'`.execute(
      write,
    )
    await sql`create index review_queue on comment_revisions (created_at, id) where state = 'held'`.execute(write)
    await schema
      .createTable('signals')
      .addColumn('revision_id', 'text', (c) => c.notNull().references('comment_revisions.id'))
      .addColumn('phase', 'text', (c) => c.notNull())
      .addColumn('state', 'text', (c) => c.notNull().check(sql`state in (${oneOf(SIGNAL_STATE_NAMES)})`))
      .addColumn('words', 'text', (c) => c.notNull())
      .addColumn('weight', 'double precision', (c) => c.notNull())
      .addPrimaryKeyConstraint('signals_key', ['revision_id', 'phase'])
      .execute()
    await schema
      .createTable('decisions')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('comment_id', 'text', (c) => c.notNull().references('comments.id'))
      .addColumn('revision_id', 'text', (c) => c.notNull().references('comment_revisions.id'))
      .addColumn('action', 'text', (c) => c.notNull())
      .addColumn('reason', 'text')
      .addColumn('note', 'text', (c) => c.notNull())
      .addColumn('decided_by', 'text', (c) => c.notNull().references('people.id'))
      .addColumn('decided_at', instant, (c) => c.notNull())
      .addColumn('changes_json', 'text', (c) => c.notNull())
      .addColumn('undoes', 'text', (c) => c.unique().references('decisions.id'))
      .execute()
    await schema.createIndex('decisions_by_comment').on('decisions').columns(['comment_id', 'decided_at']).execute()
    await schema.createIndex('decisions_by_time').on('decisions').columns(['decided_at', 'id']).execute()

    await sql`create view approved_comments as
      select c.id, c.story_id, c.parent_id, c.author_name, c.created_at,
        r.id as revision_id, r.number, r.text, r.created_at as revised_at
      from comments c
      join comment_revisions r on r.comment_id = c.id and r.state = 'approved'
      where not exists (
        select 1 from comment_revisions newer
        where newer.comment_id = c.id and newer.state = 'approved' and newer.number > r.number
      )`.execute(write)
    await sql`create view published_stories as
      select s.id, s.path, v.number, v.content_json, s.first_published_at, s.published_at, s.comments_open
      from stories s
      join story_versions v on v.story_id = s.id and v.number = s.published_number
      where s.path is not null and s.first_published_at is not null and s.published_at is not null`.execute(write)

    for (const table of ['story_versions', 'decisions']) await writtenOnce(table, write, kind)

    if (kind === 'sqlite') {
      await sql`create table changes (id integer primary key autoincrement, tags_json text not null, at integer not null)`.execute(
        write,
      )
    }
  },
}
