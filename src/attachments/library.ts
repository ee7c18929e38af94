/** All attachments, and those that are found by words. */
import { sql } from 'kysely'
import { hasWords } from '../media/index.ts'
import type { Database } from '../store/index.ts'
import { foldedWords } from '../text/index.ts'
import { type Attachment, toAttachment } from './attachment.ts'

export interface AttachmentQuery {
  /** Words of title or name; each has to be there, in full or from its beginning. */
  words: string
  /** Added before the one of this id; null for the newest. */
  before: { addedAt: number; id: string } | null
  limit: number
}

/** The newest first, one more than `limit` where there are more. */
export async function findAttachments(db: Database, query: AttachmentQuery): Promise<Attachment[]> {
  let found = db.selectFrom('attachments').selectAll()
  for (const has of hasWords(query.words)) found = found.where(has)
  const { before } = query
  if (before)
    found = found.where(({ eb, or, and }) =>
      or([eb('added_at', '<', before.addedAt), and([eb('added_at', '=', before.addedAt), eb('id', '<', before.id)])]),
    )
  const rows = await found
    .orderBy('added_at', 'desc')
    .orderBy('id', 'desc')
    .limit(sql.lit(query.limit + 1))
    .execute()
  return rows.map(toAttachment)
}

export const countAttachments = async (db: Database): Promise<number> => {
  const row = await db
    .selectFrom('attachments')
    .select((s) => s.fn.countAll().as('count'))
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/** What an attachment is found by. */
export const attachmentWords = (said: { name: string; title: string }): string =>
  foldedWords(`${said.title} ${said.name}`).join(' ')
