/** Who owns which table, and who may read another's. */
import { PARTS, placeOf } from './house-parts.mjs'

/** @typedef {import('./read-source.mjs').Source} Source */
/** @typedef {import('./house-parts.mjs').PartPlace} PartPlace */
/** @typedef {import('./house-parts.mjs').Place} Place */
/** @typedef {{ path: string, line: number, message: string }} Breach */

/**
 * The tables and views that their owner shows to others, to be read in a query
 * of theirs; every other is named by its owner alone, who is called. What the
 * desk works on has to be joined where it lies: see decision 032.
 * @type {Record<string, (part: string) => boolean>}
 */
const SHOWN = {
  // Views of what readers see.
  published_stories: (part) => isAbove(part, 'story'),
  approved_comments: (part) => isAbove(part, 'discussion'),
  // What is reviewed, and what was decided on it.
  comments: atTheDesk,
  comment_revisions: atTheDesk,
  comment_words: atTheDesk,
  signals: atTheDesk,
  decisions: atTheDesk,
}

/**
 * @param {string} part
 * @param {string} owner
 */
const isAbove = (part, owner) => PARTS[part]?.includes(owner) ?? false

/** @param {string} part */
function atTheDesk(part) {
  return part.startsWith('moderation/') || part === 'redress'
}

/** What is not for everyone's eyes, and why it stays where it is. */
const KEPT = [
  {
    tables: ['comments', 'comment_revisions', 'comment_words', 'approved_comments'],
    why: 'so that nothing unreviewed gets out another way',
  },
  {
    tables: ['readings', 'kept_readings', 'public_readings', 'statements', 'names', 'statement_corrections'],
    why: 'so that no reading is seen that its editor has not switched on',
  },
  {
    tables: ['notes', 'note_lines', 'note_mentions', 'plans'],
    why: 'so that nothing of the newsroom’s own talk gets out',
  },
  { tables: ['tickets', 'ticket_answers'], why: 'so that no word of a reader’s about a story is shown to others' },
  { tables: ['sender_salts'], why: 'so that nothing else can tell which network a comment came from' },
]

/**
 * Which part each table and view is declared by, in its tables.ts; the store's own in its schema.ts.
 * @param {Map<string, Source>} sources
 * @returns {Map<string, string>}
 */
export function ownersOf(sources) {
  /** @type {Map<string, string>} */
  const owners = new Map()
  for (const [path, { declares }] of sources) {
    const place = placeOf(path)
    if (place.kind === 'part') for (const table of declares) owners.set(table, place.part)
  }
  return owners
}

/**
 * Every table that is written by another part than its owner, or read by one that it is not shown to.
 * @param {Map<string, Source>} sources
 * @returns {Breach[]}
 */
export function findBorrowedTables(sources) {
  const owners = ownersOf(sources)
  return [...sources].flatMap(([path, { tables }]) => {
    const place = placeOf(path)
    if (place.kind === 'outside' || place.isTest) return []
    const part = place.kind === 'part' ? place.part : null
    return tables.flatMap(({ table, line, writes }) => {
      const owner = owners.get(table)
      // The store's migrations are the history of every part's tables.
      if (owner === undefined || owner === part || part === 'store') return []
      if (!writes && part !== null && SHOWN[table]?.(part)) return []
      const why = KEPT.find(({ tables }) => tables.includes(table))?.why ?? 'so that it can change without anyone else'
      const message = `${writes ? 'writes' : 'reads'} ${table}, which is ${owner}’s: call what ${owner}/ offers, ${why}`
      return [{ path, line, message }]
    })
  })
}
