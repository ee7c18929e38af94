/** Old addresses in the one form in which they are kept and looked for. */
import { normalForm, readUrl } from '../text/index.ts'

/** No address that anybody links to comes near. In code units, as it is sent. */
const LONGEST_SENT = 8000
/** In bytes of UTF-8: PostgreSQL keeps no longer key in an index. */
const LONGEST_KEPT = 2000

/** Files that a server sends for the folder they stand in. */
const INDEX_FILE = /\/(?:index\.(?:html?|php\d?|aspx?|shtml|jsp)|default\.(?:html?|aspx?))$/i

/** Marks that say how somebody came, or on what screen they read, and name no page: Blogger’s “m” among them. */
const NAMES_NO_PAGE = /^(?:m=[01]?|utm_[a-z_]+=.*|(?:fbclid|gclid|mc_[ce]id)=.*)$/s

/**
 * An address as it is kept: a path and perhaps a query, readable, without host, fragment, a slash or an index file at
 * its end. Escaped and plain spellings are one; upper and lower case are two. Null for what is no address of a site.
 */
export function addressKey(typed: string): string | null {
  if (typed.length > LONGEST_SENT) return null
  const address = withoutHost(typed.trim())
  if (address === null) return null
  const [whole = ''] = address.split('#', 1)
  const at = whole.indexOf('?')
  const path = folderOf(readable(at < 0 ? whole : whole.slice(0, at)))
  const query = at < 0 ? [] : whole.slice(at + 1).split('&')
  const kept = query
    .map((part) => readable(part.replaceAll('+', ' ')).trim())
    .filter((part) => part !== '' && !NAMES_NO_PAGE.test(part))
  const key = kept.length === 0 ? path : `${path}?${kept.join('&')}`
  return /\p{Cc}/u.test(key) || Buffer.byteLength(key) > LONGEST_KEPT ? null : key
}

/** The same without what follows "?". */
export const withoutQuery = (key: string): string => key.split('?', 1)[0] as string

/**
 * By which of these systems wrote addresses at the root that name a page: /?p=123 and /?page_id=7 (WordPress),
 * /?q=node/5 (Drupal).
 */
const NAMES_A_PAGE = /^(?:p|page_id|attachment_id|cat|tag|author|feed|q|m)=./

/** Whether an address of the root names a page by its query, so that it may lead elsewhere though the root has a page. */
export function namesByQuery(address: string): boolean {
  if (!/^\/(?:\?|index\.php\?)/.test(address)) return false
  const query = addressKey(address)?.slice(2).split('&') ?? []
  return query.some((part) => NAMES_A_PAGE.test(part))
}

function withoutHost(address: string): string | null {
  if (address.startsWith('/')) return address
  const url = /^https?:\/\//i.test(address) ? readUrl(address) : null
  return url && url.pathname + url.search
}

function folderOf(path: string): string {
  const ended = withoutSlashes(path)
  const folder = ended.replace(INDEX_FILE, '')
  if (folder !== ended) return folderOf(folder)
  return folder === '' ? '/' : folder
}

/** Without what stands at its end and names nothing: slashes, and white space that was escaped. */
function withoutSlashes(path: string): string {
  let end = path.length
  while (end > 0 && (path[end - 1] === '/' || path.slice(end - 1, end).trim() === '')) end -= 1
  return path.slice(0, end)
}

/** Signs that divide an address; escaped, they stand for themselves. */
const DIVIDES = /[/?#%&=+]/g

/** Escapes as the signs they stand for; one that is none, or of another encoding than UTF-8, stays. */
function readable(part: string): string {
  const plain = part.replace(/(?:%[0-9a-f]{2})+|%/gi, (escapes) => {
    if (escapes === '%') return '%25'
    try {
      return decodeURIComponent(escapes).replace(DIVIDES, encodeURIComponent)
    } catch {
      return escapes.toUpperCase()
    }
  })
  return normalForm(plain, 'NFC')
}
