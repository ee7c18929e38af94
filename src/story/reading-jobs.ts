/** Sees to it that every published story has a reading, however it came to be without. */

import { readSiteSettings } from '../publication/index.ts'
import { EDITION } from '../reading/index.ts'
import { type AnyJobHandler, describeError, type KeeperLog, type Store, storeProblem } from '../store/index.ts'
import { catchUp } from './catch-up.ts'
import { readStory } from './keep-reading.ts'
import { dayIn } from './reading-text.ts'

declare module '../store/jobs/queue.ts' {
  interface Jobs {
    /** One story, where its publication could not keep its reading. */
    'reading.keep': { story: string }
    /** All that are published and were not read yet, or by an earlier edition. */
    'reading.catch-up': Record<never, never>
  }
}

interface Options {
  log: KeeperLog
  now(): number
  /** Between two stories, in milliseconds. */
  pause?: number
}

/** A version that can't be read is logged once and left until the next start; one that was just published is given up in the end, and listed. */
export function readingJobs(store: Store, { log, now, pause }: Options): AnyJobHandler[] {
  const read = async (signal: AbortSignal, only?: string) => {
    const { timeZone } = await readSiteSettings(store.db)
    const count = await catchUp(
      store,
      {
        edition: EDITION,
        read: (story) => readStory(story.contentJson, dayIn(timeZone, story.firstPublishedAt)),
        onProblem(story, error) {
          // A database that is busy, full or away is no fault of the story's: all wait for it.
          if (only !== undefined || storeProblem(error) !== null) throw error
          log.error({ story: story.storyId, version: story.version, ...describeError(error) }, 'a story was not read')
        },
        signal,
        now,
        ...(pause === undefined ? {} : { pause }),
      },
      only,
    )
    if (count > 0) log.info({ stories: count }, 'read who says what in stories that are published')
  }
  return [
    {
      kind: 'reading.keep',
      what: 'reading who says what in a published story',
      run: ({ story }, { signal }) => read(signal, story),
    },
    {
      kind: 'reading.catch-up',
      what: 'reading who says what in published stories',
      atStart: true,
      run: (_, { signal }) => read(signal),
    },
  ]
}
