import type { Database } from '../../store/index.ts'

/** What the machine had said of some words, as it is kept with the decision on them; never read back to change it. */
export async function whatWasSeen(db: Database, revisionId: string): Promise<string> {
  const [revision, signals] = await Promise.all([
    db
      .selectFrom('comment_revisions')
      .select(['band', 'spam_chance', 'rules_chance'])
      .where('id', '=', revisionId)
      .executeTakeFirstOrThrow(),
    db
      .selectFrom('signals')
      .select(['phase', 'words', 'weight'])
      .where('revision_id', '=', revisionId)
      .orderBy('weight', 'desc')
      .orderBy('phase')
      .execute(),
  ])
  return JSON.stringify({
    band: revision.band,
    spam: revision.spam_chance,
    rules: revision.rules_chance,
    signals,
  })
}
