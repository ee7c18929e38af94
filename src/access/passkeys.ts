/**
 * Passkeys (WebAuthn): a key pair in a device, which signs a challenge of ours
 * once its owner has shown themselves to it. That is two factors in one. Keys
 * are a person's of the staff or a reader's, and open nothing of the other kind.
 */

import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import { accessMessages as m } from '../messages/index.ts'
import type { Database, Store, Transaction } from '../store/index.ts'
import { showsSomething } from '../text/index.ts'
import { readStep, writeStep } from './passkey-steps.ts'

const MOST_PASSKEYS = 10

export type PasskeyOwner = { kind: 'person' | 'reader'; id: string }

/** Where keys count: the host's name, and the whole origin as the browser states it. */
export interface PasskeyPlace {
  host: string
  origin: string
  siteName: string
}

/** Null where the site has no name that keys could be bound to: they are not bound to numbers. */
export function passkeyPlace(url: string, siteName: string): PasskeyPlace | null {
  const { hostname, origin } = new URL(url)
  return /^[\d.]+$|^\[/.test(hostname) ? null : { host: hostname, origin, siteName }
}

export interface PasskeyLine {
  id: string
  name: string
  createdAt: number
  usedAt: number | null
}

const ownedBy = (owner: PasskeyOwner) => (owner.kind === 'person' ? ('person_id' as const) : ('reader_id' as const))

export async function listPasskeys(db: Database, owner: PasskeyOwner): Promise<PasskeyLine[]> {
  const rows = await db
    .selectFrom('passkeys')
    .selectAll()
    .where(ownedBy(owner), '=', owner.id)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ id: row.id, name: row.name, createdAt: row.created_at, usedAt: row.used_at }))
}

export async function removePasskey(
  tx: Transaction,
  owner: PasskeyOwner,
  id: string,
): Promise<{ name: string } | null> {
  const gone = await tx.rows
    .deleteFrom('passkeys')
    .where('id', '=', id)
    .where(ownedBy(owner), '=', owner.id)
    .returning('name')
    .executeTakeFirst()
  return gone ?? null
}

/** Takes away all keys of an owner who is to come in no more. */
export async function removePasskeysOf(tx: Transaction, owner: PasskeyOwner): Promise<void> {
  await tx.rows.deleteFrom('passkeys').where(ownedBy(owner), '=', owner.id).execute()
}

/** What the browser is asked to do, as JSON, and the step that its answer goes with. */
export interface PasskeyAsk {
  step: string
  options: object
}

