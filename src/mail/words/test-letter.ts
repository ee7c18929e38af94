import { foot, type LetterPlace, type LetterWords } from './place.ts'

/** Shows an editor that letters get through. */
export const testLetter = (place: LetterPlace, by: string): LetterWords => ({
  subject: `A test letter from ${place.name}`,
  text: `Emails from ${place.name} get through to you. If this one lay among the junk, look at the SPF, DKIM and DMARC records of the domain it came from.

${foot(place, `You get this because ${by} pressed “Send me a test letter” in the newsroom.`)}`,
})
