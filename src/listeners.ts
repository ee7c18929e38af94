/** What follows in the same transaction: of a saved draft, of a decision, of a lesson, of a publication, of a job that is let go. */

import { notingDrops } from './caches/index.ts'
import { keepingOldWindows, keepingReopened, keepingWindows } from './closing/index.ts'
import { forgettingModes } from './discussion/index.ts'
import { forgettingHistory, keepingBroughtIn, keepingSaves, lettingGo } from './drafting/index.ts'
import { withdrawingEmbargoes } from './embargo/index.ts'
import { telling } from './letters/index.ts'
import { stoppingTrials } from './moderation/filters/index.ts'
import { learning, rescoring } from './moderation/learning/index.ts'
import { forgettingNotes } from './notes/index.ts'
import { unplanning } from './planning/index.ts'
import { callingOff, cancellingSchedules, endingSchedules, keepingEnds } from './schedule/index.ts'
import type { AnyInsideListener } from './store/index.ts'
import { noting } from './webhooks/index.ts'
import { askingForTwo, keepingTheList } from './workflow/index.ts'

export const LISTENERS: readonly AnyInsideListener[] = [
  keepingSaves,
  keepingBroughtIn,
  learning,
  telling,
  rescoring,
  stoppingTrials,
  endingSchedules,
  cancellingSchedules,
  keepingEnds,
  ...withdrawingEmbargoes,
  keepingWindows,
  keepingOldWindows,
  keepingReopened,
  callingOff,
  lettingGo,
  forgettingHistory,
  forgettingModes,
  forgettingNotes,
  unplanning,
  ...askingForTwo,
  // After keepingSaves: what a save has changed stands in the history.
  ...keepingTheList,
  ...noting,
]

/** With those that only some settings want. */
export const listenersFor = ({
  sharedCache,
}: {
  sharedCache: { purge: object | null } | null
}): readonly AnyInsideListener[] => (sharedCache?.purge ? [...LISTENERS, ...notingDrops] : LISTENERS)
