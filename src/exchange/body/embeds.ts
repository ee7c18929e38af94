/** What of another site was shown within an old story, as the address where people find it. */
import { readUrl } from '../../text/index.ts'
import type { Attributes } from './events.ts'
import { webAddress } from './links.ts'

/** Elements that show what lies elsewhere, and the attribute that says where. */
const SHOWN_BY: Record<string, string> = {
  iframe: 'src',
  embed: 'src',
  object: 'data',
  audio: 'src',
  video: 'src',
  source: 'src',
}

/** The address of what an element shows from elsewhere; null where it says none. */
export function embeddedAddress(name: string, attributes: Attributes, base: string): string | null {
  const by = SHOWN_BY[name]
  const said = (by && attributes[by]) || attributes['data-src'] || attributes['data-lazy-src'] || ''
  const address = webAddress(said, base)
  return address === null ? null : asPeopleFindIt(address)
}

/** The words that say how a service's own script finds what it shows, in place of a frame. */
export const postedAddress = (attributes: Attributes, base: string): string | null =>
  webAddress(attributes['data-instgrm-permalink'] ?? attributes['data-href'] ?? attributes.cite ?? '', base)

const POSTS =
  /(?:^|\s)(?:twitter-tweet|twitter-video|instagram-media|tiktok-embed|bluesky-embed|reddit-embed-bq|reddit-card|fb-post|fb-video|mastodon-embed|text-post-media|imgur-embed-pub)(?:\s|$)/

/** Whether it is a post of another service, which a script would have drawn. */
export const isPostElsewhere = (className: string | undefined): boolean =>
  className !== undefined && POSTS.test(className)

/** A player's address is for frames; the page of what it plays is for people. */
function asPeopleFindIt(address: string): string {
  const url = readUrl(address)
  if (url === null) return address
  const host = url.hostname.replace(/^www\./, '')
  const [first = '', second = ''] = url.pathname.split('/').slice(1)
  if (host === 'youtube.com' || host === 'youtube-nocookie.com') {
    const list = url.searchParams.get('list')
    if (first === 'embed' && second === 'videoseries' && list)
      return `https://www.youtube.com/playlist?list=${encodeURIComponent(list)}`
    // The old player has its settings behind an ampersand, without a question mark.
    if (/^(?:embed|v|e)$/.test(first) && second) return `https://www.youtube.com/watch?v=${second.split('&')[0]}`
  }
  if (host === 'player.vimeo.com' && first === 'video' && second) return `https://vimeo.com/${second}`
  if (host === 'dailymotion.com' && first === 'embed') return address.replace('/embed/', '/')
  if (host === 'open.spotify.com' && first === 'embed') return address.replace('/embed/', '/')
  if (host === 'w.soundcloud.com') return webAddress(url.searchParams.get('url') ?? '', '') ?? address
  if (host === 'facebook.com' && first === 'plugins')
    return webAddress(url.searchParams.get('href') ?? '', '') ?? address
  return address
}

/** What a file is called, for what has no title of its own. */
export function embeddedFile(address: string): string {
  const last = readUrl(address)?.pathname.split('/').at(-1) ?? ''
  try {
    return decodeURIComponent(last)
  } catch {
    return last
  }
}

/** What players call themselves, whatever they play. */
const NO_TITLE =
  /^(?:youtube video player|vimeo (?:video )?player|embedded? (?:video|content|post)|video|iframe|player)$/i

/** What the page calls it; empty where it says nothing of it alone. */
export function embedTitle({ title = '' }: Attributes): string {
  const written = title.replace(/\s+/g, ' ').trim()
  return NO_TITLE.test(written) ? '' : written
}
