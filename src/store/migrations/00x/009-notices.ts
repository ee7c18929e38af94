import type { Migration } from '../../migration.ts'

/** Who wants to be told of what by mail, and what keeps letters from being a nuisance. */
export const notices: Migration = {
  name: 'notices',
  async up(write, kind) {
    const { schema } = write
    const instant = kind === 'postgres' ? 'bigint' : 'integer'

    await schema
      .createTable('mail_links')
      .addColumn('token_hash', 'text', (c) => c.primaryKey())
      .addColumn('purpose', 'text', (c) => c.notNull())
      .addColumn('address', 'text', (c) => c.notNull())
      .addColumn('comment_id', 'text', (c) => c.references('comments.id'))
      .addColumn('person_id', 'text', (c) => c.references('people.id'))
      .addColumn('created_at', instant, (c) => c.notNull())
      .addColumn('expires_at', instant, (c) => c.notNull())
      .addColumn('used_at', instant)
      .execute()
    await schema.createIndex('mail_links_by_end').on('mail_links').column('expires_at').execute()
    await schema.createIndex('mail_links_by_address').on('mail_links').column('address').execute()
    await schema
      .createTable('letter_limits')
      .addColumn('key', 'text', (c) => c.primaryKey())
      .addColumn('count', 'integer', (c) => c.notNull())
      .addColumn('since', instant, (c) => c.notNull())
      .execute()
    await schema
      .createTable('unwanted_addresses')
      .addColumn('address_key', 'text', (c) => c.primaryKey())
      .addColumn('since', instant, (c) => c.notNull())
      .execute()

    await schema
      .createTable('answer_wishes')
      .addColumn('comment_id', 'text', (c) => c.primaryKey().references('comments.id'))
      .addColumn('address', 'text', (c) => c.notNull())
      .addColumn('network_key', 'text', (c) => c.notNull())
      .addColumn('asked_at', instant, (c) => c.notNull())
      .addColumn('written_at', instant)
      .execute()
    await schema
      .createTable('subscriptions')
      .addColumn('reader_id', 'text', (c) => c.notNull().references('readers.id'))
      .addColumn('comment_id', 'text', (c) => c.notNull().references('comments.id'))
      .addColumn('scope', 'text', (c) => c.notNull())
      .addColumn('since', instant, (c) => c.notNull())
      .addPrimaryKeyConstraint('subscriptions_key', ['reader_id', 'comment_id'])
      .execute()
    await schema.createIndex('subscriptions_by_comment').on('subscriptions').column('comment_id').execute()
    await schema
      .createTable('reader_notices')
      .addColumn('reader_id', 'text', (c) => c.primaryKey().references('readers.id'))
      .addColumn('rhythm', 'text', (c) => c.notNull())
      .execute()
    await schema
      .createTable('replies_to_tell')
      .addColumn('reader_id', 'text', (c) => c.notNull().references('readers.id'))
      .addColumn('comment_id', 'text', (c) => c.notNull().references('comments.id'))
      .addColumn('decision_id', 'text', (c) => c.notNull())
      .addColumn('not_before', instant, (c) => c.notNull())
      .addColumn('told_at', instant)
      .addPrimaryKeyConstraint('replies_to_tell_key', ['reader_id', 'comment_id'])
      .execute()
    await schema.createIndex('replies_by_decision').on('replies_to_tell').column('decision_id').execute()

    await schema
      .createTable('waiting_choices')
      .addColumn('person_id', 'text', (c) => c.primaryKey().references('people.id'))
      .addColumn('at_least', 'integer', (c) => c.notNull())
      .addColumn('minutes', 'integer', (c) => c.notNull())
      .addColumn('quiet_from', 'integer')
      .addColumn('quiet_until', 'integer')
      .addColumn('last_at', instant)
      .execute()
  },
}
