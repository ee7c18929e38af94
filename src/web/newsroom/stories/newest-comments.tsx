import { storyMessages as m } from '../../../messages/index.ts'
import { beginningOf } from '../../../text/index.ts'
import { STATES } from '../kit/comment-states.ts'
import { since } from '../kit/layout.tsx'
import type { StoryEditPageProps } from '../kit/props.ts'

/** More comments than these stand on no story's page. */
const MOST_COMMENTS = 30

interface NewestCommentsProps extends Pick<StoryEditPageProps, 'now' | 'comments'> {
  storyId: string
}

export const NewestComments = ({ now, storyId, comments }: NewestCommentsProps) =>
  comments.length === 0 ? null : (
    <section>
      <h2 class="visually-hidden">{m.newestComments}</h2>
      <ul class="plain lines">
        {comments.slice(0, MOST_COMMENTS).map((comment) => (
          <li>
            <a href={`/newsroom/comments/${comment.id}`}>
              <bdi>{comment.authorName}</bdi>
            </a>{' '}
            <span class="meta">
              {STATES[comment.state]} · {since(now, comment.createdAt)}
            </span>
            <span class="excerpt" dir="auto">
              {beginningOf(comment.text, 140)}
            </span>
          </li>
        ))}
      </ul>
      {comments.length > MOST_COMMENTS ? (
        <p class="meta">
          {m.newestOf(MOST_COMMENTS, comments.length)}{' '}
          <a href={`/newsroom/review/search?story=${storyId}`}>{m.allComments}</a>
        </p>
      ) : null}
    </section>
  )
