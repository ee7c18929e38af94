/** Emails about what was decided: on a comment, on a report, on who may comment. */

export const decisionEmailMessages = {
  hello: 'Hello,',
  reason: (title: string, sentence: string) => `The reason: ${title}. ${sentence}`,
  note: (note: string) => `A note from the newsroom:\n\n${note}`,
  whyVerified: 'You got this email because you confirmed that this address is yours.',
  whyTyped: 'You got this email because somebody gave this address with a report.',
  never: (stop: string) => `To stop all emails to this address: ${stop}`,

  decisionWaiting: 'Decision on your comment',
  /** By what was decided: the subject, and what is said first. */
  decided: {
    reject: {
      subject: (headline: string) => `Your comment on “${headline}” was not published`,
      text: (headline: string) => `The newsroom read your comment on “${headline}” and decided not to publish it.`,
    },
    remove: {
      subject: (headline: string) => `Your comment on “${headline}” was removed`,
      text: (headline: string) => `Your comment on “${headline}” was published, and the newsroom has now removed it.`,
    },
    overturn: {
      subject: (headline: string) => `Your comment on “${headline}” has been published after your appeal`,
      text: (headline: string) =>
        `Your appeal succeeded: your comment on “${headline}” is now under the story for everyone to read.`,
    },
    uphold: {
      subject: (headline: string) => `Your appeal about your comment on “${headline}”`,
      text: (headline: string) =>
        `The newsroom has looked at your appeal. The decision stands: your comment on “${headline}” stays unpublished.`,
    },
  },
  receipt: (url: string) => `The full decision is on your comment’s page:\n\n${url}`,
  receiptToAppeal: (url: string) =>
    `The full decision, and how to appeal within six months, is on your comment’s page:\n\n${url}`,
  keepReceipt: 'Keep that address to yourself: anyone who has it can change or withdraw the comment.',

  reportArrived: 'We have received your report',
  reportText: {
    law: 'We have received a legal notice about a comment, sent with this address.',
    rule: 'We have received a report about a comment, sent with this address.',
  },
  reportPage: (url: string) => `A person will read it and decide. You can see the outcome here:\n\n${url}`,
  reportNotYours: 'If you didn’t send it, somebody else typed your address, and you don’t need to do anything.',

  reportDecided: 'Decision on your report',
  reportRemoved: (title: string) => `The comment you reported was removed. The reason: ${title}.`,
  reportStays: 'The comment you reported stays on the page.',
  againRemoved: (title: string) =>
    `The newsroom looked again, as you asked. The comment you reported was removed. The reason: ${title}.`,
  againStays: 'The newsroom looked again, as you asked. The comment you reported stays on the page.',
  aHouseRule: 'a house rule',
  reportMore: (url: string) =>
    `The decision was made by a person, not by a program. To see what else you can do:\n\n${url}`,

  banned: 'You can’t comment for a while',
  bannedForGood: 'You can’t comment any more',
  bannedOn: (headline: string) => `This is about “${headline}”.`,
  banReason: ({ title, law, sentence }: { title: string; law: string | null; sentence: string }) =>
    law === null ? `The reason: ${title}. ${sentence}` : `The reason: ${title} (${law}). ${sentence}`,
}
