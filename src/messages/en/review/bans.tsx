/** Bans: who may not comment, and banning the author of a comment. */
import type { Child } from 'hono/jsx'

export const bansMessages = {
  title: 'Bans',
  lead: 'People who are banned are told so when they send a comment, with a statement of reasons, and get back what they wrote. To ban someone, open one of their comments.',
  leadWithMail:
    'People who are banned are told so when they send a comment, with a statement of reasons, and get back what they wrote. Readers with a verified address get the statement by email too. To ban someone, open one of their comments.',
  noContact: (settings: Child) => (
    <>
      They are told that they can object to the newsroom, but not how to reach it. Say how readers can reach you under{' '}
      {settings}.
    </>
  ),
  none: 'Nobody is banned.',
  over: 'Ended or lifted',
  network: 'A network',
  reader: 'A reader',
  onStory: (who: Child, headline: string, reason: string) => (
    <>
      {who}, on {headline}: {reason}
    </>
  ),
  onSite: (who: Child, reason: string) => (
    <>
      {who}, on the whole site: {reason}
    </>
  ),
  forGood: (by: string, at: Child) => (
    <>
      By {by}, {at}; for good
    </>
  ),
  until: (by: string, at: Child, until: string) => (
    <>
      By {by}, {at}; until {until}
    </>
  ),
  lifted: (by: string, at: Child, liftedBy: string, liftedAt: string) => (
    <>
      By {by}, {at}; lifted by {liftedBy}, {liftedAt}
    </>
  ),
  note: (note: Child) => <>Note to them: “{note}”</>,
  lift: 'Lift ban',
  liftWhose: {
    network: ': a network',
    reader: ': a reader',
    named: (name: string) => `: ${name}`,
  },

  ban: (author: string) => `Ban ${author}`,
  heading: (author: Child) => <>Ban {author}</>,
  backToComment: 'Back to the comment',
  bannedOnStory: (headline: string, until: string | null) =>
    `The author is banned on ${headline} ${until === null ? 'for good' : `until ${until}`}.`,
  bannedOnSite: (until: string | null) =>
    `The author is banned on the whole site ${until === null ? 'for good' : `until ${until}`}.`,
  seeAll: 'See all bans',
  unknown: (rule: Child) => (
    <>
      It’s no longer possible to tell who wrote this: the author had no account, and their network is no longer known.
      Slow mode on the story, or a {rule}, may help.
    </>
  ),
  rule: 'rule',
  verified: (name: Child) => <>{name} is a verified reader. The ban applies wherever they sign in.</>,
  byNetwork: (until: string) =>
    `They have no account, so only their network is known, and only for a short time: the ban ends on ${until}. Until then it also applies to everyone else without an account on that network, for example at a school or an office.`,
  reason: 'Reason (they are told)',
  noteToThem: 'Note to them',
  noteHint: 'Optional. Sent with the reason.',
  where: 'Where',
  thisStory: (headline: Child) => <>On this story only: {headline}</>,
  wholeSite: 'On the whole site',
  howLong: 'For how long',
  whatFollows:
    'Their earlier comments stay. When they next send one they are told of the ban, with a statement of reasons, and get back what they wrote.',
  byMailToo: 'If they have a verified address, they are also told by email.',

  chooseReason: 'Choose a reason. The person you ban is told what it is.',
  chooseWhere: 'Choose where the ban applies.',
  chooseHowLong: 'Choose how long the ban lasts.',
}
