/**
 * The rules of the house: which part may know which, what must stay pure, and
 * what readers' pages may be handed. Each breach is a sentence that says why.
 */
import { posix } from 'node:path'
import { PUBLIC_ARCHIVE, PUBLIC_DESK, PUBLIC_DISCUSSION, RECEIPT_DESK, RECEIPT_DISCUSSION } from './house-public.mjs'
import { findSlowText } from './linear-time.mjs'
import { readSource } from './read-source.mjs'

/**
 * Each part of src/ and the parts it may import, always through their index.ts.
 * Only downwards: a part stands below every part that imports it. A part is a
 * folder of src/, or of a folder there that holds several.
 * @type {Record<string, readonly string[]>}
 */
const BELOW = {
  text: [],
  store: ['text'],
  reading: [],
  spam: ['text', 'reading'],
  conduct: ['text', 'spam'],
  desk: ['text', 'reading'],
  access: ['text', 'store'],
  people: ['text', 'store', 'access'],
  archive: ['text', 'store', 'reading', 'people'],
  story: ['text', 'store', 'reading', 'desk', 'people', 'archive'],
  mail: ['store'],
  pictures: ['text'],
  readers: ['text', 'store', 'access', 'people'],
  discussion: ['text', 'conduct', 'store', 'access', 'people', 'story', 'mail', 'readers'],
  'house-rules': ['text', 'store', 'people'],
  'moderation/queue': ['text', 'store', 'people', 'story', 'discussion'],
  'moderation/decisions': ['store', 'people', 'discussion', 'house-rules', 'moderation/queue'],
  'moderation/filters': ['text', 'store', 'spam', 'people', 'readers', 'discussion', 'moderation/decisions'],
  'moderation/learning': [
    'store',
    'spam',
    'story',
    'discussion',
    'house-rules',
    'moderation/queue',
    'moderation/decisions',
    'moderation/filters',
  ],
  redress: [
    'text',
    'store',
    'access',
    'people',
    'story',
    'mail',
    'readers',
    'discussion',
    'house-rules',
    'moderation/decisions',
  ],
  'moderation/undo': ['store', 'discussion', 'moderation/queue', 'moderation/decisions', 'redress'],
  'moderation/campaigns': [
    'store',
    'reading',
    'spam',
    'people',
    'story',
    'discussion',
    'house-rules',
    'moderation/queue',
    'moderation/decisions',
    'moderation/undo',
  ],
  'moderation/comments': [
    'text',
    'store',
    'people',
    'story',
    'readers',
    'discussion',
    'moderation/queue',
    'moderation/decisions',
    'moderation/campaigns',
  ],
  'moderation/examination': [
    'store',
    'discussion',
    'moderation/filters',
    'moderation/learning',
    'moderation/campaigns',
  ],
  'moderation/figures': ['store', 'people', 'house-rules', 'moderation/decisions', 'redress'],
  'moderation/audit': ['store', 'story', 'discussion', 'moderation/queue', 'moderation/comments'],
  letters: [
    'store',
    'access',
    'people',
    'story',
    'mail',
    'readers',
    'discussion',
    'house-rules',
    'moderation/queue',
    'moderation/decisions',
    'redress',
  ],
  privacy: [
    'store',
    'access',
    'people',
    'mail',
    'readers',
    'discussion',
    'moderation/queue',
    'moderation/decisions',
    'redress',
    'moderation/comments',
    'letters',
  ],
  exchange: ['text', 'store', 'story'],
}

/** The parts with what meets people above them, which may import every other. @type {Record<string, readonly string[]>} */
export const PARTS = { ...BELOW, web: Object.keys(BELOW), commands: Object.keys(BELOW) }

/** The command line stands above app.ts, which it starts, and under main.ts alone. */
const ABOVE_APP = { part: 'commands', files: ['app.ts', 'config.ts', 'listeners.ts'] }

