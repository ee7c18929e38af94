/** What a program that makes texts and pictures had to do with one, and who answers for it (EU AI Act, article 50(4)). */
import type { AiPart } from './formats.ts'

export interface MadeWithAi {
  how: 'none' | 'helped' | 'generated'
  /** Names, as readers see them; empty where nobody is named. */
  reviewedBy: string
  responsible: string
}

export const NO_AI: MadeWithAi = { how: 'none', reviewedBy: '', responsible: '' }

const AS_FILE_SAYS: Record<AiPart, MadeWithAi['how']> = { '': 'none', made: 'generated', edited: 'helped' }

/** What an editor has said of a picture, or else what its file says of itself. */
export const madeWithAiOf = ({ said, ai }: { said: string; ai: AiPart }): MadeWithAi =>
  said === '' ? { ...NO_AI, how: AS_FILE_SAYS[ai] } : (JSON.parse(said) as MadeWithAi)

/** What is kept of it: nothing where the file says as much. */
export const saidOfAi = ({ how, reviewedBy, responsible }: MadeWithAi, ai: AiPart): string =>
  how === AS_FILE_SAYS[ai] && reviewedBy === '' && responsible === ''
    ? ''
    : JSON.stringify({ how, reviewedBy, responsible })
