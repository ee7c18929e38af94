/**
 * One address of /api/v1, as one value: the table of addresses, the checks of
 * what comes in, the type of what goes out and openapi.json are all made of it.
 */
import * as z from 'zod'
import { apiFieldMessages as m } from '../../../messages/index.ts'
import type { Address } from '../../kit/address.ts'
import type { ErrorStatus } from '../../kit/answer.ts'

export interface Operation<
  Q extends z.ZodObject = z.ZodObject,
  B extends z.ZodObject = z.ZodObject,
  A extends z.ZodType = z.ZodType,
> extends Address {
  /** Its name for programs that are written from openapi.json. */
  id: string
  /** What may stand after "?", each once; absent where nothing may. */
  query?: Q
  /** What is sent; absent where nothing is. Its fields and those within it are all that are taken. */
  body?: B
  /** Of what is sent, in bytes; absent for a small one. */
  limit?: number
  answer: A
  /** Where it is not 200. */
  status?: 201
  /** What may go wrong besides what may at every address of its kind. */
  mayAlso?: readonly ErrorStatus[]
}

export const operation = <Q extends z.ZodObject, B extends z.ZodObject, A extends z.ZodType>(
  one: Operation<Q, B, A>,
): Operation<Q, B, A> => one

/** The schemas that have a name in openapi.json. */
export const components = z.registry<{ id: string }>()

export const named = <S extends z.ZodType>(id: string, schema: S): S => {
  components.add(schema, { id })
  return schema
}

/** The one shape of every error. */
export const errorSchema = named(
  'Error',
  z.object({
    error: z.object({
      status: z.number().int(),
      title: z.string(),
      sentence: z.string().describe(m.sentence),
    }),
  }),
)

/** Milliseconds since the epoch as ISO 8601 in UTC, as every time is answered. */
export const time = z.string().describe(m.time)

const MOST_AT_ONCE = 100

/** Of lists that are answered part by part. */
export const pageQuery = z.object({
  after: z.string().max(200).optional().describe(m.afterAsked),
  limit: z.coerce.number().int().min(1).max(MOST_AT_ONCE).optional().describe(m.limit),
})

export const AT_ONCE = 50

/** Where a list goes on; null at its end. */
export const after = z.string().nullable().describe(m.after)
