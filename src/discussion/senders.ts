/**
 * Whom comments come from, as far as it has to be known to count them. No
 * address is kept: only a hash of its network, keyed with a random salt that is
 * another one every day. Once a day's salt is thrown away (forget-senders.ts)
 * nobody can tell any more which network a key of that day stood for.
 */
import { createHmac, randomBytes } from 'node:crypto'
import type { Store } from '../store/index.ts'

export const DAY = 24 * 60 * 60 * 1000

/** Days since 1970 (UTC). */
export const dayOf = (time: number): number => Math.floor(time / DAY)

/** The keys that a sender is known by, 22 characters each. */
export interface SenderKeys {
  /** What a comment that comes now is kept under. */
  today: string
  /** Both days', so that midnight lets nobody begin to count anew. */
  recent: string[]
}

/** The keys of all addresses of one network (IPv4 /24, IPv6 /48); they tell nothing about the address. */
export async function senderKeys(store: Store, address: string, now: number): Promise<SenderKeys> {
  const [today, yesterday] = await saltsOf(store, dayOf(now))
  const keyOf = (salt: Buffer) =>
    createHmac('sha256', salt).update(networkOf(address)).digest().subarray(0, 16).toString('base64url')
  const key = keyOf(today)
  return { today: key, recent: yesterday ? [key, keyOf(yesterday)] : [key] }
}

type Salts = [today: Buffer, yesterday: Buffer | null]

/** The last day's salts that this process has read, for each database that it works on. */
const known = new WeakMap<Store, { day: number; salts: Promise<Salts> }>()

function saltsOf(store: Store, day: number): Promise<Salts> {
  const last = known.get(store)
  if (last?.day === day) return last.salts
  const salts = readSalts(store, day)
  known.set(store, { day, salts })
  salts.catch(() => known.delete(store))
  return salts
}

/** Reads the salts, or makes today's: in a transaction of its own, so that what is remembered is on disk. */
async function readSalts(store: Store, day: number): Promise<Salts> {
  const rows = () =>
    store.db
      .selectFrom('sender_salts')
      .select(['day', 'salt'])
      .where('day', 'in', [day, day - 1])
      .execute()
  let found = await rows()
  if (!found.some((row) => row.day === day)) {
    await store.transaction(day * DAY, async (tx) => {
      // Another process may be as far at this very moment; whoever comes first has made it for both.
      await tx.rows
        .insertInto('sender_salts')
        .values({ day, salt: randomBytes(32).toString('base64url') })
        .onConflict((conflict) => conflict.column('day').doNothing())
        .execute()
    })
    found = await rows()
  }
  const saltOf = (which: number) => {
    const row = found.find((one) => one.day === which)
    return row ? Buffer.from(row.salt, 'base64url') : null
  }
  const today = saltOf(day)
  if (!today) throw new Error(`the salt of day ${day} was made and is not there`)
  return [today, saltOf(day - 1)]
}

/** An address without the part that names one household: 203.0.113.0/24, 2001:db8:1::/48. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address
  if (/^\d+\.\d+\.\d+\.\d+$/.test(mapped)) return `${mapped.split('.').slice(0, 3).join('.')}.0/24`
  const [head = '', tail] = mapped.toLowerCase().split('%')[0]!.split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail === undefined || tail === '' ? [] : tail.split(':')
  const groups = [...left, ...Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0'), ...right]
  return `${groups
    .slice(0, 3)
    .map((group) => Number.parseInt(group || '0', 16).toString(16))
    .join(':')}::/48`
}
