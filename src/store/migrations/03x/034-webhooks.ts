import type { Migration } from '../../migration.ts'

/** Other servers that are told what happens: which, what they are told, and each try at it. */
export const webhooks: Migration = {
  name: 'webhooks',
  async up({ schema }, kind) {
    const instant = kind === 'postgres' ? 'bigint' : 'integer'
    await schema
      .createTable('webhooks')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('address', 'text', (c) => c.notNull())
      .addColumn('events_json', 'text', (c) => c.notNull())
      .addColumn('secret', 'text', (c) => c.notNull())
      .addColumn('old_secret', 'text')
      .addColumn('old_secret_until', instant)
      .addColumn('made_at', instant, (c) => c.notNull())
      .addColumn('made_by', 'text', (c) => c.references('people.id'))
      .addColumn('failing_since', instant)
      .addColumn('failures', 'integer', (c) => c.notNull())
      .addColumn('rest_until', instant, (c) => c.notNull())
      .addColumn('off_at', instant)
      .addColumn('off_why', 'text')
      .execute()
    await schema
      .createTable('webhook_messages')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('webhook_id', 'text', (c) => c.notNull().references('webhooks.id'))
      .addColumn('event', 'text', (c) => c.notNull())
      .addColumn('about', 'text', (c) => c.notNull())
      .addColumn('facts_json', 'text', (c) => c.notNull())
      .addColumn('happened_at', instant, (c) => c.notNull())
      .addColumn('due_at', instant, (c) => c.notNull())
      .addColumn('attempts', 'integer', (c) => c.notNull())
      .addColumn('tried_from', instant, (c) => c.notNull())
      .addColumn('failures', 'integer', (c) => c.notNull())
      .addColumn('ended_at', instant)
      .addColumn('ending', 'text')
      .execute()
    // The next to be sent; the newest for the page; the oldest to be forgotten.
    await schema
      .createIndex('webhook_messages_due')
      .on('webhook_messages')
      .columns(['webhook_id', 'ended_at', 'due_at'])
      .execute()
    await schema
      .createIndex('webhook_messages_newest')
      .on('webhook_messages')
      .columns(['webhook_id', 'happened_at'])
      .execute()
    await schema.createIndex('webhook_messages_ended').on('webhook_messages').column('ended_at').execute()
    await schema
      .createTable('webhook_attempts')
      .addColumn('message_id', 'text', (c) => c.notNull().references('webhook_messages.id'))
      .addColumn('number', 'integer', (c) => c.notNull())
      .addColumn('at', instant, (c) => c.notNull())
      .addColumn('took', 'integer', (c) => c.notNull())
      .addColumn('status', 'integer')
      .addColumn('fault', 'text')
      .addPrimaryKeyConstraint('webhook_attempts_key', ['message_id', 'number'])
      .execute()
  },
}
