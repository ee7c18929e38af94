import { StoryBody } from '../../site/story/story-body.tsx'
import type { StoryEditPageProps } from '../kit/props.ts'

/** For whoever may read the story and not change it: nothing that could be typed into and lost. */
export const ReadOnly = ({ why, content }: NonNullable<StoryEditPageProps['readOnly']>) => (
  <article class="read-only">
    <p class="notice">{why}</p>
    {content.standfirst ? (
      <p class="standfirst" dir="auto">
        {content.standfirst}
      </p>
    ) : null}
    {content.byline ? (
      <p class="meta" dir="auto">
        {content.byline}
      </p>
    ) : null}
    <div dir="auto">
      <StoryBody body={content.body} dateline={content.dateline} plain />
    </div>
  </article>
)