/** The files that stand beside the parts, and which of them each may import; all but config.ts may import any part. */
const TOP_FILES = new Map([
  ['config.ts', /** @type {string[]} */ ([])],
  ['demo.ts', []],
  ['listeners.ts', []],
  ['app.ts', ['config.ts', 'demo.ts', 'listeners.ts']],
  ['main.ts', ['app.ts', 'config.ts']],
])

/** Text in, records out: the same answer anywhere and at any time, in a server, a test or a browser. */
const PURE_PARTS = ['text', 'reading', 'desk', 'spam', 'conduct']

/** The parts that read words which nobody has approved. */
const DESK = Object.keys(PARTS).filter((part) => /^(moderation\/|house-rules$|redress$|letters$|privacy$)/.test(part))

/** Inside web/: what each folder must not import from its neighbours, and why. */
const WEB_WALLS = [
  { from: 'site', to: 'newsroom', why: 'what staff see must have no way into a page that readers see' },
  { from: 'api', to: 'newsroom', why: 'what staff see must have no way into an answer that anyone can ask for' },
  { from: 'islands', to: 'site', why: 'islands run in browsers and carry no server code' },
  { from: 'islands', to: 'newsroom', why: 'islands run in browsers and carry no server code' },
  { from: 'islands', to: 'api', why: 'islands run in browsers and carry no server code' },
]

/** The files of web/ that read a form themselves; all others are handed one by them. */
const FORM_READERS = ['with-form.ts', 'kept-words.ts']

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
  { tables: ['sender_salts'], why: 'so that nothing else can tell which network a comment came from' },
]

/** @typedef {import('./read-source.mjs').Source} Source */
/** @typedef {{ path: string, line: number, message: string }} Breach */

/**
 * @param {Map<string, string>} files the text of every TypeScript file under src/, test/, bench/ and demo/, by its path from the root, with "/"
 * @param {readonly string[]} dependencies the packages that are installed with the program
 * @returns {Breach[]}
 */
export function findBreaches(files, dependencies) {
  const sources = new Map([...files].map(([path, text]) => [path, readSource(path, text)]))
  const breaches = [...sources].flatMap(([path, source]) =>
    rulesFor(path, source, dependencies).map(({ line, message }) => ({ path, line, message })),
  )
  const slow = [...files].flatMap(([path, text]) => {
    const place = placeOf(path)
    return place.kind === 'outside' || place.isTest ? [] : findSlowText(path, text).map((one) => ({ path, ...one }))
  })
  return [
    ...breaches,
    ...slow,
    ...findFullFolders([...files.keys()]),
    ...findBorrowedTables(sources),
    ...findWideFaces(sources),
    ...findCycles(sources),
    ...findNamesakes(sources),
  ]
}

/**
 * @param {string} path
 * @param {Source} source
 * @param {readonly string[]} dependencies
 * @returns {{ line: number, message: string }[]}
 */
function rulesFor(path, source, dependencies) {
  const place = placeOf(path)
  const imports = source.imports.flatMap((one) => {
    const message = importBreach(path, one, dependencies)
    return message ? [{ line: one.line, message: `imports ${one.specifier}: ${message}` }] : []
  })
  if (place.kind === 'outside' || place.isTest) return imports
  const found = [...imports]
  for (const { names, line } of source.imports) {
    if (!names?.includes('readForm') || (place.kind === 'part' && FORM_READERS.includes(place.name))) continue
    found.push({
      line,
      message: 'reads a form itself: withForm does, so that whoever sends one that can’t be read is told so everywhere',
    })
  }
  if (place.kind === 'unknown') {
    found.push({
      line: 1,
      message: 'belongs to no part: give it a place in a folder that PARTS in scripts/house-rules.mjs knows',
    })
  }
  if (place.kind === 'part' && PURE_PARTS.includes(place.part)) {
    for (const { line, what } of source.impure) {
      found.push({
        line,
        message: `uses ${what}: ${place.part}/ is text in and records out, so that it answers the same anywhere`,
      })
    }
  }
  if (isForReaders(place)) {
    for (const { text, line } of source.texts) {
      if (text === 'newsroom') {
        found.push({
          line,
          message:
            'names the newsroom’s scope: readers are shown readings of stories whose editor switched that on, and no others',
        })
      }
    }
  }
  if (path !== 'src/config.ts') {
    for (const line of source.environment) {
      found.push({
        line,
        message: 'reads process.env: config.ts alone does, so that every setting is checked and documented',
      })
    }
  }
  for (const line of source.boundLimits) {
    found.push({
      line,
      message: 'binds a limit: write it with sql.lit, because SQLite compiles such a statement anew each time',
    })
  }
  for (const line of source.storesInside) {
    found.push({
      line,
      message:
        'reaches for the store within a transaction: SQLite has one line, so reading past the transaction waits for ever; use what tx has',
    })
  }
  return found
}

