import { readerEmailMessages as m } from '../../messages/index.ts'
import { foot, type LetterPlace, type LetterWords } from './place.ts'

/**
 * Asks whether an address that somebody typed is theirs. Nothing that they
 * typed stands in it: who types another's address can send that person no word.
 */
export const verification = (
  place: LetterPlace,
  { headline, link, stop }: { headline: string; link: string; stop: string },
): LetterWords => ({
  subject: m.confirmSubject(place.name),
  text: `${m.confirm({ site: place.name, headline, link, stop })}\n\n${foot(place, m.whyConfirm)}`,
})

/** The way into a reader's account. */
export const accountLetter = (place: LetterPlace, { link, stop }: { link: string; stop: string }): LetterWords => ({
  subject: m.accountSubject(place.name),
  text: `${m.account({ site: place.name, link, stop })}\n\n${foot(place, m.whyAccount)}`,
})
