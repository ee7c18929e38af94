/** What programs read; docs/contracts/api.md tells each field. */
import * as z from 'zod'
import { apiFieldMessages as m } from '../../messages/index.ts'
import { type Address, get, post } from '../kit/address.ts'
import { named, operation } from './kit/operation.ts'
import { PUBLIC_OPERATIONS } from './v1/addresses.ts'

/** A link and no frame: pages of this site stand in nobody else's, and a link is all that every program can show. */
const linkSchema = named(
  'Oembed',
  z.object({
    version: z.literal('1.0'),
    type: z.literal('link'),
    title: z.string(),
    author_name: z.string().optional(),
    provider_name: z.string(),
    provider_url: z.string(),
    thumbnail_url: z.string().optional(),
    thumbnail_width: z.number().int().optional(),
    thumbnail_height: z.number().int().optional(),
  }),
)

const size = z.string().max(10).optional()

export const OEMBED = operation({
  id: 'oembed',
  method: 'GET',
  path: '/oembed',
  who: 'anyone',
  what: 'oEmbed: what another site shows of a link to a story (`url`)',
  query: z.object({
    url: z.string().max(2000).describe(m.storyUrl),
    format: z.string().max(20).optional().describe(m.format),
    maxwidth: size,
    maxheight: size,
  }),
  answer: linkSchema,
  mayAlso: [404, 501],
})

export const API_ADDRESSES: readonly Address[] = [
  get('/api/stories', 'anyone', 'the newest stories'),
  get('/api/stories/:id', 'anyone', 'a story with its text'),
  get('/api/stories/:id/comments', 'anyone', 'its approved comments'),
  get('/api/statements', 'anyone', 'who said what, in stories that show it (`speaker`, `about`, `after`)'),
  get('/api/names', 'anyone', 'names with a page (`q`)'),
  get('/api/names/:kind{people|organizations|places}/:slug', 'anyone', 'a name with what it said'),
  ...PUBLIC_OPERATIONS,
  OEMBED,
  post('/api/coral', 'a key', 'Coral asks about a comment, [signed](../coral.md)'),
]
