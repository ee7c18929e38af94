/** An embargo's end: its version is published, and that it is over is noted in the same transaction. */
import { publishChange } from '../corrections/index.ts'
import { embargoMessages as m } from '../messages/index.ts'
import { noteAct } from '../people/index.ts'
import type { AnyInsideListener, AnyJobHandler, Store, Transaction } from '../store/index.ts'
import { publish } from '../story/index.ts'
import { type Embargo, readEmbargo, withdrawIn } from './embargo.ts'
import { endEmbargo } from './held.ts'

declare module '../store/jobs/queue.ts' {
  interface Jobs {
    'embargo.end': { story: string }
  }
}

/** Shows readers the version that waits, before its time. */
export async function liftEmbargo(
  store: Store,
  { storyId, by }: { storyId: string; by: string },
  now: number,
): ReturnType<typeof publish> {
  const waiting = await readEmbargo(store.db, storyId)
  return waiting ? goLive(store, waiting, by, now) : { problem: m.nothingWaits }
}

type Words = NonNullable<Parameters<typeof publish>[1]['words']>

/** `by`: who lifted it; null where its time has come. */
function goLive(store: Store, waiting: Embargo, by: string | null, now: number): ReturnType<typeof publish> {
  const { storyId: id, content, draftNumber, kind, cause, madeBy } = waiting
  const words: Words = {
    ...{ content, draftNumber },
    whyNot: async (tx) => ((await isWaiting(tx, waiting)) ? null : m.nothingWaits),
    async keep(tx) {
      await endEmbargo(tx, waiting, { ending: 'live', by })
      if (by !== null)
        await noteAct(tx, { by, act: 'story.embargo-off', about: id, detail: m.logLifted(waiting.content.headline) })
    },
  }
  const story = { id, by: by ?? madeBy, words }
  return kind === null ? publish(store, story, now) : publishChange(store, { ...story, change: { kind, cause } }, now)
}

const isWaiting = async (tx: Transaction, { storyId, versionId }: Embargo): Promise<boolean> =>
  (await readEmbargo(tx.rows, storyId))?.versionId === versionId

/** Publishes what is due, at its minute or as soon as the program runs again. */
export const embargoJob = (store: Store, { now }: { now(): number }): AnyJobHandler => ({
  kind: 'embargo.end',
  what: 'publishing what was under embargo',
  async run({ story }) {
    const waiting = await readEmbargo(store.db, story)
    if (!waiting) return
    if (waiting.until > now()) return waiting.until
    const result = await goLive(store, waiting, null, now())
    if (!('problem' in result)) return
    await store.transaction(now(), async (tx) => {
      await tx.rows
        .updateTable('embargoes')
        .set({ problem: result.problem })
        .where('version_id', '=', waiting.versionId)
        .where('until', '=', waiting.until)
        .where('ended_at', 'is', null)
        .execute()
      await tx.say({ kind: 'schedules.changed', story })
    })
  },
})

/** What was taken off the site, or thrown away, doesn't come back by itself. */
export const withdrawingEmbargoes: readonly AnyInsideListener[] = (
  ['story.taken-down', 'story.thrown-away'] as const
).map((on) => ({
  on,
  async hear(tx: Transaction, { story }: { story: string }) {
    await withdrawIn(tx, { storyId: story, by: null })
  },
}))
