/** What is wrong with what a program sent, in one sentence that names the field. */
import type * as z from 'zod'
import { apiMessages as m } from '../../../messages/index.ts'

/** The values that a schema makes of what was sent, or the sentence. Whatever it does not know is refused by its name. */
export function readAs<S extends z.ZodObject>(schema: S, sent: unknown): { value: z.output<S> } | { problem: string } {
  const read = schema.safeParse(sent)
  if (!read.success) return { problem: sentenceOf(read.error.issues[0], sent) }
  const unknown = unknownField(sent, read.data, [])
  if (unknown === null) return { value: read.data }
  const fields = unknown.length === 1 ? Object.keys(schema.shape) : []
  return { problem: m.unknownField(nameOf(unknown), fields) }
}

type Issue = z.core.$ZodIssue

function sentenceOf(issue: Issue | undefined, sent: unknown): string {
  if (!issue || issue.path.length === 0) return m.notAnObject
  const name = nameOf(issue.path)
  switch (issue.code) {
    case 'invalid_type':
      return valueAt(sent, issue.path) === undefined ? m.missing(name) : m.wrongType(name, issue.expected)
    case 'invalid_value':
      return m.oneOf(name, issue.values.map(String))
    case 'too_big':
      return m.atMost(name, Number(issue.maximum))
    case 'too_small':
      return m.atLeast(name, Number(issue.minimum))
    default:
      return m.wrongForm(name)
  }
}

const valueAt = (sent: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce((value, name) => (value as Record<PropertyKey, unknown> | null | undefined)?.[name], sent)

const nameOf = (path: readonly PropertyKey[]): string => path.map(String).join('.')

/** The first field of what was sent of which the schema made nothing. It goes no deeper than what the schema knows. */
function unknownField(sent: unknown, taken: unknown, path: readonly string[]): string[] | null {
  if (typeof sent !== 'object' || sent === null || typeof taken !== 'object' || taken === null) return null
  for (const [name, value] of Object.entries(sent)) {
    const here = [...path, name]
    if (!Object.hasOwn(taken, name)) return here
    const within = unknownField(value, (taken as Record<string, unknown>)[name], here)
    if (within) return within
  }
  return null
}
