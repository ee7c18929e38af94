/** The reading in the newsroom: beside the story, corrected, its names accepted, switched on for readers. */

import type { Hono } from 'hono'
import {
  acceptedNamesOf,
  acceptName,
  type Change,
  correctStatement,
  joinSpelling,
  listAcceptedNames,
  partSpelling,
  withdrawName,
} from '../../../archive/index.ts'
import { readingMessages as m } from '../../../messages/index.ts'
import { listPeople } from '../../../people/index.ts'
import { readSiteSettings } from '../../../publication/index.ts'
import type { Name, Source } from '../../../reading/index.ts'
import { type Draft, readWhoSaysSo, setWhoSaysSo } from '../../../story/index.ts'
import type { Call, Env, Web } from '../../context.ts'
import type { Form } from '../../kit/form.ts'
import { withForm } from '../../kit/with-form.ts'
import { speakersOf } from '../../site/said/speakers.ts'
import { frameFor } from '../kit/frame.ts'
import { draftOf, headOf, mayNot, mayWith, noStory } from '../stories/story-access.ts'
import { correctionFormOf } from './reading-list.tsx'
import { type DraftReading, readingOfDraft } from './reading-of-draft.ts'
import { renderReadingPage } from './reading-page.tsx'
import type { TypedCorrection } from './reading-props.ts'
import { lineId } from './reading-text.tsx'

export function addReadingRoutes(app: Hono<Env>, web: Web): void {
  app.get('/newsroom/stories/:id/reading', async (c) => {
    const draft = await draftOf(web, c)
    return draft ? readingPage(web, c, draft, await readingOfDraft(web, draft)) : noStory(web, c)
  })
  app.post('/newsroom/stories/:id/reading/correct', (c) => change(web, c, 'reading', correct))
  app.post('/newsroom/stories/:id/reading/names', (c) => change(web, c, 'names', changeName))
  app.post('/newsroom/stories/:id/reading/panel', (c) =>
    change(web, c, 'reading', async (_, __, draft, form) => {
      await setWhoSaysSo(web.store, draft.id, form.get('shown') !== '', c.get('person').id, web.now())
      return c.redirect(`/newsroom/stories/${draft.id}/reading?saved`, 303)
    }),
  )
}

/**
 * The right that a change takes besides the story's own: names have pages of
 * all stories, and of a story that is out readers see every change at once.
 */
const rightFor = (what: 'reading' | 'names', draft: Draft): 'write' | 'publish' =>
  what === 'names' || draft.state !== 'draft' ? 'publish' : 'write'

type Act = (web: Web, c: Call, draft: Draft, form: Form) => Promise<Response>

/** What all changes have in common: the right to change this of the story, and a form that can be read. */
function change(web: Web, c: Call, what: 'reading' | 'names', act: Act): Promise<Response> {
  const draft = c.get('story')
  return withForm(
    web,
    c,
    async (form) => (await mayNot(web, c, draft, rightFor(what, draft))) ?? act(web, c, draft, form),
  )
}

