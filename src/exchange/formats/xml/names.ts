/** What an element is called, whatever prefix its file uses. */

/** The prefix that each namespace usually has, and has here; "" for those whose elements are called by their bare names. */
const USUAL: Record<string, string> = {
  'http://www.w3.org/2005/Atom': '',
  'http://purl.org/atom/ns#': '',
  'http://schemas.google.com/blogger/2018': 'blogger',
  'http://schemas.google.com/g/2005': 'gd',
  'http://purl.org/syndication/thread/1.0': 'thr',
  'http://purl.org/atom/app#': 'app',
  'http://www.w3.org/2007/app': 'app',
  'http://search.yahoo.com/mrss/': 'media',
  'http://www.georss.org/georss': 'georss',
  'http://purl.org/rss/1.0/modules/content/': 'content',
  'http://wellformedweb.org/CommentAPI/': 'wfw',
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://disqus.com': '',
  'http://disqus.com/disqus-internals': 'dsq',
}

/** Of every version: WordPress counts its namespaces up and leaves the elements as they were. */
function usualPrefix(space: string): string | null {
  if (space in USUAL) return USUAL[space] as string
  if (/^https?:\/\/wordpress\.org\/export\/(\d[\d.]*\/)?$/.test(space)) return 'wp'
  if (/^https?:\/\/wordpress\.org\/export\/(\d[\d.]*\/)?excerpt\/$/.test(space)) return 'excerpt'
  return null
}

/** Prefixes as an element and those around it declare them; "" is what stands without one. */
export type Declared = ReadonlyMap<string, string>

/** With what this element's attributes declare. */
export function declaredBy(attributes: Readonly<Record<string, string>>, around: Declared): Declared {
  let declared: Map<string, string> | null = null
  for (const name in attributes) {
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue
    declared ??= new Map(around)
    declared.set(name.slice(6), (attributes[name] ?? '').trim())
  }
  return declared ?? around
}

/**
 * The name with its namespace's usual prefix, as "wp:post_id". One that is declared nowhere stands for what it usually
 * does; one that is declared for something unknown is called by that in brackets, so that it is taken for nothing else.
 */
export function nameIn(written: string, declared: Declared): string {
  const colon = written.indexOf(':')
  const prefix = colon < 0 ? '' : written.slice(0, colon)
  const space = declared.get(prefix)
  if (space === undefined) return written
  const local = colon < 0 ? written : written.slice(colon + 1)
  const usual = usualPrefix(space)
  if (usual !== null) return usual === '' ? local : `${usual}:${local}`
  return prefix === '' ? local : `{${space}}${local}`
}
