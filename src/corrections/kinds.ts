/** What an editor says a change is, and the sentence that goes with it. */
import { charactersOf, typedWords } from '../house-rules/index.ts'
import { correctionMessages as m } from '../messages/index.ts'
import { showsSomething } from '../text/index.ts'

export const CHANGE_KINDS = ['update', 'typo', 'correction', 'retraction'] as const
export type ChangeKind = (typeof CHANGE_KINDS)[number]

/** As typed into the form. */
export interface TypedChange {
  kind: string
  cause: string
}

/** For the sentence of what was wrong, in characters. */
export const LONGEST_CAUSE = 1000

/** The change as it will be kept, or what has to be put right. A correction and a retraction say what was wrong; a typo says nothing. */
export function checkChange(typed: TypedChange): { kind: ChangeKind; cause: string } | { problem: string } {
  const kind = CHANGE_KINDS.find((one) => one === typed.kind) ?? (typed.kind === '' ? 'update' : null)
  if (kind === null) return { problem: m.noKind }
  const cause = kind === 'typo' ? '' : typedWords(typed.cause).replace(/\s+/g, ' ')
  if ((kind === 'correction' || kind === 'retraction') && !showsSomething(cause)) return { problem: m.needsCause[kind] }
  const length = charactersOf(cause)
  return length > LONGEST_CAUSE ? { problem: m.causeTooLong(LONGEST_CAUSE, length) } : { kind, cause }
}
