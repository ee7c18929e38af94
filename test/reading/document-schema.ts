/** The shape of what `courant read --json` prints, with words for each part; docs/contracts/reading.schema.json is made of it. */
import { z } from 'zod'

const offset = z.int().min(0)
const place = {
  block: z.string().describe('The id of the block it stands in.'),
  from: offset.describe('Where it begins in the block’s text, in UTF-16 code units.'),
  to: offset.describe('Where it ends: the unit after its last.'),
}
const placeSchema = z.strictObject(place).describe('A range of a block’s text.')
const text = z.string().describe('The words that stand there.')

const statement = z.strictObject({
  id: z
    .string()
    .describe('Made of its block and its own words: it stays when other words change. Unique in a reading.'),
  kind: z
    .enum(['direct', 'reported', 'mixed'])
    .describe('direct: all in quotation marks. reported: in the writer’s words. mixed: some of both.'),
  content: z
    .array(placeSchema)
    .describe('What was said, in order, quotation marks included; several ranges where a quotation is split.'),
  quoted: z.array(placeSchema).describe('The words inside quotation marks, without the marks.'),
  speaker: z
    .strictObject({
      ...place,
      text,
      name: z.string().nullable().describe('The id of the name it stands for, where it stands for one.'),
      collective: z.boolean().describe('Several people, or a body of them.'),
    })
    .nullable()
    .describe('Who said it; null where the text does not say.'),
  cue: z
    .strictObject({
      ...place,
      text,
      polarity: z
        .enum(['neutral', 'doubtful', 'hostile'])
        .describe('What the cue does to the words: said, claimed, slammed.'),
    })
    .nullable()
    .describe('The verb or phrase that attributes it; null where a quotation stands without one in a speaker’s run.'),
  sources: z
    .array(
      z.strictObject({
        ...place,
        text,
        kind: z
          .enum(['document', 'channel', 'audience', 'condition'])
          .describe('A document, someone who passed it on, who was told, or a condition such as anonymity.'),
      }),
    )
    .describe('Through whom or what it reached the writer, beyond the speaker.'),
})

const name = z.strictObject({
  id: z.string().describe('Its kind and its words, as person:vladimir-putin. Unique in a reading.'),
  kind: z.enum(['person', 'organization', 'place']),
  name: z.string().describe('The fullest form in the text, without title or role.'),
  roles: z.array(z.string()).describe('Titles and roles as the text gives them, each once.'),
  mentions: z
    .array(z.strictObject({ ...place, how: z.enum(['name', 'role', 'pronoun']) }))
    .describe('Where it is spoken of, in order.'),
})

const time = z.strictObject({
  ...place,
  text,
  edtf: z
    .string()
    .nullable()
    .describe('What it means, in EDTF (ISO 8601-2), counted from the document’s day; null where it can’t be told.'),
  unresolved: z.string().nullable().describe('Why it can’t be told; null where it could.'),
})

const amount = z.strictObject({
  ...place,
  text,
  kind: z.enum(['money', 'percentage', 'count']),
  value: z.number(),
  upTo: z.number().nullable().describe('The other end of “3 to 5 million”; null where there is one number only.'),
  unit: z.string().describe('ISO 4217 for money, “%” or “percentage points”, else what is counted.'),
  of: z.string().nullable().describe('What the amount is of, where the text says so near it.'),
  bound: z.string().nullable().describe('“about”, “at least”, “up to” and the like; null where it is said flatly.'),
})

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

export const readingSchema = z.strictObject({
  edition: z.int().describe('Grows when the same text may read otherwise than before.'),
  date: z
    .strictObject({ day, from: z.enum(['given', 'text']) })
    .nullable()
    .describe('The day that times were counted from, given to the reading or found among the words.'),
  statements: z.array(statement),
  names: z.array(name),
  times: z.array(time),
  amounts: z.array(amount),
})

export const documentSchema = z
  .strictObject({
    file: z.string().describe('As it was named: a path, “-” for standard input, a story’s id.'),
    date: z
      .strictObject({
        day,
        from: z
          .enum(['option', 'story', 'page', 'text'])
          .describe('Who gave it: --date, the story’s own record, the page’s head, or a date among its words.'),
        sure: z.boolean().describe('False where it is only likely.'),
      })
      .nullable()
      .describe('The day that times are counted from; null where none is known.'),
    blocks: z
      .array(
        z.strictObject({
          id: z.string(),
          kind: z.enum(['headline', 'standfirst', 'caption', 'heading', 'paragraph', 'item', 'quote', 'credit']),
          text: z.string(),
        }),
      )
      .describe(
        'The words that were read, in reading order. A file’s blocks are numbered, a story’s have their own ids.',
      ),
    reading: readingSchema,
  })
  .describe('What courant read --json prints of one file or story: who says what, through whom and when.')

/** As JSON Schema, laid out as Biome does. Others may be lenient where our own tests are not: fields may be added in time. */
export function jsonSchemaOf(schema: z.ZodType): string {
  const made = z.toJSONSchema(schema, {
    override: ({ jsonSchema }) => {
      delete jsonSchema.additionalProperties
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum
    },
  })
  const lists = /\[\s+("[^"]*"(?:,\s+"[^"]*")*)\s+\]/g
  return `${JSON.stringify(made, null, 2).replace(lists, (_, words: string) => `[${words.replace(/\s+/g, ' ')}]`)}\n`
}
