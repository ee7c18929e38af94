/** The story that a newsroom address names, and what the person who asks may do with it. */
import { draftingMessages as drafting, storiesMessages as m, trashMessages as trash } from '../../../messages/index.ts'
import { may } from '../../../people/index.ts'
import { isId } from '../../../store/index.ts'
import { type Draft, readDraft } from '../../../story/index.ts'
import { readTrash } from '../../../workflow/index.ts'
import type { Call, Web } from '../../context.ts'
import { answerError } from '../../kit/answer.ts'
import { NOT_ALLOWED, needsSwitch } from '../kit/guard.ts'

export const headOf = (draft: Draft) => ({
  id: draft.id,
  headline: draft.content.headline,
  path: draft.state === 'draft' ? null : draft.path,
})

/** That there is none, or that it is in the trash; to a script with words in hand, what becomes of them. */
export async function noStory(web: Web, c: Call): Promise<Response> {
  const id = c.req.param('id') ?? ''
  const isTrashed = isId(id) && (await readTrash(web.store.db, 1, [id])).length > 0
  if (c.req.header('accept') === 'application/json')
    return answerError(web, c, 404, { sentence: isTrashed ? drafting.trashed : drafting.gone })
  return answerError(web, c, 404, { sentence: isTrashed ? trash.inTrash : m.noStory })
}

export async function draftOf(web: Web, c: Call): Promise<Draft | null> {
  const id = c.req.param('id') ?? ''
  return isId(id) ? readDraft(web.store.db, id) : null
}

/** Whether the story is this person's to do it with: their own, or a colleague's where their role has that. */
export function mayWith(c: Call, draft: Pick<Draft, 'createdBy'>, what: 'write' | 'publish'): boolean {
  const person = c.get('person')
  const mine = draft.createdBy === person.id
  return may(person, what) && (mine || may(person, 'edit others') || what === 'publish')
}

/** A refusal where this person may not change this story, or not do more with it. */
export async function mayNot(web: Web, c: Call, draft: Draft, what: 'write' | 'publish'): Promise<Response | null> {
  if (mayWith(c, draft, what)) return null
  const sentence = may(c.get('person'), what) ? m.colleagues : needsSwitch(what)
  return answerError(web, c, 403, { title: NOT_ALLOWED, sentence })
}

/** A refusal where the story is not there, or is not this person's to change: their own, a colleague's by “edit others”. */
export async function refuseForeignStory(web: Web, c: Call, orModerate: boolean): Promise<Response | null> {
  const draft = await draftOf(web, c)
  if (!draft) return noStory(web, c)
  const refused = orModerate && may(c.get('person'), 'moderate') ? null : await mayNot(web, c, draft, 'write')
  if (!refused) c.set('story', draft)
  return refused
}
