import {
  embargoPageMessages as embargo,
  storiesMessages as m,
  schedulingMessages as schedule,
  startMessages as start,
} from '../../../messages/index.ts'
import { may } from '../../../people/index.ts'
import { dayAndTime } from '../../site/kit/format.ts'
import { shortCount } from '../kit/counts.ts'
import { ago, newsroomDocument } from '../kit/layout.tsx'
import type { DeskPageProps } from '../kit/props.ts'
import { ObjectionsWait } from '../queue/review-places.tsx'
import { Upsets } from '../schedule/upsets.tsx'
import type { Reminder } from '../start/steps.ts'

/** The newsroom's home: what waits, and every story, last touched first. */
export const renderDeskPage = ({
  stories,
  oldestHeldAt,
  givenUp,
  happened,
  reminder,
  ...frame
}: DeskPageProps): string => {
  const { site, person, now, waiting } = frame
  return newsroomDocument({
    site,
    frame,
    title: m.title,
    here: 'stories',
    children: (
      <>
        <div class="head">
          <h1>{m.title}</h1>
          {may(person, 'write') ? (
            <div class="acts">
              <a class="button first" href="/newsroom/paste">
                {m.paste}
              </a>
              <form method="post" action="/newsroom/stories">
                <button type="submit">{m.newStory}</button>
              </form>
            </div>
          ) : null}
        </div>
        {reminder ? <p class="notice">{reminded(reminder)}</p> : null}
        {may(person, 'moderate') && waiting > 0 ? (
          <p class="notice">
            <a href="/newsroom/review">{m.waitingForReview(waiting, frame.moreWaiting)}</a>.
            {oldestHeldAt === null ? null : m.oldestWaiting(ago(now, oldestHeldAt))}
            {frame.moreWaiting ? m.oldestCounted(waiting) : null}
          </p>
        ) : null}
        <ObjectionsWait frame={frame} />
        {may(person, 'settings') && givenUp > 0 ? (
          <p class="notice">
            <a href="/newsroom/work">{m.workFailed(givenUp)}</a>.
          </p>
        ) : null}
        {may(person, 'publish') ? <Upsets site={site} {...happened} /> : null}
        {stories.length === 0 ? (
          <p class="empty">{m.empty}</p>
        ) : (
          <ol class="plain stories">
            {stories.map((story) => (
              <li>
                <p class={`label state-${story.state}`}>
                  {m.states[story.state]}
                  {story.goesOut === null ? null : ` · ${schedule.scheduled(dayAndTime(site, story.goesOut))}`}
                  {story.heldUntil === null ? null : ` · ${embargo.underEmbargo(dayAndTime(site, story.heldUntil))}`}
                </p>
                <h2 dir="auto">
                  <a href={`/newsroom/stories/${story.id}`}>{story.headline || m.noHeadline}</a>
                </h2>
                <p class="meta">
                  <span>{m.edited(ago(now, story.updatedAt))}</span>
                  {story.path ? <a href={story.path}>{m.viewOnSite}</a> : null}
                  {story.comments > 0 ? <span>{m.comments(story.comments)}</span> : null}
                  {story.held > 0 ? (
                    <span class="held">{m.waiting(shortCount({ count: story.held, more: frame.moreWaiting }))}</span>
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

const reminded = (reminder: Reminder) =>
  reminder === 'no way back'
    ? start.noWayBack(<a href="/newsroom/account#password">{start.setOne}</a>)
    : start.reminder(<a href="/newsroom/start">{start.title}</a>, reminder.done, reminder.of)
