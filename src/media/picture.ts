/** A picture of the library, as the other parts know it. */
import type { Database } from '../store/index.ts'
import type { AiPart, PictureFormat } from './formats.ts'
import { type MadeWithAi, madeWithAiOf } from './made-with-ai.ts'
import type { Rendition } from './renditions.ts'

/** What an editor says of a picture, wherever it is used. */
export interface PictureDetails {
  caption: string
  credit: string
  rights: string
  place: string
  taken: string
  /** In thousandths of its width and height: what stays in view where it is cropped. */
  focus: { x: number; y: number }
  /** As an editor says, or else as its file does. */
  madeWithAi: MadeWithAi
}

export interface LibraryPicture extends PictureDetails {
  id: string
  /** Names its folder, and no other picture's. */
  file: string
  format: PictureFormat
  /** Of the original. */
  bytes: number
  width: number
  height: number
  animated: boolean
  name: string
  /** As its file says. */
  ai: AiPart
  /** Which program that was. */
  aiSystem: string
  credentials: boolean
  renditions: readonly Rendition[]
  addedBy: string | null
  addedAt: number
}

const rows = (db: Database) => db.selectFrom('pictures').selectAll()
type Row = Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number]

export function toPicture(row: Row): LibraryPicture {
  const { caption, credit, rights, place, taken, id, file, bytes, width, height, name, ai } = row
  return {
    ...{ id, file, bytes, width, height, name, caption, credit, rights, place, taken, ai },
    format: row.format as PictureFormat,
    animated: row.animated === 1,
    aiSystem: row.ai_system,
    madeWithAi: madeWithAiOf({ said: row.made_with_ai, ai }),
    credentials: row.credentials === 1,
    focus: { x: row.focus_x, y: row.focus_y },
    renditions: (JSON.parse(row.renditions_json) as [number, Rendition['kind'], number][]).map(
      ([width, kind, bytes]) => ({ width, kind, bytes }),
    ),
    addedBy: row.added_by,
    addedAt: row.added_at,
  }
}

export const renditionsJson = (renditions: readonly Rendition[]): string =>
  JSON.stringify(renditions.map(({ width, kind, bytes }) => [width, kind, bytes]))

export async function readPicture(db: Database, id: string): Promise<LibraryPicture | null> {
  const row = await rows(db).where('id', '=', id).executeTakeFirst()
  return row ? toPicture(row) : null
}

/** The picture whose original holds that; the first where there are several. */
export async function readPictureOfContent(db: Database, content: string): Promise<LibraryPicture | null> {
  const row = await rows(db).where('content', '=', content).orderBy('id').executeTakeFirst()
  return row ? toPicture(row) : null
}

/** Those of these ids that there are, by id. One statement; none where there are no ids. */
export async function readPictures(db: Database, ids: readonly string[]): Promise<ReadonlyMap<string, LibraryPicture>> {
  if (ids.length === 0) return new Map()
  const found = await rows(db).where('id', 'in', ids).execute()
  return new Map(found.map((row) => [row.id, toPicture(row)]))
}
