/** On a story's page: when it goes out by itself. */
import { schedulingMessages as m } from '../../../messages/index.ts'
import type { Schedule } from '../../../schedule/index.ts'
import { dayAndTime, instant } from '../../site/kit/format.ts'
import type { Site } from '../../site/kit/props.ts'

/** What was typed, where it has to be asked about. */
export interface Asked {
  time: string
  problem: string
  /** The moments that the time may stand for. */
  moments: readonly number[]
}

interface StoryScheduleProps {
  site: Site
  storyId: string
  schedule: Schedule | null
  asked?: Asked | undefined
}

export const StorySchedule = ({ site, storyId, schedule, asked }: StoryScheduleProps) => {
  const path = `/newsroom/stories/${storyId}/schedule`
  const isTwice = asked !== undefined && asked.moments.length > 1
  return (
    <section id="schedule">
      <h2>{m.title}</h2>
      {schedule ? (
        <>
          <p>{m.goesOut(<time datetime={instant(schedule.at)}>{dayAndTime(site, schedule.at)}</time>)}</p>
          <form method="post" action={`${path}/cancel`}>
            <button type="submit">{m.cancel}</button>
          </form>
        </>
      ) : null}
      <form method="post" action={path} class="stack">
        {asked ? (
          <p class="alert" role="alert" id="schedule-problem">
            {asked.problem}
          </p>
        ) : null}
        <p class="hint">{m.hint}</p>
        <label for="schedule-at">
          {m.at} <span class="hint">{m.timeZone(site.timeZone)}</span>
        </label>
        <input
          id="schedule-at"
          name="at"
          type="datetime-local"
          required
          value={asked?.time ?? ''}
          {...(asked ? ({ 'aria-invalid': 'true', 'aria-describedby': 'schedule-problem' } as const) : {})}
        />
        {isTwice
          ? [m.first, m.second].map((label, index) => (
              <label class="check">
                <input type="radio" name="moment" value={String(asked.moments[index])} required /> {label}
              </label>
            ))
          : null}
        <p>
          <button type="submit">{schedule ? m.change : m.schedule}</button>
        </p>
      </form>
    </section>
  )
}
