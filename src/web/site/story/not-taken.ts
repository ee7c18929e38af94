/** What somebody is told whose comment was not taken, or not yet. */
import type { postComment } from '../../../discussion/index.ts'
import type { Web } from '../../context.ts'
import type { FormNote } from '../kit/props.ts'
import { banWordsOf } from '../reports/ban-words.ts'

type NotTaken = Exclude<Awaited<ReturnType<typeof postComment>>, { kind: 'posted' }>

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
