/** What the examination reads of a comment's words alone: most of its work, and none of the database's. Pure. */
import { type Conduct, judgeConduct } from '../../../conduct/index.ts'
import { type FoundFeatures, featuresOf, type SpamText } from '../../../spam/index.ts'
import { type Fingerprint, fingerprintOf } from '../../campaigns/index.ts'
import { languageOf } from '../../learning/index.ts'

export interface WordsRead {
  fingerprint: Fingerprint
  features: FoundFeatures
  language: string | null
  conduct: Conduct
}

export async function readWords(said: SpamText): Promise<WordsRead> {
  const { ids, values, words, hasLink } = featuresOf(said)
  return {
    fingerprint: fingerprintOf(said.text),
    features: { ids, values, words, hasLink },
    language: await languageOf(said.text),
    conduct: judgeConduct(said.text),
  }
}
