/** All stories of the newsroom, and what was just done to some of them. */
import { storyListMessages as m, storiesMessages, trashMessages } from '../../../messages/index.ts'
import { may } from '../../../people/index.ts'
import { Done, newsroomDocument, Problem } from '../kit/layout.tsx'
import type { Frame } from '../kit/props.ts'
import type { Act, ChosenDone } from './chosen.ts'
import { StoryList } from './story-list.tsx'
import type { StoryListProps } from './workflow-props.ts'

interface StoriesPageProps extends Frame {
  list: StoryListProps
  problem?: string
  /** What was done to the chosen ones. */
  chosen?: ChosenDone
  /** What has just gone to the trash, or come back from it. */
  moved?: { kind: 'trashed' | 'restored'; id: string; headline: string }
}

/** The buttons over a list: how a story begins. */
export const NewStory = ({ frame }: { frame: Frame }) =>
  may(frame.person, 'write') ? (
    <div class="acts">
      <a class="button first" href="/newsroom/paste">
        {storiesMessages.paste}
      </a>
      <form method="post" action="/newsroom/stories">
        <button type="submit">{storiesMessages.newStory}</button>
      </form>
    </div>
  ) : null

export const renderStoriesPage = ({ list, problem, chosen, moved, ...frame }: StoriesPageProps): string =>
  newsroomDocument({
    site: frame.site,
    frame,
    title: storiesMessages.title,
    here: 'stories',
    wide: true,
    children: (
      <>
        <div class="head">
          <h1>{storiesMessages.title}</h1>
          <NewStory frame={frame} />
        </div>
        <Problem sentence={problem} />
        {chosen ? <WhatWasDone {...chosen} /> : null}
        {moved ? <Moved {...moved} /> : null}
        <StoryList frame={frame} list={list} />
      </>
    ),
  })

/** By which act each is taken back. */
const UNDONE_BY: Partial<Record<Act, Act>> = { trash: 'restore', ready: 'draft' }

const WhatWasDone = ({ act, done, failed }: ChosenDone) => {
  const undo = UNDONE_BY[act]
  return (
    <>
      {done.length > 0 ? (
        <form method="post" action="/newsroom/chosen" class="notice" role="status">
          <span>{m.done[act](done.length)}</span>{' '}
          {undo ? (
            <>
              {done.map(({ id, number }) => (
                <input type="hidden" name="story" value={`${id}.${number}`} />
              ))}
              <button type="submit" class="quiet" name="act" value={undo}>
                {m.undo}
              </button>
            </>
          ) : null}
        </form>
      ) : null}
      {failed.length > 0 ? (
        <div class="alert" role="alert">
          <p>{m.notDone(failed.length)}</p>
          <ul>
            {failed.map(({ headline, reason }) => (
              <li dir="auto">{headline === '' ? reason : m.why(headline, reason)}</li>
            ))}
          </ul>
        </div>
      ) : null}
    </>
  )
}

const Moved = ({ kind, id, headline }: { kind: 'trashed' | 'restored'; id: string; headline: string }) => {
  const name = headline || storiesMessages.noHeadline
  if (kind === 'restored')
    return (
      <Done>
        {trashMessages.broughtBack(
          <a href={`/newsroom/stories/${id}`} dir="auto">
            {name}
          </a>,
        )}
      </Done>
    )
  return (
    <form method="post" action={`/newsroom/trash/${id}/restore`} class="notice" role="status">
      <span>{trashMessages.moved(<bdi>{name}</bdi>)}</span>{' '}
      <button type="submit" class="quiet">
        {trashMessages.undo}
      </button>
    </form>
  )
}
