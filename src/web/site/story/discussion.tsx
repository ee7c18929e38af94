/** The discussion under a story: approved comments only, by type. */
import { raw } from 'hono/html'
import type { Discussion, PublicComment, StoryMode, Thread } from '../../../discussion/index.ts'
import { discussionMessages as m } from '../../../messages/index.ts'
import { CommentText } from '../kit/comment-text.tsx'
import { commentCount, dayAndTime, instant, shortDay } from '../kit/format.ts'
import type { Site } from '../kit/props.ts'
import { BESIDE, CommentForm } from './comment-form.tsx'

/** Where a frame on another site sends what is written in it. */
export const FRAMED = { comments: '/embed/comments', reply: '/embed/reply' } as const

interface DiscussionProps {
  site: Site
  storyPath: string
  discussion: Discussion
  open: boolean
  /** How it takes comments; absent for the usual way. */
  mode?: StoryMode | undefined
  /** When they closed by themselves; null where they did not. */
  closedAt?: number | null | undefined
  /** The story's id, where all this stands in a frame on another site. */
  framed?: string
}

export const DiscussionSection = ({
  site,
  storyPath,
  discussion,
  open,
  mode,
  closedAt = null,
  framed,
}: DiscussionProps) => (
  <section class="discussion" id="discussion" aria-labelledby="discussion-heading">
    <h2 id="discussion-heading">{open || discussion.count > 0 ? commentCount(discussion.count) : m.noComments}</h2>
    {discussion.threads.length > 0 ? (
      <ol class="plain threads">
        {discussion.threads.map((thread) => (
          <ThreadItem site={site} storyPath={storyPath} thread={thread} open={open} framed={framed !== undefined} />
        ))}
      </ol>
    ) : open ? (
      <p class="empty">{m.beFirst}</p>
    ) : null}
    {open ? (
      <>
        <h3 id="write-heading">{m.write}</h3>
        <CommentForm
          action={framed === undefined ? `${storyPath}/comments` : FRAMED.comments}
          framed={framed}
          houseRule={site.houseRule}
          answeredWithin={site.answeredWithin}
          withoutReview={site.withoutReview}
          mailLeaves={site.mailLeaves}
          mode={mode}
        />
      </>
    ) : (
      <p class="notice">
        {closedAt === null
          ? m.closed
          : m.closedOn(<time datetime={instant(closedAt)}>{shortDay(site, closedAt)}</time>)}
      </p>
    )}
  </section>
)

interface ThreadProps {
  site: Site
  storyPath: string
  thread: Thread
  open: boolean
  framed: boolean
}

/** A comment and all its answers one level in; a deeper one says whom it answers. */
function ThreadItem({ thread, ...around }: ThreadProps) {
  const answers = answersOf(thread)
  return (
    <li>
      <Place thread={thread} {...around} />
      {answers.length > 0 ? (
        <ol class="plain answers">
          {answers.map(({ thread: answer, to }) => (
            <li>
              <Place thread={answer} {...around} {...(to ? { inAnswerTo: to } : {})} />
            </li>
          ))}
        </ol>
      ) : null}
    </li>
  )
}

/** All that hangs under a comment, in reading order. Without recursion: threads can be as deep as people argue. */
function answersOf(top: Thread): { thread: Thread; to: PublicComment | null }[] {
  const answers: { thread: Thread; to: PublicComment | null }[] = []
  const rest = [...top.replies].reverse().map((thread) => ({ thread, parent: top }))
  for (let next = rest.pop(); next; next = rest.pop()) {
    const { thread, parent } = next
    answers.push({ thread, to: parent === top ? null : parent.comment })
    for (const reply of [...thread.replies].reverse()) rest.push({ thread: reply, parent: thread })
  }
  return answers
}

const Place = ({ site, storyPath, thread, open, framed, inAnswerTo }: ThreadProps & { inAnswerTo?: PublicComment }) =>
  thread.comment ? (
    drawnOnce({
      ...{ site, comment: thread.comment, reportPath: `/report/${thread.comment.id}`, framed },
      ...(open ? { replyPath: `${framed ? FRAMED.reply : `${storyPath}/reply`}/${thread.comment.id}` } : {}),
      ...(inAnswerTo ? { inAnswerTo } : {}),
    })
  ) : (
    <p class="gone" id={`c-${thread.id}`}>
      {m.notShown}
    </p>
  )

type HtmlEscapedString = ReturnType<typeof raw>

interface CommentProps {
  site: Site
  comment: PublicComment
  replyPath?: string
  reportPath?: string
  inAnswerTo?: PublicComment
  framed?: boolean
}

/** Comments as they were drawn, by all that is drawn of them. */
const drawn = new Map<string, HtmlEscapedString>()
/** Some 5 MB. */
const MOST_DRAWN = 2000

/** Each comment that comes has its story's page drawn anew, with all that were there before. What says the same is drawn the same. */
function drawnOnce(props: CommentProps): HtmlEscapedString {
  const { site, comment, replyPath, reportPath, inAnswerTo, framed } = props
  const { id, authorName, createdAt, revision } = comment
  const key = JSON.stringify([
    ...[site.language, site.timeZone, id, authorName, createdAt, revision.number, revision.text],
    ...[replyPath, reportPath, framed, inAnswerTo?.id, inAnswerTo?.authorName],
  ])
  const known = drawn.get(key) ?? raw((<Comment {...props} />).toString())
  drawn.delete(key)
  drawn.set(key, known)
  for (const [oldest] of drawn) {
    if (drawn.size <= MOST_DRAWN) break
    drawn.delete(oldest)
  }
  return known
}

/** One comment. Takes nothing that the public view has not handed out. */
export const Comment = ({ site, comment, replyPath, reportPath, inAnswerTo, framed }: CommentProps) => (
  <article class="comment" id={`c-${comment.id}`}>
    <header>
      <bdi class="who">{comment.authorName}</bdi>
      {inAnswerTo ? (
        <a class="meta" href={`#c-${inAnswerTo.id}`}>
          {m.inAnswerTo(<bdi>{inAnswerTo.authorName}</bdi>)}
        </a>
      ) : null}
      <a class="meta when" href={`#c-${comment.id}`}>
        <time datetime={instant(comment.createdAt)}>{dayAndTime(site, comment.createdAt)}</time>
      </a>
      {comment.revision.number > 1 ? <span class="meta">{m.edited}</span> : null}
    </header>
    <CommentText text={comment.revision.text} />
    {replyPath || reportPath ? (
      <p class="reply">
        {replyPath ? (
          <a class="meta" href={replyPath} rel="nofollow">
            {m.reply}
            <span class="visually-hidden">{m.toName(comment.authorName)}</span>
          </a>
        ) : null}
        {reportPath ? (
          <a class="meta report" href={reportPath} {...(framed ? BESIDE : { rel: 'nofollow' })}>
            {m.report}
            <span class="visually-hidden">{m.commentBy(comment.authorName)}</span>
          </a>
        ) : null}
      </p>
    ) : null}
  </article>
)
