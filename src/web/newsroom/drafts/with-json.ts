/** The one way to read JSON that a page's own script has sent: bounded, strictly UTF-8, checked against a schema. */
import type { z } from 'zod'
import { draftingMessages as m } from '../../../messages/index.ts'
import type { Call, Web } from '../../context.ts'
import { answerUnread } from '../../kit/answer.ts'
import { readBody } from '../../kit/form.ts'

/** Goes on with what was sent, of at most `limit` bytes, or answers what is wrong with it. */
export async function withJson<T>(
  web: Web,
  c: Call,
  { schema, limit }: { schema: z.ZodType<T>; limit: number },
  work: (value: T) => Promise<Response>,
): Promise<Response> {
  const bytes = await readBody(c.env.incoming, limit)
  if (!bytes) return answerUnread(web, c, { fault: 'too large' })
  const text = decoded(bytes)
  if (text === null) return answerUnread(web, c, { fault: 'not UTF-8' })
  const read = schema.safeParse(parsed(text))
  return read.success ? work(read.data) : c.json({ why: 'unreadable', say: m.unreadable }, 400)
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** NUL is left out, as it is of every form: PostgreSQL keeps no text that has one. Undefined where it is no JSON. */
function parsed(text: string): unknown {
  try {
    return text.includes('\\u0000')
      ? JSON.parse(text, (_, value) => (typeof value === 'string' ? value.replaceAll('\0', '') : value))
      : JSON.parse(text)
  } catch {
    return undefined
  }
}