/**
 * @param {string} path
 * @param {Source['imports'][number]} one
 * @param {readonly string[]} dependencies
 * @returns {string | null}
 */
function importBreach(path, { specifier, names }, dependencies) {
  const from = placeOf(path)
  if (!specifier.startsWith('.')) return packageBreach(from, specifier, dependencies)

  const target = posix.join(posix.dirname(path), specifier)
  const to = placeOf(target)
  if (to.kind === 'outside') {
    return from.kind === 'outside' || from.isTest
      ? null
      : 'the program is made of src/ alone, so it imports nothing from outside it'
  }
  if (to.kind === 'unknown') return 'no part or file of src/ has that name'
  if (from.kind === 'part' && to.kind === 'part' && from.part === to.part) return insideBreach(from, target)
  if (to.kind === 'part' && target !== `src/${to.part}/index.ts`) {
    return `parts are reached through index.ts only, so that each can change its inside; import src/${to.part}/index.ts`
  }
  if (from.kind === 'outside' || from.isTest) return null
  if (from.kind === 'top') {
    if (to.kind === 'part')
      return from.name === 'config.ts' ? 'config.ts knows no part, so that any program can read it' : null
    return TOP_FILES.get(from.name)?.includes(to.name)
      ? null
      : `${from.name} stands below ${to.name}, and imports go downwards only`
  }
  if (to.kind === 'top' && from.kind === 'part' && from.part === ABOVE_APP.part && ABOVE_APP.files.includes(to.name))
    return null
  if (to.kind === 'top') return `only app.ts and what is above it knows ${to.name}; parts are given plain values`
  if (from.kind === 'part' && !PARTS[from.part]?.includes(to.part)) {
    return `${from.part}/ does not stand above ${to.part}/, and imports go downwards only, as PARTS in scripts/house-rules.mjs has it`
  }
  if (!isForReaders(from)) return null
  if (to.part === 'discussion') return commentBreach(from, names)
  if (DESK.includes(to.part)) return deskBreach(from, to.part, names)
  return to.part === 'archive' ? archiveBreach(names) : null
}

/**
 * Whether what it makes is shown to anyone who asks.
 * @param {Place} place
 * @returns {place is PartPlace}
 */
function isForReaders(place) {
  return place.kind === 'part' && place.part === 'web' && (place.folder === 'site' || place.folder === 'api')
}

/**
 * Whether it shows authors what is theirs, words that nobody has approved included: one folder alone does.
 * @param {PartPlace} from
 */
const isAuthorsOwn = ({ folder, below }) => folder === 'site' && below === 'own'

/**
 * @param {PartPlace} from
 * @param {string} target
 */
function insideBreach(from, target) {
  if (!from.isTest && target === `src/${from.part}/index.ts`) {
    return 'a part’s inside imports its siblings, never its own index.ts, which imports them all'
  }
  const wall = WEB_WALLS.find(
    ({ from: one, to }) => from.part === 'web' && from.folder === one && target.startsWith(`src/web/${to}/`),
  )
  return wall ? `web/${wall.from}/ imports nothing of web/${wall.to}/: ${wall.why}` : null
}

/**
 * @param {PartPlace} from
 * @param {string[] | null} names
 */
