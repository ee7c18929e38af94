import { draftMessages as m } from '../messages/index.ts'
import type { LogSource } from '../people/index.ts'
import { contentFromJson } from './content.ts'

/** Publications, for the log of what staff did. */
export const loggedPublications: LogSource = {
  kind: 'story',
  async read(db, { by, before, most }) {
    let query = db
      .selectFrom('story_versions')
      .select([
        'published_at as at',
        'sequence',
        'published_by as byId',
        'through',
        'number',
        'story_id',
        'content_json',
      ])
      .where('sequence', '<', before)
    if (by) query = query.where('published_by', '=', by)
    const rows = await query.orderBy('sequence', 'desc').limit(most).execute()
    return rows.map(({ number, story_id, content_json, ...row }) => ({
      ...row,
      act: 'story.published',
      about: story_id,
      detail: m.logPublished(number, contentFromJson(content_json).headline),
    }))
  },
}
