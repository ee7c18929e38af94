/** What stands in a frame on a page of another site: the discussion, and the thanks for a comment. */
import type { Discussion, StoryMode } from '../../../discussion/index.ts'
import { discussionMessages, embedMessages as m, receiptMessages } from '../../../messages/index.ts'
import { framedDocument } from '../kit/layout.tsx'
import type { Site, StoryView } from '../kit/props.ts'
import { BESIDE } from '../story/comment-form.tsx'
import { DiscussionSection } from '../story/discussion.tsx'

interface EmbeddedDiscussionProps {
  site: Site
  story: StoryView & { commentsOpen: boolean }
  discussion: Discussion
  mode: StoryMode
  closedAt: number | null | undefined
}

export const renderEmbeddedDiscussion = ({ site, story, discussion, mode, closedAt }: EmbeddedDiscussionProps) =>
  framedDocument({
    site,
    title: m.title(story.content.headline),
    children: (
      <>
        <h1 class="visually-hidden">{m.title(story.content.headline)}</h1>
        <DiscussionSection
          site={site}
          storyPath={story.path}
          discussion={discussion}
          open={story.commentsOpen}
          mode={mode}
          closedAt={closedAt}
          framed={story.id}
        />
        <p class="meta run-by">
          {m.onSite(
            <a href="/" {...BESIDE}>
              {site.name}
            </a>,
          )}
        </p>
      </>
    ),
  })

interface SentPageProps {
  site: Site
  story: StoryView
  /** The path of the receipt. */
  receipt: string
  /** The path of the discussion. */
  discussion: string
}

export function renderSentPage({ site, story, receipt, discussion }: SentPageProps): string {
  return framedDocument({
    site,
    title: receiptMessages.thankYou,
    children: (
      <section class="single">
        <h1>{receiptMessages.thankYou}</h1>
        <p class="about">{discussionMessages.onStory(story.content.headline)}</p>
        <div class="state">
          <p>
            <strong>{m.held.title}</strong>
          </p>
          <p>{m.held.sentence}</p>
        </div>
        <p>{m.receiptHint}</p>
        <p class="ways">
          <a class="button" href={receipt} {...BESIDE}>
            {m.yourReceipt}
          </a>
          <a href={discussion}>{m.backToAll}</a>
        </p>
      </section>
    ),
  })
}
