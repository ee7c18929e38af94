/** How much there is, as it is counted: exactly up to a bound, and "more than" beyond it. */
import type { Count } from '../../../moderation/queue/index.ts'

const whole = (count: number): string => count.toLocaleString('en')

/** "12", "5,000+" */
export const shortCount = ({ count, more }: Count): string => `${whole(count)}${more ? '+' : ''}`

/** "Nothing waits", "One comment waits", "12 comments wait", "More than 5,000 comments wait" */
export const waitingLine = ({ count, more }: Count): string =>
  more
    ? `More than ${whole(count)} comments wait`
    : count === 0
      ? 'Nothing waits'
      : count === 1
        ? 'One comment waits'
        : `${whole(count)} comments wait`
