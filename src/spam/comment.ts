/** What the spam model is shown, and what it is told. */

/** A comment as the model sees it; what isn't known is null and says nothing. */
export interface SpamText {
  readonly text: string
  /** The name it was signed with. */
  readonly name: string
  /** Seconds between the form's opening and the post. */
  readonly secondsToWrite: number | null
  /** The hour of the day at the site, 0 to 23. */
  readonly hour: number | null
  /** The site's own domains, as "example.co.uk": a link to another of its stories is no link elsewhere. */
  readonly ownDomains: readonly string[]
}

/**
 * What a person decided. `broke-rules` is a comment that was rejected for a
 * rule of the house, an attack say: it is no spam, and the spam head learns it
 * as none. Spam, in turn, says nothing to the head for the rules.
 */
export type SpamLabel = 'fine' | 'spam' | 'broke-rules'

/** The two things that are told of a comment, each by a head of its own. */
export type Head = 'spam' | 'rules'

/** As much of a text is read (UTF-16 units): all that the intake takes, so that nothing hides in the middle, and a bound for the cost. */
export const LONGEST_READ = 10_000
