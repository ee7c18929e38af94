/** What /api/v1 answers of what readers see. docs/contracts/api.md tells it in words. */
import * as z from 'zod'
import { apiFieldMessages as m } from '../../../messages/index.ts'
import { contentSchema } from '../../../story/index.ts'
import { after, named, time } from '../kit/operation.ts'

const changed = z.object({ block: z.string(), before: z.string().nullable(), after: z.string().nullable() })

const correction = named(
  'Correction',
  z.object({
    id: z.string(),
    kind: z.enum(['update', 'correction', 'retraction']),
    text: z.string(),
    version: z.number().int().describe(m.correctionVersion),
    at: time,
    changes: z.array(changed).describe(m.correctionChanges),
  }),
)

const line = {
  id: z.string(),
  url: z.string(),
  headline: z.string(),
  standfirst: z.string(),
  byline: z.string(),
  firstPublishedAt: time,
  updatedAt: time,
  version: z.number().int(),
  commentsOpen: z.boolean(),
  corrections: z.array(correction).describe(m.newestFirst),
}

named('Block', contentSchema.shape.body.element)
named('Picture', contentSchema.shape.picture.unwrap())
export const contentOut = named('Content', contentSchema)

const storyLine = named('StoryLine', z.object(line))

export const storySchema = named(
  'Story',
  z.object({
    ...line,
    content: contentOut,
    pictures: z
      .array(
        z.object({
          src: z.string().describe(m.pictureSrc),
          credit: z.string(),
          rights: z.string(),
          madeWithAi: contentSchema.shape.madeWithAi.unwrap(),
        }),
      )
      .describe(m.libraryPictures),
  }),
)

export const storyListSchema = named('StoryList', z.object({ stories: z.array(storyLine), after }))

export const commentsSchema = named(
  'Comments',
  z.object({
    count: z.number().int(),
    comments: z
      .array(
        z.object({
          id: z.string(),
          parent: z.string().nullable().describe(m.parent),
          name: z.string(),
          text: z.string(),
          createdAt: time,
          revisedAt: time.nullable(),
        }),
      )
      .describe(m.approved),
  }),
)

export const termsSchema = named(
  'Terms',
  z.object({
    terms: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        url: z.string(),
        about: z.string(),
        stories: z.number().int().describe(m.storyCount),
      }),
    ),
  }),
)

export const reasonsSchema = named(
  'Reasons',
  z.object({
    reasons: z.array(
      z.object({ code: z.string(), title: z.string(), sentence: z.string(), ground: z.enum(['house rule', 'law']) }),
    ),
  }),
)

export const openApiSchema = named('OpenApi', z.object({ openapi: z.string() }))
