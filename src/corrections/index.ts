export { wordsByBlock } from './changed-words.ts'
export { CHANGE_KINDS } from './kinds.ts'
export {
  type CorrectionNotice,
  type ListedCorrection,
  listCorrections,
  listCorrectionTimes,
  readNotices,
} from './notices.ts'
export { type PublicVersion, readPublicVersions, readVerdict } from './public-versions.ts'
export { publishChange } from './publish-change.ts'
