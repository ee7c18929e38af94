/** Puts an operation behind its address: what comes in is checked by its schemas, and what goes out typed by them. */
import type { Hono } from 'hono'
import type * as z from 'zod'
import { apiMessages as m } from '../../../messages/index.ts'
import type { Call, Env, Web } from '../../context.ts'
import { answerError, type ErrorStatus, type ErrorWords } from '../../kit/answer.ts'
import { FORM_LIMIT } from '../../kit/form.ts'
import { readJson } from '../../kit/json/read-json.ts'
import type { Operation } from './operation.ts'
import { readAs } from './what-is-wrong.ts'

/** Why it was not done. */
export interface Refusal extends ErrorWords {
  refused: ErrorStatus
}

interface Asked<Q extends z.ZodObject, B extends z.ZodObject> {
  c: Call
  query: z.output<Q>
  body: z.output<B>
}

/** `work` answers the value that its schema describes, why it was not done, or a whole answer. */
export function addOperation<Q extends z.ZodObject, B extends z.ZodObject, A extends z.ZodType>(
  app: Hono<Env>,
  web: Web,
  one: Operation<Q, B, A>,
  work: (asked: Asked<Q, B>) => Promise<{ value: z.input<A> } | Refusal | Response>,
): void {
  app.on(one.method, one.path, async (c) => {
    const query = one.query ? readQuery(one.query, c) : { value: {} }
    if ('problem' in query) return answerError(web, c, 400, { sentence: query.problem })
    const body = one.body ? await readSent(one.body, c, one.limit ?? FORM_LIMIT) : { value: {} }
    if ('problem' in body) return answerError(web, c, body.status, { sentence: body.problem })
    const done = await work({ c, query: query.value as z.output<Q>, body: body.value as z.output<B> })
    if (done instanceof Response) return done
    if ('refused' in done) {
      const { refused, ...words } = done
      return answerError(web, c, refused, words)
    }
    return c.body(`${JSON.stringify(done.value)}\n`, one.status ?? 200, {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
    })
  })
}

function readQuery<Q extends z.ZodObject>(schema: Q, c: Call): { value: z.output<Q> } | { problem: string } {
  const given = c.req.queries()
  const twice = Object.keys(given).find((name) => (given[name]?.length ?? 0) > 1)
  if (twice !== undefined) return { problem: m.giveOnce(twice) }
  return readAs(schema, Object.fromEntries(Object.entries(given).map(([name, [value]]) => [name, value])))
}

async function readSent<B extends z.ZodObject>(
  schema: B,
  c: Call,
  limit: number,
): Promise<{ value: z.output<B> } | { problem: string; status: 400 | 413 | 415 }> {
  if (!/^application\/json\b/i.test(c.req.header('content-type') ?? '')) return { problem: m.sendJson, status: 415 }
  const sent = await readJson(c.env.incoming, limit)
  if ('fault' in sent)
    return sent.fault === 'too large'
      ? { problem: m.tooLarge(limit), status: 413 }
      : { problem: sent.fault === 'not JSON' ? m.notJson : m.brokenCharacters, status: 400 }
  const read = readAs(schema, sent.value)
  return 'problem' in read ? { problem: read.problem, status: 400 } : read
}
