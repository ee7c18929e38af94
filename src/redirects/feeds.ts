/** Where other systems have their feeds, so that whoever follows one goes on hearing of the paper. */
import { TERM_KINDS, termPath } from '../paper/index.ts'

/** Blogger, WordPress, Movable Type, Hugo, Jekyll, Ghost. */
const WHOLE_FEEDS = new Set([
  '/feeds/posts/default',
  '/feeds/posts/summary',
  '/feed',
  '/feed/rss',
  '/feed/rss2',
  '/feed/rdf',
  '/feed/atom',
  '/?feed=rss',
  '/?feed=rss2',
  '/?feed=rdf',
  '/?feed=atom',
  '/rss',
  '/rss.xml',
  '/atom.xml',
  '/index.xml',
  '/index.rdf',
])

/** Whether it was the feed of a whole site. */
export const isWholeFeed = (key: string): boolean => WHOLE_FEEDS.has(key)

/** By what an address ends that is the feed of the page before. */
const ENDS = ['/feed', '/feed/rss', '/feed/rss2', '/feed/rdf', '/feed/atom', '/rss']
/** Before Blogger's labels. */
const LABELS = '/feeds/posts/default/-/'

/** The old address of the page that an old address is the feed of; null where it is none. */
export function pageOfFeed(key: string): string | null {
  if (key.startsWith(LABELS)) return `/search/label/${key.slice(LABELS.length)}`
  const end = ENDS.find((one) => key.endsWith(one))
  return end === undefined ? null : key.slice(0, -end.length) || null
}

const FOLDERS = TERM_KINDS.map((kind) => termPath({ kind, slug: '' }))

/** The feed of a section, a topic or an author; null for a path of anything else, which has none. */
export const feedOf = (path: string): string | null =>
  FOLDERS.some((folder) => path.startsWith(folder) && !path.slice(folder.length).includes('/'))
    ? `${path}/feed.xml`
    : null
