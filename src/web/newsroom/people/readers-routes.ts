/** Readers in the newsroom: who is known, their record, export and erasing by staff. */

import type { Hono } from 'hono'
import { readersMessages as m } from '../../../messages/index.ts'
import { listReaderComments, readCommentAuthor } from '../../../moderation/comments/index.ts'
import { may, noteAct } from '../../../people/index.ts'
import { eraseComment, eraseReader, exportReader, listReaders, readReaderLine } from '../../../privacy/index.ts'
import { isId } from '../../../store/index.ts'
import type { Call, Env, Web } from '../../context.ts'
import { answerError } from '../../kit/answer.ts'
import { withForm } from '../../kit/with-form.ts'
import { frameFor } from '../kit/frame.ts'
import { renderEraseCommentPage, renderReaderPage, renderReadersPage } from './readers-page.tsx'

const READERS = 50
const COMMENTS = 50

export function addReadersRoutes(app: Hono<Env>, web: Web): void {
  app.get('/newsroom/readers', async (c) => {
    const find = (c.req.query('find') ?? '').slice(0, 200)
    const after = idOf(c.req.query('after'))
    const [frame, readers] = await Promise.all([
      frameFor(web, c),
      listReaders(web.store.db, { find, after, limit: READERS + 1 }),
    ])
    const shown = readers.slice(0, READERS)
    const query = new URLSearchParams({ ...(find ? { find } : {}), after: shown.at(-1)?.id ?? '' }).toString()
    const next = readers.length > READERS ? `/newsroom/readers?${query}` : null
    return c.html(renderReadersPage({ ...frame, readers: shown, find, next, later: after !== undefined }))
  })
  app.get('/newsroom/readers/:id', async (c) => {
    const id = c.req.param('id')
    const reader = isId(id) ? await readReaderLine(web.store.db, id) : null
    if (!reader) return noReader(web, c)
    const after = idOf(c.req.query('after'))
    const [frame, comments] = await Promise.all([
      frameFor(web, c),
      listReaderComments(web.store.db, id, { after, limit: COMMENTS + 1 }),
    ])
    const shown = comments.slice(0, COMMENTS)
    return c.html(
      renderReaderPage({
        ...frame,
        reader,
        comments: shown,
        next: comments.length > COMMENTS ? `/newsroom/readers/${id}?after=${shown.at(-1)?.commentId}` : null,
        mayErase: may(c.get('person'), 'settings'),
        erased: c.req.query('erased') !== undefined,
      }),
    )
  })
  app.get('/newsroom/readers/:id/export', async (c) => {
    const id = c.req.param('id')
    const data = isId(id) ? await exportReader(web.store.db, id, web.now()) : null
    if (!data) return noReader(web, c)
    const by = c.get('person').id
    const detail = m.logDownloaded
    await web.store.transaction(web.now(), (tx) => noteAct(tx, { by, act: 'reader.exported', about: id, detail }))
    return c.body(`${JSON.stringify(data, null, 2)}\n`, 200, {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="reader-${id}.json"`,
    })
  })
  app.post('/newsroom/readers/:id/erase', (c) =>
    withForm(web, c, async (form) => {
      const readerId = c.req.param('id')
      const erasure = form.get('words')
      if (erasure !== 'keep' && erasure !== 'blank') return answerError(web, c, 400, { sentence: m.choose })
      if (!isId(readerId)) return noReader(web, c)
      await eraseReader(web.store, web.mailKeys, { readerId, erasure, by: c.get('person').id }, web.now())
      return c.redirect(`/newsroom/readers/${readerId}?erased`, 303)
    }),
  )
  app.get('/newsroom/comments/:id/erase', (c) => eraseCommentPage(web, c))
  app.post('/newsroom/comments/:id/erase', (c) =>
    withForm(web, c, async (form) => {
      const commentId = c.req.param('id')
      const erasure = form.get('words')
      if (erasure !== 'keep' && erasure !== 'blank') return eraseCommentPage(web, c, m.choose)
      if (!isId(commentId)) return eraseCommentPage(web, c)
      await eraseComment(web.store, { commentId, erasure, by: c.get('person').id }, web.now())
      return c.redirect(`/newsroom/comments/${commentId}`, 303)
    }),
  )
}

async function eraseCommentPage(web: Web, c: Call, problem?: string): Promise<Response> {
  const id = c.req.param('id') ?? ''
  const author = isId(id) ? await readCommentAuthor(web.store.db, id) : null
  if (!author) return answerError(web, c, 404, { sentence: m.noComment })
  const html = renderEraseCommentPage({
    ...(await frameFor(web, c)),
    commentId: id,
    authorName: author.authorName,
    ...(problem ? { problem } : {}),
  })
  return c.html(html, problem ? 400 : 200)
}

const idOf = (text: string | undefined): string | undefined => (text && isId(text) ? text : undefined)

const noReader = (web: Web, c: Call): Promise<Response> => answerError(web, c, 404, { sentence: m.noReader })
