/** At the head of a story's page: how far it has come, by whose word, and the buttons that change it. */
import type { Child } from 'hono/jsx'
import { standingMessages as m } from '../../../messages/index.ts'
import { namesOfStaff } from '../../../people/index.ts'
import type { Database } from '../../../store/index.ts'
import { LONGEST_WORDS, type Mark, readStanding, type Standing } from '../../../workflow/index.ts'
import { escapedText } from '../../kit/escaped-text.ts'
import { dayAndTime, instant } from '../../site/kit/format.ts'
import type { Site } from '../../site/kit/props.ts'
import type { ShownStanding } from './workflow-props.ts'

/** A story's standing with the names of those whom it names; null where there is no such story. */
export async function shownStandingOf(db: Database, storyId: string): Promise<ShownStanding | null> {
  const standing = await readStanding(db, storyId)
  if (!standing) return null
  const { mark, fellFrom, unread } = standing
  const names = await namesOfStaff(db, [mark?.by ?? null, fellFrom?.by ?? null, ...unread])
  return { ...standing, names }
}

/** "Draft", "On the site, with unpublished changes · changes checked". */
export const stateInWords = ({ state, stage }: Pick<Standing, 'state' | 'stage'>): string =>
  state === 'changed' && stage !== 'draft' ? `${m.states.changed} · ${m.next[stage]}` : m.states[state]

interface StandingProps {
  site: Site
  storyId: string
  /** The draft's number, which whoever presses has read. */
  number: number
  standing: ShownStanding
  /** What was typed to the writer, where it comes back. */
  toWriter: string
  mayWrite: boolean
  mayPublish: boolean
}

export const StoryStanding = (props: StandingProps) => {
  const { site, storyId, standing, mayWrite, mayPublish } = props
  const { mark, fellFrom, unread, stage, isNew, names } = standing
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? null))
  const at = (when: number) => <time datetime={instant(when)}>{dayAndTime(site, when)}</time>
  const isUp = stage === 'ready' || stage === 'checked'
  return (
    <div class="standing">
      {mark && mark.mark !== 'draft' ? (
        <p class={`standing-${mark.mark}`}>{m.marks[mark.mark](nameOf(mark.by), at(mark.at))}</p>
      ) : null}
      {mark?.mark === 'back' ? (
        <blockquote class="to-writer" dir="auto">
          {mark.words}
        </blockquote>
      ) : null}
      {fellFrom?.mark === 'ready' || fellFrom?.mark === 'checked' ? (
        <p class="standing-fell">
          {m.fell[fellFrom.mark](
            at(fellFrom.at),
            nameOf(fellFrom.by) ?? '',
            <a href={`/newsroom/stories/${storyId}/history?from=${fellFrom.number}&to=${props.number}`}>
              {m.seeChanges}
            </a>,
          )}
        </p>
      ) : null}
      {unread.length > 0 ? <p class="hint">{m.unread(unread.map(nameOf))}</p> : null}
      {mayWrite || mayPublish ? (
        <div class="acts">
          {/* Enter in a field presses the first button of its form: that has to be the one that saves. */}
          {mayWrite ? <button type="submit" form="story-form" hidden tabindex={-1} /> : null}
          {isNew && !isUp && mayWrite ? (
            <Press mark="ready" {...props}>
              {m.markReady}
            </Press>
          ) : null}
          {isNew && stage !== 'checked' && mayPublish ? (
            <Press mark="checked" {...props}>
              {m.markChecked}
            </Press>
          ) : null}
          {isUp && mayWrite ? (
            <Press mark="draft" {...props}>
              {m.markDraft}
            </Press>
          ) : null}
          {isUp && mayPublish ? <SendBack {...props} /> : null}
        </div>
      ) : null}
    </div>
  )
}

/** Where each mark is sent to, under the story's address. */
export const MARK_PATHS: Record<Mark, string> = {
  ready: 'ready',
  draft: 'not-ready',
  checked: 'checked',
  back: 'send-back',
}

/** Beside a form with words in it, a button of that form, so that they are saved first; else a form of its own. */
const Press = ({ mark, storyId, number, mayWrite, children }: StandingProps & { mark: Mark; children?: Child }) =>
  mayWrite ? (
    <button type="submit" form="story-form" name="afterwards" value={mark}>
      {children}
    </button>
  ) : (
    <form method="post" action={`/newsroom/stories/${storyId}/${MARK_PATHS[mark]}`}>
      <input type="hidden" name="number" value={String(number)} />
      <button type="submit">{children}</button>
    </form>
  )

const SendBack = (props: StandingProps) => {
  const { storyId, number, mayWrite, toWriter } = props
  const owner = mayWrite ? { form: 'story-form' } : {}
  const field = (
    <>
      <label for="to-writer">
        {m.toWriter} <span class="hint">{m.toWriterHint}</span>
      </label>
      <textarea id="to-writer" name="toWriter" rows={2} maxlength={LONGEST_WORDS} dir="auto" {...owner}>
        {escapedText(`\n${toWriter}`)}
      </textarea>
    </>
  )
  return (
    <details open={toWriter !== ''}>
      <summary class="button">{m.sendBack} …</summary>
      {mayWrite ? (
        <div class="stack">
          {field}
          <p>
            <button type="submit" form="story-form" name="afterwards" value="back">
              {m.sendBack}
            </button>
          </p>
        </div>
      ) : (
        <form method="post" action={`/newsroom/stories/${storyId}/${MARK_PATHS.back}`} class="stack">
          <input type="hidden" name="number" value={String(number)} />
          {field}
          <p>
            <button type="submit">{m.sendBack}</button>
          </p>
        </form>
      )}
    </details>
  )
}
