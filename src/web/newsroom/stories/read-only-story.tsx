import { StoryBody } from '../../site/story/story-body.tsx'
import { words } from '../../site/story/words.tsx'
import type { StoryEditPageProps } from '../kit/props.ts'
import type { StoryNotes } from '../notes/shown-notes.ts'

/** For whoever may read the story and not change it: nothing that could be typed into and lost. */
export const ReadOnly = ({
  why,
  content,
  noted,
}: NonNullable<StoryEditPageProps['readOnly']> & { noted: StoryNotes['noted'] }) => (
  <article class="read-only">
    <p class="notice">{why}</p>
    {content.standfirst ? (
      <p class="standfirst" dir="auto">
        {words({ text: content.standfirst }, { noted: noted.get('standfirst') })}
      </p>
    ) : null}
    {content.byline ? (
      <p class="meta" dir="auto">
        {words({ text: content.byline }, { noted: noted.get('byline') })}
      </p>
    ) : null}
    <div dir="auto">
      <StoryBody body={content.body} dateline={content.dateline} noted={noted} plain />
    </div>
  </article>
)
