/** Keeping old addresses: in bulk by an import, by hand by an editor. */
import { redirectMessages as m } from '../messages/index.ts'
import { noteAct } from '../people/index.ts'
import type { Store, Transaction } from '../store/index.ts'
import { isOwnPath, readUrl } from '../text/index.ts'
import { addressKey, withoutQuery } from './address.ts'
import { ownKey } from './find.ts'

/** An address as the old site had it (a path with its query, or in full), and the path, full address or story that it leads to. */
export type Redirect = { from: string } & ({ to: string } | { storyId: string })

/** What an import could not keep, and the sentence that says why. */
export interface NotKept {
  from: string
  why: string
}

/** In code units: as long as browsers take. */
const LONGEST_TARGET = 2000
/** So many are written by one statement. */
const AT_ONCE = 500

/**
 * Keeps them in the transaction of an import. What an editor made by hand stays as it is; of two that are alike in one
 * call the first counts, and one of a later call takes the place of an earlier one that led elsewhere. Answers how many
 * were taken, and which could not be.
 */
export async function keepRedirects(
  tx: Transaction,
  redirects: readonly Redirect[],
  { by, importId }: { by: string | null; importId: string },
): Promise<{ kept: number; left: NotKept[] }> {
  const left: NotKept[] = []
  const rows = new Map<string, Row>()
  for (const redirect of redirects) {
    const checked = checkRedirect(redirect, '')
    if ('problem' in checked) left.push({ from: redirect.from, why: checked.problem })
    else if (!rows.has(checked.address))
      rows.set(checked.address, { ...checked, import_id: importId, made_at: tx.now, made_by: by })
  }
  const all = [...rows.values()]
  for (let at = 0; at < all.length; at += AT_ONCE)
    await tx.rows
      .insertInto('redirects')
      .values(all.slice(at, at + AT_ONCE))
      .onConflict((conflict) =>
        conflict
          .column('address')
          .doUpdateSet(({ ref }) => ({
            target: ref('excluded.target'),
            story_id: ref('excluded.story_id'),
            import_id: ref('excluded.import_id'),
            made_at: ref('excluded.made_at'),
            made_by: ref('excluded.made_by'),
          }))
          .where('redirects.import_id', 'is not', null)
          .where(({ or, eb, fn, ref, val }) =>
            or([
              eb('redirects.target', '!=', ref('excluded.target')),
              eb(fn.coalesce('redirects.story_id', val('')), '!=', fn.coalesce('excluded.story_id', val(''))),
            ]),
          ),
      )
      .execute()
  return { kept: all.length, left }
}

/** Lets go of all that an import brought, as it is undone. */
export async function dropRedirectsOf(tx: Transaction, importId: string): Promise<void> {
  await tx.rows.deleteFrom('redirects').where('import_id', '=', importId).execute()
}

export interface TypedRedirect {
  /** Where it stands in what was pasted, from 1. */
  line: number
  from: string
  to: string
}

/**
 * Keeps what an editor typed or pasted, each by itself: one that can't be is answered with its line and a sentence, and
 * the others are kept. One that is there already leads to the new place from then on.
 */
export async function addRedirects(
  store: Store,
  { redirects, by, siteUrl }: { redirects: readonly TypedRedirect[]; by: string; siteUrl: string },
  now: number,
): Promise<{ kept: number; problems: { line: number; sentence: string }[] }> {
  const problems: { line: number; sentence: string }[] = []
  const rows = new Map<string, Checked>()
  for (const { line, ...redirect } of redirects) {
    const checked = checkRedirect(redirect, siteUrl)
    if ('problem' in checked) problems.push({ line, sentence: checked.problem })
    else if (rows.has(checked.address)) problems.push({ line, sentence: m.twice(checked.address) })
    else rows.set(checked.address, checked)
  }
  await store.transaction(now, async (tx) => {
    if (rows.size === 0) return
    const all = [...rows.values()].map((row) => ({ ...row, import_id: null, made_at: now, made_by: by }))
    for (let at = 0; at < all.length; at += AT_ONCE) {
      const some = all.slice(at, at + AT_ONCE)
      await tx.rows
        .deleteFrom('redirects')
        .where(
          'address',
          'in',
          some.map(({ address }) => address),
        )
        .execute()
      await tx.rows.insertInto('redirects').values(some).execute()
    }
    const [first] = all
    const detail = all.length === 1 && first ? m.logAdded(first.address, first.target) : m.logAddedMany(all.length)
    await noteAct(tx, { by, act: 'settings.redirect-added', about: null, detail })
  })
  return { kept: rows.size, problems }
}

/** Removes one by its address as it is kept; false where it is not there (any more). */
export const removeRedirect = (
  store: Store,
  { address, by }: { address: string; by: string },
  now: number,
): Promise<boolean> =>
  store.transaction(now, async (tx) => {
    const { numDeletedRows } = await tx.rows.deleteFrom('redirects').where('address', '=', address).executeTakeFirst()
    if (numDeletedRows === 0n) return false
    await noteAct(tx, { by, act: 'settings.redirect-removed', about: null, detail: m.logRemoved(address) })
    return true
  })

interface Checked {
  address: string
  target: string
  story_id: string | null
}
type Row = Checked & { import_id: string | null; made_at: number; made_by: string | null }

/** Addresses of the program's own, at which no old address is ever asked for. */
const OWN = /^\/(?:newsroom|api)(?:\/|$)/

/** One as it is kept, or why it can't be, in one sentence. */
function checkRedirect(redirect: Redirect, siteUrl: string): Checked | { problem: string } {
  const address = addressKey(redirect.from)
  if (address === null) return { problem: m.noAddress(redirect.from) }
  if (address === '/') return { problem: m.notTheFrontPage }
  if (OWN.test(withoutQuery(address))) return { problem: m.notOurs(address) }
  if ('storyId' in redirect) return { address, target: '', story_id: redirect.storyId }
  const target = redirect.to.trim()
  const isFull = /^https?:\/\//i.test(target) && readUrl(target) !== null
  if (target.length > LONGEST_TARGET || !(isFull || isOwnPath(target))) return { problem: m.noTarget(redirect.to) }
  if (ownKey(target, siteUrl) === address) return { problem: m.toItself(address) }
  return { address, target, story_id: null }
}
