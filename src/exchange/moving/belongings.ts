/** Which comments and notes belong to pages, or to nothing in an export: those stand wherever the file has them. */
import type { Item } from '../items/index.ts'
import { add, type Counts } from './counts.ts'
import type { Line } from './options.ts'
import { itemState } from './take/item-of.ts'

/** Stories, pages and threads are held in memory by their keys; where there are more, comments are told by their state alone. */
const MOST = 500_000

/** Of a story that can't be taken, or not as it was. */
export interface Foreseen {
  state: string
  line: Line
}

interface Belongings {
  /** As what an item is counted. */
  stateOf(item: Item, foreseen: Foreseen | null): string
  /** Counts anew those that came before what they belong to, or without it. */
  settle(found: Counts): void
}

export function belongings(): Belongings {
  const pages = new Set<string>()
  const others = new Set<string>()
  /** What has been counted of those whose story has not been met yet. */
  const early = new Map<string, Counts>()
  const isFull = () => pages.size + others.size + early.size > MOST
  const know = (keys: Set<string>, key: string) => {
    if (!isFull()) keys.add(key)
  }
  return {
    stateOf(item, foreseen) {
      // What is left out has nothing that belongs to it; what is a draft here has.
      if (foreseen?.line.about === 'left') return foreseen.state
      const state = foreseen?.state ?? itemState(item)
      if (item.kind === 'story') know(item.isPage ? pages : others, item.key)
      if (item.kind === 'thread') know(others, item.key)
      if (item.kind !== 'comment' && item.kind !== 'note') return state
      if (pages.has(item.of)) return 'on-page'
      if (!others.has(item.of) && (early.has(item.of) || !isFull())) {
        const counts = early.get(item.of) ?? {}
        early.set(item.of, counts)
        add(counts, item.kind, state)
      }
      return state
    },
    settle(found) {
      if (isFull()) return
      for (const [of, counts] of early) {
        if (others.has(of)) continue
        for (const [kind, states] of Object.entries(counts))
          for (const [state, count] of Object.entries(states)) {
            add(found, kind, state, -count)
            add(found, kind, pages.has(of) ? 'on-page' : 'no-story', count)
          }
      }
    },
  }
}
