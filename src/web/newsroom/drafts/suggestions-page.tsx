/** A story's suggestions; and the form by which somebody makes some, without JavaScript too. */
import { draftingMessages as m, storyMessages } from '../../../messages/index.ts'
import { Done, newsroomDocument, Problem } from '../kit/layout.tsx'
import type { Frame, StoryHead } from '../kit/props.ts'
import { type ShownSuggestion, SuggestionList } from './suggestion-list.tsx'

export const renderSuggestionsPage = ({
  story,
  open,
  decided,
  mayDecide,
  maySuggest,
  done,
  problem,
  ...frame
}: Frame & {
  story: StoryHead
  open: readonly ShownSuggestion[]
  decided: readonly ShownSuggestion[]
  mayDecide: boolean
  maySuggest: boolean
  done?: string | undefined
  problem?: string | undefined
}): string =>
  newsroomDocument({
    site: frame.site,
    frame,
    title: m.suggestions,
    here: 'stories',
    children: (
      <>
        <p class="label">
          <a href={`/newsroom/stories/${story.id}`}>{story.headline || storyMessages.headline}</a>
        </p>
        <h1>{m.suggestions}</h1>
        {done ? <Done>{done}</Done> : null}
        <Problem sentence={problem} />
        {open.length === 0 ? <p class="empty">{m.noSuggestions}</p> : null}
        <SuggestionList site={frame.site} storyId={story.id} suggestions={open} mayDecide={mayDecide} />
        {maySuggest ? (
          <p class="acts">
            <a class="button" href={`/newsroom/stories/${story.id}/suggest`}>
              {m.suggest}
            </a>
          </p>
        ) : null}
        {decided.length > 0 ? (
          <section>
            <h2>{m.decidedBefore}</h2>
            <SuggestionList site={frame.site} storyId={story.id} suggestions={decided} mayDecide={false} />
          </section>
        ) : null}
      </>
    ),
  })

/** The fields in which a change can be suggested, as typed. */
const SUGGESTED_FIELDS = ['headline', 'standfirst', 'byline', 'dateline'] as const
export type SuggestForm = Record<(typeof SUGGESTED_FIELDS)[number] | 'body', string> & { base: number }

export const renderSuggestPage = ({
  story,
  form,
  problem,
  ...frame
}: Frame & { story: StoryHead; form: SuggestForm; problem?: string | undefined }): string =>
  newsroomDocument({
    site: frame.site,
    frame,
    title: m.suggest,
    here: 'stories',
    children: (
      <>
        <p class="label">
          <a href={`/newsroom/stories/${story.id}`}>{story.headline || storyMessages.headline}</a>
        </p>
        <h1>{m.suggest}</h1>
        <Problem sentence={problem} />
        <p>{m.suggestLead}</p>
        <form method="post" action={`/newsroom/stories/${story.id}/suggest`} class="stack story-form">
          <input type="hidden" name="base" value={String(form.base)} />
          {SUGGESTED_FIELDS.map((name) => (
            <div>
              <label for={name}>{storyMessages[name]}</label>
              <input id={name} name={name} value={form[name]} dir="auto" />
            </div>
          ))}
          <div>
            <label for="body">
              {storyMessages.body} <span class="hint">{m.suggestionBodyHint}</span>
            </label>
            <textarea id="body" name="body" rows={24} dir="auto">
              {form.body}
            </textarea>
          </div>
          <div class="acts">
            <button type="submit" class="first">
              {m.sendSuggestions}
            </button>
          </div>
        </form>
      </>
    ),
  })
