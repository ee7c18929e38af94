/**
 * What somebody wrote in a form of the newsroom that could not be carried out:
 * it goes back with the answer, and through signing in, as fields of a page.
 * Nothing of it is kept here, so that nobody can fill anything by sending.
 */
import type { Call } from '../context.ts'
import { type Form, PAGE_FORM_LIMIT, readForm } from './form.ts'
import { writtenFieldsAt } from './written-fields.ts'

/** What waits to be done: a form of ours that was sent, or a page that was asked for (no fields). */
export interface Pending {
  /** A path under /newsroom/. */
  path: string
  fields: readonly (readonly [name: string, value: string])[] | null
}

/** A form with words in it. */
export type Kept = Pending & { fields: NonNullable<Pending['fields']> }

/**
 * What is read of somebody who is not signed in, in bytes: a story of the
 * greatest length fits, in any script. Who is signed in has a page's size.
 */
const SIGNED_OUT_LIMIT = 2 * 1024 * 1024
/** What of it goes through signing in, in bytes of UTF-8: each way in carries it once. */
const CARRIED_LIMIT = 1024 * 1024
/** The same as it comes back with a sign-in: packed, with twice as much for what JSON escapes. */
export const SIGN_IN_LIMIT = 3 * 1024 * 1024
/** No form of ours has more fields. */
const MOST_FIELDS = 200

/** Their own forms carry what waits meanwhile; a name, a password or a code is no word to give back. */
const DOORS = /^\/newsroom\/(sign-in|account)(\/|$)/

/** Whether a form that is sent to this path can hold words: its own, or those that it carries for another. */
export const canHoldWords = (path: string): boolean => DOORS.test(path) || writtenFieldsAt(path) !== null

/** As it came, with its escapes: a form leads there again, and no page holds what they stand for. */
const pathAsSent = (c: Call): string => (c.env.incoming.url ?? '').split('?', 1)[0] ?? ''

/** The words of the request at hand, where it is a form with some. */
export async function keptIn(c: Call): Promise<Kept | null> {
  const path = pathAsSent(c)
  if (c.req.method !== 'POST' || !canHoldWords(path)) return null
  const limit = c.get('person') ? PAGE_FORM_LIMIT : SIGNED_OUT_LIMIT
  const form = await readForm(c.env.incoming, limit).catch(() => null)
  return form && !('fault' in form) ? keptOf(path, form) : null
}

/** The words of the request at hand, which came without a session; or that they are too long to go through signing in. */
export async function keptSignedOut(c: Call): Promise<Kept | 'too long' | null> {
  const form = await readForm(c.env.incoming, SIGNED_OUT_LIMIT)
  if ('fault' in form) return form.fault === 'too large' ? 'too long' : null
  const kept = keptOf(pathAsSent(c), form)
  return kept && !canBeCarried(kept) ? 'too long' : kept
}

/** The words of a form that was sent to `path`: its own, or those that it carries for another. */
export function keptOf(path: string, form: Form): Kept | null {
  const { path: at, fields } = DOORS.test(path)
    ? readPending(form.get('path'), form.get('fields'))
    : { path, fields: form.fields() }
  const written = writtenFieldsAt(at)
  if (!written || !fields || fields.length > MOST_FIELDS) return null
  const hasWords = fields.some(([name, value]) => Object.hasOwn(written, name) && value.trim() !== '')
  return hasWords ? { path: at, fields } : null
}

/** What waits, as a value of a form's field: in letters that no page has to escape, whatever was written. */
export const packed = (fields: Pending['fields']): string =>
  fields === null ? '' : Buffer.from(JSON.stringify(fields)).toString('base64url')

/** Whether it can be carried through signing in. */
const canBeCarried = ({ fields }: Kept): boolean =>
  fields.reduce((sum, pair) => sum + Buffer.byteLength(pair.join('')), 0) <= CARRIED_LIMIT

/** What waited, as a form brings it back: only paths of the newsroom, and only pairs of texts. */
export function readPending(path: string, fields: string): Pending {
  const safe = /^\/newsroom\/[\w/-]*$/.test(path) ? path : '/newsroom/account'
  if (fields === '') return { path: safe, fields: null }
  try {
    const pairs = JSON.parse(Buffer.from(fields, 'base64url').toString()) as unknown
    const isPair = (one: unknown): one is [string, string] =>
      Array.isArray(one) && one.length === 2 && one.every((part) => typeof part === 'string')
    return { path: safe, fields: Array.isArray(pairs) && pairs.every(isPair) ? pairs : null }
  } catch {
    return { path: safe, fields: null }
  }
}
