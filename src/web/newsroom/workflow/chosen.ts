/** What is done to several stories at once: each as on its own page, with what could not be done and why. */
import { saveStory } from '../../../drafting/index.ts'
import { storyListMessages as m, storiesMessages, trashMessages } from '../../../messages/index.ts'
import { may, type Switch } from '../../../people/index.ts'
import { isId } from '../../../store/index.ts'
import { bringBack, type Draft, readDraft, throwAway, unpublish } from '../../../story/index.ts'
import { markStory, readTrash } from '../../../workflow/index.ts'
import type { Call, Web } from '../../context.ts'
import type { Form } from '../../kit/form.ts'
import { needsSwitch } from '../kit/guard.ts'
import { mayWith } from '../stories/story-access.ts'

/** `restore` and `draft` take others back. */
const ACTS = ['ready', 'checked', 'section', 'off', 'trash', 'restore', 'draft'] as const
export type Act = (typeof ACTS)[number]

export interface ChosenDone {
  act: Act
  /** Stories with the numbers they have now. */
  done: readonly { id: string; number: number }[]
  failed: readonly { headline: string; reason: string }[]
}

/** More are on no page. */
const MOST = 100

const NEEDS: Record<Act, Switch> = {
  ready: 'write',
  draft: 'write',
  section: 'write',
  trash: 'write',
  restore: 'write',
  checked: 'publish',
  off: 'publish',
}

/** What a form asks for is done to one story after another; { problem } where it asks for nothing. */
export async function doToChosen(web: Web, c: Call, form: Form): Promise<ChosenDone | { problem: string }> {
  const act = ACTS.find((one) => one === form.get('act'))
  const chosen = form.all('story').slice(0, MOST).flatMap(readChoice)
  if (!act || chosen.length === 0) return { problem: m.noneChosen }
  const section = form.get('section').trim()
  if (act === 'section' && section === '') return { problem: m.noSection }
  const done: { id: string; number: number }[] = []
  const failed: { headline: string; reason: string }[] = []
  for (const choice of chosen) {
    const result =
      act === 'restore' ? await restoreOne(web, c, choice) : await doToOne(web, c, { ...choice, act, section })
    if ('reason' in result) failed.push(result)
    else done.push(result)
  }
  return { act, done, failed }
}

interface Choice {
  id: string
  /** The draft's number as the list showed it. */
  number: number
}
type Done = { id: string; number: number } | { headline: string; reason: string }

function readChoice(value: string): Choice[] {
  const [id = '', number = ''] = value.split('.')
  return isId(id) && /^\d{1,9}$/.test(number) ? [{ id, number: Number(number) }] : []
}

async function doToOne(web: Web, c: Call, asked: Choice & { act: Act; section: string }): Promise<Done> {
  const draft = await readDraft(web.store.db, asked.id)
  if (!draft) return { headline: '', reason: storiesMessages.noStory }
  const headline = draft.content.headline || storiesMessages.noHeadline
  const needed = NEEDS[asked.act] === 'publish' ? 'publish' : 'write'
  if (!mayWith(c, draft, needed)) {
    const person = c.get('person')
    return { headline, reason: may(person, needed) ? storiesMessages.colleagues : needsSwitch(needed) }
  }
  const result = await carryOut(web, draft, { ...asked, by: c.get('person').id })
  return 'reason' in result ? { headline, ...result } : { id: draft.id, ...result }
}

async function carryOut(
  web: Web,
  draft: Draft,
  { act, number, section, by }: { act: Act; number: number; section: string; by: string },
): Promise<{ number: number } | { reason: string }> {
  const storyId = draft.id
  switch (act) {
    case 'ready':
    case 'checked':
    case 'draft': {
      const marked = await markStory(web.store, { storyId, mark: act, number, by }, web.now())
      if ('problem' in marked) return { reason: marked.problem }
      return act === 'checked' && marked.stage !== 'checked' ? { reason: m.checkedByAnother } : { number }
    }
    case 'section': {
      const content = { ...draft.content, section }
      const saved = await saveStory(web.store, { storyId, base: draft.number, content, by }, web.now())
      return saved.saved ? { number: saved.number } : { reason: storiesMessages.noStory }
    }
    case 'off':
      if (draft.state === 'draft') return { reason: m.notLive }
      await unpublish(web.store, storyId, by, web.now())
      return { number }
    default: {
      const gone = await throwAway(web.store, { storyId, by, live: false }, web.now())
      return gone ? { reason: gone.problem } : { number }
    }
  }
}

async function restoreOne(web: Web, c: Call, { id, number }: Choice): Promise<Done> {
  const [trashed] = await readTrash(web.store.db, 1, [id])
  if (!trashed) return { headline: '', reason: storiesMessages.noStory }
  if (!mayWith(c, trashed, 'write')) return { headline: trashed.headline, reason: trashMessages.notYours }
  const wrong = await bringBack(web.store, { storyId: id, by: c.get('person').id }, web.now())
  return wrong ? { headline: trashed.headline, reason: wrong.problem } : { id, number }
}
