/** The house rules: why a comment is not published, as readers are told until an editor words a rule otherwise. */
import { number } from '../../count.ts'

export const houseRulesMessages = {
  /** By code: for the moderator's button, for the author, which law, and what the EU's database is told beside its keyword. */
  reasons: {
    'off-topic': { title: 'Off topic', sentence: 'It is not about this story.', eu: 'Off topic' },
    attack: {
      title: 'Personal attack',
      sentence: 'It attacks a person instead of what they said or did.',
      eu: 'Personal attack',
    },
    hate: { title: 'Hate or threat', sentence: 'It threatens people or demeans them for who they are.' },
    private: { title: 'Private details', sentence: 'It gives away private details about someone.' },
    unsupported: {
      title: 'Unsupported accusation',
      sentence: 'It accuses someone without anything to support it.',
    },
    unreadable: {
      title: 'Repeated or unreadable',
      sentence: 'It repeats another comment, or nobody can make out what it says.',
      eu: 'Repeated or unreadable',
    },
    spam: { title: 'Spam', sentence: 'It looks like advertising.', eu: 'Advertising' },
    'illegal-hate': {
      title: 'Unlawful incitement',
      sentence: 'It incites hatred or violence, which the law forbids.',
      law: 'The criminal law against incitement to hatred or violence',
    },
    'illegal-defamation': {
      title: 'Unlawful defamation',
      sentence:
        'It states as fact something that is not known to be true and harms a person’s reputation, which the law forbids.',
      law: 'The law that protects a person’s reputation against false statements of fact',
    },
    'illegal-rights': {
      title: 'Someone else’s rights',
      sentence: 'It passes on someone else’s work or data, which the law does not allow.',
      law: 'The law of copyright and data protection',
    },
  },
  otherRule: 'Something else',
  minors: 'Child sexual abuse',
  otherLaw: 'Another law',

  tooLong: (most: number, length: number) => `Keep it to ${number(most)} characters; it has ${number(length)}.`,
  noRule: 'This rule does not exist. Reload the page.',
  empty: 'Fill in every field: readers see these words.',
  logWorded: (rule: string, title: string, sentence: string) =>
    `Reworded the house rule “${rule}”: ${title}. ${sentence}`,
  logPublicity: (log: boolean, report: boolean) =>
    `Moderation log: ${log ? 'public' : 'not public'}; transparency report: ${report ? 'public' : 'not public'}`,
}
