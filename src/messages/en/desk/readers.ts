/** Readers' accounts, bans and the erasing of data: problems, and what the log keeps. */
import { number } from '../../count.ts'

export const readerMessages = {
  noName: 'Type the name to show above your comments.',
  longName: (most: number) => `Shorten the name to ${number(most)} characters at most.`,
  onlyPasskey: 'This passkey is the only way into your account. Add another one first, or erase the account.',

  banTerms: { day: 'One day', week: 'One week', month: '30 days', good: 'For good' },
  chooseTerm: 'Choose how long the ban lasts.',
  authorUnknown: 'It is no longer known who wrote this, so nobody can be banned for it. Slow mode or a rule may help.',
  bannedAlready: 'The author is already banned there. To change the ban, lift it first.',
  logBanned: ({
    whom,
    onSite,
    until,
    reason,
  }: {
    whom: 'reader' | 'network'
    onSite: boolean
    until: string | null
    reason: string
  }) =>
    `Banned ${whom === 'reader' ? 'a verified reader' : 'a network'} from commenting on ${onSite ? 'the site' : 'one story'} ${until === null ? 'for good' : `until ${until}`} (${reason})`,
  logLifted: 'Lifted a ban from commenting',

  /** By a reader themselves, and by staff; with the text kept or erased. */
  logErased: {
    own: {
      keep: 'A reader erased their own data; the text stays, without a name',
      blank: 'A reader erased their own data, including the text',
    },
    staff: {
      keep: 'Erased a reader’s data; the text stays, without a name',
      blank: 'Erased a reader’s data, including the text',
    },
  },
}
