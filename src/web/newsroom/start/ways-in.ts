import { listPasskeys } from '../../../access/index.ts'
import { readPassword } from '../../../people/index.ts'
import type { Database } from '../../../store/index.ts'

/** By what a person can come in again, beside a new link. */
export interface WaysIn {
  password: boolean
  passkey: boolean
}

export async function readWaysIn(db: Database, personId: string): Promise<WaysIn> {
  const [password, passkeys] = await Promise.all([
    readPassword(db, personId),
    listPasskeys(db, { kind: 'person', id: personId }),
  ])
  return { password: password !== null, passkey: passkeys.length > 0 }
}

/** Whether a person can come in again by themselves. */
export async function hasWayBack(db: Database, personId: string): Promise<boolean> {
  const { password, passkey } = await readWaysIn(db, personId)
  return password || passkey
}
