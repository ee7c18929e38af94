/**
 * What a story is made of. The body is a typed tree of blocks with stable ids,
 * never stored HTML: records about a story (statements, findings, corrections)
 * point at a block and at offsets into its plain text.
 */

import { randomInt } from 'node:crypto'
import * as z from 'zod'
import { attachmentIdOf } from '../attachments/index.ts'
import { libraryIdOf, type MadeWithAi, NO_AI } from '../media/index.ts'
import { isOwnPath } from '../text/index.ts'

const blockId = z.string().regex(/^[a-z0-9]{1,32}$/)

/** What a link in a story may lead to: the site itself, the web, a mailbox. */
export const isLinkAddress = (href: string): boolean => /^(https?:\/\/|mailto:)/i.test(href) || isOwnPath(href)

/** A range of a block's text, in UTF-16 code units, that is emphasised or linked. */
export const markSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('strong'), from: z.number().int().min(0), to: z.number().int().min(0) }),
  z.object({ type: z.literal('emphasis'), from: z.number().int().min(0), to: z.number().int().min(0) }),
  z.object({
    type: z.literal('link'),
    from: z.number().int().min(0),
    to: z.number().int().min(0),
    href: z.string().refine(isLinkAddress),
  }),
])
export type Mark = z.infer<typeof markSchema>

const words = { text: z.string(), marks: z.array(markSchema).optional() }

export const pictureSchema = z.object({
  /** Empty until there is a picture: a caption alone still has its place on the page. */
  src: z.string(),
  alt: z.string(),
  /** An editor has said that it tells readers nothing, so that it has no words for who can't see it. */
  decorative: z.boolean().optional(),
  caption: z.string(),
  credit: z.string(),
  rights: z.string(),
})
export type Picture = z.infer<typeof pictureSchema>

