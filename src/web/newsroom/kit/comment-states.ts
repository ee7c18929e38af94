import { frameMessages as m } from '../../../messages/index.ts'
import type { RevisionStateName } from '../../../store/index.ts'

/** What has become of a comment, as staff read it. */
export const STATES: Readonly<Record<RevisionStateName, string>> = m.states

/** Whether it was decided on in this state, so that it can be reopened. */
export const wasDecided = (state: RevisionStateName): boolean => state !== 'held' && state !== 'withdrawn'
