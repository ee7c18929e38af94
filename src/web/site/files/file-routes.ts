/** What readers are sent of files: any part they ask for, straight from where they lie. */
import { Readable } from 'node:stream'
import type { Hono } from 'hono'
import {
  type Attachment,
  attachmentHref,
  captionsFile,
  mediaTypeOf,
  ORIGINAL,
  readAttachment,
  savedName,
} from '../../../attachments/index.ts'
import type { Call, Env, Web } from '../../context.ts'
import { answerError } from '../../kit/answer.ts'
import { FILE_POLICY } from '../../kit/security-headers.ts'
import { isNamedIn, rangeAskedFor } from './range.ts'

export function addFileRoutes(app: Hono<Env>, web: Web): void {
  // A story names its files by these; whoever has only that address is led to the file.
  app.get('/files/:id', async (c) => {
    const attachment = await readAttachment(web.store.db, c.req.param('id'))
    return attachment ? c.redirect(attachmentHref(attachment), 302) : answerError(web, c, 404)
  })
  app.get('/files/:id/:name', async (c) => {
    const { id, name } = c.req.param()
    const attachment = await readAttachment(web.store.db, id)
    if (!attachment) return answerError(web, c, 404)
    const { captions } = attachment
    if (captions !== '' && name === `captions-${captions}.vtt`) return sendCaptions(web, c, attachment)
    return name === savedName(attachment) ? sendFile(web, c, attachment) : c.redirect(attachmentHref(attachment), 302)
  })
}

const FOR_GOOD = 'public, max-age=31536000, immutable'

/** A file never changes under its address, so what it holds is its tag. */
async function sendFile(web: Web, c: Call, attachment: Attachment): Promise<Response> {
  const { bytes: size, file, format, kind, content } = attachment
  const etag = `"${content}"`
  const headers: Record<string, string> = {
    etag,
    'accept-ranges': 'bytes',
    'cache-control': FOR_GOOD,
    'content-security-policy': FILE_POLICY,
    // Players of podcasts elsewhere have the address from the feed.
    ...(kind === 'pdf' ? {} : { 'cross-origin-resource-policy': 'cross-origin' }),
  }
  if (isNamedIn(c.req.header('if-none-match'), etag)) return c.body(null, 304, headers)
  const ifRange = c.req.header('if-range')
  const isAsked = c.req.method === 'GET' && (ifRange === undefined || ifRange.trim() === etag)
  const range = isAsked ? rangeAskedFor(c.req.header('range'), size) : null
  headers['content-type'] = mediaTypeOf(format)
  headers['content-disposition'] = dispositionOf(savedName(attachment))
  if (range === 'beyond') return c.body(null, 416, { ...headers, 'content-range': `bytes */${size}` })
  headers['content-length'] = String(range ? range.to - range.from + 1 : size)
  if (range) headers['content-range'] = `bytes ${range.from}-${range.to}/${size}`
  if (c.req.method === 'HEAD') return c.body(null, 200, headers)
  const found = await web.attachmentFiles.open(file, ORIGINAL, range ?? undefined)
  if (!found) return answerError(web, c, 404)
  return c.body(Readable.toWeb(found.bytes) as ReadableStream, range ? 206 : 200, headers)
}

async function sendCaptions(web: Web, c: Call, { file, captions }: Attachment): Promise<Response> {
  const found = await web.attachmentFiles.open(file, captionsFile(captions))
  if (!found) return answerError(web, c, 404)
  return c.body(Readable.toWeb(found.bytes) as ReadableStream, 200, {
    'content-type': 'text/vtt; charset=utf-8',
    'content-length': String(found.size),
    'cache-control': FOR_GOOD,
    'content-security-policy': FILE_POLICY,
  })
}

/** Its name for old programs in ASCII, and for all others as it is (RFC 6266, RFC 8187). */
const dispositionOf = (name: string): string => {
  const plain = name.replace(/[^\w.-]/g, '_')
  const whole = encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
  return plain === name ? `inline; filename="${plain}"` : `inline; filename="${plain}"; filename*=UTF-8''${whole}`
}
