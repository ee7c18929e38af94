/** What lies in the trash: until when, by whom, and the way back. */
import { trashMessages as m, storiesMessages } from '../../../messages/index.ts'
import { may, type Person } from '../../../people/index.ts'
import type { TrashedStory } from '../../../workflow/index.ts'
import { ago, Done, newsroomDocument, Problem } from '../kit/layout.tsx'
import type { Frame } from '../kit/props.ts'

const DAY = 24 * 60 * 60_000

interface TrashPageProps extends Frame {
  stories: readonly (TrashedStory & { thrownAwayBy: string | null })[]
  /** How many there are, where more are there than are shown. */
  count: number
  problem?: string
  deleted: boolean
}

export const renderTrashPage = ({ stories, count, problem, deleted, ...frame }: TrashPageProps): string =>
  newsroomDocument({
    site: frame.site,
    frame,
    title: m.title,
    here: 'stories',
    children: (
      <>
        <p class="label">
          <a href="/newsroom/stories">{storiesMessages.title}</a>
        </p>
        <h1>{m.title}</h1>
        <p class="meta">{m.lead}</p>
        <Problem sentence={problem} />
        {deleted ? <Done>{m.deleted}</Done> : null}
        {stories.length === 0 ? <p class="empty">{m.empty}</p> : null}
        {stories.length < count ? <p class="meta">{m.newest(stories.length)}</p> : null}
        <ol class="plain stories">
          {stories.map((story) => (
            <li>
              <h2 dir="auto">{story.headline || storiesMessages.noHeadline}</h2>
              <p class="meta">
                <span>{m.thrownAway(story.thrownAwayBy, ago(frame.now, story.trashedAt))}</span>
                <span>{m.daysLeft(Math.floor((story.until - frame.now) / DAY))}</span>
              </p>
              {story.wasOut ? <p class="hint">{m.wasOut}</p> : null}
              <Acts person={frame.person} story={story} />
            </li>
          ))}
        </ol>
      </>
    ),
  })

/** Whether a story of the trash is this person's to bring back. */
export const mayRestore = (person: Person, { createdBy }: Pick<TrashedStory, 'createdBy'>): boolean =>
  may(person, 'write') && (createdBy === person.id || may(person, 'edit others'))

/** Deleting what readers have seen takes as much as taking it off the site did. */
export const mayDelete = (person: Person, story: Pick<TrashedStory, 'createdBy' | 'wasOut'>): boolean =>
  mayRestore(person, story) && (!story.wasOut || may(person, 'publish'))

const Acts = ({ person, story }: { person: Person; story: TrashedStory }) =>
  mayRestore(person, story) ? (
    <div class="acts trash-acts">
      <form method="post" action={`/newsroom/trash/${story.id}/restore`}>
        <button type="submit">
          {m.restore}
          <span class="visually-hidden">: {story.headline}</span>
        </button>
      </form>
      {mayDelete(person, story) ? (
        <details>
          <summary class="button">
            {m.deleteNow}
            <span class="visually-hidden">: {story.headline}</span>
          </summary>
          <form method="post" action={`/newsroom/trash/${story.id}/delete`}>
            <p>{story.wasOut ? m.sureOut : m.sure}</p>
            <button type="submit" class="grave">
              {m.yesDelete}
            </button>
          </form>
        </details>
      ) : null}
    </div>
  ) : null
