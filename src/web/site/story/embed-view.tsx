/** What stands elsewhere, as a link: nothing of a third party is loaded; the reader may go there. */
import { fileMessages as m } from '../../../messages/index.ts'
import { readUrl } from '../../../text/index.ts'
import type { EmbedOnPage } from '../kit/attached.ts'

export const EmbedView = ({ block }: { block: EmbedOnPage }) => {
  const { url, title, shown } = block
  const { words, plays } = placeOf(url)
  const id = `b-${block.id}`
  if (!shown)
    return (
      <p class="embed" id={id}>
        <a href={url} rel="noopener">
          {title || url} <span class="meta">{words}</span>
        </a>
      </p>
    )
  return (
    <p class="embed still" id={id}>
      <a href={url} rel="noopener">
        <span class={plays ? 'frame plays' : 'frame'}>
          <img
            src={shown.src}
            srcset={shown.srcset}
            sizes="(min-width: 46rem) 42rem, 100vw"
            width={shown.width}
            height={shown.height}
            alt=""
            loading="lazy"
            decoding="async"
          />
        </span>
        <span>{title || url}</span> <span class="meta">{words}</span>
      </a>
    </p>
  )
}

const SERVICES: Record<string, readonly [name: string, does: 'watch' | 'listen' | 'read']> = {
  'youtube.com': ['YouTube', 'watch'],
  'youtu.be': ['YouTube', 'watch'],
  'youtube-nocookie.com': ['YouTube', 'watch'],
  'vimeo.com': ['Vimeo', 'watch'],
  'player.vimeo.com': ['Vimeo', 'watch'],
  'dailymotion.com': ['Dailymotion', 'watch'],
  'twitch.tv': ['Twitch', 'watch'],
  'tiktok.com': ['TikTok', 'watch'],
  'soundcloud.com': ['SoundCloud', 'listen'],
  'open.spotify.com': ['Spotify', 'listen'],
  'podcasts.apple.com': [m.applePodcasts, 'listen'],
  'instagram.com': ['Instagram', 'read'],
  'facebook.com': ['Facebook', 'read'],
  'threads.net': ['Threads', 'read'],
  'bsky.app': ['Bluesky', 'read'],
  'x.com': ['X', 'read'],
  'twitter.com': ['X', 'read'],
  'reddit.com': ['Reddit', 'read'],
}
const SAID = { watch: m.watchOn, listen: m.listenOn, read: m.readOn }

/** Where a link leads, in words: a service that people know by its name, any other by its host. */
function placeOf(url: string): { words: string; plays: boolean } {
  const host = readUrl(url)?.hostname.replace(/^(?:www|m)\./, '') ?? ''
  const service = Object.hasOwn(SERVICES, host) ? SERVICES[host] : undefined
  if (!service) return { words: host, plays: false }
  const [name, does] = service
  return { words: SAID[does](name), plays: does !== 'read' }
}