const backTo = (c: Call, { id }: Draft, element: string): Response =>
  c.redirect(`/newsroom/stories/${id}/reading${element && `#${encodeURIComponent(element)}`}`, 303)

async function correct(web: Web, c: Call, draft: Draft, form: Form): Promise<Response> {
  const found = await readingOfDraft(web, draft)
  const how = form.get('how')
  const typed: TypedCorrection = {
    statement: form.get('statement'),
    speaker: form.get('speaker').trim(),
    source: form.get('source').trim(),
    how: isSourceKind(how) ? how : 'channel',
  }
  const changes = changesOf(found, typed, form.get('act'))
  if ('problem' in changes) return readingPage(web, c, draft, found, { problem: changes.problem, typed })
  const { text, reading } = found
  const corrected = await correctStatement(
    web.store,
    { storyId: draft.id, text, reading, statement: typed.statement, changes, by: c.get('person').id },
    web.now(),
  )
  if ('problem' in corrected) return readingPage(web, c, draft, found, { problem: corrected.problem, typed })
  return backTo(c, draft, lineId(typed.statement))
}

const isSourceKind = (how: string): how is Source['kind'] => Object.hasOwn(m.sourceKinds, how)

/** What an editor wants otherwise: only what differs from the form as it was shown. */
function changesOf({ corrected }: DraftReading, typed: TypedCorrection, act: string): Change[] | { problem: string } {
  const statement = [...corrected.statements, ...corrected.struck].find(({ id }) => id === typed.statement)
  if (!statement) return { problem: m.gone }
  if (act === 'as read') return [{ what: 'as-read' }]
  if (act === 'strike') return [{ what: 'not-a-statement' }]
  const shown = correctionFormOf(speakersOf(corrected)(statement), statement)
  const changes: Change[] = []
  if (typed.speaker !== shown.speaker) {
    const wanted = typed.speaker.toLowerCase()
    const name = corrected.names.find(({ name: one }) => one.toLowerCase() === wanted)
    changes.push(name ? { what: 'speaker', name: name.id } : { what: 'speaker', words: typed.speaker })
  }
  if (typed.source !== shown.source || (typed.source !== '' && typed.how !== shown.how))
    changes.push({ what: 'source', words: typed.source, kind: typed.how })
  return changes
}

async function changeName(web: Web, c: Call, draft: Draft, form: Form): Promise<Response> {
  const found = await readingOfDraft(web, draft)
  if (form.get('act') === 'accept all') return acceptAll(web, c, draft, found, form.get('kind'))
  const name = found.corrected.names.find(({ id }) => id === form.get('name'))
  if (!name) return readingPage(web, c, draft, found, { problem: m.gone })
  const by = c.get('person').id
  const act = form.get('act')
  const accepted = { id: form.get('accepted'), spelling: name.name, by }
  if (act === 'withdraw') {
    await withdrawName(web.store, accepted, web.now())
    return backTo(c, draft, `name-${name.id}`)
  }
  const result =
    act === 'accept'
      ? await acceptName(web.store, { kind: name.kind, name: name.name, by }, web.now())
      : act === 'join'
        ? await join(web, { name, by }, form.get('same'))
        : act === 'part'
          ? await partSpelling(web.store, accepted, web.now())
          : { problem: m.chooseAct }
  return 'problem' in result
    ? readingPage(web, c, draft, found, { problem: result.problem })
    : backTo(c, draft, `name-${name.id}`)
}

/** Every name of a kind that has no page yet gets one. */
async function acceptAll(
  web: Web,
  c: Call,
  draft: Draft,
  { corrected }: DraftReading,
  kind: string,
): Promise<Response> {
  const accepted = await acceptedNamesOf(web.store.db, corrected.names, 'newsroom')
  const names = corrected.names.filter((name) => name.kind === kind && !accepted.has(name.id))
  for (const name of names)
    await acceptName(web.store, { kind: name.kind, name: name.name, by: c.get('person').id }, web.now())
  return backTo(c, draft, 'names')
}

/** Joins a name to the accepted one that was typed. */
async function join(web: Web, { name, by }: { name: Name; by: string }, typed: string) {
  const wanted = typed.trim().toLowerCase()
  const all = await listAcceptedNames(web.store.db, 'newsroom')
  const same = all.find(({ kind, name: one }) => kind === name.kind && one.toLowerCase() === wanted)
  return same
    ? joinSpelling(web.store, { id: same.id, spelling: name.name, by }, web.now())
    : { problem: m.notAccepted(typed.trim()) }
}

async function readingPage(
  web: Web,
  c: Call,
  draft: Draft,
  { text, date, corrected }: DraftReading,
  trouble: { problem?: string; typed?: TypedCorrection } = {},
): Promise<Response> {
  const { db } = web.store
  const [frame, accepted, open, allAccepted, people, chosen, settings] = await Promise.all([
    frameFor(web, c),
    acceptedNamesOf(db, corrected.names, 'newsroom'),
    acceptedNamesOf(db, corrected.names, 'public'),
    listAcceptedNames(db, 'newsroom'),
    listPeople(db),
    readWhoSaysSo(db, draft.id),
    readSiteSettings(db),
  ])
  return c.html(
    renderReadingPage({
      ...frame,
      story: { ...headOf(draft), state: draft.state },
      text,
      date,
      reading: corrected,
      accepted,
      open: new Set(open.keys()),
      allAccepted,
      people: new Map(people.map(({ id, name }) => [id, name])),
      whoSaysSo: chosen ?? settings.whoSaysSo,
      mayChange: mayWith(c, draft, 'write') && mayWith(c, draft, rightFor('reading', draft)),
      saved: c.req.query('saved') !== undefined,
      mayAccept: mayWith(c, draft, 'write') && mayWith(c, draft, rightFor('names', draft)),
      ...trouble,
    }),
    trouble.problem ? 400 : 200,
  )
}
