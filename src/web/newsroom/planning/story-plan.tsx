/** On a story's page: for which day it is meant, or a form to plan it; on its embargo's page the day alone. */
import { planningMessages as m } from '../../../messages/index.ts'
import { type Plan, SLOTS, weekOf } from '../../../planning/index.ts'
import { dayAndMonth } from '../../site/kit/format.ts'
import type { Site } from '../../site/kit/props.ts'

interface StoryPlanProps {
  site: Site
  storyId: string
  plan: Plan | null
  /** Whether whoever looks may plan it. */
  mayPlan: boolean
}

export const StoryPlan = ({ site, storyId, plan, mayPlan }: StoryPlanProps) => {
  if (!plan && !mayPlan) return null
  return (
    <section id="plan">
      <h2>{m.plan}</h2>
      {plan ? (
        <PlannedFor site={site} plan={plan} />
      ) : (
        <>
          <p class="empty">{m.notPlanned}</p>
          <form method="post" action={`/newsroom/stories/${storyId}/plan`} class="plan-fields">
            <div>
              <label for="story-plan-day">{m.day}</label>
              <input id="story-plan-day" name="day" type="date" />
            </div>
            <div>
              <label for="story-plan-slot">{m.slot}</label>
              <select id="story-plan-slot" name="slot">
                <option value="">{m.anySlot}</option>
                {SLOTS.map((slot) => (
                  <option value={slot}>{m.slots[slot]}</option>
                ))}
              </select>
            </div>
            <p>
              <button type="submit">{m.planStory}</button>
            </p>
          </form>
        </>
      )}
    </section>
  )
}

export const PlannedFor = ({ site, plan }: { site: Site; plan: Plan }) => (
  <p>
    {plan.day === '' ? m.asIdea : m.ofStory(<bdi>{whenOf(site, plan)}</bdi>)}{' '}
    <a href={`${addressOfDay(plan.day)}#plan-${plan.id}`}>{m.openPlan}</a>
  </p>
)

/** "Thursday 3 December, morning, by 16:00" */
const whenOf = (site: Site, { day, slot, deadline }: Plan): string =>
  [
    dayAndMonth({ language: site.language, timeZone: 'UTC' }, Date.parse(`${day}T12:00Z`)),
    slot === '' ? '' : m.slotsWithin[slot],
    deadline === '' ? '' : m.by(deadline),
  ]
    .filter(Boolean)
    .join(', ')

/** Where a day's lines stand. */
export const addressOfDay = (day: string): string => `/newsroom/planning/${day === '' ? 'ideas' : weekOf(day)}`
