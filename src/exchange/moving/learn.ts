/** What the spam model learns from comments that were decided where they come from: after the import, a few at a time. */
import { readBroughtDecisions } from '../../moderation/decisions/index.ts'
import { learnDecision } from '../../moderation/learning/index.ts'
import { type AnyJobHandler, lull, type Store } from '../../store/index.ts'
import { importOf, readImportRow } from './rows.ts'

declare module '../../store/jobs/queue.ts' {
  interface Jobs {
    /** Of one import. */
    'import.learn': { import: string }
  }
}

/** Of each sort; the newest. More of one sort than of the other would only teach how common it was there. */
const MOST_OF_A_SORT = 2000
/** In one transaction; a lesson takes a millisecond or two. */
const AT_ONCE = 20

interface Options {
  now(): number
  /** Between two transactions, in milliseconds. */
  pause?: number
}

type Learnt = { fine: number; spam: number; broke: number; after: Record<string, number> }

const SORTS = [
  ['approved', 'approve', 'fine'],
  ['spam', 'reject', 'spam'],
  ['rejected', 'reject', 'broke'],
] as const

export const importLearningJob = (store: Store, { now, pause = 60 }: Options): AnyJobHandler => ({
  kind: 'import.learn',
  what: 'learning from comments that were brought in',
  async run({ import: importId }, { signal }) {
    for (const [state, action, sort] of SORTS)
      while (!signal.aborted) {
        const more = await store.transaction(now(), async (tx) => {
          const row = await readImportRow(tx.rows, importId)
          if (!row || importOf(row).state !== 'done') return false
          const learnt: Learnt = row.learning_json
            ? JSON.parse(row.learning_json)
            : { fine: 0, spam: 0, broke: 0, after: {} }
          const left = MOST_OF_A_SORT - learnt[sort]
          const some =
            left <= 0
              ? []
              : await readBroughtDecisions(tx, {
                  ...{ importId, state },
                  ...{ before: learnt.after[sort] ?? Number.MAX_SAFE_INTEGER, limit: Math.min(left, AT_ONCE) },
                })
          for (const { sequence, ...decision } of some) {
            if (await learnDecision(tx, { ...decision, action })) learnt[sort] += 1
            learnt.after[sort] = sequence
          }
          await tx.rows
            .updateTable('imports')
            .set({ learning_json: JSON.stringify(learnt) })
            .where('id', '=', importId)
            .execute()
          return some.length === AT_ONCE
        })
        if (!more) break
        await lull(pause, signal)
      }
  },
})
