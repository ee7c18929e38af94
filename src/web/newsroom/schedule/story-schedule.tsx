/** On a story's page: when it goes out by itself, and when it leaves the site. */
import { schedulingMessages as m } from '../../../messages/index.ts'
import type { Schedule } from '../../../schedule/index.ts'
import { dayAndTime, instant } from '../../site/kit/format.ts'
import type { Site } from '../../site/kit/props.ts'
import { StoryChange } from '../stories/story-change.tsx'
import type { Asked } from './chosen-moment.ts'
import { TimeFields } from './time-fields.tsx'

/** Which of a story's times was typed, with what has to be asked about it. */
export interface AskedOf extends Asked {
  of: 'schedule' | 'end'
  /** What was said of the change. */
  change?: { kind: string; cause: string }
}

/** What a story's times are now. */
export interface StoryTimes {
  schedule: Schedule | null
  /** When it leaves the site, in milliseconds since the epoch. */
  end: number | null
  /** Whether readers have it, and whether what they have is its retraction. */
  isLive: boolean
  isRetracted: boolean
}

interface StoryScheduleProps {
  site: Site
  storyId: string
  times: StoryTimes
  asked?: AskedOf | undefined
}

const Time = ({ site, at }: { site: Site; at: number }) => <time datetime={instant(at)}>{dayAndTime(site, at)}</time>

export const StorySchedule = ({ site, storyId, times, asked }: StoryScheduleProps) => {
  const { schedule, isLive, isRetracted } = times
  const path = `/newsroom/stories/${storyId}/schedule`
  const change = asked?.change ?? { kind: schedule?.kind ?? '', cause: schedule?.cause ?? '' }
  return (
    <section id="schedule">
      <h2>{m.title}</h2>
      {schedule ? (
        <>
          <p>{m.goesOut(<Time site={site} at={schedule.at} />)}</p>
          <form method="post" action={`${path}/cancel`}>
            <button type="submit">{m.cancel}</button>
          </form>
        </>
      ) : null}
      <form method="post" action={path} class="stack">
        <p class="hint">{m.hint}</p>
        {isRetracted ? <p class="notice">{m.isRetracted}</p> : null}
        <TimeFields site={site} id="schedule" label={m.at} asked={asked?.of === 'schedule' ? asked : undefined} />
        {isLive ? <StoryChange form={{ changeKind: change.kind, cause: change.cause }} id="schedule" atATime /> : null}
        <p>
          <button type="submit">{schedule ? m.change : m.schedule}</button>
        </p>
      </form>
    </section>
  )
}

export const StoryEnd = ({ site, storyId, times, asked }: StoryScheduleProps) => {
  const path = `/newsroom/stories/${storyId}/schedule/end`
  return (
    <section id="end">
      <h2>{m.endTitle}</h2>
      {times.end === null ? null : (
        <>
          <p>{m.endsOn(<Time site={site} at={times.end} />)}</p>
          <form method="post" action={`${path}/cancel`}>
            <button type="submit">{m.keepOnSite}</button>
          </form>
        </>
      )}
      <form method="post" action={path} class="stack">
        <p class="hint">{m.endHint}</p>
        <TimeFields site={site} id="end" label={m.endAt} asked={asked?.of === 'end' ? asked : undefined} />
        <p>
          <button type="submit">{times.end === null ? m.setEnd : m.change}</button>
        </p>
      </form>
    </section>
  )
}
