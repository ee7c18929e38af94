/** An error that a reader reported, on its way through the story's form: in hand as it opens, answered as the change is published. */
import { isId } from '../../../store/index.ts'
import { answerTickets } from '../../../tickets/index.ts'
import type { Call, Web } from '../../context.ts'
import type { StoryForm } from '../stories/story-form.ts'

/** The ticket that led to the form: ticked, and the change a correction, unless somebody says otherwise. */
export function ticketInHand(c: Call): Pick<StoryForm, 'closes' | 'changeKind'> {
  const id = c.req.query('ticket') ?? ''
  return isId(id) ? { closes: [id], changeKind: 'correction' } : {}
}

/** Answers what was ticked with the version that puts it right; whatever was answered meanwhile stays as it is. */
export async function answerByChange(
  web: Web,
  { storyId, form, version, by }: { storyId: string; form: StoryForm; version: number; by: string },
): Promise<void> {
  const ticketIds = (form.closes ?? []).filter(isId)
  if (ticketIds.length === 0) return
  await answerTickets(web.store, { storyId, ticketIds, kind: 'corrected', note: '', version, by }, web.now())
}
