/** openapi.json: the operations in the words of OpenAPI 3.1, from the schemas that they keep to. */
import * as z from 'zod'
import { apiMessages as m } from '../../../messages/index.ts'
import type { Scope } from '../../../programs/index.ts'
import type { Who } from '../../kit/address.ts'
import { components, errorSchema, type Operation } from './operation.ts'

const WHERE = '#/components/schemas/'

/** The whole description of these operations, of a site at `url`. */
export function describeApi(
  operations: readonly Operation[],
  url: string,
): { openapi: string; [part: string]: unknown } {
  const paths: Record<string, Record<string, object>> = {}
  for (const one of operations) {
    const path = one.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [one.method.toLowerCase()]: describe(one) }
  }
  return {
    openapi: '3.1.0',
    info: { title: m.title, version: '1', description: m.description },
    servers: [{ url }],
    paths,
    components: {
      schemas: describedComponents(operations),
      securitySchemes: { token: { type: 'http', scheme: 'bearer', description: m.tokens } },
    },
  }
}

function describe(one: Operation): object {
  const scope = scopeOf(one.who)
  const parameters = [
    ...[...one.path.matchAll(/:(\w+)/g)].map(([, name]) => ({
      name,
      in: 'path',
      required: true,
      schema: { type: 'string' },
    })),
    ...Object.entries(one.query?.shape ?? {}).map(([name, schema]) => ({
      name,
      in: 'query',
      required: false,
      schema: plain(z.toJSONSchema(schema as z.ZodType, { target: 'draft-2020-12' })),
    })),
  ]
  const statuses = [
    ...(one.query || one.body ? [400] : []),
    ...(scope ? [401, 403, 429] : []),
    ...(one.body ? [413, 415] : []),
    ...(one.mayAlso ?? []),
  ]
  return {
    operationId: one.id,
    summary: one.what,
    ...(scope ? { description: m.needsScope(scope), security: [{ token: [] }] } : {}),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(one.body ? { requestBody: { required: true, content: jsonOf(one.body) } } : {}),
    responses: {
      [one.status ?? 200]: { description: m.done, content: jsonOf(one.answer) },
      ...Object.fromEntries(
        [...new Set(statuses)]
          .sort()
          .map((status) => [status, { description: m.refused, content: jsonOf(errorSchema) }]),
      ),
    },
  }
}

const scopeOf = (who: Who): Scope | null => (typeof who === 'object' && 'program' in who ? who.program : null)

const jsonOf = (schema: z.ZodType) => ({ 'application/json': { schema: { $ref: `${WHERE}${idOf(schema)}` } } })

function idOf(schema: z.ZodType): string {
  const id = components.get(schema)?.id
  if (id === undefined) throw new Error('an operation with a schema that has no name')
  return id
}

/** What is taken is all that is taken; to what is answered fields may be added. */
function describedComponents(operations: readonly Operation[]): Record<string, object> {
  const { schemas } = z.toJSONSchema(components, { target: 'draft-2020-12', uri: (id) => `${WHERE}${id}` })
  const bodies = new Set(operations.flatMap(({ body }) => (body ? [idOf(body)] : [])))
  return Object.fromEntries(
    Object.entries(schemas)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([id, schema]) => [
        id,
        { ...(plain(schema) as object), ...(bodies.has(id) ? { additionalProperties: false } : {}) },
      ]),
  )
}

/** Without what has no meaning within another document, or would forbid what may be added. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(
        ([name, one]) => name !== '$schema' && name !== '$id' && !(name === 'additionalProperties' && one === false),
      )
      .map(([name, one]) => [name, plain(one)]),
  )
}