function commentBreach(from, names) {
  if (!names) return 'a reader’s page names what it takes from discussion/, so that this rule can see it'
  const allowed = isAuthorsOwn(from) ? [...PUBLIC_DISCUSSION, ...RECEIPT_DISCUSSION] : PUBLIC_DISCUSSION
  const stranger = names.find((name) => !allowed.includes(name))
  if (!stranger) return null
  return `${stranger} is not of the public view: readers’ pages are handed only what was reviewed (PUBLIC_DISCUSSION in scripts/house-public.mjs)`
}

/**
 * @param {PartPlace} from
 * @param {string} part
 * @param {string[] | null} names
 */
function deskBreach(from, part, names) {
  if (!names) return `a reader’s page names what it takes from ${part}/, so that this rule can see it`
  const allowed = isAuthorsOwn(from) ? [...PUBLIC_DESK, ...RECEIPT_DESK] : PUBLIC_DESK
  const stranger = names.find((name) => !allowed.includes(name))
  if (!stranger) return null
  return `${stranger} is the desk’s: readers’ pages take nothing from ${part}/ that reads words nobody approved (PUBLIC_DESK in scripts/house-public.mjs)`
}

/** @param {string[] | null} names */
function archiveBreach(names) {
  if (!names) return 'a reader’s page names what it takes from archive/, so that this rule can see it'
  const stranger = names.find((name) => !PUBLIC_ARCHIVE.includes(name))
  if (!stranger) return null
  return `${stranger} is not of the archive’s public side: readers are shown readings of stories whose editor switched that on (PUBLIC_ARCHIVE in scripts/house-public.mjs)`
}

/**
 * @param {Place} from
 * @param {string} specifier
 * @param {readonly string[]} dependencies
 */
function packageBreach(from, specifier, dependencies) {
  if (from.kind === 'outside' || from.isTest) return null
  if (specifier.startsWith('node:')) {
    return from.kind === 'part' && PURE_PARTS.includes(from.part)
      ? `${from.part}/ touches no file, network, clock or chance, so that it answers the same anywhere`
      : null
  }
  const name = specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')
  return dependencies.includes(name)
    ? null
    : `${name} is not among the dependencies of package.json, so the program would not start where only those are installed`
}

/** @typedef {{ kind: 'part', part: string, folder: string, below: string, name: string, isTest: boolean }} PartPlace */
/** @typedef {PartPlace | { kind: 'top', name: string, isTest: boolean } | { kind: 'unknown', isTest: boolean } | { kind: 'outside', isTest: boolean }} Place */

/**
 * Where a file stands. `folder` is the folder right under its part, `below` the one under that; or empty.
 * @param {string} path
 * @returns {Place}
 */
function placeOf(path) {
  const [src, first = '', ...inside] = path.split('/')
  const isTest = /\.test\.tsx?$/.test(path)
  if (src !== 'src') return { kind: 'outside', isTest }
  const name = inside.at(-1)
  if (name === undefined)
    return TOP_FILES.has(first) || isTest ? { kind: 'top', name: first, isTest } : { kind: 'unknown', isTest }
  const part = [first, `${first}/${inside[0]}`].find((one) => one in PARTS)
  if (part === undefined) return { kind: 'unknown', isTest }
  const [folder = '', below = ''] = inside.slice(part === first ? 0 : 1, -1)
  return { kind: 'part', part, folder, below, name, isTest }
}

/**
 * Every function of src/ that is exported under a name which another has
 * already: whoever reads the name, or looks for it, can't tell which is meant.
 * @param {Map<string, Source>} sources
 * @returns {Breach[]}
 */
