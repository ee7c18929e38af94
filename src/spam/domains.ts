/** Domains as somebody registered them: what is one place on the web, and what are two. */
import { domainToUnicode } from 'node:url'
import { parse } from 'tldts'
import { readUrl } from '../text/index.ts'

/** Hosts that give anybody a place under their name, and that the public suffix list (tldts 7.5) does not have. */
const SHARED = new Set(
  (
    'wordpress.com files.wordpress.com home.blog substack.com tumblr.com medium.com livejournal.com typepad.com ' +
    'weebly.com ghost.io beehiiv.com micro.blog write.as squarespace.com strikingly.com mystrikingly.com ' +
    'jimdo.com jimdofree.com webnode.com godaddysites.com mozello.com site123.me tilda.ws bigcartel.com ' +
    'bandcamp.com itch.io sourceforge.net sourceforge.io neocities.org glitch.me tripod.com webs.com ' +
    'over-blog.com overblog.com canalblog.com eklablog.com e-monsite.com unblog.fr centerblog.net skyrock.com ' +
    'blogg.se blogger.de twoday.net ucoz.ru narod.ru dreamwidth.org proboards.com postach.io posthaven.com ' +
    'blog.jp livedoor.jp livedoor.blog fc2.com blog.fc2.com web.fc2.com seesaa.net exblog.jp jugem.jp cocolog-nifty.com muragon.com ' +
    'tistory.com egloos.com pixnet.net'
  ).split(' '),
)
/** The same host in every country: "blogspot.co.uk", "blogspot.de". */
const BLOGSPOT = /^blogspot\.[a-z]{2,3}(?:\.[a-z]{2})?$/

const isShared = (domain: string): boolean => SHARED.has(domain) || BLOGSPOT.test(domain)

/** What was registered, by the public suffix list, its private part as well; null for an ending under which others register. */
function registered(host: string): string | null {
  const { domain, isPrivate } = parse(host, {
    allowPrivateDomains: true,
    extractHostname: false,
    validateHostname: false,
  })
  if (domain === null) return isPrivate ? host : null
  const labels = host.split('.')
  const last = (count: number) => labels.slice(-count).join('.')
  let count = domain.split('.').length
  while (count < labels.length && isShared(last(count))) count++
  const isUnderHost = isPrivate || isShared(last(count - 1))
  // The host's own front page is no place of somebody's.
  return isUnderHost && labels.at(-count) === 'www' ? last(count - 1) : last(count)
}

/** In characters; what is longer is no host (RFC 1035). */
const LONGEST_HOST = 253

/** As it is spelt in letters, also where it was written "xn--…". */
function inLetters(written: string): string {
  const host = written.toLowerCase().replace(/\.$/, '')
  if (host.length > LONGEST_HOST || (/^\p{ASCII}*$/u.test(host) && !host.includes('xn--'))) return host
  // Empty for what no domain can be; that stays as it was written.
  return domainToUnicode(host) || host
}

/** "news.example.co.uk" as "example.co.uk", "jane.github.io" as it is. Of an ending all sites are others', so it is one itself. */
export function domainOf(written: string): string {
  const host = inLetters(written)
  return registered(host) ?? host
}

/** Whether under these words sites of many owners are registered, and none of them is this one: "co.uk", "or.jp". */
export const isEnding = (written: string): boolean => registered(inLetters(written)) === null

/** The domains of the site that is reached at `url`: none where it has only a number or a name of the machine's. */
export function domainsOfSite(url: string): string[] {
  const host = readUrl(url)?.hostname ?? ''
  return host.includes('.') && /[a-z]/.test(host) ? [domainOf(host)] : []
}
