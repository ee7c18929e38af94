import { may } from '../../../people/index.ts'
import { shortCount, waitingLine } from '../kit/counts.ts'
import { ago, newsroomDocument, since } from '../kit/layout.tsx'
import type { DeskPageProps } from '../kit/props.ts'
import { ObjectionsWait } from '../queue/review-places.tsx'

const STATES = { draft: 'Draft', published: 'Published', changed: 'Published, with unpublished changes' } as const

/** The newsroom's home: what waits, and every story, last touched first. */
export const renderDeskPage = ({ stories, oldestHeldAt, givenUp, ...frame }: DeskPageProps): string => {
  const { site, person, now, waiting } = frame
  return newsroomDocument({
    site,
    frame,
    title: 'Stories',
    here: 'stories',
    children: (
      <>
        <div class="head">
          <h1>Stories</h1>
          {may(person, 'write') ? (
            <div class="acts">
              <a class="button first" href="/newsroom/paste">
                Paste a page
              </a>
              <form method="post" action="/newsroom/stories">
                <button type="submit">New story</button>
              </form>
            </div>
          ) : null}
        </div>
        {may(person, 'moderate') && waiting > 0 ? (
          <p class="notice">
            <a href="/newsroom/review">{waitingLine({ count: waiting, more: frame.moreWaiting })} for review</a>
            {oldestHeldAt === null
              ? ''
              : `, the oldest for ${since(now, oldestHeldAt).replace('just now', 'less than a minute')}`}
            {frame.moreWaiting ? `; the stories’ numbers are of the oldest ${waiting.toLocaleString('en')}` : ''}.
          </p>
        ) : null}
        <ObjectionsWait frame={frame} />
        {may(person, 'settings') && givenUp > 0 ? (
          <p class="notice">
            <a href="/newsroom/work">{givenUp === 1 ? 'One thing' : `${givenUp.toLocaleString('en')} things`}</a> that
            the site does by itself {givenUp === 1 ? 'was' : 'were'} given up.
          </p>
        ) : null}
        {stories.length === 0 ? (
          <p class="empty">No story yet. Paste a page you have, or write a new one.</p>
        ) : (
          <ol class="plain stories">
            {stories.map((story) => (
              <li>
                <p class={`label state-${story.state}`}>{STATES[story.state]}</p>
                <h2 dir="auto">
                  <a href={`/newsroom/stories/${story.id}`}>{story.headline || '(no headline)'}</a>
                </h2>
                <p class="meta">
                  <span>edited {ago(now, story.updatedAt)}</span>
                  {story.path ? <a href={story.path}>View it</a> : null}
                  {story.comments > 0 ? (
                    <span>{story.comments === 1 ? '1 comment' : `${story.comments} comments`}</span>
                  ) : null}
                  {story.held > 0 ? (
                    <span class="held">{shortCount({ count: story.held, more: frame.moreWaiting })} waiting</span>
                  ) : null}
                </p>
              </li>
            ))}
          </ol>
        )}
      </>
    ),
  })
}
