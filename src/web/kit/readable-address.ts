/** Refuses, before any route looks at it, an address that no database could be asked. */
import type { MiddlewareHandler } from 'hono'
import { errorMessages as m } from '../../messages/index.ts'
import type { Env, Web } from '../context.ts'
import { answerError } from './answer.ts'

/** Nobody types a NUL, and PostgreSQL keeps no text that has one: in a path it is no page of ours, in a question no words. */
export function readableOnly(web: Web): MiddlewareHandler<Env> {
  return async (c, next) => {
    const url = c.env.incoming.url ?? ''
    if (!hasNul(url)) return next()
    const end = url.indexOf('?')
    return hasNul(end < 0 ? url : url.slice(0, end))
      ? answerError(web, c, 404)
      : answerError(web, c, 400, { sentence: m.unreadableAddress })
  }
}

export const hasNul = (url: string): boolean => url.includes('%00')
