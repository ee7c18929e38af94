import { storiesMessages as m, startMessages as start } from '../../../messages/index.ts'
import { may } from '../../../people/index.ts'
import { newsroomDocument } from '../kit/layout.tsx'
import type { DeskPageProps } from '../kit/props.ts'
import { NotesForYou } from '../notes/notes-for-you.tsx'
import { Upsets } from '../schedule/upsets.tsx'
import type { Reminder } from '../start/steps.ts'
import { WaitingOnHome } from '../waiting/waiting-line.tsx'
import { NewStory } from '../workflow/stories-page.tsx'
import { StoryList } from '../workflow/story-list.tsx'

/** The newsroom's home: what waits, and every story, last touched first. */
export const renderDeskPage = ({ list, givenUp, upsets, notes, reminder, ...frame }: DeskPageProps): string => {
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
        <WaitingOnHome counted={frame.toDo} />
        {may(person, 'moderate') && frame.moreWaiting ? <p class="meta">{m.oldestCounted(waiting)}</p> : null}
        {may(person, 'settings') && givenUp > 0 ? (
          <p class="notice">
            <a href="/newsroom/work">{m.workFailed(givenUp)}</a>.
          </p>
        ) : null}
        <NotesForYou notes={notes} now={now} />
        {may(person, 'publish') ? (
          <div id="not-published">
            <Upsets site={site} upsets={upsets} />
          </div>
        ) : null}
        <StoryList frame={frame} list={list} />
      </>
    ),
  })
}

const reminded = (reminder: Reminder) =>
  reminder === 'no way back'
    ? start.noWayBack(<a href="/newsroom/account#password">{start.setOne}</a>)
    : start.reminder(<a href="/newsroom/start">{start.title}</a>, reminder.done, reminder.of)