const paragraph = z.object({ id: blockId, type: z.literal('paragraph'), ...words })
const heading = z.object({
  id: blockId,
  type: z.literal('heading'),
  level: z.union([z.literal(2), z.literal(3)]),
  ...words,
})
const quote = z.object({
  id: blockId,
  type: z.literal('quote'),
  paragraphs: z.array(z.object({ id: blockId, ...words })).min(1),
  credit: z.string(),
})
const list = z.object({
  id: blockId,
  type: z.literal('list'),
  ordered: z.boolean(),
  items: z.array(z.object({ id: blockId, ...words })).min(1),
})
const figure = z.object({ id: blockId, type: z.literal('figure'), picture: pictureSchema })
const embed = z.object({
  id: blockId,
  type: z.literal('embed'),
  url: z.string().regex(/^https?:\/\//i),
  title: z.string(),
  /** A picture of the library that stands for what is there; absent where there is none. */
  still: z.string().optional(),
})
/** A PDF, audio or video of the site's own. */
const file = z.object({ id: blockId, type: z.literal('file'), src: z.string(), title: z.string() })
const note = z.object({ id: blockId, type: z.literal('note'), ...words })
/** Pictures that belong together, under one caption besides their own. One alone is a figure. */
const gallery = z.object({
  id: blockId,
  type: z.literal('gallery'),
  pictures: z.array(pictureSchema.extend({ id: blockId })).min(2),
  caption: z.string(),
})

/** What a page can show and a reader find their way in. */
export const TABLE_LIMITS = { rows: 2_000, columns: 30 } as const

/** Results, fixtures, figures: every row has as many cells as the others. How a column is aligned follows from what is in it. */
const table = z.object({
  id: blockId,
  type: z.literal('table'),
  caption: z.string(),
  /** Whether the first row says what stands in the columns. */
  headerRow: z.boolean(),
  /** Whether the first cell of a row says what the row is about. */
  headerColumn: z.boolean(),
  rows: z
    .array(z.object({ id: blockId, cells: z.array(z.object(words)).min(1).max(TABLE_LIMITS.columns) }))
    .min(1)
    .max(TABLE_LIMITS.rows)
    .refine((rows) => rows.every(({ cells }) => cells.length === rows[0]?.cells.length)),
})
/** Facts set apart from the story: what happened before, who is who, where to call. */
const box = z.object({
  id: blockId,
  type: z.literal('box'),
  /** Empty where it needs none. */
  title: z.string(),
  blocks: z.array(z.discriminatedUnion('type', [paragraph, list])).min(1),
})

export const blockSchema = z.discriminatedUnion('type', [
  paragraph,
  heading,
  quote,
  list,
  figure,
  embed,
  file,
  note,
  gallery,
  table,
  box,
])
export type Block = z.infer<typeof blockSchema>
export type BlockType = Block['type']
export type BlockOf<T extends BlockType> = Extract<Block, { type: T }>

const madeWithAiSchema = z.object({
  how: z.enum(['none', 'helped', 'generated']),
  reviewedBy: z.string(),
  responsible: z.string(),
}) satisfies z.ZodType<MadeWithAi>

export const contentSchema = z.object({
  headline: z.string(),
  standfirst: z.string(),
  byline: z.string(),
  /** Where and when it was filed, as printed: "BEIJING, 16 May". */
  dateline: z.string(),
  /** BCP 47; empty means the site's language. */
  language: z.string(),
  section: z.string(),
  topics: z.array(z.string()),
  /** The lead picture, or only its caption; null where there is neither. */
  picture: pictureSchema.nullable(),
  body: z.array(blockSchema),
  /** What search engines and browsers' tabs are given; empty: the headline. */
  searchHeadline: z.string().default(''),
  /** What a link to the story says where it is shared; empty: the headline. */
  shareHeadline: z.string().default(''),
  madeWithAi: madeWithAiSchema.default(NO_AI),
})
/** A story's words, as written, versioned and published. */
export type StoryContent = z.infer<typeof contentSchema>

export const emptyContent: StoryContent = {
  headline: '',
  standfirst: '',
  byline: '',
  dateline: '',
  language: '',
  section: '',
  topics: [],
  picture: null,
  body: [],
  searchHeadline: '',
  shareHeadline: '',
  madeWithAi: NO_AI,
}

/**
 * A story as it lies in the database. Fields that came later than the first stories are left out while nobody uses
 * them, so that a story that did not change is stored as it was.
 */
export function contentToJson(content: StoryContent): string {
  const { searchHeadline, shareHeadline, madeWithAi, ...rest } = contentSchema.parse(content)
  return JSON.stringify({
    ...rest,
    ...(searchHeadline === '' ? {} : { searchHeadline }),
    ...(shareHeadline === '' ? {} : { shareHeadline }),
    ...(JSON.stringify(madeWithAi) === JSON.stringify(NO_AI) ? {} : { madeWithAi }),
  })
}

/** A stored story, of whatever age. What is stored was checked when it was. */
export const contentFromJson = (json: string): StoryContent => ({ ...emptyContent, ...JSON.parse(json) })

/** A fresh block id: 8 letters and digits, unique within a story for all practical purposes. */
export const newBlockId = (): string =>
  randomInt(2 ** 40)
    .toString(36)
    .padStart(8, '0')

/** The pictures of the library that a story shows, by their ids, each once. */
export function picturesOf({ picture, body }: Pick<StoryContent, 'picture' | 'body'>): string[] {
  const inBody = body.flatMap((block) => {
    if (block.type === 'gallery') return block.pictures.map(({ src }) => src)
    return block.type === 'figure' ? block.picture.src : block.type === 'embed' ? block.still : undefined
  })
  return [...new Set([picture?.src, ...inBody].flatMap((src) => libraryIdOf(src ?? '') ?? []))]
}

/** The files that a story shows, by their ids, each once. */
export const attachmentsOf = ({ body }: Pick<StoryContent, 'body'>): string[] => [
  ...new Set(body.flatMap((block) => (block.type === 'file' ? (attachmentIdOf(block.src) ?? []) : []))),
]
