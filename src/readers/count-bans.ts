import type { Database } from '../store/index.ts'

/** How many bans were made and lifted in a span of time: `from` is in it, `to` is not. */
export async function countBans(
  db: Database,
  { from, to }: { from: number; to: number },
): Promise<{ readers: number; networks: number; lifted: number }> {
  const [made, lifted] = await Promise.all([
    db
      .selectFrom('bans')
      .select((b) => [b.fn.countAll().as('all'), b.fn.count('reader_id').as('readers')])
      .where('made_at', '>=', from)
      .where('made_at', '<', to)
      .executeTakeFirstOrThrow(),
    db
      .selectFrom('bans')
      .select((b) => b.fn.countAll().as('count'))
      .where('lifted_at', '>=', from)
      .where('lifted_at', '<', to)
      .executeTakeFirstOrThrow(),
  ])
  return {
    readers: Number(made.readers),
    networks: Number(made.all) - Number(made.readers),
    lifted: Number(lifted.count),
  }
}
