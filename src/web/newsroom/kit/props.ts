/** What the newsroom's pages are given. Times are milliseconds since the epoch. */
import type { Attachment } from '../../../attachments/index.ts'
import type { Finding } from '../../../desk/index.ts'
import type { StoryMode } from '../../../discussion/index.ts'
import type { Pin } from '../../../front/index.ts'
import type { LibraryPicture } from '../../../media/index.ts'
import type { Card, CommentHistory } from '../../../moderation/comments/index.ts'
import type { Choices, Count, QueueFilter, QueueItem } from '../../../moderation/queue/index.ts'
import type { Undoable } from '../../../moderation/undo/index.ts'
import type { Person } from '../../../people/index.ts'
import type { Plan } from '../../../planning/index.ts'
import type { OpenObjections } from '../../../redress/index.ts'
import type { Schedule, Upset } from '../../../schedule/index.ts'
import type { BandName, RevisionStateName } from '../../../store/index.ts'
import type { readSourcePages, StoryContent } from '../../../story/index.ts'
import type { TicketGroup } from '../../../tickets/index.ts'
import type { Counted } from '../../../waiting/index.ts'
import type { Boot } from '../../islands/editor/boot.ts'
import type { Site } from '../../site/kit/props.ts'
import type { ShownSuggestion } from '../drafts/suggestion-list.tsx'
import type { NoteForYou, TypedNote as TypedStoryNote } from '../notes/notes-props.ts'
import type { StoryNotes } from '../notes/shown-notes.ts'
import type { Asked } from '../schedule/story-schedule.tsx'
import type { Reminder } from '../start/steps.ts'
import type { FilingChoices } from '../stories/story-filing.tsx'
import type { StoryForm } from '../stories/story-form.ts'
import type { ShownStanding, StoryListProps } from '../workflow/workflow-props.ts'

/** The page a story was made from. */
export type SourcePage = Awaited<ReturnType<typeof readSourcePages>>[number]

/** What every page of the newsroom has around its own matter. */
export interface Frame {
  site: Site
  person: Person
  now: number
  /** Comments that wait for review, as far as they are counted. */
  waiting: number
  /** Whether more wait than were counted. */
  moreWaiting: boolean
  /** Appeals and reports that wait for an answer; none are counted for those who may not answer them. */
  objections: OpenObjections
  /** Everything that waits for this person. */
  toDo: readonly Counted[]
  /** Of the code that keeps the line of it up to date. */
  toDoScript: string
  /** The path of the browser code, for the page that uses it. */
  reviewScript: string
}

export interface StoryHead {
  id: string
  headline: string
  /** Where readers find it; null while they don't. */
  path: string | null
}

export type StoryState = 'draft' | 'published' | 'changed'

export interface VersionLine {
  number: number
  publishedAt: number
  /** A name; null where the command line did it. */
  publishedBy: string | null
  content: import('../../../story/index.ts').StoryContent
}

export interface DeskPageProps extends Frame {
  /** The stories changed last. */
  list: StoryListProps
  /** Work in the background that waits for somebody to look at it. */
  givenUp: number
  /** What did not go out at its time. */
  upsets: readonly Upset[]
  /** Notes that mention the person. */
  notes: readonly NoteForYou[]
  /** What the person is reminded of: the first steps, or that they can't sign in again by themselves. */
  reminder: Reminder | null
}

/** What the editor begins with. */
export interface EditorProps {
  script: string
  styles: string
  boot: Boot
}

export interface StoryEditPageProps extends Frame {
  /** When it goes out by itself, and what has to be asked about that. */
  schedule: Schedule | null
  asked?: Asked | undefined
  /** How far it has come. */
  standing: ShownStanding | null
  story: StoryHead & { state: StoryState; number: number; savedAt: number; firstPublishedAt: number | null }
  form: StoryForm
  /** The picture it has of the library, and others that it may take. */
  picture: { chosen: LibraryPicture | null; recent: readonly LibraryPicture[] }
  /** The newest files, which its body may have. */
  files: readonly Attachment[]
  /** Sections, topics and authors to choose from. */
  filing: FilingChoices
  /** What readers say is wrong in it; none for those who may not answer. */
  reported: readonly TicketGroup[]
  /** What colleagues noted on its words, and a note that could not be kept. */
  notes: StoryNotes
  /** The path of the browser code for the notes of a page without an editor. */
  notesScript: string
  typedNote?: TypedStoryNote | undefined
  /** For which day it is meant; null where it isn’t planned. */
  plan: Plan | null
  /** What others would change, newest first. */
  suggestions: readonly ShownSuggestion[]
  findings: readonly Finding[]
  /** The share of its words in quotation marks, 0 to 1. */
  quoted: number
  /** How many statements it has, and how many of them lack what an editor would want. */
  said: { statements: number; withoutSpeaker: number; withoutSource: number }
  versions: readonly VersionLine[]
  /** How it takes comments. */
  mode: StoryMode
  comments: { id: string; authorName: string; createdAt: number; text: string; state: RevisionStateName }[]
  source: SourcePage | null
  /** What was pasted into it, newest first. */
  pasted: readonly SourcePage[]
  /** Null where the form alone is shown. */
  editor: EditorProps | null
  problem?: string
  /** What someone else saved meanwhile. */
  conflict?: StoryForm
  done: 'saved' | 'published' | null
  /** Where it is kept on top of the front page. */
  pin: Pin | null
  /** Why this person can only read the story, whose words are then shown in place of the form; null where they may change it. */
  readOnly: { why: string; content: StoryContent } | null
}

/** A note to an author that could not be sent, and the words it was for. */
export interface TypedNote {
  revisionId: string
  note: string
}

/** A reason as the queue's buttons show it. */
export interface ReasonButton {
  code: string
  title: string
  key: string
}

export interface QueueItemsProps {
  site: Site
  now: number
  items: readonly QueueItem[]
  /** By revision. */
  cards: ReadonlyMap<string, Card>
  reasons: readonly ReasonButton[]
  filter: QueueFilter
  typed?: TypedNote
}

export interface QueuePageProps extends Frame, QueueItemsProps {
  /** The page's own name for what it has in hand. */
  hand: string
  bands: Readonly<Record<BandName, Count>>
  choices: Choices
  /** The story that is filtered by, and what was typed for it. */
  story: { headline: string | null; typed: string }
  /** Headlines of the stories on which comments wait. */
  stories: readonly string[]
  /** Whose comments are filtered by, where it is by network or reader. */
  sender: string | null
  undoable: readonly Undoable[]
  conflict?: string
  /** A note that was typed for words which could not be decided. */
  typed?: TypedNote
  /** What of the filter can't be used. */
  problem?: string
}

export interface CommentPageProps extends Frame {
  history: CommentHistory
  reasons: readonly ReasonButton[]
  story: StoryHead
  /** "Ana is reviewing this comment."; null where nobody else does. */
  holder: string | null
  undoable: readonly Undoable[]
  problem?: string
  /** The reason that was chosen to take it down for, and the note that was typed, where it could not be done. */
  chosen?: string
  note?: string
}
