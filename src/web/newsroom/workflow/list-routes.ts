/** The list of stories, and what is done to several of them at once. */
import type { Hono } from 'hono'
import { countComments } from '../../../discussion/index.ts'
import { storiesMessages } from '../../../messages/index.ts'
import { countHeld } from '../../../moderation/comments/index.ts'
import { listTerms } from '../../../paper/index.ts'
import { listPeople, may } from '../../../people/index.ts'
import { readSchedules } from '../../../schedule/index.ts'
import { isId } from '../../../store/index.ts'
import { readDraft } from '../../../story/index.ts'
import { countTrash, listStories, readTrash } from '../../../workflow/index.ts'
import type { Call, Env, Web } from '../../context.ts'
import { withForm } from '../../kit/with-form.ts'
import { frameFor } from '../kit/frame.ts'
import { doToChosen } from './chosen.ts'
import { askOf, type ListSearch, readListSearch } from './list-ask.ts'
import { renderStoriesPage } from './stories-page.tsx'
import type { StoryListProps } from './workflow-props.ts'

export function addStoryListRoutes(app: Hono<Env>, web: Web): void {
  app.get('/newsroom/stories', async (c) => {
    const search = readListSearch((name) => c.req.query(name))
    const moved = await movedJustNow(web, c)
    return storiesPage(web, c, search, moved ? { moved } : {})
  })
  app.post('/newsroom/chosen', (c) =>
    withForm(web, c, async (form) => {
      const chosen = await doToChosen(web, c, form)
      const search = readListSearch((name) => form.get(`list-${name}`))
      return 'problem' in chosen
        ? storiesPage(web, c, search, chosen, 400)
        : storiesPage(web, c, search, { chosen }, chosen.done.length === 0 ? 400 : 200)
    }),
  )
}

type More = Omit<Parameters<typeof renderStoriesPage>[0], 'list' | keyof Awaited<ReturnType<typeof frameFor>>>

async function storiesPage(web: Web, c: Call, search: ListSearch, more: More, status: 200 | 400 = 200) {
  const [frame, list] = await Promise.all([frameFor(web, c), readStoryList(web, search)])
  return c.html(renderStoriesPage({ ...frame, list, ...more }), status)
}

/** A page of the list with all that it shows. */
export async function readStoryList(web: Web, search: ListSearch): Promise<StoryListProps> {
  const { db } = web.store
  const schedules = await readSchedules(db)
  const [listed, people, sections, trash] = await Promise.all([
    listStories(
      web.store,
      askOf(
        search,
        schedules.map(({ storyId }) => storyId),
      ),
    ),
    listPeople(db),
    listTerms(db, 'section'),
    countTrash(db),
  ])
  const [comments, held] = await Promise.all([
    countComments(
      db,
      listed.stories.map(({ id }) => id),
    ),
    countHeld(db),
  ])
  const goesOut = new Map(schedules.map(({ storyId, at }) => [storyId, at]))
  const names = new Map(people.map(({ id, name }) => [id, name]))
  return {
    ...listed,
    search,
    stories: listed.stories.map((story) => ({
      ...story,
      writer: story.createdBy === null ? null : (names.get(story.createdBy) ?? null),
      comments: comments.get(story.id) ?? 0,
      held: held.get(story.id) ?? 0,
      goesOut: goesOut.get(story.id) ?? null,
    })),
    sections: sections.map(({ name }) => name),
    writers: people.filter((person) => may(person, 'write')),
    trash,
  }
}

/** What the address says was just thrown away or brought back, if it still is. */
async function movedJustNow(web: Web, c: Call): Promise<More['moved'] | null> {
  const [trashed = '', restored = ''] = [c.req.query('trashed'), c.req.query('restored')]
  if (isId(trashed)) {
    const [story] = await readTrash(web.store.db, 1, [trashed])
    return story ? { kind: 'trashed', id: story.id, headline: story.headline } : null
  }
  const draft = isId(restored) ? await readDraft(web.store.db, restored) : null
  return draft && { kind: 'restored', id: draft.id, headline: draft.content.headline || storiesMessages.noHeadline }
}
