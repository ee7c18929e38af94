/** How much there is, as it is counted: exactly up to a bound, and "more than" beyond it. */
import { reviewDeskMessages as desk, frameMessages as m } from '../../../messages/index.ts'
import type { Count } from '../../../moderation/queue/index.ts'
import type { OpenObjections } from '../../../redress/index.ts'

export const shortCount = ({ count, more }: Count): string => m.count(count, more)

export const waitingLine = ({ count, more }: Count): string => desk.waitingLine(count, more)

/** "2 appeals", "3 reported comments (1 with a legal notice)"; each with where it is answered. None where none waits. */
export const objectionsInWords = ({
  appeals,
  reported,
  notices,
}: OpenObjections): { words: string; href: string }[] => [
  ...(appeals > 0 ? [{ words: m.appeals(appeals), href: '/newsroom/review/appeals' }] : []),
  ...(reported > 0 ? [{ words: m.reported(reported, notices), href: '/newsroom/review/reports' }] : []),
]
