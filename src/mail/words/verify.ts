import { foot, type LetterPlace, type LetterWords } from './place.ts'

/**
 * Asks whether an address that somebody typed is theirs. Nothing that they
 * typed stands in it: who types another's address can send that person no word.
 */
export const verification = (
  place: LetterPlace,
  { headline, link, stop }: { headline: string; link: string; stop: string },
): LetterWords => ({
  subject: `Shall ${place.name} tell you of answers?`,
  text: `Somebody wrote a comment on “${headline}” at ${place.name}, and asked that this address be told of answers to it.

If that was you, open this page and press its button. The link works for 24 hours:

${link}

If it was not you, there is nothing to do: without the button you are told of nothing. So that no letter like this one is ever sent to this address again, whoever asks for it:

${stop}

${foot(place, 'You get this because this address was typed into a comment form. Opening a link changes nothing; only the buttons do.')}`,
})

/** The way into a reader's account. */
export const accountLetter = (place: LetterPlace, { link, stop }: { link: string; stop: string }): LetterWords => ({
  subject: `Your way into ${place.name}`,
  text: `Somebody asked for a way into a reader’s account at ${place.name} with this address.

If that was you, open this page and press its button. The link works once, for 24 hours:

${link}

If it was not you, there is nothing to do: nobody gets in without this letter. So that no letter like this one is ever sent to this address again, whoever asks for it:

${stop}

${foot(place, 'You get this because this address was typed into the sign-in form for readers. Opening a link changes nothing; only the buttons do.')}`,
})
