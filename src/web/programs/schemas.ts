/** What programs with a token send and are answered. docs/contracts/api.md tells it in words. */
import * as z from 'zod'
import { CHANGE_KINDS } from '../../corrections/index.ts'
import { apiFieldMessages as m } from '../../messages/index.ts'
import { SWITCHES } from '../../people/index.ts'
import { siteSettingsSchema } from '../../publication/index.ts'
import { BAND_NAMES } from '../../store/index.ts'
import { contentSchema } from '../../story/index.ts'
import { after, errorSchema, named, pageQuery, time } from '../api/kit/operation.ts'
import { contentOut } from '../api/v1/schemas.ts'

const { shape } = contentSchema

const person = z.object({ id: z.string(), name: z.string() }).nullable().describe(m.person)

const line = {
  id: z.string(),
  number: z.number().int().describe(m.number),
  url: z.string().nullable().describe(m.url),
  headline: z.string(),
  byline: z.string(),
  section: z.string(),
  createdBy: person,
  changedAt: time,
}

export const draftListSchema = named(
  'DraftList',
  z.object({
    drafts: z.array(
      z.object({
        ...line,
        state: z.enum(['draft', 'ready', 'checked', 'back', 'live', 'changed', 'corrected', 'retracted', 'off']),
      }),
    ),
    after,
  }),
)
export const draftListQuery = pageQuery.pick({ after: true })

export const draftSchema = named(
  'Draft',
  z.object({
    id: z.string(),
    number: line.number,
    url: line.url,
    state: z.enum(['draft', 'published', 'changed']).describe(m.draftState),
    commentsOpen: z.boolean(),
    createdBy: person,
    savedBy: person,
    savedAt: time,
    firstPublishedAt: time.nullable(),
    heldUntil: time.nullable().describe(m.heldUntil),
    content: contentOut,
  }),
)

const asRead = z
  .number()
  .int()
  .min(1)
  .max(2 ** 31 - 1)
  .describe(m.asRead)

/** A story's fields, as they are sent: what is left out stays as it was, or is empty in a new story. */
const written = {
  headline: z.string(),
  standfirst: z.string(),
  byline: z.string(),
  dateline: z.string(),
  language: z.string().describe(m.language),
  section: z.string(),
  topics: z.array(z.string().regex(/^[^,;]*$/)).max(100),
  picture: shape.picture,
  body: z.union([z.string(), shape.body]).describe(m.body),
  searchHeadline: z.string(),
  shareHeadline: z.string(),
  madeWithAi: shape.madeWithAi.unwrap(),
}
const fields = z.object(written).partial()
export type WrittenFields = z.output<typeof fields>

export const newStorySchema = named(
  'NewStory',
  fields.extend({ commentsOpen: z.boolean().optional().describe(m.commentsOpen) }),
)
export const changeSchema = named(
  'Change',
  fields.extend({
    number: asRead,
  }),
)

export const publishSchema = named(
  'Publish',
  z.object({
    number: asRead,
    date: z.string().max(40).optional().describe(m.date),
    change: z
      .object({
        kind: z.enum(CHANGE_KINDS),
        cause: z.string().max(10_000).optional().describe(m.cause),
      })
      .optional()
      .describe(m.change),
  }),
)
export const publishedSchema = named(
  'Published',
  z.object({ url: z.string(), version: z.number().int(), draft: draftSchema }),
)
export const unpublishSchema = named('Unpublish', z.object({}))

/** Where somebody else was faster. */
export const conflictSchema = named('Conflict', errorSchema.extend({ theirs: draftSchema.optional() }))

const shown = z.object({ id: z.string(), name: z.string(), text: z.string() }).nullable()
export const queueSchema = named(
  'Queue',
  z.object({
    waiting: z
      .array(
        z.object({
          id: z.string().describe(m.revision),
          comment: z.string(),
          number: z.number().int().describe(m.revisionNumber),
          name: z.string(),
          text: z.string(),
          createdAt: time,
          band: z.enum([...BAND_NAMES, 'unexamined']),
          language: z.string().nullable(),
          story: z.object({ id: z.string(), url: z.string().nullable(), headline: z.string() }),
          answers: shown.describe(m.answers),
          before: shown.describe(m.shownNow),
          signals: z.array(z.object({ phase: z.string(), state: z.string(), words: z.string(), weight: z.number() })),
        }),
      )
      .describe(m.oldestFirst),
    after,
  }),
)

export const decideSchema = named(
  'Decide',
  z.object({
    action: z.enum(['approve', 'reject']),
    reason: z.string().max(100).optional().describe(m.reasonCode),
    note: z.string().max(10_000).optional().describe(m.noteToAuthor),
  }),
)
export const decidedSchema = named(
  'Decided',
  z.object({
    decision: z.string(),
    comment: z.string(),
    undoUntil: time.describe(m.undoUntil),
  }),
)

export const settingsSchema = named('Settings', siteSettingsSchema)
export const peopleSchema = named(
  'People',
  z.object({
    people: z.array(
      z.object({ id: z.string(), name: z.string(), can: z.array(z.enum(SWITCHES)), suspended: z.boolean() }),
    ),
  }),
)
