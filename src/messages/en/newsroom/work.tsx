/** Settings, "Background work": what the site does by itself. */
import type { Child } from 'hono/jsx'
import { counted, number } from '../../count.ts'

export const workMessages = {
  title: 'Background work',
  lead: 'What the site does by itself, beside readers and editors. If something goes wrong it tries again, a little later each time. After eight tries it stops and tells you here.',
  allDone: 'Nothing waiting, nothing failed.',
  waiting: 'Waiting',
  onSchedule: 'On a schedule',

  failed: 'Failed',
  failedHint: 'Once the cause is fixed, press “Try again”. If the work is no longer needed, remove it.',
  moreFailed: (count: number) => `And ${number(count)} more.`,
  tried: (times: number, since: Child, last: Child) => (
    <>
      {counted(times, { one: 'Tried once', other: 'Tried # times' })} since {since}. Stopped {last}.
    </>
  ),
  whatTheProgramSays: 'Technical details',
  tryAgain: 'Try again',
  remove: 'Remove',
  programStopped: 'The whole program stopped each time.',
  errorStopped: 'An error in the program stopped it each time.',

  running: (count: number) => counted(count, { one: 'Running now. ', other: '# running now. ' }),
  next: (at: Child) => <>Next {at}. </>,
  waits: (count: number, at: Child) => (
    <>
      {counted(count, { one: 'One waiting, starts', other: '# waiting, the first starts' })} {at}.{' '}
    </>
  ),
  soon: 'in a moment',
  retried: (failing: number, waiting: number) =>
    waiting === 1
      ? 'It failed and will be tried again. '
      : counted(failing, { one: '1 failed and will be tried again. ', other: '# failed and will be tried again. ' }),
  failedAbove: 'Failed; see above. ',

  noHeadline: '(no headline)',
  triedAgain: 'Trying again.',
  removed: 'Removed.',
  notFailed: 'That is no longer among the failed work.',
  logTriedAgain: (work: string) => `Tried failed work again: ${work}`,
  logRemoved: (work: string) => `Removed failed work: ${work}`,
  workOnStory: (work: string, headline: string) => `${work}, “${headline}”`,

  /** Each kind of work: what is done, as a heading, and what people notice while it is not done. */
  kinds: {
    'schedule.publish': {
      what: 'Publishing a story at its time',
      without: 'The story stays a draft. Publish it by hand.',
    },
    'embargo.end': {
      what: 'Publishing a version whose embargo is over',
      without: 'Readers don’t see it yet. Lift the embargo by hand.',
    },
    'story.end': {
      what: 'Taking a story off the site at its time',
      without: 'It is still on the site. Take it off by hand.',
    },
    'comments.close': {
      what: 'Closing comments at their time',
      without: 'The story’s page still has its form, and what is sent by it is refused. Close comments by hand.',
    },
    'front.let-go': {
      what: 'Letting go of stories kept on top of the front page',
      without: 'Other pages may show them there a little longer.',
    },
    'trash.empty': {
      what: 'Emptying the trash',
      without: 'Stories stay in the trash for longer than 30 days.',
    },
    'reading.keep': {
      what: 'Reading who says what in a published story',
      without: 'Readers see the story as usual, but not who says what in it.',
    },
    'reading.catch-up': {
      what: 'Reading who says what in older stories',
      without: 'Some stories may not show who says what in them.',
    },
    'spam.rescore': {
      what: 'Sorting the queue again by what the spam model has learnt',
      without: 'Waiting comments keep their old order until the next decision.',
    },
    'import.work': {
      what: 'Moving a site in',
      without: 'The site is there in part. Open “Move in” in the settings to go on.',
    },
    'import.learn': {
      what: 'Learning from comments that were brought in',
      without: 'The spam model knows less of your readers until then.',
    },
    'import.pictures': {
      what: 'Taking in the pictures of stories that were brought in',
      without: 'Some stories that were brought in lack pictures.',
    },
    'caches.purge': {
      what: 'Telling the cache in front of the site what has changed',
      without: 'Readers may see pages as they were for a while.',
    },
    'rule.trial': {
      what: 'Trying a rule on older comments',
      without: 'No other rule can be tried until this one is tried again or removed.',
    },
    'pictures.render': {
      what: 'Making smaller copies of a picture',
      without: 'Readers get the picture in its smallest size.',
    },
    'pictures.sweep': {
      what: 'Clearing up after broken uploads',
      without: 'Half-uploaded files take up room on the disk.',
    },
    'import.uploads': {
      what: 'Clearing uploaded exports that are done with',
      without: 'Old exports go on taking up room on the server; nothing else is the matter.',
    },
    'attachments.sweep': {
      what: 'Clearing up after broken uploads of files',
      without: 'Half-uploaded files take up room on the disk.',
    },
    'backup.look': {
      what: 'Looking whether the daily backup is due',
      without: 'No backup is made.',
    },
    'backup.make': {
      what: 'Making the daily backup',
      without: 'If the machine breaks, what came in since the last backup is lost. Tell whoever looks after it.',
    },
    'tickets.forget': {
      what: 'Forgetting the email addresses of readers who reported an error',
      without: 'Addresses of readers who were answered more than thirty days ago are still kept.',
    },
    'senders.forget': {
      what: 'Forgetting which older comments came from the same network',
      without: 'It is remembered for longer than the site promises.',
    },
    'webhooks.send': {
      what: 'Telling other servers what happened',
      without: 'Your webhooks hear of nothing until then.',
    },
    'readers.erase': {
      what: 'Erasing what readers asked to have erased',
      without: 'Some of it may still be there.',
    },
  },
  unknownKind: (kind: string) => `“${kind}”`,
  withoutUnknown: 'This version of Courant doesn’t know how to do it; another version queued it.',
}
