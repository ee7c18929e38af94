/** What is worked out of a draft's words, once for each of its numbers: they change with it only. */
import type { Draft } from '../../../story/index.ts'
import type { Web } from '../../context.ts'

/** So many are kept: few drafts are at work at a time, and whoever is at one asks for the same again and again. */
const MOST_KEPT = 32
const kept = new WeakMap<Web, Map<string, unknown>>()

/** What `make` answers for this draft as it is; `what` names it, and has in it all that it depends on beside the words. */
export function oncePerDraft<T>(web: Web, draft: Pick<Draft, 'id' | 'number'>, what: string, make: () => T): T {
  const all = kept.get(web) ?? new Map<string, unknown>()
  kept.set(web, all)
  const key = `${draft.id} ${draft.number} ${what}`
  const value = all.has(key) ? (all.get(key) as T) : make()
  all.delete(key)
  all.set(key, value)
  for (const oldest of all.keys()) {
    if (all.size <= MOST_KEPT) break
    all.delete(oldest)
  }
  return value
}
