/**
 * `npm run train:spam`: the start that the spam model is shipped with, from the
 * YouTube Spam Collection and lessons in words of our own. Only weights of
 * hashed features, and which places words have, are kept; no text.
 * The same files give the same weights.
 */
import { writeFileSync } from 'node:fs'
import { featuresOf, packStart, packWords, type SpamLesson, trainModel } from '../src/spam/index.ts'
import { ownGroups } from './_own-words.ts'
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
  const besides = ownGroups()
  const lessons = [...groups, ...besides].flat()
  const words = packWords(lessons.map(({ comment }) => featuresOf(comment)))
  const kept = { ...packStart(trainModel(groups, besides)), words }
  writeFileSync(WEIGHTS, `${JSON.stringify(kept, null, 2)}\n`)
  console.log(
    `${lessons.length} lessons, from ${videos.length} videos and our own words → ${WEIGHTS}, ${JSON.stringify(kept).length} bytes`,
  )
}
