import { type DetailKind, findDetails } from '../../conduct/index.ts'
import { type Phase, PRIVATE_DETAILS } from './signal.ts'

const NAMES: Record<DetailKind, string> = {
  telephone: 'a telephone number',
  mail: 'a mail address',
  street: 'a street address',
  account: 'an account or card number',
}

/** Whether they are somebody's, and whether they may stand there, is for a person to say. */
export const privateDetails: Phase = {
  name: PRIVATE_DETAILS,
  look({ text }) {
    const found = findDetails(text).slice(0, 3)
    if (found.length === 0) return null
    const words = found.map(({ kind, words: said }) => `${NAMES[kind]} (${said})`).join(', ')
    return { state: 'raised', words: `There may be ${words}`, weight: 0.3 }
  },
}
