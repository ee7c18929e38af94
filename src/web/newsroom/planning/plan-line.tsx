/** One line of the plan, as it stands in its day. */
import { planningMessages as m, standingMessages } from '../../../messages/index.ts'
import { dayAndTime, instant } from '../../site/kit/format.ts'
import type { Site } from '../../site/kit/props.ts'
import type { ShownPlan } from './shown-plans.ts'

interface LineProps {
  site: Site
  plan: ShownPlan
  /** What is filtered by, to come back to it. */
  filter: string
}

export const PlanLine = ({ site, plan, filter }: LineProps) => {
  const { id, day, slot, deadline, section, headline, words, writer, photographer, story, storyId, late } = plan
  const path = `/newsroom/plans/${id}`
  const when = [slot === '' ? '' : m.slots[slot], deadline === '' ? '' : m.by(deadline)].filter(Boolean)
  return (
    <li id={`plan-${id}`} class="plan-line">
      <p class="when">{when.join(', ')}</p>
      <div class="what">
        {section ? <p class="label">{section}</p> : null}
        <h3 dir="auto">{storyId ? <a href={`/newsroom/stories/${storyId}`}>{headline}</a> : headline}</h3>
        {late ? <p class="late">{m.late[late]}</p> : null}
      </div>
      <p class="who">
        {writer ? (
          <span>
            <bdi>{writer}</bdi>
          </span>
        ) : (
          <span class="meta">{m.nobody}</span>
        )}
        {photographer ? <span>{m.photo(<bdi>{photographer}</bdi>)}</span> : null}
      </p>
      <p class="size">{words === null ? '' : m.length(words)}</p>
      <p class={`state label ${story?.state === 'live' || story?.state === 'corrected' ? 'state-published' : ''}`}>
        {story === null
          ? m.planned
          : story.state === 'trash'
            ? m.inTrash
            : story.goesOut !== null
              ? m.goesOut(dayAndTime(site, story.goesOut))
              : story.heldUntil === null
                ? standingMessages.states[story.state]
                : m.held(
                    <a href={`/newsroom/stories/${storyId}/embargo`}>{m.embargo}</a>,
                    <time datetime={instant(story.heldUntil)}>{dayAndTime(site, story.heldUntil)}</time>,
                  )}
      </p>
      {plan.isTheirs ? (
        <div class="does">
          {story === null ? (
            <form method="post" action={`${path}/begin`}>
              <button type="submit" class="quiet">
                {m.begin}
                <Of headline={headline} />
              </button>
            </form>
          ) : null}
          <a href={path}>
            {m.change}
            <Of headline={headline} />
          </a>
          <details>
            <summary>
              {m.move}
              <Of headline={headline} />
            </summary>
            <form method="post" action={`${path}/move`} class="move">
              <input type="hidden" name="filter" value={filter} />
              <label for={`to-${id}`}>{m.moveTo}</label>
              <input id={`to-${id}`} type="date" name="day" value={day} />
              <button type="submit">{m.move}</button>
            </form>
          </details>
          {day === '' ? null : (
            <button type="button" class="handle quiet" hidden aria-label={m.drag(headline)} title={m.drag(headline)}>
              <span aria-hidden="true">⠿</span>
            </button>
          )}
        </div>
      ) : null}
    </li>
  )
}

const Of = ({ headline }: { headline: string }) => <span class="visually-hidden">: {headline}</span>
