import { answerError } from '../answer.ts'
import type { Call, Web } from '../context.ts'
import { type Form, readForm } from '../form.ts'

/** In bytes; ids, a filter and a sentence. */
const FORM_LIMIT = 16 * 1024

/** Reads a small form and goes on with it, or answers what is wrong with it. */
export async function withForm(web: Web, c: Call, work: (form: Form) => Promise<Response>): Promise<Response> {
  const form = await readForm(c.env.incoming, FORM_LIMIT)
  return 'fault' in form ? answerError(web, c, form.fault === 'too large' ? 413 : 400) : work(form)
}
