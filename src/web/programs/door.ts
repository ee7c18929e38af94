/** The door of programs: a token in the Authorization header, and nothing else. */
import { PROGRAM_ACTS } from '../../access/index.ts'
import { programMessages as m } from '../../messages/index.ts'
import { type ComesIn, comeIn, mayActNow, mayThrough, type Scope } from '../../programs/index.ts'
import type { Call, Web } from '../context.ts'
import { answerError, type ErrorStatus, isReading } from '../kit/answer.ts'
import { networkKeysOf } from '../kit/sender.ts'
import { NOT_ALLOWED } from '../newsroom/kit/guard.ts'
import { shortDay } from '../site/kit/format.ts'
import { readSite } from '../site/kit/site.ts'

/** Longer than any token of ours. */
const LONGEST = 200

/** Lets only a program with that scope through, and the request carries it and its person from here on. */
export async function refuseProgram(web: Web, c: Call, scope: Scope): Promise<Response | null> {
  // Whatever is answered is for this program alone: no other site's page may show or keep it.
  c.header('cross-origin-resource-policy', 'same-origin')
  if (c.req.url.includes('courant_')) return refuse(web, c, 400, m.inAddress)
  const header = c.req.header('authorization')
  if (header === undefined) return refuse(web, c, 401, m.noToken)
  const token = tokenIn(header)
  if (token === null) return refuse(web, c, 401, m.notAToken)
  const { today: network } = await networkKeysOf(web, c)
  const came = await comeIn(web.store, { token, network }, web.now())
  if (came.kind !== 'in') return refuse(web, c, came.kind === 'too many' ? 429 : 401, await whyNot(web, came))
  const { program, person } = came
  if (!program.scopes.includes(scope)) return refuse(web, c, 403, m.needsThatScope(m.scopes[scope]))
  if (!mayThrough(person, scope)) return refuse(web, c, 403, m.personMayNot(person.name, m.scopes[scope]))
  if (!isReading(c) && !(await mayActNow(web.store, program.id, web.now())))
    return refuse(web, c, 429, m.tooManyActs(PROGRAM_ACTS))
  c.set('person', person)
  c.set('program', program)
  return null
}

/** What stands after “Bearer”, where it looks like a token of ours. */
function tokenIn(header: string): string | null {
  const [scheme = '', token = '', ...more] = header.trim().split(' ')
  const isOurs = token.startsWith('courant_') && token.length <= LONGEST
  return scheme.toLowerCase() === 'bearer' && isOurs && more.length === 0 ? token : null
}

async function whyNot(web: Web, came: Exclude<ComesIn, { kind: 'in' }>): Promise<string> {
  switch (came.kind) {
    case 'unknown':
      return m.unknown
    case 'ended':
      return m.ended(shortDay(await readSite(web), came.at))
    case 'suspended':
      return m.suspended(came.name)
    case 'too many':
      return m.tooManyTokens
  }
}

function refuse(web: Web, c: Call, status: ErrorStatus, sentence: string): Promise<Response> {
  if (status === 401) c.header('www-authenticate', 'Bearer')
  return answerError(web, c, status, { ...(status === 403 ? { title: NOT_ALLOWED } : {}), sentence })
}
