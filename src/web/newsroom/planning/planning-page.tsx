/** The plan of a week day by day, or the ideas that have no day. */
import { planningMessages as m } from '../../../messages/index.ts'
import type { TypedPlan } from '../../../planning/index.ts'
import { dayAndMonth, dayWithoutYear } from '../../site/kit/format.ts'
import type { Site } from '../../site/kit/props.ts'
import { newsroomDocument, Problem } from '../kit/layout.tsx'
import type { Frame } from '../kit/props.ts'
import { PlanFields } from './plan-fields.tsx'
import { PlanLine } from './plan-line.tsx'
import type { PlanChoices, ShownPlan } from './shown-plans.ts'

export interface PlanningPageProps extends Frame {
  /** The week that is shown; null for the ideas without a day. */
  week: { name: string; before: string; after: string; days: readonly string[] } | null
  today: string
  plans: readonly ShownPlan[]
  choices: PlanChoices
  /** All who write anything in the plan, and what is chosen. */
  filter: { writer: string; section: string; writers: PlanChoices['writers'] }
  typed: TypedPlan
  problem?: string | undefined
  script: string
}

/** A calendar's day, whatever the zone. */
const inWords = (site: Site, day: string, say: typeof dayAndMonth): string =>
  say({ language: site.language, timeZone: 'UTC' }, Date.parse(`${day}T12:00Z`))

export const renderPlanningPage = (props: PlanningPageProps): string => {
  const { week, today, plans, choices, filter, typed, problem, script, ...frame } = props
  const { site } = frame
  const query = queryOf(filter)
  const lines = (some: readonly ShownPlan[]) => (
    <ol class="plain plan">
      {some.map((plan) => (
        <PlanLine site={site} plan={plan} filter={query} />
      ))}
    </ol>
  )
  const [first = '', last = ''] = [week?.days[0], week?.days.at(-1)]
  const span = week ? m.weekOf(inWords(site, first, dayWithoutYear), inWords(site, last, dayWithoutYear)) : m.ideas
  return newsroomDocument({
    site,
    frame,
    title: `${m.title}, ${span}`,
    here: 'planning',
    wide: true,
    script,
    children: (
      <>
        <div class="head">
          <h1>
            {m.title} <bdi class="span">{span}</bdi>
          </h1>
          <nav class="acts weeks" aria-label={m.weeks}>
            {week ? (
              <>
                <a href={`/newsroom/planning/${week.before}${query}`}>{m.earlier}</a>
                <a href={`/newsroom/planning${query}`}>{m.thisWeek}</a>
                <a href={`/newsroom/planning/${week.after}${query}`}>{m.later}</a>
                <a href={`/newsroom/planning/ideas${query}`}>{m.ideas}</a>
              </>
            ) : (
              <a href={`/newsroom/planning${query}`}>{m.thisWeek}</a>
            )}
          </nav>
        </div>
        <Filters filter={filter} sections={choices.sections} week={week?.name ?? 'ideas'} />
        <details class="add-plan" open={problem !== undefined}>
          <summary class="button">{m.add}</summary>
          <form method="post" action="/newsroom/planning" class="stack">
            <Problem sentence={problem} />
            <input type="hidden" name="filter" value={query} />
            <PlanFields typed={typed} choices={choices} />
            <p>
              <button class="first" type="submit">
                {m.addButton}
              </button>
            </p>
          </form>
        </details>
        {week ? (
          <plan-board>
            {week.days.map((day) => {
              const own = plans.filter((plan) => plan.day === day)
              return (
                <section class={`plan-day${day === today ? ' today' : ''}`} data-day={day}>
                  <h2>
                    {inWords(site, day, dayAndMonth)} {day === today ? <span class="label">{m.today}</span> : null}
                  </h2>
                  {own.length === 0 ? <p class="empty">{m.emptyDay}</p> : lines(own)}
                </section>
              )
            })}
          </plan-board>
        ) : (
          <section class="plan-day">
            <h2 class="visually-hidden">{m.ideas}</h2>
            <p class="hint">{m.ideasLead}</p>
            {plans.length === 0 ? <p class="empty">{m.emptyIdeas}</p> : lines(plans)}
          </section>
        )}
        <p class="hint print-hint">{m.print}</p>
      </>
    ),
  })
}

export function queryOf({ writer, section }: { writer: string; section: string }): string {
  const chosen = Object.entries({ writer, section }).filter(([, value]) => value !== '')
  return chosen.length === 0 ? '' : `?${new URLSearchParams(chosen)}`
}

const Filters = ({
  filter,
  sections,
  week,
}: {
  filter: PlanningPageProps['filter']
  sections: readonly string[]
  week: string
}) => (
  <form method="get" action={`/newsroom/planning/${week}`} class="plan-filter">
    <label>
      {m.writer}{' '}
      <select name="writer">
        <option value="">{m.everyone}</option>
        {filter.writers.map(({ id, name }) => (
          <option value={id} selected={id === filter.writer}>
            {name}
          </option>
        ))}
      </select>
    </label>
    <label>
      {m.section}{' '}
      <select name="section">
        <option value="">{m.everySection}</option>
        {sections.map((name) => (
          <option value={name} selected={name === filter.section}>
            {name}
          </option>
        ))}
      </select>
    </label>
    <button type="submit">{m.show}</button>
  </form>
)
