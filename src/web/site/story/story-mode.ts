/** What readers are told of how a story takes comments, and of what appears without review. */
import { inMinutes, type StoryMode } from '../../../discussion/index.ts'

/** A sentence over the form; null where comments are taken as usual, or not at all. */
export function modeSentence(mode: StoryMode): string | null {
  if (mode.kind === 'slow') return `Comments come slowly here: one in ${inMinutes(mode.minutes)} from each person.`
  if (mode.kind === 'hold')
    return 'Comments on this story are taken, and wait until the newsroom has time for all of them.'
  return null
}

/** What the foot of every page says of comments: the promise, or its one exception where an editor has made it. */
export const reviewSentence = (withoutReview: number | null): string =>
  withoutReview === null
    ? 'A person reads every comment before it appears.'
    : `A person reads comments before they appear. ${withoutReviewSentence(withoutReview)}`

/** The sentence that stands wherever a comment can be written, while some appear without review. */
export const withoutReviewSentence = (comments: number): string =>
  `Comments by verified readers with ${comments} approved comments appear at once.`
