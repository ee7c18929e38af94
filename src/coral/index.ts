export { answerCoral, wordsAskedAbout } from './answer.ts'
export { type CoralState, readCoral, readCoralSecret, removeCoral, setCoralSecret } from './keep.ts'
export { isSignedBy } from './signature.ts'
