/** One line of the plan, to be changed. */
import { planningMessages as m } from '../../../messages/index.ts'
import type { TypedPlan } from '../../../planning/index.ts'
import { newsroomDocument, Problem } from '../kit/layout.tsx'
import type { Frame } from '../kit/props.ts'
import { PlanFields } from './plan-fields.tsx'
import type { PlanChoices } from './shown-plans.ts'

interface PlanPageProps extends Frame {
  plan: { id: string; number: number; headline: string; storyId: string | null; address: string }
  choices: PlanChoices
  typed: TypedPlan
  problem?: string | undefined
}

export const renderPlanPage = ({ plan, choices, typed, problem, ...frame }: PlanPageProps): string => {
  const path = `/newsroom/plans/${plan.id}`
  return newsroomDocument({
    site: frame.site,
    frame,
    title: m.changeTitle,
    here: 'planning',
    children: (
      <>
        <p class="label">
          <a href={plan.address}>{m.title}</a>
        </p>
        <div class="head">
          <h1 dir="auto">{plan.headline}</h1>
          <div class="acts">
            {plan.storyId ? (
              <a class="button" href={`/newsroom/stories/${plan.storyId}`}>
                {m.openStory}
              </a>
            ) : (
              <form method="post" action={`${path}/begin`}>
                <button type="submit">{m.begin}</button>
              </form>
            )}
          </div>
        </div>
        <Problem sentence={problem} />
        <form method="post" action={path} class="stack">
          <input type="hidden" name="number" value={String(plan.number)} />
          <PlanFields typed={typed} choices={choices} hasStory={plan.storyId !== null} />
          <p>
            <button class="first" type="submit">
              {m.save}
            </button>
          </p>
        </form>
        <form method="post" action={`${path}/remove`}>
          <p class="hint">{m.removeHint}</p>
          <button type="submit">{m.remove}</button>
        </form>
      </>
    ),
  })
}
