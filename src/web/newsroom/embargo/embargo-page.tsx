/** A version under embargo: putting one there, and what can be done with the one that waits. */
import type { Embargo } from '../../../embargo/index.ts'
import { embargoPageMessages as m } from '../../../messages/index.ts'
import { may } from '../../../people/index.ts'
import type { Plan } from '../../../planning/index.ts'
import { dayAndTime, instant } from '../../site/kit/format.ts'
import { newsroomDocument, Problem } from '../kit/layout.tsx'
import type { Frame, StoryHead } from '../kit/props.ts'
import { PlannedFor } from '../planning/story-plan.tsx'
import type { Asked } from '../schedule/chosen-moment.ts'
import { TimeFields } from '../schedule/time-fields.tsx'
import { StoryChange } from '../stories/story-change.tsx'

export interface EmbargoPageProps extends Frame {
  story: StoryHead & { isRetracted: boolean }
  /** The version that waits, and whether the draft has other words by now. */
  held: (Embargo & { madeByName: string | null; isDraft: boolean }) | null
  /** The story's line of the plan; null where it isn't planned. */
  plan: Plan | null
  /** Up to which number of the draft this person has read it; empty where they don't come from its form. */
  seen: string
  /** What was said of the change, where the form comes back. */
  change?: { kind: string; cause: string }
  asked?: Asked | undefined
  problem?: string | undefined
}

export const renderEmbargoPage = (props: EmbargoPageProps): string => {
  const { story, held, plan, change, asked, problem, ...frame } = props
  const { site, person } = frame
  const path = `/newsroom/stories/${story.id}`
  const mayPublish = may(person, 'publish')
  return newsroomDocument({
    site,
    frame,
    title: m.title,
    here: 'stories',
    children: (
      <>
        <p class="label">
          <a href={path} dir="auto">
            {story.headline || m.newStory}
          </a>
        </p>
        <h1>{m.title}</h1>
        {plan ? <PlannedFor site={site} plan={plan} /> : null}
        <Problem sentence={problem} />
        {held ? (
          <Waiting {...props} held={held} mayPublish={mayPublish} />
        ) : (
          <>
            <p class="lead">{m.lead}</p>
            <p class="hint">{m.unlikeSchedule}</p>
            {mayPublish ? <PutForm {...props} submit={m.put} /> : null}
          </>
        )}
      </>
    ),
  })
}

function Waiting(props: EmbargoPageProps & { held: NonNullable<EmbargoPageProps['held']>; mayPublish: boolean }) {
  const { site, story, asked, held, mayPublish } = props
  const path = `/newsroom/stories/${story.id}`
  return (
    <>
      <p class="notice">
        {m.waits(<time datetime={instant(held.until)}>{dayAndTime(site, held.until)}</time>)}{' '}
        {story.path ? m.readersSeeBefore : m.readersSeeNothing}
      </p>
      {held.problem ? <p class="alert">{m.couldNot(held.problem)}</p> : null}
      <h2 dir="auto">{held.content.headline}</h2>
      <p class="meta">{m.frozen(dayAndTime(site, held.madeAt), held.madeByName)}</p>
      {held.kind ? <p>{m.willSay(m.kinds[held.kind], held.cause)}</p> : null}
      <p class="acts">
        <a class="button" href={`${path}/embargo/preview`}>
          {m.preview}
        </a>
        {story.path && mayPublish ? (
          <a class="button" href={`${path}/correct`}>
            {m.correctLive}
          </a>
        ) : null}
      </p>
      {mayPublish ? (
        <>
          <section class="screen-only">
            <h2>{m.moveTitle}</h2>
            <form method="post" action={`${path}/embargo/move`} class="stack">
              <TimeFields site={site} id="embargo" label={m.until} asked={asked} />
              <p>
                <button type="submit">{m.move}</button>
              </p>
            </form>
          </section>
          <section class="screen-only">
            <h2>{m.endTitle}</h2>
            <div class="acts">
              <form method="post" action={`${path}/embargo/lift`}>
                <button type="submit">{m.lift}</button>
              </form>
              <form method="post" action={`${path}/embargo/withdraw`}>
                <button type="submit">{m.withdraw}</button>
              </form>
            </div>
            <p class="hint">{m.endHint}</p>
          </section>
          {held.isDraft ? null : (
            <section class="screen-only">
              <h2>{m.replaceTitle}</h2>
              <p class="hint">{m.replaceHint}</p>
              <PutForm {...props} submit={m.replace} />
            </section>
          )}
        </>
      ) : null}
    </>
  )
}

/** Freezes the draft: until a time that is typed, or in place of what waits until then. */
function PutForm({ site, story, seen, held, change, asked, submit }: EmbargoPageProps & { submit: string }) {
  const said = change ?? { kind: held?.kind ?? '', cause: held?.cause ?? '' }
  return (
    <form method="post" action={`/newsroom/stories/${story.id}/embargo`} class="stack">
      <input type="hidden" name="seen" value={seen} />
      {story.isRetracted ? <p class="notice">{m.isRetracted}</p> : null}
      {held ? (
        <input type="hidden" name="replace" value={held.versionId} />
      ) : (
        <TimeFields site={site} id="embargo" label={m.until} asked={asked} />
      )}
      {story.path ? <StoryChange form={{ changeKind: said.kind, cause: said.cause }} id="embargo" atATime /> : null}
      <p>
        <button class="first" type="submit">
          {submit}
        </button>
      </p>
    </form>
  )
}

/** Beside a story's form: what waits, or the way to put it under embargo. */
export const StoryEmbargo = ({
  site,
  storyId,
  until,
}: {
  site: Frame['site']
  storyId: string
  until: number | null
}) => (
  <section id="embargo">
    <h2>{m.title}</h2>
    {until === null ? (
      <p class="hint">{m.unlikeSchedule}</p>
    ) : (
      <p>{m.waits(<time datetime={instant(until)}>{dayAndTime(site, until)}</time>)}</p>
    )}
    <p>
      <a href={`/newsroom/stories/${storyId}/embargo`}>{until === null ? m.open : m.openWaiting}</a>
    </p>
  </section>
)
