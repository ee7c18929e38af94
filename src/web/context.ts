import type { Context } from 'hono'
import type { MailKeys } from '../access/index.ts'
import type { AttachmentFiles } from '../attachments/index.ts'
import type { Examine, Signing } from '../discussion/index.ts'
import type { LiveDrafts } from '../drafting/index.ts'
import type { PictureFiles } from '../media/index.ts'
import type { Person, SessionInHand } from '../people/index.ts'
import type { Program } from '../programs/index.ts'
import type { Pulse } from '../pulse/index.ts'
import type { ReaderSessionInHand } from '../readers/index.ts'
import type { KeeperLog, Store } from '../store/index.ts'
import type { Draft } from '../story/index.ts'
import type { LiveWaiting } from '../waiting/index.ts'
import type { Assets } from './kit/assets.ts'
import type { PageCache } from './kit/page-cache.ts'
import type { LetterWay } from './letters/way.ts'
import type { CommentDraft } from './site/kit/props.ts'

export interface Logger extends KeeperLog {
  debug(facts: object, sentence: string): void
}

/** The usual time to an answer, as readers are told it. */
export interface AnswerPromise {
  /** In minutes; null where too little is known. */
  minutes(): number | null
  stop(): Promise<void>
}

/** What every route works with. */
export interface Web {
  store: Store
  /** Where to listen; port 0 takes a free one. */
  listen: { host: string; port: number }
  /** Absolute path of the folder that holds what the site keeps beside its database. */
  dataFolder: string
  /** How many proxies stand in front and write X-Forwarded-For. */
  proxies: number
  signing: Signing
  /** What the desk says of words that stand on another site. */
  examine: Examine
  assets: Assets
  pictureFiles: PictureFiles
  attachmentFiles: AttachmentFiles
  /** What readers are told of the usual time to an answer. */
  promise: AnswerPromise
  /** What letters and their links are signed with. */
  mailKeys: MailKeys
  /** How letters leave. */
  letters(): LetterWay
  /** Whether somebody has said how mail leaves: without that none is offered or promised. */
  mailLeaves: boolean
  pages: PageCache
  /** What is told to those who have a draft open. */
  live: LiveDrafts
  /** What waits for the newsroom, told to those who have a page of it open. */
  waiting: LiveWaiting
  /** How the machine is doing. */
  pulse: Pulse
  /** Whether the program is to end: it goes on answering for a while, and wants to be sent nobody. */
  isEnding(): boolean
  log: Logger
  /** Milliseconds since the epoch. */
  now(): number
  /** Where readers reach the site, without a slash at the end. */
  url(): string
}

/** What a request carries through the routes. */
export type Env = {
  Bindings: { incoming: import('node:http').IncomingMessage }
  Variables: {
    person: Person
    /** The program that acts for them, where one does: then there is no session. */
    program: Program
    /** The session of that person which the request carries. */
    session: SessionInHand
    /** The reader who is signed in, where the address is for readers. */
    reader: ReaderSessionInHand
    /** The story that the address names, where the address is for whoever may change it. */
    story: Draft
    /** What a reader had typed, to be given back on whatever error page comes. */
    draft?: CommentDraft
    /** Sent from a page of another site that an editor has listed: it is shown once more, and nothing is kept of it. */
    isFromListedSite?: true
  }
}
export type Call = Context<Env>
