/** Which addresses a copy of the site has, and in which file each lies. */

/** What a server has to answer: forms, one's own pages, searches. */
const NEEDS_A_SERVER =
  /^\/(?:newsroom|api|receipts|account|report|reports|tickets|form-token|form-proof|mail|notices|healthz|readyz|metrics|said)(?:\/|$)/
const ACTS = /\/(?:wrong|comments|reply\/[^/]+|versions\/compare)$/

/** The path of an own address as it is asked for, without what follows "#"; null where it is another site's or needs a server. */
export function copiedPath(address: URL, site: URL): string | null {
  if (address.origin !== site.origin || address.search !== '') return null
  return NEEDS_A_SERVER.test(address.pathname) || ACTS.test(address.pathname) ? null : address.pathname
}

const EXTENSION = /\.[a-z0-9]{1,11}$/i
/** In bytes; file systems take no longer name. */
const LONGEST_NAME = 255

/** The file that any web server sends for a path: a page’s is the index of its folder. Null where no file can be called so. */
export function fileForPath(path: string, type: string): string | null {
  let parts: string[]
  try {
    parts = path
      .split('/')
      .filter((part) => part !== '')
      .map(decodeURIComponent)
  } catch {
    return null
  }
  if (parts.some((part) => part.startsWith('.') || /[/\\\p{Cc}]/u.test(part) || Buffer.byteLength(part) > LONGEST_NAME))
    return null
  const isPage = type.startsWith('text/html')
  return (
    isPage && !/\.html?$/i.test(path)
      ? [...parts, 'index.html']
      : EXTENSION.test(path)
        ? parts
        : [...parts, 'index.html']
  ).join('/')
}
