import { judgeConduct } from '../../conduct/index.ts'
import { CONDUCT, type Phase } from './signal.ts'

const list = (words: readonly string[]) => words.map((word) => `“${word}”`).join(', ')

/** Insults and threats. They ask for a look: rude is not spam, and what is quoted may be right to quote. */
export const conduct: Phase = {
  name: CONDUCT,
  look({ text }) {
    const { insults, threats, hostile } = judgeConduct(text)
    const said = [
      ...(threats.length > 0 ? [`threatens or wishes harm: ${list(threats)}`] : []),
      ...(insults.length > 0 ? [`insults: ${list(insults)}`] : []),
      ...(hostile.length > 0 ? [`hostile words about people: ${list(hostile)}`] : []),
    ]
    if (said.length === 0) return null
    return { state: 'raised', words: `Perhaps ${said.join('; ')}`, weight: threats.length > 0 ? 0.5 : 0.3 }
  },
}
