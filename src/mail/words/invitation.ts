import { staffEmailMessages as m } from '../../messages/index.ts'
import { foot, type LetterPlace, type LetterWords } from './place.ts'

/** The letter with which someone comes into the newsroom. */
export const invitation = (place: LetterPlace, { name, link }: { name: string; link: string }): LetterWords => ({
  subject: m.invitationSubject(place.name),
  text: `${m.invitation({ name, site: place.name, link })}\n\n${foot(place, m.whyInvitation)}`,
})
