export { firstMentionsBefore, indexNames, type NameIndex, nameAt } from './look-up.ts'
export { findNames } from './names.ts'
