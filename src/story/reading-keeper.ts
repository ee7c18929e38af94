/** Sees to it that every published story has a reading, however it came to be without. */
import { catchUp } from '../archive/index.ts'
import { EDITION } from '../reading/index.ts'
import { describeError, type Store, storeProblem } from '../store/index.ts'
import { readStory } from './keep-reading.ts'
import { dayIn } from './reading-text.ts'
import { readSiteSettings } from './site-settings.ts'

export interface ReadingKeeper {
  /** Ends it after the story that it is at. */
  stop(): Promise<void>
  /** Fulfilled when there is nothing left to read. */
  idle(): Promise<void>
}

interface KeeperOptions {
  log: { info(facts: object, sentence: string): void; error(facts: object, sentence: string): void }
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
  const aborted = new AbortController()
  const failed = new Set<string>()
  /** The stories to look at; undefined stands for all. */
  const waiting = new Set<string | undefined>([undefined])
  let running: Promise<void> | null = null

  const run = async () => {
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
            // A database that is busy or full is no fault of the story's.
            if (storeProblem(error) === null) failed.add(keyOf(story))
            log.error({ story: story.storyId, version: story.version, ...describeError(error) }, 'a story was not read')
          },
          signal: aborted.signal,
          now,
          ...(pause === undefined ? {} : { pause }),
        },
        only,
      )
      if (count > 0) log.info({ stories: count }, 'read who says what in stories that are published')
      if (aborted.signal.aborted) return
    }
  }
  const start = () => {
    if (aborted.signal.aborted) return
    running ??= run()
      .catch((error: unknown) => log.error(describeError(error), 'the reading of published stories was interrupted'))
      .finally(() => {
        running = null
        if (waiting.size > 0) start()
      })
  }
  const unlisten = store.onChange((tags) => {
    for (const tag of tags) {
      if (tag === 'site') waiting.add(undefined)
      else if (tag.startsWith('story:')) waiting.add(tag.slice('story:'.length))
    }
    if (waiting.size > 0) start()
  })
  start()
  return {
    async stop() {
      unlisten()
      aborted.abort()
      await running
    },
    async idle() {
      while (running) await running
    },
  }
}

const keyOf = ({ storyId, version }: { storyId: string; version: number }): string => `${storyId} ${version}`