/** Asks a device to make a key for an owner; `name` is what the device will show. */
export async function askForNewPasskey(
  store: Store,
  place: PasskeyPlace,
  { owner, name }: { owner: PasskeyOwner; name: string },
  now: number,
): Promise<PasskeyAsk> {
  const { generateRegistrationOptions } = await import('@simplewebauthn/server')
  const known = await listPasskeys(store.db, owner)
  const options = await generateRegistrationOptions({
    rpName: place.siteName,
    rpID: place.host,
    userID: new TextEncoder().encode(`${owner.kind}:${owner.id}`),
    userName: name,
    userDisplayName: name,
    attestationType: 'none',
    excludeCredentials: known.map(({ id }) => ({ id })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  return {
    step: await writeStep(
      store,
      { purpose: `new ${owner.kind} passkey`, ownerId: owner.id, challenge: options.challenge },
      now,
    ),
    options,
  }
}

/** Asks any device that holds a key of this site to sign. */
export async function askForPasskey(
  store: Store,
  place: PasskeyPlace,
  kind: PasskeyOwner['kind'],
  now: number,
): Promise<PasskeyAsk> {
  const { generateAuthenticationOptions } = await import('@simplewebauthn/server')
  const options = await generateAuthenticationOptions({ rpID: place.host, userVerification: 'required' })
  return {
    step: await writeStep(store, { purpose: `${kind} passkey`, ownerId: null, challenge: options.challenge }, now),
    options,
  }
}

/**
 * Keeps the key that a device has made, or says in a sentence why not.
 * `inTheSame` is done before, in the same transaction; where it has something
 * against it, nothing is kept.
 */
export async function keepPasskey(
  store: Store,
  place: PasskeyPlace,
  { owner, step, answer, name }: { owner: PasskeyOwner; step: string; answer: string; name: string },
  now: number,
  inTheSame: (tx: Transaction) => Promise<{ problem: string } | null> = async () => null,
): Promise<{ problem: string } | null> {
  const response = parse<RegistrationResponseJSON>(answer)
  const begun = await readStep(store, step, `new ${owner.kind} passkey`, now)
  if (!response || !begun || begun.ownerId !== owner.id) return { problem: m.passkeyFailed }
  const { verifyRegistrationResponse } = await import('@simplewebauthn/server')
  const verified = await verifyRegistrationResponse({
    response,
    expectedChallenge: begun.challenge,
    expectedOrigin: place.origin,
    expectedRPID: place.host,
    requireUserVerification: true,
  }).catch(() => null)
  if (!verified?.verified) return { problem: m.passkeyFailed }
  const { credential } = verified.registrationInfo
  return store.transaction(now, async (tx) => {
    if (!(await begun.useOnce(tx))) return { problem: m.passkeyFailed }
    if ((await listPasskeys(tx.rows, owner)).length >= MOST_PASSKEYS)
      return { problem: m.tooManyPasskeys(MOST_PASSKEYS) }
    const known = await tx.rows.selectFrom('passkeys').select('id').where('id', '=', credential.id).executeTakeFirst()
    if (known) return { problem: m.passkeyIsHere }
    const problem = await inTheSame(tx)
    if (problem) return problem
    await tx.rows
      .insertInto('passkeys')
      .values({
        id: credential.id,
        person_id: owner.kind === 'person' ? owner.id : null,
        reader_id: owner.kind === 'reader' ? owner.id : null,
        public_key: Buffer.from(credential.publicKey).toString('base64url'),
        counter: credential.counter,
        transports_json: JSON.stringify(credential.transports ?? []),
        name: showsSomething(name) ? name.trim().slice(0, 80) : m.device,
        created_at: now,
        used_at: null,
      })
      .execute()
    return null
  })
}

/** Whose key signed, or a sentence that says what to do. */
export async function checkPasskey(
  store: Store,
  place: PasskeyPlace,
  { kind, step, answer }: { kind: PasskeyOwner['kind']; step: string; answer: string },
  now: number,
): Promise<{ ownerId: string } | { problem: string }> {
  const response = parse<AuthenticationResponseJSON>(answer)
  const begun = await readStep(store, step, `${kind} passkey`, now)
  if (!response || !begun) return { problem: m.passkeyFailed }
  const row = await store.db
    .selectFrom('passkeys')
    .selectAll()
    .where('id', '=', String(response.id).slice(0, 1400))
    .executeTakeFirst()
  const ownerId = kind === 'person' ? row?.person_id : row?.reader_id
  if (!row || !ownerId) return { problem: m.unknownPasskey }
  const { verifyAuthenticationResponse } = await import('@simplewebauthn/server')
  const verified = await verifyAuthenticationResponse({
    response,
    expectedChallenge: begun.challenge,
    expectedOrigin: place.origin,
    expectedRPID: place.host,
    credential: {
      id: row.id,
      publicKey: new Uint8Array(Buffer.from(row.public_key, 'base64url')),
      counter: row.counter,
    },
    requireUserVerification: true,
  }).catch(() => null)
  if (!verified?.verified) return { problem: m.passkeyFailed }
  const { newCounter } = verified.authenticationInfo
  return store.transaction(now, async (tx) => {
    if (!(await begun.useOnce(tx))) return { problem: m.passkeyFailed }
    await tx.rows.updateTable('passkeys').set({ counter: newCounter, used_at: now }).where('id', '=', row.id).execute()
    return { ownerId }
  })
}

function parse<T extends { id: string }>(answer: string): T | null {
  try {
    const value = JSON.parse(answer) as T
    // A key's id is base64url; anything else is no device's, and may not be text that a database takes.
    return typeof value?.id === 'string' && /^[\w-]+$/.test(value.id) ? value : null
  } catch {
    return null
  }
}
