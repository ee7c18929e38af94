/** How much there is, as it is counted: exactly up to a bound, and "more than" beyond it. */
import type { Count } from '../../../moderation/queue/index.ts'
import type { OpenObjections } from '../../../redress/index.ts'

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

const counted = (count: number, one: string, many: string): string => `${whole(count)} ${count === 1 ? one : many}`

/** "2 appeals", "3 reported comments (1 under a legal notice)"; each with where it is answered. None where none waits. */
export const objectionsInWords = ({
  appeals,
  reported,
  notices,
}: OpenObjections): { words: string; href: string }[] => {
  const legal =
    notices === 0
      ? ''
      : reported === notices
        ? ` under ${reported === 1 ? 'a legal notice' : 'legal notices'}`
        : ` (${whole(notices)} under ${notices === 1 ? 'a legal notice' : 'legal notices'})`
  return [
    { count: appeals, words: counted(appeals, 'appeal', 'appeals'), href: '/newsroom/review/appeals' },
    {
      count: reported,
      words: `${counted(reported, 'reported comment', 'reported comments')}${legal}`,
      href: '/newsroom/review/reports',
    },
  ]
    .filter(({ count }) => count > 0)
    .map(({ words, href }) => ({ words, href }))
}
