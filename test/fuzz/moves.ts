/**
 * What may be sent, as numbers and values: which page, form or address a number
 * means is found when it is played, since only then is it known what there is.
 */
import fc from 'fast-check'
import { oddBytes, oddName, oddNumber, oddText } from './odd.ts'

export const ROLES = ['nobody', 'reader', 'editor', 'reporter', 'moderator'] as const
export type Role = (typeof ROLES)[number]

const nat = fc.nat(1_000_000)

export interface Change {
  at: 'field' | 'path' | 'query' | 'method' | 'header' | 'cookie' | 'encoding'
  how: string
  pick: number
  value: string
}

const changing = (
  at: Change['at'],
  hows: readonly string[],
  value = fc.oneof(oddText, oddNumber),
): fc.Arbitrary<Change> => fc.record({ at: fc.constant(at), how: fc.constantFrom(...hows), pick: nat, value })

const METHODS = ['HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND', 'get', 'CONNECT', '']
const HEADERS = [
  'Accept',
  'Accept',
  'Accept',
  'Accept-Encoding',
  'Accept-Language',
  'If-None-Match',
  'If-Modified-Since',
  'Range',
  'Origin',
  'Referer',
  'Sec-Fetch-Site',
  'X-Forwarded-For',
  'X-Forwarded-Proto',
  'Host',
  'User-Agent',
  'Content-Encoding',
  'Expect',
  'Upgrade',
  'Connection',
  'X-HTTP-Method-Override',
  'Transfer-Encoding',
  'Content-Length',
]
const ENCODINGS = [
  'multipart',
  'multipart',
  'urlencoded',
  'json',
  'text',
  'none',
  'charset',
  'boundary',
  'unended',
  'file',
  'disposition',
]

const change: fc.Arbitrary<Change> = fc.oneof(
  { weight: 8, arbitrary: changing('field', ['odd']) },
  { weight: 6, arbitrary: changing('field', ['drop', 'double', 'empty', 'another id', 'more']) },
  { weight: 1, arbitrary: changing('field', ['name'], oddName) },
  {
    weight: 2,
    arbitrary: changing('path', ['segment', 'raw', 'slash', 'dots', 'end', 'long', 'another id', 'double']),
  },
  { weight: 2, arbitrary: changing('query', ['odd', 'raw', 'known']) },
  { weight: 1, arbitrary: changing('method', METHODS) },
  { weight: 2, arbitrary: changing('header', HEADERS, oddText) },
  { weight: 1, arbitrary: changing('cookie', ['odd', 'huge', 'double', 'none', 'name'], oddText) },
  { weight: 2, arbitrary: changing('encoding', ENCODINGS, oddText) },
)

const acting = (act: Move['what']['act']): fc.Arbitrary<Move['what']> =>
  fc.record({ act: fc.constant(act), pick: nat, which: nat })

const act = fc.oneof(
  { weight: 3, arbitrary: acting('visit') },
  { weight: 2, arbitrary: acting('address') },
  { weight: 6, arbitrary: acting('submit') },
  { weight: 1, arbitrary: acting('bytes') },
)

export interface Move {
  role: Role
  what: { act: 'visit' | 'address' | 'submit' | 'bytes'; pick: number; which: number }
  /** Chooses among a field's values, and what is typed where a person would type. */
  choices: number[]
  typed: string[]
  bytes: Uint8Array
  changes: readonly Change[]
  network: number
  /** Until the next, in milliseconds. */
  wait: number
}

export const move: fc.Arbitrary<Move> = fc.record({
  role: fc.constantFrom<Role>(...ROLES, 'editor'),
  what: act,
  choices: fc.array(nat, { minLength: 6, maxLength: 6 }),
  typed: fc.array(oddText, { minLength: 2, maxLength: 2 }),
  bytes: oddBytes,
  changes: fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    { weight: 4, arbitrary: fc.array(change, { minLength: 1, maxLength: 1 }) },
    { weight: 2, arbitrary: fc.array(change, { minLength: 2, maxLength: 4 }) },
  ),
  network: nat,
  wait: fc.nat(40_000),
})
