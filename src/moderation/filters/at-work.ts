/** The rules that are at work, ready in memory: read once a store, and again when they change in this or another process. */
import type { Database, EventKind, Store, Transaction } from '../../store/index.ts'
import { readRulesAtWork } from './keep-rules.ts'
import { type KnownReaders, readKnownReaders } from './known-readers.ts'
import { type Matcher, matcherOf } from './matcher.ts'
import type { RuleWords } from './rule.ts'

export interface AtWork {
  readonly rules: readonly (RuleWords & { readonly matches: Matcher })[]
  readonly knownReaders: KnownReaders | null
}

const CHANGES: readonly EventKind[] = ['rules.changed', 'known-readers.changed', 'missed']

const shelves = new WeakMap<object, (tx: Transaction) => Promise<AtWork>>()

/** What is at work now, as the transaction sees it: it may have changed something itself. */
export const rulesAtWork = (tx: Transaction): Promise<AtWork> => shelves.get(tx.shelf)?.(tx) ?? readAtWork(tx.rows)

/** From now on what is at work is ready in memory, and read again when it changes. */
export function keepRulesAtHand(store: Store): void {
  if (!shelves.has(store.shelf)) shelves.set(store.shelf, shelfOf(store))
}

function shelfOf(store: Store): (tx: Transaction) => Promise<AtWork> {
  let kept: AtWork | null = null
  let changes = 0
  let filling = false
  store.listen((events) => {
    if (!events.some(({ kind }) => CHANGES.includes(kind))) return
    changes++
    kept = null
  })
  /** Only what is committed is kept, and only where nothing changed while it was read. */
  const fill = async () => {
    filling = true
    const before = changes
    try {
      const read = await readAtWork(store.db)
      if (before === changes) kept = read
    } catch {
      // The next comment reads for itself, and tries again.
    } finally {
      filling = false
    }
  }
  return async (tx) => {
    if (kept) return kept
    if (!filling) void fill()
    return readAtWork(tx.rows)
  }
}

async function readAtWork(db: Database): Promise<AtWork> {
  const rules = await readRulesAtWork(db)
  const knownReaders = await readKnownReaders(db)
  return { rules: rules.map((rule) => ({ ...rule, matches: matcherOf(rule.pattern) })), knownReaders }
}
