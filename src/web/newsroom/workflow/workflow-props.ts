/** What the list of stories and a story's head are given. Times are milliseconds since the epoch. */
import type { Person } from '../../../people/index.ts'
import type { ListedStory, Standing } from '../../../workflow/index.ts'
import type { ListSearch } from './list-ask.ts'

export interface ShownStanding extends Standing {
  /** Of those whom it names, by id. */
  names: ReadonlyMap<string, string>
}

export interface StoryListProps {
  search: ListSearch
  stories: readonly (ListedStory & {
    /** Whose it is; null where the command line made it. */
    writer: string | null
    comments: number
    held: number
    /** When it goes out by itself; null where nobody has said so. */
    goesOut: number | null
  })[]
  count: number
  page: number
  pages: number
  sections: readonly string[]
  writers: readonly Person[]
  trash: number
}
