/** The one way to read JSON that a page's own script has sent: bounded, strictly UTF-8, checked against a schema. */
import type * as z from 'zod'
import { draftingMessages as m } from '../../../messages/index.ts'
import type { Call, Web } from '../../context.ts'
import { answerUnread } from '../../kit/answer.ts'
import { readJson } from '../../kit/json/read-json.ts'

/** Goes on with what was sent, of at most `limit` bytes, or answers what is wrong with it. */
export async function withJson<T>(
  web: Web,
  c: Call,
  { schema, limit }: { schema: z.ZodType<T>; limit: number },
  work: (value: T) => Promise<Response>,
): Promise<Response> {
  const sent = await readJson(c.env.incoming, limit)
  if ('fault' in sent && sent.fault !== 'not JSON') return answerUnread(web, c, { fault: sent.fault })
  const read = schema.safeParse('value' in sent ? sent.value : undefined)
  return read.success ? work(read.data) : c.json({ why: 'unreadable', say: m.unreadable }, 400)
}
