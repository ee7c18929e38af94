export { firstMentionsBefore, indexNames, type NameIndex, nameAt, withWholeNames } from './look-up.ts'
export { findNames } from './names.ts'
