/**
 * `npm run train:conduct`: the weights of the second model, from HateCheck and
 * the Fox News threads. Only weights of kinds of words and of the hostile words
 * in our own lists are kept. The same files give the same weights.
 */
import { writeFileSync } from 'node:fs'
import { trainConduct } from '../src/conduct/index.ts'
import { commentsFolder, readConductCorpus } from './_conduct-corpus.ts'

const WEIGHTS = 'src/conduct/weights.json'

const comments = readConductCorpus()
if (!comments) {
  console.log(
    `There is no hatecheck.csv at ${commentsFolder()}; nothing was trained. Set COURANT_SHARED to the folder that holds corpora/.`,
  )
} else {
  const kept = trainConduct(comments)
  writeFileSync(WEIGHTS, `${JSON.stringify(kept, null, 2)}\n`)
  console.log(`${comments.length} comments → ${WEIGHTS}, ${Object.keys(kept.weights).length} weights`)
}
