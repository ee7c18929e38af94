export { keepRulesAtHand } from './at-work.ts'
export { bandOf, KNOWN_READER, RULES_MODEL, SPAM_MODEL } from './band.ts'
export { checkRule, formOfRule, type RuleForm, type RuleProblem } from './check-rule.ts'
export { MOST_APPROVED } from './found.ts'
export {
  addRule,
  changeRule,
  listRules,
  type Rule,
  type RuleVersion,
  readRule,
  readRuleVersions,
  switchOff,
  switchOn,
} from './keep-rules.ts'
export { readRunningTrial, readTrial, rulesTried, stopTrial, type Trial, trialFor } from './keep-trials.ts'
export { FEWEST_KNOWN, MOST_KNOWN, readKnownReaders, setKnownReaders } from './known-readers.ts'
export { matcherOf, readForRules } from './matcher.ts'
export { archiveSpan, type CaughtComment, readCaught } from './read-archive.ts'
export type { RuleKind, RulePattern, RuleWords } from './rule.ts'
export { stoppingTrials, trialJob, tryRule } from './trials.ts'
export { withRules } from './with-rules.ts'
