/** What somebody typed who sends a comment, and what they are told where it was not taken, or not yet. */
import type { postComment } from '../../../discussion/index.ts'
import type { Call, Web } from '../../context.ts'
import type { Form } from '../../kit/form.ts'
import type { CommentDraft, FormNote } from '../kit/props.ts'
import { banWordsOf } from '../reports/ban-words.ts'

/** The words of a comment's form. Whatever happens from now on, they go back to who typed them. */
export function keepDraft(c: Call, form: Form): Required<CommentDraft> {
  const draft = {
    name: form.get('name'),
    mail: form.get('mail'),
    text: form.get('comment'),
    tell: form.get('tell') !== '',
  }
  c.set('draft', draft)
  return draft
}

type Sent = Awaited<ReturnType<typeof postComment>>
type NotTaken = Exclude<Sent, { kind: 'posted' }>

const OUTCOMES = { posted: 'taken', confirm: 'asked again', refused: 'refused' } as const

/** Counts it, whatever came of it. */
export const noteOutcome = ({ pulse }: Web, { kind }: Sent): void => pulse.ear.commented(OUTCOMES[kind])

const STATUS: Record<Extract<NotTaken, { kind: 'refused' }>['why'], 400 | 403 | 409 | 429> = {
  form: 400,
  banned: 403,
  limit: 429,
  slow: 429,
  closed: 409,
  'no story': 409,
  'no parent': 409,
}

export async function notTaken(
  web: Web,
  result: NotTaken,
): Promise<{ note: FormNote; status: 200 | 400 | 403 | 409 | 429 }> {
  if (result.kind === 'confirm') return { note: { kind: 'confirm', why: result.why }, status: 200 }
  const kind = 'problem' as const
  const status = STATUS[result.why]
  if (result.why === 'form') return { note: { kind, ...result.problem }, status }
  if (result.why === 'banned') return { note: { kind, field: null, ...(await banWordsOf(web, result.ban)) }, status }
  return { note: { kind, field: null, sentence: result.sentence }, status }
}
