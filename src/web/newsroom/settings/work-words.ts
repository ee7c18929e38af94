/** Work in the background, as an editor would speak of it. */
import { workMessages as m } from '../../../messages/index.ts'
import { type DeadJob, type JobKind, NEVER_ENDED } from '../../../store/index.ts'

type Kind = Exclude<JobKind, `test.${string}`>

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
const KINDS: Record<Kind, KindWords> = {
  'reading.keep': { ...m.kinds['reading.keep'], of: 'story' },
  'reading.catch-up': m.kinds['reading.catch-up'],
  'spam.rescore': m.kinds['spam.rescore'],
  'import.work': m.kinds['import.work'],
  'import.learn': m.kinds['import.learn'],
  'import.pictures': m.kinds['import.pictures'],
  'import.uploads': { ...m.kinds['import.uploads'], isRegular: true },
  'rule.trial': { ...m.kinds['rule.trial'], of: 'trial' },
  'schedule.publish': { ...m.kinds['schedule.publish'], of: 'story' },
  'embargo.end': { ...m.kinds['embargo.end'], of: 'story' },
  'story.end': { ...m.kinds['story.end'], of: 'story' },
  'comments.close': { ...m.kinds['comments.close'], of: 'story' },
  'front.let-go': m.kinds['front.let-go'],
  'trash.empty': { ...m.kinds['trash.empty'], isRegular: true },
  'backup.look': { ...m.kinds['backup.look'], isRegular: true },
  'backup.make': m.kinds['backup.make'],
  'pictures.render': m.kinds['pictures.render'],
  'pictures.sweep': { ...m.kinds['pictures.sweep'], isRegular: true },
  'attachments.sweep': { ...m.kinds['attachments.sweep'], isRegular: true },
  'senders.forget': { ...m.kinds['senders.forget'], isRegular: true },
  'tickets.forget': { ...m.kinds['tickets.forget'], isRegular: true },
  'caches.purge': m.kinds['caches.purge'],
  'webhooks.send': m.kinds['webhooks.send'],
  'readers.erase': { ...m.kinds['readers.erase'], isRegular: true },
}

/** Another version of the program may have queued what this one knows nothing of. */
export const wordsOfKind = (kind: string): KindWords =>
  Object.hasOwn(KINDS, kind) ? KINDS[kind as Kind] : { what: m.unknownKind(kind), without: m.withoutUnknown }

/** Why it was given up, in one sentence; what the program said stands beside it for who understands it. */
export const whyGivenUp = ({ problem }: Pick<DeadJob, 'problem'>): string =>
  problem === NEVER_ENDED ? m.programStopped : m.errorStopped
