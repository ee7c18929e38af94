import type { RevisionStateName } from '../../../store/index.ts'

/** What has become of words, as staff read it. */
export const STATES: Readonly<Record<RevisionStateName, string>> = {
  held: 'Waiting for review',
  approved: 'Published',
  rejected: 'Rejected',
  spam: 'Spam',
  withdrawn: 'Withdrawn or replaced by its author',
  removed: 'Taken down',
}

/** Whether words in this state were decided on, so that they can be reopened. */
export const wasDecided = (state: RevisionStateName): boolean => state !== 'held' && state !== 'withdrawn'
