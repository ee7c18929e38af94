/**
 * The short list of reasons. Codes are stable: decisions are kept for ever and
 * name them. `title` is for the moderator's button, `sentence` for the author.
 */
export interface Reason {
  code: string
  /** The key that decides with this reason. */
  key: string
  title: string
  sentence: string
  /** The state that rejected words go to. */
  state: 'rejected' | 'spam'
}

export const REASONS: readonly Reason[] = [
  { code: 'off-topic', key: '1', title: 'Off topic', sentence: 'It is not about this story.', state: 'rejected' },
  {
    code: 'attack',
    key: '2',
    title: 'Personal attack',
    sentence: 'It attacks a person instead of what they said or did.',
    state: 'rejected',
  },
  {
    code: 'hate',
    key: '3',
    title: 'Hate or threat',
    sentence: 'It threatens people or demeans them for what they are.',
    state: 'rejected',
  },
  {
    code: 'private',
    key: '4',
    title: 'Private details',
    sentence: 'It gives away private details of a person.',
    state: 'rejected',
  },
  {
    code: 'unsupported',
    key: '5',
    title: 'Accusation without support',
    sentence: 'It accuses someone without anything to support it.',
    state: 'rejected',
  },
  {
    code: 'unreadable',
    key: '6',
    title: 'Repeated or unreadable',
    sentence: 'It repeats another comment, or it could not be made out.',
    state: 'rejected',
  },
  { code: 'spam', key: '7', title: 'Spam', sentence: 'It was taken for advertising.', state: 'spam' },
]

export const reasonOf = (code: string | null): Reason | null => REASONS.find((reason) => reason.code === code) ?? null
