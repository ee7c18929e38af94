import type { Migration } from '../../migration.ts'

/** Programs that act for people of the staff, the tokens by which they come in, and what was done through which of them. */
export const programs: Migration = {
  name: 'programs',
  async up({ schema }, kind) {
    const instant = kind === 'postgres' ? 'bigint' : 'integer'
    await schema
      .createTable('programs')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('scopes_json', 'text', (c) => c.notNull())
      .addColumn('made_by', 'text', (c) => c.notNull().references('people.id'))
      .addColumn('made_at', instant, (c) => c.notNull())
      .addColumn('ends_at', instant)
      .addColumn('removed_at', instant)
      .addColumn('seen_at', instant)
      .execute()
    await schema
      .createTable('program_tokens')
      .addColumn('token_hash', 'text', (c) => c.primaryKey())
      .addColumn('program_id', 'text', (c) => c.notNull().references('programs.id'))
      .execute()
    // The records of acts name it and don't hang on it: an archive may bring them without.
    for (const table of ['acts', 'story_versions', 'decisions'])
      await schema.alterTable(table).addColumn('through', 'text').execute()
  },
}
