/** oEmbed 1.0 (oembed.com): what another site shows of a link to a story. */
import type { Hono } from 'hono'
import { readPictures, renditionAddress, shownPicture } from '../../media/index.ts'
import { errorMessages as m } from '../../messages/index.ts'
import { readSiteSettings } from '../../publication/index.ts'
import { type PublishedStory, picturesOf, readPublishedByPath } from '../../story/index.ts'
import { readUrl } from '../../text/index.ts'
import type { Env, Web } from '../context.ts'
import { storyPathOf } from '../site/kit/paths.ts'
import { OEMBED } from './addresses.ts'
import { addOperation } from './kit/add-operation.ts'

export function addOembedRoutes(app: Hono<Env>, web: Web): void {
  addOperation(app, web, OEMBED, async ({ query: { url, format = 'json', maxwidth, maxheight } }) => {
    if (format !== 'json') return { refused: 501 }
    const address = readUrl(url)
    const isOurs = address !== null && address.origin === new URL(web.url()).origin
    const story = isOurs ? await readPublishedByPath(web.store.db, storyPathOf(address.pathname)) : null
    if (!story) return { refused: 404, sentence: m.noStoryAtUrl }
    const { name } = await readSiteSettings(web.store.db)
    const { shareHeadline, headline, byline } = story.content
    const thumbnail = await thumbnailOf(web, story)
    const fits = (most: string | undefined, is: number) => !(Number(most) < is)
    return {
      value: {
        version: '1.0' as const,
        type: 'link' as const,
        title: shareHeadline || headline,
        ...(byline ? { author_name: byline } : {}),
        provider_name: name,
        provider_url: web.url(),
        ...(thumbnail && fits(maxwidth, thumbnail.thumbnail_width) && fits(maxheight, thumbnail.thumbnail_height)
          ? thumbnail
          : {}),
      },
    }
  })
}

/** The story's own picture, where the library has it and so knows its size. */
async function thumbnailOf(web: Web, { content }: PublishedStory) {
  const { picture } = content
  if (!picture) return null
  const [id = ''] = picturesOf({ picture, body: [] })
  const found = id === '' ? undefined : (await readPictures(web.store.db, [id])).get(id)
  const shown = found && shownPicture(found.file, found)
  const made = found?.renditions.find((one) => shown?.src === renditionAddress(found.file, one))
  if (!found || !shown || !made) return null
  const height = Math.max(1, Math.round((made.width * found.height) / found.width))
  return { thumbnail_url: `${web.url()}${shown.src}`, thumbnail_width: made.width, thumbnail_height: height }
}
