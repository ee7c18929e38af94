/** Which kept pages show something else from now on: by what happened, and by what each page shows. */
import type { Event } from '../../store/index.ts'
import type { Tag } from './page-cache.ts'

/** A draft that is saved, a rule and a letter show on no page. */
export function staleAfter(event: Event): readonly Tag[] {
  switch (event.kind) {
    case 'story.published':
    case 'story.taken-down':
    case 'reading.changed':
      return [`story:${event.story}`, 'lists']
    case 'picture.changed':
    case 'attachment.changed':
      // The front page, the month's and the feed show it as well.
      return [`story:${event.story}`, 'lists']
    case 'attachment.edited':
      return ['files']
    case 'stories.brought-in':
    case 'front.changed':
      return ['lists']
    case 'story.comments':
      return [`story:${event.story}`]
    case 'discussion.changed':
      return [`discussion:${event.story}`]
    case 'settings.changed':
    case 'names.changed':
    case 'reasons.changed':
    case 'publicity.changed':
    case 'known-readers.changed':
    case 'paper.changed':
    case 'breaking.changed':
    case 'picture.changed-elsewhere':
      return ['site']
    case 'missed':
      return ['missed']
    default:
      return []
  }
}
