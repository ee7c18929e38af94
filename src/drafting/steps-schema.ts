/** What the steps of a batch may be, as they come from a browser. */
import * as z from 'zod'
import { contentSchema } from '../story/index.ts'
import type { Step } from './step.ts'

const { body, ...fields } = contentSchema.shape
const block = body.element
const id = z.string().max(64)

const fieldSteps = Object.entries(fields).map(([field, value]) =>
  z.object({ type: z.literal('field'), field: z.literal(field), value }),
)
const put = z.object({ type: z.literal('put'), block, after: id.nullable().optional() })
const drop = z.object({ type: z.literal('drop'), id })

export const stepSchema = z.union([put, drop, ...fieldSteps]) as unknown as z.ZodType<Step>
