import { foot, type LetterPlace, type LetterWords } from './place.ts'

/** The letter with which someone comes into the newsroom. */
export const invitation = (place: LetterPlace, { name, link }: { name: string; link: string }): LetterWords => ({
  subject: `Your way into the newsroom of ${place.name}`,
  text: `Hello ${name},

this link lets you into the newsroom of ${place.name}. It works once, for 24 hours:

${link}

Opening it shows a page with a button; the button signs you in.

${foot(place, 'You get this because an editor of the newsroom gave this address as yours.')}`,
})
