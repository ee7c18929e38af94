import type { Call, Web } from '../context.ts'
import { answerUnread } from './answer.ts'
import { FORM_LIMIT, type Form, readForm } from './form.ts'

/** The one way to read a form: goes on with one of at most `limit` bytes, or answers what is wrong with it. */
export async function withForm(
  web: Web,
  c: Call,
  work: (form: Form) => Promise<Response>,
  limit = FORM_LIMIT,
): Promise<Response> {
  const form = await readForm(c.env.incoming, limit)
  return 'fault' in form ? answerUnread(web, c, form) : work(form)
}

/** The same for a form that brings files: one whose files are larger than `limit` is read too, so that its words come back. */
export async function withFiles(
  web: Web,
  c: Call,
  work: (form: Form) => Promise<Response>,
  limit: number,
): Promise<Response> {
  const form = await readForm(c.env.incoming, limit, { bringsFiles: true })
  return 'fault' in form ? answerUnread(web, c, form) : work(form)
}

/** What was sent, where it is a form: for what is done whatever was sent along. */
export async function formIfAny(c: Call): Promise<Form | null> {
  const form = await readForm(c.env.incoming, FORM_LIMIT)
  return 'fault' in form ? null : form
}
