/** What others suggest, each with what it would change, to be accepted or rejected. */
import type { Suggestion } from '../../../drafting/index.ts'
import { draftingMessages as m } from '../../../messages/index.ts'
import { dayAndTime, instant } from '../../site/kit/format.ts'
import type { Site } from '../../site/kit/props.ts'
import { Difference } from '../kit/difference.tsx'

export interface ShownSuggestion {
  id: string
  label: string
  from: string
  to: string
  by: string
  at: number
  state: Suggestion['state']
  decidedBy: string | null
}

export const SuggestionList = ({
  site,
  storyId,
  suggestions,
  mayDecide,
}: {
  site: Site
  storyId: string
  suggestions: readonly ShownSuggestion[]
  mayDecide: boolean
}) => (
  <ul class="plain lines suggestions">
    {suggestions.map((one) => (
      <li id={`suggestion-${one.id}`}>
        <p class="label">{one.label}</p>
        <Difference from={one.from} to={one.to} />
        <p class="meta">{m.suggestedBy(one.by, <time datetime={instant(one.at)}>{dayAndTime(site, one.at)}</time>)}</p>
        {one.state === 'open' ? null : (
          <p class="meta">
            {m.decidedAs[one.state]} {one.decidedBy ?? m.commandLine}
          </p>
        )}
        {mayDecide && one.state === 'open' ? (
          <form method="post" action={`/newsroom/stories/${storyId}/suggestions/${one.id}`} class="acts">
            <button type="submit" name="decision" value="accept">
              {m.accept}
              <span class="visually-hidden">{`: ${one.label}, ${one.by}`}</span>
            </button>
            <button type="submit" name="decision" value="reject" class="quiet">
              {m.reject}
              <span class="visually-hidden">{`: ${one.label}, ${one.by}`}</span>
            </button>
          </form>
        ) : null}
      </li>
    ))}
  </ul>
)
