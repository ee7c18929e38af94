/** The parts of the house, which of them may know which, and where a file stands. */

/**
 * Each part of src/ and the parts it may import, always through their index.ts.
 * Only downwards: a part stands below every part that imports it. A part is a
 * folder of src/, or of a folder there that holds several.
 * @type {Record<string, readonly string[]>}
 */
const BELOW = {
  messages: [],
  threads: [],
  steps: [],
  text: [],
  store: ['text', 'threads'],
  files: [],
  outside: [],
  caches: ['store', 'outside'],
  reading: ['text'],
  spam: ['text', 'reading'],
  conduct: ['text', 'spam'],
  desk: ['text', 'reading'],
  access: ['text', 'store'],
  people: ['text', 'store', 'access'],
  programs: ['text', 'store', 'access', 'people'],
  media: ['text', 'threads', 'outside', 'store', 'files', 'people'],
  attachments: ['text', 'threads', 'store', 'files', 'people', 'media'],
  adverts: ['store', 'media', 'people'],
  front: ['store', 'people'],
  publication: ['text', 'store', 'people'],
  paper: ['text', 'store', 'media', 'people'],
  look: ['text', 'threads', 'store', 'people', 'media'],
  archive: ['text', 'store', 'reading', 'media', 'people'],
  story: [
    'text',
    'steps',
    'store',
    'reading',
    'desk',
    'media',
    'attachments',
    'paper',
    'people',
    'publication',
    'archive',
  ],
  drafting: ['text', 'steps', 'store', 'people', 'media', 'attachments', 'story'],
  mail: ['store', 'access'],
  notes: ['text', 'store', 'people', 'story', 'drafting', 'mail'],
  readers: ['text', 'store', 'access', 'people'],
  discussion: ['text', 'conduct', 'store', 'access', 'people', 'story', 'mail', 'readers'],
  closing: ['store', 'people', 'publication', 'story'],
  'house-rules': ['text', 'store', 'people'],
  corrections: ['text', 'store', 'access', 'people', 'story', 'mail', 'discussion', 'house-rules'],
  'moderation/queue': ['text', 'store', 'people', 'story', 'discussion'],
  'moderation/decisions': ['store', 'people', 'discussion', 'house-rules', 'moderation/queue'],
  'moderation/filters': ['text', 'store', 'spam', 'people', 'readers', 'discussion', 'moderation/decisions'],
  'moderation/learning': [
    'text',
    'store',
    'publication',
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
    'publication',
    'access',
    'people',
    'story',
    'mail',
    'readers',
    'discussion',
    'house-rules',
    'moderation/decisions',
  ],
  'moderation/undo': ['store', 'discussion', 'house-rules', 'moderation/queue', 'moderation/decisions', 'redress'],
  'moderation/campaigns': [
    'text',
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
    'threads',
    'conduct',
    'spam',
    'store',
    'discussion',
    'moderation/filters',
    'moderation/learning',
    'moderation/campaigns',
  ],
  'moderation/figures': ['store', 'people', 'house-rules', 'moderation/decisions', 'redress'],
  'moderation/audit': ['store', 'story', 'discussion', 'moderation/queue', 'moderation/comments'],
  tickets: [
    'text',
    'store',
    'access',
    'people',
    'story',
    'mail',
    'discussion',
    'house-rules',
    'corrections',
    'moderation/decisions',
  ],
  letters: [
    'store',
    'publication',
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
    'embargo',
    'tickets',
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
    'tickets',
  ],
  schedule: ['store', 'people', 'story', 'corrections'],
  embargo: ['text', 'steps', 'store', 'people', 'media', 'attachments', 'story', 'corrections', 'schedule'],
  webhooks: [
    'text',
    'outside',
    'store',
    'people',
    'publication',
    'story',
    'discussion',
    'corrections',
    'moderation/decisions',
  ],
  coral: ['text', 'store', 'people', 'discussion'],
  waiting: [
    'store',
    'people',
    'notes',
    'mail',
    'moderation/queue',
    'redress',
    'schedule',
    'embargo',
    'tickets',
    'webhooks',
  ],
  pulse: ['store', 'caches', 'mail', 'moderation/queue', 'webhooks'],
  workflow: ['text', 'store', 'people', 'publication', 'paper', 'story', 'drafting', 'corrections'],
  planning: ['text', 'store', 'people', 'story', 'schedule', 'embargo', 'workflow'],
  'exchange/items': [],
  'exchange/body': ['text', 'story'],
  'exchange/formats': ['text', 'threads', 'exchange/items', 'exchange/body'],
  redirects: ['text', 'store', 'people', 'paper', 'story'],
  embedding: ['text', 'store', 'people', 'story', 'redirects'],
  backup: ['store', 'files', 'media', 'attachments', 'people'],
  'exchange/moving': [
    'text',
    'threads',
    'store',
    'publication',
    'people',
    'paper',
    'media',
    'story',
    'workflow',
    'notes',
    'discussion',
    'readers',
    'redirects',
    'moderation/queue',
    'moderation/decisions',
    'moderation/learning',
    'exchange/items',
    'exchange/body',
    'exchange/formats',
  ],
  'exchange/leaving': ['text', 'store', 'files', 'publication', 'paper', 'media', 'story', 'moderation/comments'],
  'exchange/page': ['text', 'threads', 'store', 'publication', 'story', 'exchange/body'],
}

