/** One line of the table of addresses: a method, a path, and whom it lets in. */
import type { Switch } from '../../people/index.ts'
import type { Scope } from '../../programs/index.ts'

export type Method = 'GET' | 'POST' | 'PATCH'

/**
 * Whom an address lets in:
 * anyone; whoever holds a key, which stands in the address or the form and opens
 * one thing; a reader who is signed in, to what is theirs; everyone of the staff;
 * those of the staff who have all of these switches; those who may write, to a
 * story of their own, or to anyone's where they may edit others' (and, where it
 * says so, moderators to any); to the site's own pages and menus whoever may
 * publish or change settings; a program whose token has that scope, as far as
 * the person in whose name it acts may do that.
 */
export type Who =
  | 'anyone'
  | 'a key'
  | 'reader'
  | 'staff'
  | readonly Switch[]
  | 'own story'
  | 'own story, or moderate'
  | 'publish or settings'
  | { program: Scope }

export interface Address {
  method: Method
  /** As Hono writes patterns. */
  path: string
  who: Who
  /** What is there, in a few words for the documents. */
  what: string
  /** Only for staff who signed in, or showed anew that it is they, within the hour. */
  proof?: true
}

const line =
  (method: Method) =>
  (path: string, who: Who, what: string, more: Pick<Address, 'proof'> = {}): Address => ({
    method,
    path,
    who,
    what,
    ...more,
  })

export const get = line('GET')
export const post = line('POST')
