/** A story's form, with all that stands beside it. */

import { findAttachments } from '../../../attachments/index.ts'
import { readRetracted } from '../../../corrections/index.ts'
import { readStoryMode } from '../../../discussion/index.ts'
import type { Lock } from '../../../drafting/index.ts'
import { readPins } from '../../../front/index.ts'
import { findPictures, libraryIdOf, readPicture } from '../../../media/index.ts'
import { storiesMessages as m } from '../../../messages/index.ts'
import { listStoryComments } from '../../../moderation/comments/index.ts'
import { may, readPerson } from '../../../people/index.ts'
import { readPlanOfStory } from '../../../planning/index.ts'
import { quotedShare } from '../../../reading/index.ts'
import { readSchedules, readStoryEnd } from '../../../schedule/index.ts'
import { checkContent, type Draft, readSourcePages, readVersions, wordsOfBlock } from '../../../story/index.ts'
import { readOpenTickets } from '../../../tickets/index.ts'
import type { Call, Web } from '../../context.ts'
import { heldBy, whoIsHere } from '../drafts/draft-people.ts'
import { openSuggestions } from '../drafts/suggestions-routes.ts'
import { frameFor } from '../kit/frame.ts'
import { oncePerDraft } from '../kit/once-per-draft.ts'
import type { TypedNote } from '../notes/notes-props.ts'
import { storyNotes } from '../notes/shown-notes.ts'
import { readingOfDraft } from '../reading/reading-of-draft.ts'
import { countsOf } from '../reading/reading-to-check.ts'
import type { AskedOf } from '../schedule/story-schedule.tsx'
import { shownStandingOf } from '../workflow/story-standing.tsx'
import { headOf, mayWith } from './story-access.ts'
import { renderStoryEditPage } from './story-edit-page.tsx'
import { editorOf, isPasted } from './story-editor.ts'
import { readFilingChoices } from './story-filing.tsx'
import { formOfContent, type StoryForm } from './story-form.ts'

/** So many pictures of the library are offered beside a story. */
const RECENT = 12
const RECENT_FILES = 6
/** So many sentences that readers say are wrong stand in the form. */
const REPORTED = 10

/** The form as it was sent, or as the draft is; `trouble` says why it comes back. */
export async function editPage(
  web: Web,
  c: Call,
  draft: Draft,
  form: StoryForm,
  trouble: { problem?: string; conflict?: Draft; locked?: readonly Lock[]; asked?: AskedOf; note?: TypedNote } = {},
): Promise<Response> {
  const [
    [schedule = null],
    end,
    retracted,
    frame,
    { corrected },
    versions,
    sources,
    comments,
    mode,
    chosen,
    recent,
    pins,
    files,
    filing,
    suggestions,
    reported,
    here,
    standing,
    notes,
    plan,
  ] = await Promise.all([
    readSchedules(web.store.db, [draft.id]),
    readStoryEnd(web.store.db, draft.id),
    readRetracted(web.store.db, draft.id),
    frameFor(web, c),
    readingOfDraft(web, draft),
    versionsOf(web, draft.id),
    readSourcePages(web.store.db, draft.id),
    listStoryComments(web.store.db, draft.id),
    readStoryMode(web.store.db, draft.id),
    readPicture(web.store.db, libraryIdOf(form.pictureSrc) ?? ''),
    findPictures(web.store.db, { words: '', unused: false, before: null, limit: RECENT }),
    readPins(web.store.db, web.now()),
    findAttachments(web.store.db, { words: '', before: null, limit: RECENT_FILES }),
    readFilingChoices(web.store.db, form.section),
    openSuggestions(web.store.db, draft.id),
    may(c.get('person'), 'publish') ? readOpenTickets(web.store.db, { limit: REPORTED, storyId: draft.id }) : [],
    whoIsHere(web, c, draft),
    shownStandingOf(web.store.db, draft.id),
    storyNotes(web.store.db, draft, c.get('person').id),
    readPlanOfStory(web.store.db, draft.id),
  ])
  const { problem, conflict, locked, asked, note } = trouble
  const mayWrite = mayWith(c, draft, 'write')
  // Words that are in the form alone stay there: the editor shows what is kept.
  const showsDraft = form.bodyKept || !(problem || conflict || locked)
  const page = renderStoryEditPage({
    ...frame,
    standing,
    story: {
      ...headOf(draft),
      state: draft.state,
      number: draft.number,
      savedAt: draft.savedAt,
      firstPublishedAt: draft.firstPublishedAt,
      heldUntil: draft.heldUntil,
    },
    // Saving again after a conflict starts from the other's draft: the choice has been made by then.
    form: conflict ? { ...form, base: conflict.number } : form,
    picture: { chosen, recent: recent.slice(0, RECENT) },
    pin: pins.find(({ storyId }) => storyId === draft.id) ?? null,
    files: files.slice(0, RECENT_FILES),
    filing,
    suggestions,
    reported,
    here,
    ...(locked ? { locked: await heldBy(web, draft, locked) } : {}),
    ...{ notes, typedNote: note, plan },
    notesScript: web.assets.path('story-notes.js'),
    times: { schedule, end, isLive: draft.state !== 'draft', isRetracted: retracted },
    asked,
    ...oncePerDraft(web, draft, 'desk', () => ({
      findings: checkContent(draft.content),
      quoted: quotedShare(draft.content.body.map(wordsOfBlock)),
    })),
    said: countsOf(corrected),
    versions,
    mode,
    comments,
    source: sources.find((one) => !isPasted(one)) ?? null,
    pasted: sources.filter(isPasted),
    editor: mayWrite && showsDraft ? await editorOf(web, c, draft, frame.site) : null,
    ...(problem ? { problem } : {}),
    ...(conflict ? { conflict: formOfContent(conflict.content, conflict) } : {}),
    readOnly: mayWrite
      ? null
      : {
          why: may(c.get('person'), 'write') ? m.colleagues : m.readOnly,
          content: draft.content,
        },
    done: c.req.query('published') !== undefined ? 'published' : c.req.query('saved') !== undefined ? 'saved' : null,
  })
  // As bytes: a page as long as this one, as the text that it was put together from, is gone through twice more.
  return c.body(Buffer.from(page), problem || asked || note ? 400 : conflict || locked ? 409 : 200, {
    'content-type': 'text/html; charset=UTF-8',
  })
}

/** All its versions, newest first, with who published each. */
export async function versionsOf(web: Web, storyId: string) {
  const versions = await readVersions(web.store.db, storyId)
  return Promise.all(
    versions.map(async (version) => ({
      ...version,
      publishedBy: version.publishedBy ? ((await readPerson(web.store.db, version.publishedBy))?.name ?? null) : null,
    })),
  )
}
