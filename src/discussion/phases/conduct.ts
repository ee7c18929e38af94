import { judgeConduct } from '../../conduct/index.ts'
import { commentSignalMessages as m } from '../../messages/index.ts'
import { CONDUCT, type Phase } from './signal.ts'

/** Insults and threats. They ask for a look: rude is not spam, and what is quoted may be right to quote. */
export const conduct: Phase = {
  name: CONDUCT,
  look({ text, conduct = judgeConduct(text) }) {
    const { insults, threats, hostile } = conduct
    const said = [
      ...(threats.length > 0 ? [m.threats(threats)] : []),
      ...(insults.length > 0 ? [m.insults(insults)] : []),
      ...(hostile.length > 0 ? [m.hostile(hostile)] : []),
    ]
    if (said.length === 0) return null
    return { state: 'raised', words: m.several(said), weight: threats.length > 0 ? 0.5 : 0.3 }
  },
}
