/**
 * A proof that the person is there: asked for before passwords, second factors
 * and roles are changed, where they have signed in more than an hour ago. What
 * was typed meanwhile waits in the page and goes on afterwards.
 */

import { listPasskeys } from '../../../access/index.ts'
import { accountMessages as m } from '../../../messages/index.ts'
import { isProved, readCodes, readPassword } from '../../../people/index.ts'
import type { Call, Web } from '../../context.ts'
import { answerPrivate, wantsJson } from '../../kit/answer.ts'
import type { Pending } from '../../kit/kept-words.ts'
import { withForm } from '../../kit/with-form.ts'
import { doorScriptOf } from '../kit/door.ts'
import { frameFor } from '../kit/frame.ts'
import { renderProofPage } from './proof-page.tsx'

/** Asks whoever has not shown within the hour that they are there to show it. */
export async function refuseUnproved(web: Web, c: Call): Promise<Response | null> {
  if (isProved(c.get('session'), web.now())) return null
  if (wantsJson(c)) return c.json({ ok: false, sentence: m.confirmNeeded }, 403)
  if (c.req.method !== 'POST') return proofPage(web, c, { path: c.req.path, fields: null })
  return withForm(web, c, (form) =>
    proofPage(web, c, {
      path: c.req.path,
      fields: form.fields().filter(([name]) => !/password|answer/.test(name)),
    }),
  )
}

export async function proofPage(web: Web, c: Call, pending: Pending, problem?: string): Promise<Response> {
  const { id } = c.get('person')
  const [frame, password, codes, passkeys] = await Promise.all([
    frameFor(web, c),
    readPassword(web.store.db, id),
    readCodes(web.store.db, id),
    listPasskeys(web.store.db, { kind: 'person', id }),
  ])
  const html = renderProofPage({
    ...frame,
    pending,
    signInName: password?.signInName ?? null,
    withCode: codes.confirmedAt !== null,
    doorScript: doorScriptOf(web),
    withPasskey: passkeys.length > 0,
    ...(problem ? { problem } : {}),
  })
  return answerPrivate(c, html, problem ? 400 : 200)
}
