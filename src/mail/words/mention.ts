import { staffEmailMessages as m } from '../../messages/index.ts'
import { foot, type LetterPlace, type LetterWords } from './place.ts'

/** Tells a colleague that a note on a story mentions them. What it says stands behind the link alone. */
export const mentionLetter = (
  place: LetterPlace,
  mention: { name: string; by: string; headline: string; link: string },
): LetterWords => ({
  subject: m.mentionSubject(mention.by, mention.headline),
  text: `${m.mention(mention)}\n\n${foot(place, m.whyMention)}`,
})
