/** On the newsroom's home: what did not go out at its time. */
import { schedulingMessages as m } from '../../../messages/index.ts'
import type { Upset } from '../../../schedule/index.ts'
import { dayAndTime } from '../../site/kit/format.ts'
import type { Site } from '../../site/kit/props.ts'

export const Upsets = ({ site, upsets }: { site: Site; upsets: readonly Upset[] }) => (
  <>
    {upsets.map(({ storyId, headline, at, problem, late }) => {
      const story = <a href={`/newsroom/stories/${storyId}`}>“{headline}”</a>
      return (
        <form
          method="post"
          action={`/newsroom/stories/${storyId}/schedule/seen`}
          class={problem === null ? 'notice' : 'alert'}
        >
          <span>{problem === null ? m.late(story, late) : m.failed(story, dayAndTime(site, at), problem)}</span>{' '}
          <button type="submit" class="quiet">
            {m.seen}
            <span class="visually-hidden">: {headline}</span>
          </button>
        </form>
      )
    })}
  </>
)
