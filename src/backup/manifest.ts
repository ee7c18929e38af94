import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import { backupMessages as m } from '../messages/index.ts'

/** What a backup says of itself, in manifest.json, written last: a folder without it is none. */
const Manifest = z.object({
  format: z.literal('courant-backup'),
  version: z.literal(1),
  /** The program that made it. */
  courant: z.string(),
  /** When it was begun, in ISO 8601. */
  madeAt: z.string(),
  database: z.enum(['sqlite', 'postgres']),
  /** The steps of the schema that its rows are laid out by, in order. */
  steps: z.array(z.object({ number: z.number().int(), name: z.string() })),
  /** Rows of each table. */
  tables: z.record(z.string(), z.number().int()),
  /** What numbers PostgreSQL gives next. */
  sequences: z.array(z.object({ name: z.string(), last: z.number(), called: z.boolean() })),
  /** Whether uploaded files are in it, or only named. */
  media: z.enum(['here', 'named']),
  /** The files that hold the rows, and the list of the uploaded ones. */
  files: z.array(z.object({ name: z.string(), size: z.number().int(), sha256: z.string() })),
})
export type Manifest = z.infer<typeof Manifest>

export const MANIFEST = 'manifest.json'
/** A line for each uploaded file: its name, its bytes, and their hash where it is in the backup. */
export const FILE_LIST = 'files.jsonl'
/** Where rows lie in a backup. */
export const ROWS = 'database'

/** An uploaded file; without a hash it is not in the backup. */
export const ListedFile = z.object({ name: z.string(), size: z.number().int(), sha256: z.string().nullable() })
export type ListedFile = z.infer<typeof ListedFile>

export async function readManifest(folder: string): Promise<Manifest | { problem: string }> {
  let text: string
  try {
    text = await readFile(join(folder, MANIFEST), 'utf8')
  } catch {
    return { problem: m.noBackup(folder) }
  }
  try {
    return Manifest.parse(JSON.parse(text))
  } catch {
    return { problem: m.unknownManifest(folder) }
  }
}

/** The folders that a backup is put together from: none that leads out of it. */
export const isInside = (name: string): boolean =>
  name.split('/').every((part) => part !== '' && part !== '.' && part !== '..' && !part.includes('\\'))
