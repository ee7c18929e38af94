/** On the newsroom's home: what did not go out at its time, and what left the site by itself. */
import type { Child } from 'hono/jsx'
import { schedulingMessages as m } from '../../../messages/index.ts'
import type { EndedStory, Upset } from '../../../schedule/index.ts'
import { dayAndTime } from '../../site/kit/format.ts'
import type { Site } from '../../site/kit/props.ts'

/** What became of stories at their times, until somebody has seen it. */
export interface Happened {
  /** Of schedules. */
  upsets: readonly Upset[]
  /** Of embargoes. */
  embargoes: readonly Upset[]
  ended: readonly EndedStory[]
}

export const Upsets = ({ site, upsets, embargoes, ended }: Happened & { site: Site }) => (
  <>
    {upsets.map((upset) => (
      <UpsetLine site={site} upset={upset} seen="schedule/seen" />
    ))}
    {embargoes.map((upset) => (
      <UpsetLine site={site} upset={upset} seen="embargo/seen" />
    ))}
    {ended.map(({ storyId, headline, endedAt }) => (
      <Seen storyId={storyId} headline={headline} seen="schedule/end/seen" isBad={false}>
        {m.ended(<StoryLink storyId={storyId} headline={headline} />, dayAndTime(site, endedAt))}
      </Seen>
    ))}
  </>
)

const StoryLink = ({ storyId, headline }: { storyId: string; headline: string }) => (
  <a href={`/newsroom/stories/${storyId}`}>“{headline}”</a>
)

function UpsetLine({ site, upset, seen }: { site: Site; upset: Upset; seen: string }) {
  const { storyId, headline, at, problem, late } = upset
  const story = <StoryLink storyId={storyId} headline={headline} />
  return (
    <Seen storyId={storyId} headline={headline} seen={seen} isBad={problem !== null}>
      {problem === null ? m.late(story, late) : m.failed(story, dayAndTime(site, at), problem)}
    </Seen>
  )
}

interface SeenProps {
  storyId: string
  headline: string
  /** Where the press goes, under the story's own address. */
  seen: string
  isBad: boolean
  children: Child
}

const Seen = ({ storyId, headline, seen, isBad, children }: SeenProps) => (
  <form method="post" action={`/newsroom/stories/${storyId}/${seen}`} class={isBad ? 'alert' : 'notice'}>
    <span>{children}</span>{' '}
    <button type="submit" class="quiet">
      {m.seen}
      <span class="visually-hidden">: {headline}</span>
    </button>
  </form>
)
