import { answerUnread } from './answer.ts'
import type { Call, Web } from './context.ts'
import { FORM_LIMIT, type Form, readForm } from './form.ts'

/** Reads a small form and goes on with it, or answers what is wrong with it. */
export async function withForm(web: Web, c: Call, work: (form: Form) => Promise<Response>): Promise<Response> {
  const form = await readForm(c.env.incoming, FORM_LIMIT)
  return 'fault' in form ? answerUnread(web, c, form) : work(form)
}
