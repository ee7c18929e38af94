/** Sees to it that every published story has a reading, however it came to be without. */
import { catchUp } from '../archive/index.ts'
import { EDITION } from '../reading/index.ts'
import { concernsAll, describeError, type KeeperLog, lookEvery, type Store, storeProblem } from '../store/index.ts'
import { readStory } from './keep-reading.ts'
import { dayIn } from './reading-text.ts'
import { readSiteSettings } from './site-settings.ts'

export interface ReadingKeeper {
  /** Ends it after the story that it is at. */
  stop(): Promise<void>
  /** Fulfilled when there is nothing left to read. */
  idle(): Promise<void>
}

/** It is told of what changes; this is only how long it rests where nothing does. In milliseconds. */
const EVERY = 60 * 60 * 1000

interface KeeperOptions {
  log: KeeperLog
  now(): number
  /** Between two stories, in milliseconds. */
  pause?: number
}

/**
 * Reads all published stories that were not read yet, or by an earlier edition,
 * at the start, gently; and from then on each one that changes, where its
 * publication could not keep its reading. A version that can't be read is
 * logged once and left until the next start.
 */
export function keepReadings(store: Store, { log, now, pause }: KeeperOptions): ReadingKeeper {
  const failed = new Set<string>()
  /** The stories to look at; undefined stands for all. */
  const waiting = new Set<string | undefined>([undefined])

  const look = async (signal: AbortSignal) => {
    if (waiting.size === 0) return
    const { timeZone } = await readSiteSettings(store.db)
    // What is added meanwhile comes in its turn.
    for (const only of waiting) {
      waiting.delete(only)
      const count = await catchUp(
        store,
        {
          edition: EDITION,
          read: (story) =>
            failed.has(keyOf(story)) ? null : readStory(story.contentJson, dayIn(timeZone, story.firstPublishedAt)),
          onProblem(story, error) {
            // A database that is busy, full or away is no fault of the story's: all wait for it.
            if (storeProblem(error) !== null) throw error
            failed.add(keyOf(story))
            log.error({ story: story.storyId, version: story.version, ...describeError(error) }, 'a story was not read')
          },
          signal,
          now,
          ...(pause === undefined ? {} : { pause }),
        },
        only,
      ).catch((error: unknown) => {
        waiting.add(only)
        throw error
      })
      if (count > 0) log.info({ stories: count }, 'read who says what in stories that are published')
      if (signal.aborted) return
    }
  }
  let stopped = false
  const keeper = lookEvery(EVERY, look, { log, what: 'reading who says what in published stories' })

  const unlisten = store.onChange((tags) => {
    for (const tag of tags) {
      if (concernsAll(tag)) waiting.add(undefined)
      else if (tag.startsWith('story:')) waiting.add(tag.slice('story:'.length))
    }
    if (waiting.size > 0) void keeper.soon()
  })
  return {
    async stop() {
      stopped = true
      unlisten()
      await keeper.stop()
    },
    async idle() {
      do await keeper.soon()
      while (waiting.size > 0 && !stopped)
    },
  }
}

const keyOf = ({ storyId, version }: { storyId: string; version: number }): string => `${storyId} ${version}`
