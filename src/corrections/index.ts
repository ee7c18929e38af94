export { type ChangedWords, changedWords, wordsByBlock } from './changed-words.ts'
export { CHANGE_KINDS, type ChangeKind, checkChange, type TypedChange } from './kinds.ts'
export {
  type CorrectionNotice,
  type ListedCorrection,
  listCorrections,
  listCorrectionTimes,
  readNotices,
  readRetracted,
} from './notices.ts'
export { type PublicVersion, readPublicVersions, readVerdict } from './public-versions.ts'
export { publishChange } from './publish-change.ts'
