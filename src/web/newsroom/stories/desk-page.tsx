import { storiesMessages as m, startMessages as start } from '../../../messages/index.ts'
import { may } from '../../../people/index.ts'
import { ago, newsroomDocument } from '../kit/layout.tsx'
import type { DeskPageProps } from '../kit/props.ts'
import { NotesForYou } from '../notes/notes-for-you.tsx'
import { ObjectionsWait } from '../queue/review-places.tsx'
import { Upsets } from '../schedule/upsets.tsx'
import type { Reminder } from '../start/steps.ts'
import { NewStory } from '../workflow/stories-page.tsx'
import { StoryList } from '../workflow/story-list.tsx'

/** The newsroom's home: what waits, and every story, last touched first. */
export const renderDeskPage = ({
  list,
  oldestHeldAt,
  givenUp,
  upsets,
  notes,
  reminder,
  ...frame
}: DeskPageProps): string => {
  const { site, person, now, waiting } = frame
  return newsroomDocument({
    site,
    frame,
    title: m.title,
    here: 'stories',
    wide: true,
    children: (
      <>
        <div class="head">
          <h1>{m.title}</h1>
          <NewStory frame={frame} />
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
        <NotesForYou notes={notes} now={now} />
        {may(person, 'publish') ? <Upsets site={site} upsets={upsets} /> : null}
        <StoryList frame={frame} list={list} />
      </>
    ),
  })
}

const reminded = (reminder: Reminder) =>
  reminder === 'no way back'
    ? start.noWayBack(<a href="/newsroom/account#password">{start.setOne}</a>)
    : start.reminder(<a href="/newsroom/start">{start.title}</a>, reminder.done, reminder.of)
