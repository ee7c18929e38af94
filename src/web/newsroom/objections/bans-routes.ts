/** Bans in the newsroom: the list, lifting one, and banning a comment's author. */
import type { Hono } from 'hono'
import { readReasons, sentenceProblem, typedWords } from '../../../house-rules/index.ts'
import { bansMessages as m, frameMessages as shared } from '../../../messages/index.ts'
import { type CommentAuthor, readCommentAuthor } from '../../../moderation/comments/index.ts'
import { readSiteSettings } from '../../../publication/index.ts'
import {
  BAN_TERMS,
  type Ban,
  banAuthor,
  findBan,
  liftBan,
  listBans,
  networkBanEnds,
  readReader,
} from '../../../readers/index.ts'
import { tellBanned } from '../../../redress/index.ts'
import { isId } from '../../../store/index.ts'
import { readDraft } from '../../../story/index.ts'
import type { Call, Env, Web } from '../../context.ts'
import { answerError } from '../../kit/answer.ts'
import { withForm } from '../../kit/with-form.ts'
import { frameFor } from '../kit/frame.ts'
import { headOf } from '../stories/story-access.ts'
import { type BanForm, type BanLine, renderBanPage, renderBansPage } from './bans-page.tsx'

export function addBansRoutes(app: Hono<Env>, web: Web): void {
  app.get('/newsroom/review/bans', async (c) => {
    const [frame, standing, over, { contact }] = await Promise.all([
      frameFor(web, c),
      listBans(web.store.db, 'now', web.now()),
      listBans(web.store.db, 'over', web.now(), 50),
      readSiteSettings(web.store.db),
    ])
    const lines = { standing: await linesOf(web, standing), over: await linesOf(web, over) }
    return c.html(renderBansPage({ ...frame, ...lines, contact }))
  })
  app.post('/newsroom/review/bans/:id/lift', async (c) => {
    await liftBan(web.store, c.req.param('id'), c.get('person').id, web.now())
    return c.redirect('/newsroom/review/bans', 303)
  })
  app.get('/newsroom/comments/:id/ban', async (c) => {
    const author = await authorOf(web, c)
    if (!author) return answerError(web, c, 404, { sentence: shared.noSuchComment })
    return banPage(web, c, author, { reason: '', scope: 'story', term: 'week', note: '' })
  })
  app.post('/newsroom/comments/:id/ban', async (c) => {
    const author = await authorOf(web, c)
    if (!author) return answerError(web, c, 404, { sentence: shared.noSuchComment })
    return withForm(web, c, async (fields) => {
      const form: BanForm = {
        reason: fields.get('reason'),
        scope: fields.get('scope'),
        term: fields.get('term'),
        note: fields.get('note'),
      }
      const reasons = await readReasons(web.store.db)
      if (!reasons.some(({ code }) => code === form.reason)) return banPage(web, c, author, form, m.chooseReason)
      if (form.scope !== 'site' && form.scope !== 'story') return banPage(web, c, author, form, m.chooseWhere)
      const term = BAN_TERMS.find(({ code }) => code === form.term)?.code
      if (!term) return banPage(web, c, author, form, m.chooseHowLong)
      const note = typedWords(form.note)
      const problem = sentenceProblem(note, null)
      if (problem) return banPage(web, c, author, form, problem)
      const now = web.now()
      const { readerId } = author
      const banned = await banAuthor(
        web.store,
        {
          author,
          reason: form.reason,
          note,
          storyId: form.scope === 'story' ? author.storyId : null,
          term,
          by: c.get('person').id,
          tell: (tx, banId) => tellBanned(tx, { banId, readerId }),
        },
        now,
      )
      return banned.banned ? c.redirect('/newsroom/review/bans', 303) : banPage(web, c, author, form, banned.problem)
    })
  })
}

async function authorOf(web: Web, c: Call): Promise<CommentAuthor | null> {
  const id = c.req.param('id') ?? ''
  return isId(id) ? readCommentAuthor(web.store.db, id) : null
}

async function banPage(web: Web, c: Call, author: CommentAuthor, form: BanForm, problem?: string): Promise<Response> {
  const { db } = web.store
  const [frame, story, reasons, known, standing] = await Promise.all([
    frameFor(web, c),
    readDraft(db, author.storyId),
    readReasons(db),
    knownAs(web, author),
    findBan(db, { ...author, senderKeys: [author.senderKey] }, web.now()),
  ])
  if (!story) throw new Error('a comment without its story')
  const [line] = standing ? await linesOf(web, [standing]) : []
  return c.html(
    renderBanPage({
      ...frame,
      commentId: author.commentId,
      authorName: author.authorName,
      story: headOf(story),
      reasons,
      known,
      standing: line ?? null,
      form,
      ...(problem ? { problem } : {}),
    }),
    problem ? 400 : 200,
  )
}

async function knownAs(web: Web, author: CommentAuthor) {
  if (author.readerId !== null) {
    const reader = await readReader(web.store.db, author.readerId)
    return { as: 'reader' as const, name: reader?.name || author.authorName }
  }
  const until = networkBanEnds(author, web.now())
  return until === null ? null : { as: 'network' as const, until }
}

async function linesOf(web: Web, bans: readonly Ban[]): Promise<BanLine[]> {
  const reasons = await readReasons(web.store.db)
  return Promise.all(
    bans.map(async (ban) => {
      const draft = ban.storyId === null ? null : await readDraft(web.store.db, ban.storyId)
      const reasonTitle = reasons.find(({ code }) => code === ban.reason)?.title ?? ban.reason
      return { ...ban, reasonTitle, story: draft ? headOf(draft) : null }
    }),
  )
}
