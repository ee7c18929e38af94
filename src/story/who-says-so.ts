/** The switch that decides whether readers see who says what in a story. */
import { draftMessages as m } from '../messages/index.ts'
import { noteAct } from '../people/index.ts'
import type { Database, Store } from '../store/index.ts'

/** "Who says so" on or off for a story; its pages show it at once. */
export async function setWhoSaysSo(
  store: Store,
  storyId: string,
  on: boolean,
  by: string | null,
  now: number,
): Promise<void> {
  await store.transaction(now, async (tx) => {
    await tx.rows
      .updateTable('stories')
      .set({ who_says_so: on ? 1 : 0, who_says_so_by: by, who_says_so_at: now })
      .where('id', '=', storyId)
      .execute()
    const detail = on ? m.logWhoSaysSoShown : m.logWhoSaysSoHidden
    await noteAct(tx, { by, act: 'story.who-says-so', about: storyId, detail })
    await tx.say({ kind: 'reading.changed', story: storyId })
  })
}

/** As an editor set it; null where nobody has, so that its first publication takes the site's setting. */
export async function readWhoSaysSo(db: Database, storyId: string): Promise<boolean | null> {
  const row = await db.selectFrom('stories').select('who_says_so').where('id', '=', storyId).executeTakeFirst()
  return row === undefined || row.who_says_so === null ? null : row.who_says_so === 1
}
