/** How a story takes comments: one choice of four. */
import { inMinutes, SLOW_MINUTES, type StoryMode, type StoryModeNow } from '../../../discussion/index.ts'
import { dayAndTime } from '../../site/kit/format.ts'
import { Done, newsroomDocument, Problem } from '../kit/layout.tsx'
import type { Frame, StoryHead } from '../kit/props.ts'
import { Shown } from '../settings/shown.tsx'

const CHOICES: Record<StoryMode['kind'], { title: string; hint: string }> = {
  open: { title: 'Open', hint: 'Comments are taken, and read one by one.' },
  slow: {
    title: 'Slow',
    hint: 'One comment a person in so many minutes; whoever is too fast is told when their turn is.',
  },
  hold: {
    title: 'On hold',
    hint: 'Comments are taken and wait. None appears without a look, moderators see that the story is on hold, and readers are told that it takes longer.',
  },
  closed: { title: 'Closed', hint: 'No comments are taken. Those that stand there stay.' },
}

/** “Open”, “Slow: one comment a person in ten minutes”. */
export const modeInWords = (mode: StoryMode): string =>
  mode.kind === 'slow' ? `Slow: one comment a person in ${inMinutes(mode.minutes)}` : CHOICES[mode.kind].title

interface StoryDiscussionPageProps extends Frame {
  story: StoryHead
  chosen: StoryModeNow
  /** What this person has chosen, where it could not be saved. */
  mode?: StoryMode
  problem?: string
  saved?: boolean
}

export const renderStoryDiscussionPage = ({
  story,
  chosen,
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
    title: `Comments on ${story.headline || 'a new story'}`,
    here: 'stories',
    children: (
      <>
        <p class="label">
          <a href={`/newsroom/stories/${story.id}`}>{story.headline || 'New story'}</a>
        </p>
        <h1>Comments on this story</h1>
        {saved ? <Done>Saved. The story’s page says so now.</Done> : null}
        <Problem sentence={problem} />
        <form method="post" action={`/newsroom/stories/${story.id}/discussion`} class="stack">
          <Shown fields={{ mode: chosen.mode.kind, minutes: chosen.mode.kind === 'slow' ? chosen.mode.minutes : '' }} />
          <fieldset>
            <legend>How it takes comments</legend>
            {(Object.keys(CHOICES) as StoryMode['kind'][]).map((kind) => (
              <label class="check">
                <input type="radio" name="mode" value={kind} required checked={mode.kind === kind} />
                <span>
                  {CHOICES[kind].title} <span class="hint">{CHOICES[kind].hint}</span>
                </span>
              </label>
            ))}
          </fieldset>
          <label for="minutes">In slow mode, one comment a person in</label>
          <select id="minutes" name="minutes" class="short">
            {SLOW_MINUTES.map((choice) => (
              <option value={String(choice)} selected={choice === minutes}>
                {inMinutes(choice)}
              </option>
            ))}
          </select>
          <p>
            <button type="submit" class="first">
              Save
            </button>
          </p>
        </form>
        {setAt === null ? null : (
          <p class="meta">
            Chosen by {setBy ?? 'someone'}, {dayAndTime(frame.site, setAt)}.
          </p>
        )}
      </>
    ),
  })
}
