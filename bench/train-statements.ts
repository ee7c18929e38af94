/**
 * The second half of `npm run train:reading`: who says what, learnt from
 * PolNeAR's train part. Takes some minutes; the same corpus gives the same weights.
 */
import { lessonOf, trainStatements } from '../src/reading/index.ts'
import { type AnnotatedText, corpusFolder, readCorpus } from './_attribution-corpus.ts'
import { tokensIn, tokensOf } from './_attribution-tokens.ts'
import { keepWeights, say } from './_weights-file.ts'

const corpus = readCorpus('train')
if (!corpus) {
  console.log(
    `The corpus is not at ${corpusFolder('train')}; nothing was trained. Set COURANT_SHARED to the folder that holds corpora/.`,
  )
} else keepWeights(trainStatements(corpus.map(lesson), say))

function lesson({ text, attributions }: AnnotatedText) {
  const { tokens, ranges } = tokensOf(text)
  return lessonOf(
    tokens,
    attributions.map(({ content, cue, source }) => ({
      content: tokensIn(content, ranges),
      cue: tokensIn(cue, ranges),
      speaker: tokensIn(source, ranges),
    })),
  )
}
