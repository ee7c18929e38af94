/**
 * `npm run train:spam`: the start that the spam model is shipped with, from the
 * YouTube Spam Collection. Only weights of hashed features are kept, no text.
 * The same files give the same weights.
 */
import { writeFileSync } from 'node:fs'
import { packStart, type SpamLesson, trainModel } from '../src/spam/index.ts'
import { readVideos, spamFolder } from './_spam-corpus.ts'

const WEIGHTS = 'src/spam/weights.json'

const videos = readVideos(spamFolder())
if (!videos || videos.length < 2) {
  console.log(
    `There are not two videos at ${spamFolder()}; nothing was trained. Set COURANT_SHARED to the folder that holds corpora/.`,
  )
} else {
  const groups = videos.map(({ comments }) =>
    comments.map(({ comment, spam }): SpamLesson => ({ comment, label: spam ? 'spam' : 'fine' })),
  )
  const kept = packStart(trainModel(groups))
  writeFileSync(WEIGHTS, `${JSON.stringify(kept, null, 2)}\n`)
  console.log(
    `${groups.flat().length} comments of ${videos.length} videos → ${WEIGHTS}, ${JSON.stringify(kept).length} bytes`,
  )
}
