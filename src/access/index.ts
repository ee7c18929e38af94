export { base32, codeOfStep, matchCode, otpauthUri, stepAt } from './code-of-time.ts'
export { countNetwork } from './counted.ts'
export { deviceOf } from './device.ts'
export { beginAttempt, crossOut, FAILURES } from './failures.ts'
export {
  allowLetter,
  isUnwanted,
  LETTERS_A_NETWORK,
  letterConfirmed,
  setUnwanted,
  sweepLetterLimits,
} from './letter-limits.ts'
export { foldAddress, type MailKeys, mailKeysWith } from './mail-keys.ts'
export {
  endCommentLinks,
  endLinksOf,
  endLinksTo,
  LINK_LIVES,
  type MailLink,
  makeMailLink,
  peekMailLink,
  sweepMailLinks,
  useMailLink,
} from './mail-links.ts'
export { ACCOUNTS_A_NETWORK, countAccount, tooManyAccounts } from './new-accounts.ts'
export {
  askForNewPasskey,
  askForPasskey,
  checkPasskey,
  keepPasskey,
  listPasskeys,
  type PasskeyLine,
  type PasskeyOwner,
  type PasskeyPlace,
  passkeyPlace,
  removePasskey,
  removePasskeysOf,
} from './passkeys.ts'
export { foldPassword, passwordProblem } from './password-rules.ts'
export { allowProgramAct, PROGRAM_ACTS } from './program-acts.ts'
export { beginCodeStep, endCodeStep, endStepsOf, readCodeStep } from './steps.ts'
export { newToken, tokenHash } from './tokens.ts'
