import { staffEmailMessages as m } from '../../messages/index.ts'
import { foot, type LetterPlace, type LetterWords } from './place.ts'

/** Shows an editor that letters get through. */
export const testLetter = (place: LetterPlace, by: string): LetterWords => ({
  subject: m.testSubject(place.name),
  text: `${m.test(place.name)}\n\n${foot(place, m.whyTest(by))}`,
})
