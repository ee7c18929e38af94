export {
  endAnswers,
  type NoticeChoices,
  readNoticeChoices,
  type Subscription,
  setRhythm,
  setScopes,
} from './answers/choices.ts'
export { composeReplies } from './answers/reply-letter.ts'
export { isRhythm, RHYTHMS, type Rhythm } from './answers/rhythm.ts'
export { type Confirmation, composeVerification, confirmAddress, peekConfirmation } from './answers/verification.ts'
export {
  type Appeal,
  type AppealResult,
  appeal,
  appealUntil,
  LONGEST_APPEAL,
  readAppeals,
} from './appeals/appeal.ts'
export { appealReport } from './appeals/appeal-report.ts'
export { decideAppeal } from './appeals/decide-appeal.ts'
export { countOpenAppeals, type OpenAppeal, readOpenAppeals } from './appeals/open-appeals.ts'
export type { Answered, Verdict } from './appeals/verdict.ts'
export {
  type CampaignChoice,
  type CampaignDecided,
  type CampaignUndone,
  decideCampaign,
  undoCampaign,
} from './campaigns/decide-campaign.ts'
export {
  type DecidedAlike,
  type NearIdentical,
  readAlike,
} from './campaigns/near-identical.ts'
export { type PlainText, plainTextOf } from './campaigns/plain-text.ts'
export {
  type CampaignMember,
  listPastCampaigns,
  listWaitingCampaigns,
  readCampaign,
  readMembers,
  typicalText,
} from './campaigns/read-campaigns.ts'
export { bandKeys, pairsOf } from './campaigns/sketch.ts'
export { type Campaign, type CampaignDecision, MOST_MEMBERS } from './campaigns/summaries.ts'
export { type Card, readCards } from './card/card.ts'
export { type AuthorRecord, RECORD_LOOKS_AT } from './card/record.ts'
export { type CommentAuthor, readCommentAuthor } from './comments/comment-author.ts'
export { type CommentHistory, readCommentHistory } from './comments/comment-history.ts'
export { type CommentsAsk, type CommentsFound, type FoundComment, searchComments } from './comments/search.ts'
export { countHeld, listStoryComments } from './comments/story-comments.ts'
export { monthSpan, type Span, toldUntil, utcDay, yearSpan } from './days.ts'
export { spanAgo, whoHolds } from './decisions/conflict.ts'
export {
  type Decided,
  type Decision,
  type DecisionAction,
  decide,
  decideInside,
  removeComment,
} from './decisions/decide.ts'
export { readDecisionSources } from './decisions/decision-source.ts'
export { type Reopened, reopen } from './decisions/reopen.ts'
export { isTold, readDecisions, restricts, type ToldDecision } from './decisions/told.ts'
export { readUndoables, type Undoable, type Undone, undo } from './decisions/undo.ts'
export { isUndoable, UNDO_FOR } from './decisions/undo-window.ts'
export { examineAt, type Place } from './examine.ts'
export { type AnswerTimes, readAnswerTimes, usuallyWithin } from './figures/answer-time.ts'
export type { Appealed } from './figures/appealed.ts'
export { type Looked, lookAgain, readSampleItem, type SampleItem } from './figures/blind-sample.ts'
export type { WaitingAt } from './figures/waiting.ts'
export { readWeek, type Week } from './figures/week.ts'
export { keepModelReady } from './learning/keep-ready.ts'
export {
  type Hits,
  type Misjudged,
  MOST_LESSONS,
  type ModelFigures,
  readModelFigures,
  readWeighed,
  WEEKS,
  type Weighed,
} from './learning/model-figures.ts'
export { rescoringJob } from './learning/rescoring-job.ts'
export { deskListeners } from './listeners.ts'
export { ERASED_NAME, type Erasure, eraseComment, eraseReader } from './personal-data/erase.ts'
export { erasingJob, resumeErasing } from './personal-data/erasing-job.ts'
export { exportComment, exportReader, type PersonalData } from './personal-data/export.ts'
export {
  listReaderComments,
  listReaders,
  type ReaderComment,
  type ReaderLine,
  readReaderLine,
} from './personal-data/readers.ts'
export type { Proof } from './proofs/proof.ts'
export { proveReview } from './proofs/prove.ts'
export { type Choices, findStory, readChoices } from './queue/choices.ts'
export { BATCH, type Hand, keepShowing, LEASE, openHand, releaseHand, takeMore } from './queue/claims.ts'
export { filterFields, LONGEST_FIELD, type QueueFilter, readFilter } from './queue/filter.ts'
export {
  type Count,
  countBands,
  countSince,
  MOST_COUNTED,
  type QueueItem,
  type QueueState,
  readItems,
  readQueue,
  readQueueItem,
  readQueueState,
} from './queue/read.ts'
export { MOST_CONSIDERED } from './queue/waiting.ts'
export { LONGEST_WAIT } from './queue/weave.ts'
export { type Publicity, readPublicity, setPublicity } from './reasons/publicity.ts'
export { REASONS, type Reason, reasonOf } from './reasons/reasons.ts'
export { LONGEST_SENTENCE, sentenceProblem, typedWords } from './reasons/typed-words.ts'
export {
  LONGEST_WORDING,
  readReasons,
  readWordings,
  type TypedWording,
  type Wording,
  type WordingProblem,
  type Wordings,
  wordReason,
  wordsOfReason,
} from './reasons/wordings.ts'
export { decideReports, type ReportDecision, type ReportsDecided } from './reports/decide-reports.ts'
export { groundsOf, type NamedGround } from './reports/laws.ts'
export { countReported, type ReportedComment, readReported } from './reports/open-reports.ts'
export { type Report, readReport } from './reports/read-report.ts'
export {
  LONGEST_REPORT,
  REPORT_LIMITS,
  type ReportField,
  type ReportForm,
  type ReportResult,
  report,
} from './reports/report.ts'
export { checkRule, formOfRule, type RuleForm, type RuleProblem } from './rules/check-rule.ts'
export { type Found, MOST_APPROVED } from './rules/found.ts'
export {
  addRule,
  changeRule,
  listRules,
  type Rule,
  type RuleChange,
  type RuleVersion,
  readRule,
  readRuleVersions,
  type Switched,
  switchOff,
  switchOn,
} from './rules/keep-rules.ts'
export { readRunningTrial, readTrial, rulesTried, stopTrial, type Trial, trialFor } from './rules/keep-trials.ts'
export {
  FEWEST_KNOWN,
  type KnownReaders,
  MOST_KNOWN,
  readKnownReaders,
  setKnownReaders,
} from './rules/known-readers.ts'
export { archiveSpan, type CaughtComment, readCaught } from './rules/read-archive.ts'
export {
  EFFECTS,
  type RuleEffect,
  type RuleKind,
  type RulePattern,
  type RuleState,
  type RuleWords,
} from './rules/rule.ts'
export { trialJob, tryRule } from './rules/trials.ts'
export type { Head, SpamLabel, SpamText } from './spam/comment.ts'
export { learn, type Origin, type Step } from './spam/learn.ts'
export { emptyModel, type SpamModel } from './spam/model.ts'
export { explain, type Scorer, type SpamReason, score, scorerOf } from './spam/score.ts'
export { type KeptStart, packStart, startModel, unpackStart } from './spam/start.ts'
export { type SpamLesson, trainModel } from './spam/train.ts'
export { unlearn } from './spam/unlearn.ts'
export { type BanStatement, readBanStatement, tellBanned } from './telling/ban-statement.ts'
export { decisionLetters, type LetterSources } from './telling/letters-written.ts'
export { type DecisionSource, type StatementOfReasons, statementOf } from './telling/statement-of-reasons.ts'
export { toCsv } from './transparency/csv.ts'
export { type EuStatement, euStatementSchema } from './transparency/eu-schema.ts'
export { type FigureRow, figureRows } from './transparency/figure-rows.ts'
export { type Figures, readFigures } from './transparency/figures.ts'
export { firstDecisionAt, LINES_A_PART, type LogLine, readLog } from './transparency/log.ts'
export { readStatements, STATEMENTS_A_PART } from './transparency/statements.ts'
export {
  readWaitingChoices,
  saveWaitingChoices,
  usualWaitingChoices,
  type WaitingChoices,
  waitingChoicesSchema,
} from './waiting/choices.ts'
export { composeWaiting, queueWaitingLetters } from './waiting/summary.ts'
