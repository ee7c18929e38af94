/** What readers’ pages and the API may be handed, name by name: what is added here is read by whoever reviews the change. */

/** What readers' pages and the API may import from discussion/: the public view, and the way in for new comments. */
export const PUBLIC_DISCUSSION = [
  'readDiscussion',
  'readStoryDiscussion',
  'readPublicComment',
  'countComments',
  'Discussion',
  'PublicComment',
  'Revision',
  'Thread',
  'askForWork',
  'postComment',
  'Signing',
  // How a story takes comments: a choice of the newsroom's, told to everyone.
  'readStoryMode',
  'StoryMode',
  'inMinutes',
]

/** What the author's own receipt may import besides: it shows authors their words whatever their state. */
export const RECEIPT_DISCUSSION = [
  'readReceipt',
  'editComment',
  'withdrawComment',
  'Receipt',
  'AuthorRevision',
  'readAnswersTold',
  'wishForAnswers',
  'senderKeys',
]

/** What readers' pages and the API may import from the desk's parts: nothing that reads words which wait or were kept back. */
export const PUBLIC_DESK = [
  // The rules of the house, and the public record of what was decided by them.
  'readReasons',
  'Reason',
  'readPublicity',
  'Publicity',
  'readLog',
  'LogLine',
  'firstDecisionAt',
  'readFigures',
  'figureRows',
  'FigureRow',
  'readStatements',
  'toCsv',
  'toldUntil',
  // How long a decision can be taken back.
  'UNDO_FOR',
  'monthSpan',
  'yearSpan',
  'readKnownReaders',
  // A report on a shown comment, and what its sender is told.
  'report',
  'readReport',
  'appealReport',
  // What a reader says is wrong in a story, what its sender is told, and how much of it there was in a year.
  'takeTicket',
  'readTicket',
  'readYears',
  'passagesOf',
  'Ticket',
  'TicketField',
  'TicketForm',
  'YearOfCorrections',
  // Why someone is banned.
  'readBanStatement',
  'BanStatement',
  'StatementOfReasons',
  'groundsOf',
  'NamedGround',
  'Report',
  'ReportField',
  'ReportForm',
  // What a reader has chosen to be told of.
  'confirmAddress',
  'isRhythm',
  'peekConfirmation',
  'readNoticeChoices',
  'setRhythm',
  'setScopes',
  'NoticeChoices',
  'Rhythm',
  'Subscription',
]

/** What the author's own receipt may import besides: decisions on their words, and all that is kept of them. */
export const RECEIPT_DESK = [
  'appeal',
  'appealUntil',
  'isTold',
  'isUndoable',
  'readAppeals',
  'readDecisions',
  'readDecisionSources',
  'restricts',
  'statementOf',
  'Appeal',
  'StatementOfReasons',
  'ToldDecision',
  'endAnswers',
  'eraseComment',
  'eraseReader',
  'exportComment',
  'exportReader',
  'listReaderComments',
]

/** What readers' pages and the API may import from archive/: what is asked with the scope 'public', and what is of no scope. */
export const PUBLIC_ARCHIVE = [
  'readPublicReading',
  'anyPublicStatement',
  'readPublicReadings',
  // Between stories whose readings are both public.
  'storiesWithItsNames',
  'listAcceptedNames',
  'acceptedNamesOf',
  'readNamePage',
  'wasAccepted',
  'searchNames',
  'searchStatements',
  'pathOfName',
  'kindOfPlural',
  'AcceptedName',
  'CorrectedReading',
  'CorrectedStatement',
  'FoundName',
  'FoundStatement',
  // As those two answer it.
  'KeptReading',
  'NamePage',
  'NameStory',
  'StatementsAsk',
  'StatementsPage',
]
