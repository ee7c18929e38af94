/** What an archive says of itself, and where its parts lie: docs/contracts/archive.md. */
import * as z from 'zod'

export const MANIFEST = 'manifest.json'
/** A file of lines for each table. */
export const TABLES = 'tables'
/** The pictures and files that the newsroom has uploaded, under the names they have on the site. */
export const MEDIA = 'media'
/** A line for each of those: name, bytes, and hash. */
export const MEDIA_LIST = 'media.jsonl'

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)

export const Manifest = z.object({
  format: z.literal('courant-archive'),
  version: z.literal(1),
  /** When it was made, in ISO 8601. */
  madeAt: z.string(),
  /** Where readers reached the site; empty where that was not known. */
  site: z.string(),
  /** The steps of the schema that its rows are laid out by, in order. */
  schema: z.array(z.string()),
  tables: z.record(z.string(), z.object({ rows: z.number().int(), sha256: Sha256 })),
  media: z.object({ files: z.number().int(), bytes: z.number().int(), sha256: Sha256 }),
})
export type Manifest = z.infer<typeof Manifest>

export const MediaLine = z.object({
  /** Such as pictures/ab/ab12…/original: parts of letters, digits, "-", "_" and "." with "/" between. */
  name: z.string().regex(/^(?:pictures|files)(?:\/[\w-][\w.-]*)+$/),
  size: z.number().int(),
  sha256: Sha256,
})
export type MediaLine = z.infer<typeof MediaLine>
