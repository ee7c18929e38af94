import { answerUnread } from './answer.ts'
import type { Call, Web } from './context.ts'
import { FORM_LIMIT, type Form, readForm } from './form.ts'

/** Reads a form of at most `limit` bytes and goes on with it, or answers what is wrong with it. */
export async function withForm(
  web: Web,
  c: Call,
  work: (form: Form) => Promise<Response>,
  limit = FORM_LIMIT,
): Promise<Response> {
  const form = await readForm(c.env.incoming, limit)
  return 'fault' in form ? answerUnread(web, c, form) : work(form)
}
