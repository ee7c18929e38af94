/** Decisions on comments: why one can't be made or undone, and what a colleague did. */
import { counted, howLongAgo, number } from '../../count.ts'

export const decisionMessages = {
  /** What somebody did to a comment, after their name. */
  did: {
    approve: 'approved it',
    reject: 'rejected it',
    remove: 'removed it',
    undo: 'undid that decision',
    reopen: 'reopened it',
    overturn: 'overturned the decision on appeal',
    uphold: 'upheld the decision on appeal',
    keep: 'kept it after a report',
    import: 'brought it in from another system',
    'import undo': 'undid the import that brought it in',
  },
  didAgo: (who: string, did: string, span: number) => `${who} ${did} ${howLongAgo(span)}.`,
  you: 'You',
  isReviewing: (name: string) => `${name} is reviewing this comment.`,
  changed: 'This comment has changed since you opened the page. Here is the new version: read it, then decide.',
  changedByAuthor: 'Its author has edited or withdrawn this comment in the meantime.',
  alreadyDecided: 'This comment has already been decided.',

  /** To a decision that was taken over with a comment from another system. */
  asItWasThere: (from: string) => `As it was on ${from}, by import.`,
  importUndone: (from: string) => `The import from ${from} was undone.`,

  noSuchComment: 'There is no such comment.',
  noSuchDecision: 'There is no such decision.',
  chooseReasonToReject: 'Choose a reason from the list to reject the comment.',
  chooseReasonToRemove: 'Choose a reason from the list to remove the comment.',
  notShown: 'Readers don’t see this comment, so there is nothing to remove.',
  alreadyWaiting: 'This comment is already waiting in the queue.',
  withdrawn: 'Its author has withdrawn this comment, so it can’t be decided any more.',

  answersStay: 'An answer to an appeal or a report can’t be undone. Open the comment to decide again.',
  reopeningStays: 'A reopened comment waits in the queue. Decide it there.',
  notYours: 'Only the person who made a decision can undo it.',
  tooLate: 'The ten seconds are over. Open the comment to decide again.',
  alreadyUndone: 'This decision has already been undone.',
  alreadyKnown: 'Others may know of this decision by now, so it can’t be undone. Open the comment to decide again.',
  reopenedSince: 'This comment has been reopened since. Decide it again.',
  removedSince: 'A colleague has removed this comment since.',

  chooseReasonForCampaign: 'Choose a reason from the list to reject the campaign.',
  campaignHeld: 'Colleagues are reviewing all the waiting comments of this campaign. Try again when they’ve finished.',
  campaignMovedOn: 'The comments you were shown are no longer waiting. Here are the ones waiting now: read them first.',
  campaignDecided: 'No comments of this campaign are waiting any more.',

  /** A signal beside a comment. */
  nearIdentical: (count: number, isMost: boolean, networks: number) => {
    if (count === 1 && !isMost) return 'Near-identical to one earlier comment'
    const comments = isMost ? `${number(count)} or more earlier comments` : `${number(count)} earlier comments`
    return `Near-identical to ${comments} from ${counted(networks, { one: 'one network', other: '# networks' })}`
  },
  became: (what: string, outcomes: readonly string[]) => `${what}: ${outcomes.join(', ')}`,
  wereSpam: (count: number) => counted(count, { one: '# was spam', other: '# were spam' }),
  wereApproved: (count: number) => counted(count, { one: '# was approved', other: '# were approved' }),
  wereRejected: (count: number) => counted(count, { one: '# was rejected', other: '# were rejected' }),
}
