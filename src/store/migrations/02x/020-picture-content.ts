import { sql } from 'kysely'
import type { Migration } from '../../migration.ts'

/** What a picture's original holds, apart from the name of its folder: each upload has a folder of its own from now on. */
export const pictureContent: Migration = {
  name: 'what pictures hold',
  async up(write) {
    await write.schema
      .alterTable('pictures')
      .addColumn('content', 'text', (c) => c.notNull().defaultTo(''))
      .execute()
    await sql`update pictures set content = file`.execute(write)
    await write.schema.createIndex('pictures_by_content').on('pictures').column('content').execute()
  },
}
