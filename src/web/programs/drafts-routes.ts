/** Stories for programs: read, written and published by the same rules as their person's. */
import type { Hono } from 'hono'
import { publishChange } from '../../corrections/index.ts'
import { readWordsAt, saveStory } from '../../drafting/index.ts'
import { apiMessages as m } from '../../messages/index.ts'
import { namesOfStaff } from '../../people/index.ts'
import { storeThrough } from '../../programs/index.ts'
import { readSiteSettings } from '../../publication/index.ts'
import type { Store } from '../../store/index.ts'
import { createStory, type Draft, emptyContent, publish, readDraft, unpublish } from '../../story/index.ts'
import { listStories } from '../../workflow/index.ts'
import { addOperation, type Refusal } from '../api/kit/add-operation.ts'
import { cursorOf, placeInCursor } from '../api/kit/cursor.ts'
import type { Call, Env, Web } from '../context.ts'
import { draftOf, mayNot } from '../newsroom/stories/story-access.ts'
import { instant } from '../site/kit/format.ts'
import { STAFF } from './addresses.ts'
import { contentOfFields } from './content-of-fields.ts'

const NO_STORY = { refused: 404, sentence: m.noStory } as const

export function addDraftsRoutes(app: Hono<Env>, web: Web): void {
  addOperation(app, web, STAFF.drafts, async ({ query: { after } }) => {
    const place = after === undefined ? null : placeInCursor(after)
    if (after !== undefined && !place) return { refused: 400, sentence: m.wrongAfter }
    const { stories, pages } = await listStories(web.store, {
      ...{ words: '', state: null, section: null, writer: null, among: null, sort: 'changed', page: 1 },
      ...(place ? { before: { changedAt: place.at, id: place.id } } : {}),
    })
    const names = await namesOfStaff(
      web.store.db,
      stories.map(({ createdBy }) => createdBy),
    )
    const last = pages > 1 ? stories.at(-1) : undefined
    return {
      value: {
        drafts: stories.map(({ id, number, path, headline, byline, section, createdBy, changedAt, state }) => ({
          ...{ id, number, headline, byline, section, state },
          url: urlOf(web, path),
          createdBy: personOf(names, createdBy),
          changedAt: instant(changedAt),
        })),
        after: last ? cursorOf({ at: last.changedAt, id: last.id }) : null,
      },
    }
  })
  addOperation(app, web, STAFF.draft, async ({ c }) => {
    const draft = await draftOf(web, c)
    return draft ? { value: await shownDraft(web, draft) } : NO_STORY
  })
  addOperation(app, web, STAFF.create, async ({ c, body: { commentsOpen, ...fields } }) => {
    const settings = await readSiteSettings(web.store.db)
    const content = contentOfFields(fields, emptyContent, settings.language)
    if ('problem' in content) return { refused: 400, sentence: content.problem }
    const story = { content, by: c.get('person').id, commentsOpen: commentsOpen ?? settings.commentsOpen }
    const id = await createStory(storeOf(web, c), story, web.now())
    return { value: await shownDraft(web, (await readDraft(web.store.db, id)) as Draft) }
  })
  addOperation(app, web, STAFF.change, async ({ c, body: { number, ...fields } }) => {
    const draft = await draftOf(web, c)
    if (!draft) return NO_STORY
    const refused = await mayNot(web, c, draft, 'write')
    if (refused) return refused
    // What is left out is as it was when it was read: what others have changed there since stays.
    const before = number === draft.number ? draft.content : await readWordsAt(web.store.db, draft.id, number)
    if (!before) return conflict(web, draft, m.changed(draft.number))
    const { language } = await readSiteSettings(web.store.db)
    const content = contentOfFields(fields, before, language)
    if ('problem' in content) return { refused: 400, sentence: content.problem }
    const saved = await saveStory(
      storeOf(web, c),
      { storyId: draft.id, base: number, content, by: c.get('person').id, atLocked: 'refuse' },
      web.now(),
    )
    if (saved.saved) return { value: await shownDraft(web, (await readDraft(web.store.db, draft.id)) ?? draft) }
    if (saved.why === 'gone') return NO_STORY
    if (saved.why === 'conflict') return conflict(web, saved.theirs, m.changed(saved.theirs.number))
    const names = await namesOfStaff(
      web.store.db,
      saved.locks.map(({ personId }) => personId),
    )
    return conflict(web, saved.theirs, m.writing([...names.values()]))
  })
  addOperation(app, web, STAFF.publish, async ({ c, body }) => {
    const draft = await draftOf(web, c)
    if (!draft) return NO_STORY
    if (draft.number !== body.number) return conflict(web, draft, m.notThatNumber(draft.number))
    const date = body.date === undefined ? undefined : Date.parse(body.date)
    if (Number.isNaN(date)) return { refused: 400, sentence: m.notADate }
    if (date !== undefined && draft.firstPublishedAt !== null) return { refused: 400, sentence: m.dateTooLate }
    const story = { id: draft.id, by: c.get('person').id, seen: body.number }
    const published =
      draft.state === 'draft'
        ? await publish(storeOf(web, c), { ...story, ...(date === undefined ? {} : { date }) }, web.now())
        : await publishChange(
            storeOf(web, c),
            { ...story, change: { kind: body.change?.kind ?? 'update', cause: body.change?.cause ?? '' } },
            web.now(),
          )
    if ('problem' in published) return { refused: 409, sentence: published.problem }
    const { path, version } = published
    const now = (await readDraft(web.store.db, draft.id)) ?? draft
    return { value: { url: `${web.url()}${path}`, version, draft: await shownDraft(web, now) } }
  })
  addOperation(app, web, STAFF.unpublish, async ({ c }) => {
    const draft = await draftOf(web, c)
    if (!draft) return NO_STORY
    await unpublish(storeOf(web, c), draft.id, c.get('person').id, web.now())
    return { value: await shownDraft(web, (await readDraft(web.store.db, draft.id)) ?? draft) }
  })
}

const storeOf = (web: Web, c: Call): Store => storeThrough(web.store, c.get('program').id)

const conflict = async (web: Web, theirs: Draft, sentence: string): Promise<Refusal> => ({
  refused: 409,
  sentence,
  more: { theirs: await shownDraft(web, theirs) },
})

const urlOf = (web: Web, path: string | null) => (path === null ? null : `${web.url()}${path}`)

const personOf = (names: ReadonlyMap<string, string>, id: string | null) =>
  id === null ? null : { id, name: names.get(id) ?? m.someone }

async function shownDraft(web: Web, draft: Draft) {
  const names = await namesOfStaff(web.store.db, [draft.createdBy, draft.savedBy])
  return {
    id: draft.id,
    number: draft.number,
    url: draft.state === 'draft' ? null : urlOf(web, draft.path),
    state: draft.state,
    commentsOpen: draft.commentsOpen,
    createdBy: personOf(names, draft.createdBy),
    savedBy: personOf(names, draft.savedBy),
    savedAt: instant(draft.savedAt),
    firstPublishedAt: draft.firstPublishedAt === null ? null : instant(draft.firstPublishedAt),
    heldUntil: draft.heldUntil === null ? null : instant(draft.heldUntil),
    content: draft.content,
  }
}