/** Every part but these may say something to people. */
const withMessages = Object.entries(BELOW).map(([part, below]) => [
  part,
  ['messages', 'text', 'threads', 'steps', 'files', 'outside'].includes(part) ? below : ['messages', ...below],
])

/** The parts with what meets people above them, which may import every other. @type {Record<string, readonly string[]>} */
export const PARTS = {
  ...Object.fromEntries(withMessages),
  web: Object.keys(BELOW),
  commands: [...Object.keys(BELOW), 'web'],
}

/** The files that stand beside the parts, and which of them each may import; all but config.ts may import any part. */
export const TOP_FILES = new Map([
  ['config.ts', /** @type {string[]} */ ([])],
  ['demo.ts', []],
  ['jobs.ts', []],
  ['listeners.ts', []],
  ['as-reader.ts', ['config.ts']],
  ['app.ts', ['as-reader.ts', 'config.ts', 'demo.ts', 'jobs.ts', 'listeners.ts']],
  ['main.ts', ['app.ts', 'config.ts']],
])

/** Text in, records out: the same answer anywhere and at any time, in a server, a test or a browser. */
export const PURE_PARTS = ['messages', 'text', 'steps', 'reading', 'desk', 'spam', 'conduct']

/** The parts that read words which nobody has approved. */
export const DESK = Object.keys(PARTS).filter((part) =>
  /^(moderation\/|house-rules$|redress$|tickets$|letters$|privacy$)/.test(part),
)

/**
 * Whether what it makes is shown to anyone who asks, or told to servers elsewhere.
 * @param {Place} place
 * @returns {place is PartPlace}
 */
export function isForReaders(place) {
  if (place.kind !== 'part') return false
  return place.part === 'webhooks' || (place.part === 'web' && (place.folder === 'site' || place.folder === 'api'))
}

/**
 * Whether it shows authors what is theirs, words that nobody has approved included: one folder alone does.
 * @param {PartPlace} from
 */
export const isAuthorsOwn = ({ folder, below }) => folder === 'site' && below === 'own'

/** @typedef {{ kind: 'part', part: string, folder: string, below: string, name: string, isTest: boolean }} PartPlace */
/** @typedef {PartPlace | { kind: 'top', name: string, isTest: boolean } | { kind: 'unknown', isTest: boolean } | { kind: 'outside', isTest: boolean }} Place */

/**
 * Where a file stands. `folder` is the folder right under its part, `below` the one under that; or empty.
 * @param {string} path
 * @returns {Place}
 */
export function placeOf(path) {
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
