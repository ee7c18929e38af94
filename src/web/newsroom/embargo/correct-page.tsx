/** Correcting what readers see now, from their words and not from the draft's. */
import type { ChangedWords } from '../../../corrections/index.ts'
import type { Aftermath } from '../../../embargo/index.ts'
import { correctLiveMessages as m, storyMessages } from '../../../messages/index.ts'
import type { TicketGroup } from '../../../tickets/index.ts'
import { escapedText } from '../../kit/escaped-text.ts'
import { Difference } from '../../site/kit/difference.tsx'
import { dayAndTime } from '../../site/kit/format.ts'
import { Done, newsroomDocument, Problem } from '../kit/layout.tsx'
import type { Frame } from '../kit/props.ts'
import { StoryChange } from '../stories/story-change.tsx'
import type { StoryForm } from '../stories/story-form.ts'
import { TicketsInForm } from '../tickets/tickets-in-form.tsx'

export interface CorrectPageProps extends Frame {
  story: { id: string; headline: string; path: string }
  form: StoryForm
  /** Until when a version waits under embargo; null where none does. */
  heldUntil: number | null
  /** What the correction that was just published came to elsewhere. */
  aftermath: Aftermath | null
  /** What readers say is wrong in it. */
  reported: readonly TicketGroup[]
  /** What readers see by now, where somebody published meanwhile. */
  theirs?: string | undefined
  problem?: string | undefined
}

export const renderCorrectPage = ({
  story,
  form,
  heldUntil,
  aftermath,
  reported,
  theirs,
  problem,
  ...frame
}: CorrectPageProps): string => {
  const { site } = frame
  const path = `/newsroom/stories/${story.id}`
  return newsroomDocument({
    site,
    frame,
    title: m.title,
    here: 'stories',
    children: (
      <>
        <p class="label">
          <a href={path} dir="auto">
            {story.headline}
          </a>
        </p>
        <h1>{m.title}</h1>
        {aftermath ? <After aftermath={aftermath} path={path} storyPath={story.path} /> : null}
        <Problem sentence={problem} />
        <p class="hint">{heldUntil === null ? m.hint : m.hintHeld(dayAndTime(site, heldUntil))}</p>
        {theirs === undefined ? null : (
          <details open>
            <summary>{m.theirs}</summary>
            <Difference from={theirs} to={form.body} />
          </details>
        )}
        <form method="post" action={`${path}/correct`} class="stack story-form">
          <input type="hidden" name="base" value={String(form.base)} />
          <Line name="headline" label={storyMessages.headline} value={form.headline} />
          <Line name="standfirst" label={storyMessages.standfirst} value={form.standfirst} />
          <div class="pair">
            <div>
              <Line name="byline" label={storyMessages.byline} value={form.byline} />
            </div>
            <div>
              <Line name="dateline" label={storyMessages.dateline} value={form.dateline} />
            </div>
          </div>
          <label for="body">{storyMessages.body}</label>
          <textarea id="body" name="body" rows={20} dir="auto">
            {escapedText(`\n${form.body}`)}
          </textarea>
          <StoryChange form={{ changeKind: form.changeKind || 'correction', cause: form.cause ?? '' }} />
          <TicketsInForm groups={reported} chosen={form.closes ?? []} now={frame.now} />
          <p>
            <button class="first" type="submit">
              {m.publish}
            </button>
          </p>
        </form>
      </>
    ),
  })
}

const Line = ({ name, label, value }: { name: string; label: string; value: string }) => (
  <>
    <label for={name}>{label}</label>
    <input id={name} name={name} value={escapedText(value)} dir="auto" />
  </>
)

/** That it is out, and where the newsroom's other texts of the story still read differently. */
const After = ({ aftermath, path, storyPath }: { aftermath: Aftermath; path: string; storyPath: string }) => (
  <>
    <Done>{m.published(<a href={storyPath}>{m.onTheSite}</a>)}</Done>
    <Left
      places={aftermath.inDraft}
      mended={m.draftMended}
      left={m.draftDiffers}
      where={<a href={path}>{m.draft}</a>}
    />
    {aftermath.inWaiting ? (
      <Left
        places={aftermath.inWaiting}
        mended={m.waitingMended}
        left={m.waitingDiffers}
        where={<a href={`${path}/embargo`}>{m.waiting}</a>}
      />
    ) : null}
  </>
)

interface LeftProps {
  places: readonly ChangedWords[]
  mended: string
  left: typeof m.draftDiffers
  where: ReturnType<typeof Done>
}

const Left = ({ places, mended, left, where }: LeftProps) =>
  places.length === 0 ? (
    <p>{mended}</p>
  ) : (
    <section class="notice">
      <p>{left(where, places.length)}</p>
      {places.map(({ before, after }) => (
        <Difference from={before ?? ''} to={after ?? ''} />
      ))}
    </section>
  )
