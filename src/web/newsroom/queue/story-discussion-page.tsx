/** How a story takes comments: one choice of four. */
import { SLOW_MINUTES, type StoryMode, type StoryModeNow } from '../../../discussion/index.ts'
import { storyDiscussionMessages as m, frameMessages as shared } from '../../../messages/index.ts'
import { dayAndTime } from '../../site/kit/format.ts'
import { Done, newsroomDocument, Problem } from '../kit/layout.tsx'
import type { Frame, StoryHead } from '../kit/props.ts'
import type { Asked } from '../schedule/chosen-moment.ts'
import { TimeFields } from '../schedule/time-fields.tsx'
import { Shown } from '../settings/shown.tsx'

const KINDS = ['open', 'slow', 'hold', 'closed'] as const

/** “Open”, “Slow: one comment per person every 10 minutes”. */
export const modeInWords = (mode: StoryMode): string =>
  mode.kind === 'slow' ? m.slow(mode.minutes) : m.modes[mode.kind].title

interface StoryDiscussionPageProps extends Frame {
  story: StoryHead
  chosen: StoryModeNow
  /** When comments close by themselves, or did; null for never. */
  window: { at: number; closedAt: number | null } | null
  asked?: Asked
  /** What this person has chosen, where it could not be saved. */
  mode?: StoryMode
  problem?: string
  saved?: boolean
}

export const renderStoryDiscussionPage = ({
  story,
  chosen,
  window,
  asked,
  mode = chosen.mode,
  problem,
  saved,
  ...frame
}: StoryDiscussionPageProps): string => {
  const { setAt, setBy } = chosen
  const minutes = mode.kind === 'slow' ? mode.minutes : 10
  return newsroomDocument({
    site: frame.site,
    frame,
    title: m.documentTitle(story.headline || shared.noHeadline),
    here: 'stories',
    children: (
      <>
        <p class="label">
          <a href={`/newsroom/stories/${story.id}`}>{story.headline || m.newStory}</a>
        </p>
        <h1>{m.title}</h1>
        {saved ? <Done>{m.saved}</Done> : null}
        <Problem sentence={problem} />
        <form method="post" action={`/newsroom/stories/${story.id}/discussion`} class="stack">
          <Shown fields={{ mode: chosen.mode.kind, minutes: chosen.mode.kind === 'slow' ? chosen.mode.minutes : '' }} />
          <fieldset>
            <legend>{m.how}</legend>
            {KINDS.map((kind) => (
              <label class="check">
                <input type="radio" name="mode" value={kind} required checked={mode.kind === kind} />
                <span>
                  {m.modes[kind].title} <span class="hint">{m.modes[kind].hint}</span>
                </span>
              </label>
            ))}
          </fieldset>
          <label for="minutes">{m.minutes}</label>
          <select id="minutes" name="minutes" class="short">
            {SLOW_MINUTES.map((choice) => (
              <option value={String(choice)} selected={choice === minutes}>
                {m.every(choice)}
              </option>
            ))}
          </select>
          <p>
            <button type="submit" class="first">
              {m.save}
            </button>
          </p>
        </form>
        {setAt === null ? null : <p class="meta">{m.setBy(setBy ?? shared.someone, dayAndTime(frame.site, setAt))}</p>}
        <section>
          <h2>{m.closingTitle}</h2>
          {window === null ? null : (
            <p>
              {window.closedAt === null
                ? m.closesOn(dayAndTime(frame.site, window.at))
                : m.closedOn(dayAndTime(frame.site, window.closedAt))}
            </p>
          )}
          {window !== null && window.closedAt === null ? (
            <form method="post" action={`/newsroom/stories/${story.id}/discussion/closing`}>
              <button type="submit" name="never" value="yes">
                {m.never}
              </button>
            </form>
          ) : null}
          <form method="post" action={`/newsroom/stories/${story.id}/discussion/closing`} class="stack">
            <p class="hint">{m.closingHint}</p>
            <TimeFields site={frame.site} id="closing" label={m.closesAt} asked={asked} />
            <p>
              <button type="submit">{m.setClosing}</button>
            </p>
          </form>
        </section>
      </>
    ),
  })
}
