/** Second looks at decisions, and what `courant doctor` claims about comments. */
export const figuresMessages = {
  chooseAction: 'Choose to approve it, or a reason to reject it.',
  chooseReason: 'Choose a reason from the list to reject it.',
  lookedAt: 'This one has been looked at, or has changed since. Here is the next.',
  /** After "One chose to". */
  approve: 'approve',
  reject: (reason: string) => `reject (${reason})`,
  noReason: 'no reason kept',

  claims: {
    approved: 'Every revision that readers see was approved by someone, and the decision says by whom',
    states: 'Every revision is in the state its last decision gave it, unless its author has withdrawn it since',
    single: 'No comment has more than one revision waiting',
    shown: 'The number of comments shown with a story is the number of comments under it',
    waiting: 'The numbers of waiting comments, by band, by story and by comment, are right',
  },
}