function findNamesakes(sources) {
  /** @type {Map<string, string>} */
  const first = new Map()
  return [...sources.keys()].sort().flatMap((path) => {
    const place = placeOf(path)
    if (place.kind === 'outside' || place.isTest) return []
    return (sources.get(path)?.functions ?? []).flatMap(({ name, line }) => {
      const other = first.get(name) ?? path
      first.set(name, other)
      const message = `exports ${name}, as ${other} does: name each function by what it does, or let there be one`
      return other === path ? [] : [{ path, line, message }]
    })
  })
}

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
function findBorrowedTables(sources) {
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

/** More names than these nobody has in view who looks for what a part offers. */
const MOST_ON_A_FACE = 60

/**
 * Every name on a part's face that nobody outside it takes, and every face with too many.
 * @param {Map<string, Source>} sources
 * @returns {Breach[]}
 */
function findWideFaces(sources) {
  /** @type {Map<string, Set<string>>} */
  const taken = new Map()
  for (const [path, { imports }] of sources)
    for (const { specifier, names } of imports) {
      if (!specifier.startsWith('.')) continue
      const face = posix.join(posix.dirname(path), specifier)
      // A part's own tests reach its files.
      if (path.startsWith(`${posix.dirname(face)}/`)) continue
      const known = taken.get(face) ?? taken.set(face, new Set()).get(face)
      // Where all are taken, nobody can tell which.
      for (const name of names ?? ['*']) known?.add(name)
    }
  return Object.keys(PARTS).flatMap((part) => {
    const path = `src/${part}/index.ts`
    const source = sources.get(path)
    if (!source) return []
    const names = source.offers.flatMap(({ names, line }) => (names ?? ['*']).map((name) => ({ name, line })))
    const wide =
      names.length > MOST_ON_A_FACE
        ? [{ path, line: 1, message: `has ${names.length} names on its face, and ${MOST_ON_A_FACE} are the most` }]
        : []
    const used = taken.get(path) ?? new Set()
    return [
      ...wide,
      ...names
        .filter(({ name }) => name === '*' || !(used.has(name) || used.has('*')))
        .map(({ name, line }) => ({ path, line, message: `offers ${name}, which nobody outside ${part}/ takes` })),
    ]
  })
}

/** So many files in one folder are still seen at a glance; tests stand beside what they test, and do not count. */
const MOST_IN_A_FOLDER = 25

/**
 * @param {readonly string[]} paths
 * @returns {Breach[]}
 */
function findFullFolders(paths) {
  /** @type {Map<string, string[]>} */
  const folders = new Map()
  for (const path of paths) {
    if (!path.startsWith('src/') || placeOf(path).isTest) continue
    const folder = posix.dirname(path)
    folders.set(folder, [...(folders.get(folder) ?? []), path])
  }
  return [...folders]
    .filter(([, held]) => held.length > MOST_IN_A_FOLDER)
    .map(([folder, held]) => ({
      path: [...held].sort()[0] ?? folder,
      line: 1,
      message: `stands in ${folder}/ with ${held.length} files, and ${MOST_IN_A_FOLDER} are the most: make rooms of it, by what belongs together`,
    }))
}

/**
 * Every import cycle among the sources, told once, at its first file. Types
 * count: files that need each other's types cannot be read one after another.
 * @param {Map<string, Source>} sources
 * @returns {Breach[]}
 */
function findCycles(sources) {
  /** @type {Breach[]} */
  const cycles = []
  /** @type {Map<string, 'open' | 'done'>} */
  const seen = new Map()
  /** @param {string} path @param {string[]} trail */
  const visit = (path, trail) => {
    seen.set(path, 'open')
    for (const { specifier, line } of sources.get(path)?.imports ?? []) {
      const target = posix.join(posix.dirname(path), specifier)
      if (!specifier.startsWith('.') || !sources.has(target)) continue
      if (seen.get(target) === 'open') {
        const cycle = [...trail.slice(trail.indexOf(target)), target]
        cycles.push({
          path,
          line,
          message: `closes an import cycle: ${cycle.join(' → ')}; move what both need into a file of its own`,
        })
      } else if (!seen.has(target)) visit(target, [...trail, target])
    }
    seen.set(path, 'done')
  }
  for (const path of [...sources.keys()].sort()) if (!seen.has(path)) visit(path, [path])
  return cycles
}
