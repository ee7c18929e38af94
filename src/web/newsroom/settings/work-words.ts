/** Work in the background, as an editor would speak of it. */
import { type DeadJob, type JobKind, NEVER_ENDED } from '../../../store/index.ts'

interface KindWords {
  /** What is done, as a heading. */
  what: string
  /** What people notice while it is not done. */
  without: string
  /** What the job's key is the id of, where that has a page. */
  of?: 'story' | 'trial'
  /** Done again and again, so that one of it always waits. */
  isRegular?: true
}

/** One entry for each kind there is: whoever adds a kind says here what it is. */
const KINDS: Record<Exclude<JobKind, `test.${string}`>, KindWords> = {
  'reading.keep': {
    what: 'Reading who says what in a published story',
    without: 'Readers see the story as ever, but not who says what in it.',
    of: 'story',
  },
  'reading.catch-up': {
    what: 'Reading who says what in the stories that lack it',
    without: 'Some stories may stand without who says what in them.',
  },
  'spam.rescore': {
    what: 'Putting what waits for review in order again, as the spam model has learnt',
    without: 'What waits stands in its old order until the next decision.',
  },
  'rule.trial': {
    what: 'Trying a rule over the archive',
    without: 'Until it is tried again or let go, no other rule can be tried.',
    of: 'trial',
  },
  'senders.forget': {
    what: 'Forgetting which comments of old days came from one network',
    without: 'It is remembered for longer than the site promises.',
    isRegular: true,
  },
  'readers.erase': {
    what: 'Erasing what readers asked to have erased',
    without: 'Some of it may still be there.',
    isRegular: true,
  },
}

/** Another version of the program may have queued what this one knows nothing of. */
export const wordsOfKind = (kind: string): KindWords =>
  Object.hasOwn(KINDS, kind)
    ? KINDS[kind as keyof typeof KINDS]
    : { what: `“${kind}”`, without: 'This version of Courant doesn’t know how to do it; another one queued it.' }

/** Why it was given up, in one sentence; what the program said stands beside it for who understands it. */
export const whyGivenUp = ({ problem }: Pick<DeadJob, 'problem'>): string =>
  problem === NEVER_ENDED
    ? 'The whole program stopped each time while it was at it.'
    : 'Each time an error in the program stopped it.'

/** "once", "8 times". */
export const times = (count: number): string => (count === 1 ? 'once' : `${count} times`)
