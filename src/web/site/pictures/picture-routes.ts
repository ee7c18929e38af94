/** What readers are sent of pictures: files whose address says what is in them, so that they are kept for good. */
import type { Hono } from 'hono'
import { readPicture, shownPicture } from '../../../media/index.ts'
import type { Env, Web } from '../../context.ts'
import { answerError } from '../../kit/answer.ts'

export function addPictureRoutes(app: Hono<Env>, web: Web): void {
  // A story names its pictures by these; whoever has only that address is led to a file.
  app.get('/pictures/:id', async (c) => {
    const picture = await readPicture(web.store.db, c.req.param('id'))
    const shown = picture ? shownPicture(picture.file, picture) : null
    return shown ? c.redirect(shown.src, 302) : answerError(web, c, 404)
  })
  app.get('/pictures/:file/:name', async (c) => {
    const { file, name } = c.req.param()
    const bytes = await web.pictureFiles.read(file, name)
    if (!bytes) return answerError(web, c, 404)
    return c.body(new Uint8Array(bytes), 200, {
      'content-type': name.endsWith('.webp') ? 'image/webp' : 'image/jpeg',
      'cache-control': 'public, max-age=31536000, immutable',
    })
  })
}
