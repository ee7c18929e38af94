/**
 * The work that a browser is asked for while its reader writes a comment. A
 * story's page runs no code and must not: so the form holds an empty frame that
 * is not loaded before somebody begins to write, and the frame's own page, which
 * shows nothing of anyone, runs it. docs/decisions/015 tells why.
 */
import type { Hono } from 'hono'
import { askForWork } from '../../../discussion/index.ts'
import { discussionMessages as m } from '../../../messages/index.ts'
import { findPublished } from '../../../story/index.ts'
import type { Call, Env, Web } from '../../context.ts'
import { answerError } from '../../kit/answer.ts'
import { COMMENT_FORM_LIMIT, type Form } from '../../kit/form.ts'
import { readerInHand } from '../../kit/reader-session.ts'
import { PROOF_FRAME_POLICY } from '../../kit/security-headers.ts'
import { addressOf } from '../../kit/sender.ts'
import { withForm } from '../../kit/with-form.ts'
import { storyPathOf } from '../kit/paths.ts'

/** The same for everyone and at all times but after an upgrade; a day, in seconds. */
const FRAME_KEPT = 24 * 60 * 60

export function addProofRoutes(app: Hono<Env>, web: Web): void {
  app.get('/form-proof', (c) =>
    c.html(frame(web), 200, {
      'content-security-policy': PROOF_FRAME_POLICY,
      'cache-control': `public, max-age=${FRAME_KEPT}`,
      'x-robots-tag': 'noindex',
    }),
  )
  app.post('/form-proof', (c) => withForm(web, c, (form) => challenge(web, c, form), COMMENT_FORM_LIMIT))
}

const frame = (web: Web): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>${m.empty}</title><script type="module" src="${web.assets.path('proof.js')}" data-worker="${web.assets.path('proof-worker.js')}"></script></html>`

async function challenge(web: Web, c: Call, form: Form): Promise<Response> {
  const storyId = await findPublished(web.store.db, storyPathOf(form.get('story').replace(/\/comments\/?$/, '')))
  if (!storyId) return answerError(web, c, 404)
  const reader = await readerInHand(web, c)
  const asked = await askForWork(
    web.store,
    web.signing,
    {
      storyId,
      token: form.get('token'),
      address: addressOf(web, c),
      readerId: reader?.reader.id ?? null,
    },
    web.now(),
  )
  return c.json(asked, 200, { 'cache-control': 'no-store' })
}
