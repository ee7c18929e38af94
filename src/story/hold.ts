/** A story's words kept back: frozen as they stand, and shown nowhere. Who keeps them, and until when, is said by embargo/. */
import type { Store, Transaction } from '../store/index.ts'
import type { StoryContent } from './content.ts'
import { orHeldBack, takeWords } from './publish.ts'

interface HeldWords {
  content: StoryContent
  /** Which number of the draft they are. */
  draftNumber: number
  /** Whether readers have the story by now, in an earlier version. */
  isLive: boolean
}

/**
 * Freezes the draft as it stands, asked about like any publication, and has `keep` keep it in the same transaction.
 * { problem } says why it can't be published, or what `keep` answered. `seen`: up to which number of the draft `by`
 * has read it; absent where nobody has.
 */
export const holdStory = (
  store: Store,
  { id, by, seen }: { id: string; by: string; seen?: number | undefined },
  now: number,
  keep: (tx: Transaction, held: HeldWords) => Promise<{ problem: string } | null>,
): Promise<{ problem: string } | null> =>
  orHeldBack(
    store.transaction(now, async (tx) => {
      const taken = await takeWords(tx, id, { evenIfHeld: true })
      if ('problem' in taken) return taken
      const { row, draft } = taken
      const held = { content: draft, draftNumber: row.draft_number, isLive: row.published_number !== null }
      const refused = await keep(tx, held)
      if (refused) return refused
      const last = await tx.rows
        .selectFrom('story_versions')
        .select((s) => s.fn.max('draft_number').as('number'))
        .where('story_id', '=', id)
        .executeTakeFirst()
      const reader = seen === undefined ? null : { by, seen }
      await tx.say({ kind: 'story.held', story: id, since: Number(last?.number ?? 0), reader })
      return null
    }),
  )
