/** Which kept pages show something else from now on: by what happened, and by what each page shows. */
import type { Event, EventKind } from '../store/index.ts'

/**
 * What a page shows: a story's words, what stands under it, the stories that
 * there are, files beside stories, or what all pages share. "missed" stands for whatever may have
 * changed unheard.
 */
export type Tag = `story:${string}` | `discussion:${string}` | 'lists' | 'files' | 'site' | 'missed'

type Stale = { readonly [K in EventKind]?: (event: Extract<Event, { kind: K }>) => readonly Tag[] }

const theStoryAndLists = ({ story }: { story: string }): readonly Tag[] => [`story:${story}`, 'lists']
const lists = (): readonly Tag[] => ['lists']
const everyPage = (): readonly Tag[] => ['site']

/** A draft that is saved, a rule and a letter show on no page. */
const STALE: Stale = {
  'story.published': theStoryAndLists,
  'story.taken-down': theStoryAndLists,
  'reading.changed': theStoryAndLists,
  // The front page, the month's and the feed show it as well.
  'picture.changed': theStoryAndLists,
  'attachment.changed': theStoryAndLists,
  'attachment.edited': () => ['files'],
  'stories.brought-in': lists,
  'front.changed': lists,
  'story.comments': ({ story }) => [`story:${story}`],
  'discussion.changed': ({ story }) => [`discussion:${story}`],
  'settings.changed': everyPage,
  'names.changed': everyPage,
  'reasons.changed': everyPage,
  'publicity.changed': everyPage,
  'known-readers.changed': everyPage,
  'paper.changed': everyPage,
  'breaking.changed': everyPage,
  'picture.changed-elsewhere': everyPage,
  missed: () => ['missed'],
}

export const staleAfter = (event: Event): readonly Tag[] => STALE[event.kind]?.(event as never) ?? []

/** The kinds of events that make a page stale. */
export const STALE_KINDS = Object.keys(STALE) as readonly EventKind[]
