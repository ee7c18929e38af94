/** The rules that are at work, ready in memory: read once a store, and again when they change in this or another process. */
import { concernsAll, type Database, type Store, type Write } from '../../store/index.ts'
import { readRulesAtWork } from './keep-rules.ts'
import { type KnownReaders, readKnownReaders } from './known-readers.ts'
import { type Matcher, matcherOf } from './matcher.ts'
import type { RuleWords } from './rule.ts'

export interface AtWork {
  readonly rules: readonly (RuleWords & { readonly matches: Matcher })[]
  readonly knownReaders: KnownReaders | null
}

const shelves = new WeakMap<Store, (write: Write) => Promise<AtWork>>()

/** What is at work now. Asked within a transaction, which sees what it has changed itself. */
export function rulesAtWork(store: Store, write: Write): Promise<AtWork> {
  let read = shelves.get(store)
  if (!read) {
    read = shelfOf(store)
    shelves.set(store, read)
  }
  return read(write)
}

function shelfOf(store: Store): (write: Write) => Promise<AtWork> {
  let kept: AtWork | null = null
  let changes = 0
  let filling = false
  store.onChange((tags) => {
    if (!tags.some((tag) => tag === 'rules' || concernsAll(tag))) return
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
  return async (write) => {
    if (kept) return kept
    if (!filling) void fill()
    return readAtWork(write)
  }
}

async function readAtWork(db: Database | Write): Promise<AtWork> {
  const rules = await readRulesAtWork(db)
  const knownReaders = await readKnownReaders(db)
  return { rules: rules.map((rule) => ({ ...rule, matches: matcherOf(rule.pattern) })), knownReaders }
}
