/** What the pages about errors that readers report are given: to whoever sent one, their own words alone. */
import type { StoryContent } from '../../../story/index.ts'
import type { Ticket, TicketField, TicketForm } from '../../../tickets/index.ts'
import type { Site } from '../kit/props.ts'

export interface WrongPageProps {
  site: Site
  story: { path: string; version: number; content: StoryContent }
  form: TicketForm
  token: string
  /** What has to be put right, or null where the form only has to be sent once more. */
  problem?: { field: TicketField | null; sentence: string }
}

export interface TicketPageProps {
  site: Site
  ticket: Ticket
  /** /tickets/… */
  path: string
  /** Null where the story is not on the site (any more). */
  story: { headline: string; path: string } | null
  /** What the story was corrected by: what was said of it, if anything was, and where the difference is shown, if it is. */
  correction: { cause: string; difference: string | null } | null
}
