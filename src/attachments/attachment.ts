/** An attachment, as the other parts know it. */
import type { Database } from '../store/index.ts'
import { type AttachmentFormat, type AttachmentKind, attachmentKind } from './formats.ts'

export interface Attachment {
  id: string
  /** Names its folder, and no other's. */
  file: string
  content: string
  format: AttachmentFormat
  kind: AttachmentKind
  bytes: number
  name: string
  title: string
  /** In milliseconds; null where it does not play or does not say. */
  duration: number | null
  width: number | null
  height: number | null
  pages: number | null
  /** The hash of its captions; empty where it has none. */
  captions: string
  transcript: string
  /** A picture's id. */
  poster: string | null
  addedBy: string | null
  addedAt: number
}

const rows = (db: Database) => db.selectFrom('attachments').selectAll()
type Row = Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number]

export function toAttachment(row: Row): Attachment {
  const { id, file, content, format, bytes, name, title, duration, width, height, pages } = row
  const { captions, transcript, poster, added_by, added_at } = row
  return {
    ...{ id, file, content, format, bytes, name, title, duration, width, height, pages, captions, transcript, poster },
    ...{ kind: attachmentKind(format), addedBy: added_by, addedAt: added_at },
  }
}

export async function readAttachment(db: Database, id: string): Promise<Attachment | null> {
  const row = await rows(db).where('id', '=', id).executeTakeFirst()
  return row ? toAttachment(row) : null
}

/** The one that holds that; the first where there are several. */
export async function readAttachmentOfContent(db: Database, content: string): Promise<Attachment | null> {
  const row = await rows(db).where('content', '=', content).orderBy('id').executeTakeFirst()
  return row ? toAttachment(row) : null
}

/** Those of these ids that there are, by id. One statement; none where there are no ids. */
export async function readAttachments(db: Database, ids: readonly string[]): Promise<ReadonlyMap<string, Attachment>> {
  if (ids.length === 0) return new Map()
  const found = await rows(db).where('id', 'in', ids).execute()
  return new Map(found.map((row) => [row.id, toAttachment(row)]))
}
