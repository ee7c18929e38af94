/** What a file may import, with the reason where it may not. */
import { posix } from 'node:path'
import { DESK, isAuthorsOwn, isForReaders, PARTS, PURE_PARTS, placeOf, TOP_FILES } from './house-parts.mjs'
import { PUBLIC_ARCHIVE, PUBLIC_DESK, PUBLIC_DISCUSSION, RECEIPT_DESK, RECEIPT_DISCUSSION } from './house-public.mjs'

/** @typedef {import('./read-source.mjs').Source} Source */
/** @typedef {import('./house-parts.mjs').PartPlace} PartPlace */
/** @typedef {import('./house-parts.mjs').Place} Place */
/** @typedef {{ path: string, line: number, message: string }} Breach */

/** The command line stands above app.ts, which it starts, and under main.ts alone. */
const ABOVE_APP = { part: 'commands', files: ['app.ts', 'config.ts', 'jobs.ts', 'listeners.ts'] }

/** Inside web/: what each folder must not import from its neighbours, and why. */
const WEB_WALLS = [
  { from: 'site', to: 'newsroom', why: 'what staff see must have no way into a page that readers see' },
  { from: 'api', to: 'newsroom', why: 'what staff see must have no way into an answer that anyone can ask for' },
  { from: 'islands', to: 'site', why: 'islands run in browsers and carry no server code' },
  { from: 'islands', to: 'newsroom', why: 'islands run in browsers and carry no server code' },
  { from: 'islands', to: 'api', why: 'islands run in browsers and carry no server code' },
]

/**
 * @param {string} path
 * @param {Source['imports'][number]} one
 * @param {readonly string[]} dependencies
 * @returns {string | null}
 */
export function importBreach(path, { specifier, names }, dependencies) {
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
    return `${from.part}/ does not stand above ${to.part}/, and imports go downwards only, as PARTS in scripts/house-parts.mjs has it`
  }
  if (!isForReaders(from)) return null
  if (to.part === 'discussion') return commentBreach(from, names)
  if (DESK.includes(to.part)) return deskBreach(from, to.part, names)
  return to.part === 'archive' ? archiveBreach(names) : null
}

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
    // It reads how an address is spelt, and opens none.
    if (specifier === 'node:url') return null
    return from.kind === 'part' && PURE_PARTS.includes(from.part)
      ? `${from.part}/ touches no file, network, clock or chance, so that it answers the same anywhere`
      : null
  }
  const name = specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')
  return dependencies.includes(name)
    ? null
    : `${name} is not among the dependencies of package.json, so the program would not start where only those are installed`
}
