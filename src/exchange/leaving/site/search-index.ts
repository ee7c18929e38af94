/** All stories that readers see, for a search that runs in their browsers. */

import type { Database } from '../../../store/index.ts'
import { listPublished, wordsOfBlock } from '../../../story/index.ts'

const AT_ONCE = 200

/** JSON: an array of stories, newest first, each with its `path`, `headline`, `standfirst`, `section`, `date` and `text`. */
export async function searchIndex(db: Database): Promise<string> {
  const lines: string[] = []
  for (let before: Awaited<ReturnType<typeof listPublished>>[number] | undefined; ; ) {
    const stories = await listPublished(db, { limit: AT_ONCE, ...(before ? { before } : {}) })
    for (const { path, content, firstPublishedAt } of stories) {
      const { headline, standfirst, section, body } = content
      const text = body.map(wordsOfBlock).join('\n')
      lines.push(
        JSON.stringify({ path, headline, standfirst, section, date: new Date(firstPublishedAt).toISOString(), text }),
      )
    }
    before = stories.at(-1)
    if (stories.length < AT_ONCE) return `[\n${lines.join(',\n')}\n]\n`
  }
}
