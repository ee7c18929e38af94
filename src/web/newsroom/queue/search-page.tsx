/** Comments of every state, found: a form that asks by its address, and what fits it. */
import { searchMessages as m, frameMessages as shared } from '../../../messages/index.ts'
import type { CommentsFound, FoundComment } from '../../../moderation/comments/index.ts'
import { LONGEST_FIELD } from '../../../moderation/queue/index.ts'
import { REVISION_STATE_NAMES } from '../../../store/index.ts'
import { dayAndTime, instant } from '../../site/kit/format.ts'
import type { Site } from '../../site/kit/props.ts'
import { STATES, wasDecided } from '../kit/comment-states.ts'
import { newsroomDocument, Problem } from '../kit/layout.tsx'
import { MarkedText } from '../kit/marked-text.tsx'
import type { Frame } from '../kit/props.ts'
import { Select, StoryField } from './queue-filters.tsx'
import { ReviewPlaces } from './review-places.tsx'

/** As it was typed. */
export interface SearchQuestion {
  q: string
  state: string
  story: string
  author: string
  days: string
}

export interface SearchPageProps extends Frame {
  question: SearchQuestion
  /** The story that is asked for. */
  storyHeadline: string | null
  /** Headlines of the stories edited last, to choose from. */
  stories: readonly string[]
  /** Absent where nothing was asked. */
  found?: CommentsFound
  /** Whether these are the first that were found. */
  isFirst?: boolean
  problem?: string
}

const TIMES = [
  ['1', m.day],
  ['7', m.week],
  ['31', m.month],
  ['366', m.year],
] as const

export const renderSearchPage = (props: SearchPageProps): string => {
  const { question, storyHeadline, stories, found, isFirst, problem, ...frame } = props
  return newsroomDocument({
    site: frame.site,
    frame,
    title: question.q ? m.titleOf(question.q) : m.title,
    here: 'review',
    children: (
      <>
        <ReviewPlaces frame={frame} here="search" />
        <div class="head">
          <h1>{m.title}</h1>
        </div>
        <p class="meta">{m.lead}</p>
        <SearchForm question={question} stories={stories} problem={problem} />
        {storyHeadline ? <p class="meta">{m.onStory(<bdi>{storyHeadline}</bdi>)}</p> : null}
        {problem ? null : found ? (
          <Found site={frame.site} question={question} found={found} isFirst={isFirst ?? true} />
        ) : (
          <p class="empty">{m.nothingAsked}</p>
        )}
      </>
    ),
  })
}

const SearchForm = ({
  question,
  stories,
  problem,
}: Pick<SearchPageProps, 'question' | 'stories'> & { problem: string | undefined }) => (
  <search>
    <form method="get" action="/newsroom/review/search" class="filter-form">
      <Problem sentence={problem} />
      <p class="wide-field">
        <label for="q">{m.words}</label>
        <input id="q" name="q" type="search" value={question.q} maxlength={LONGEST_FIELD} dir="auto" />
        <span class="hint">{m.wordsHint}</span>
      </p>
      <p>
        <label for="state">{m.state}</label>
        <Select
          name="state"
          value={question.state || undefined}
          any={m.any}
          options={REVISION_STATE_NAMES.map((name) => [name, STATES[name]])}
        />
      </p>
      <p>
        <label for="author">{m.commenter}</label>
        <input id="author" name="author" value={question.author} maxlength={LONGEST_FIELD} dir="auto" />
      </p>
      <p>
        <label for="story">{m.story}</label>
        <StoryField
          typed={question.story}
          stories={stories}
          {...(problem ? ({ 'aria-invalid': 'true', 'aria-describedby': 'problem' } as const) : {})}
        />
      </p>
      <p>
        <label for="days">{m.sentInTheLast}</label>
        <Select name="days" value={question.days || undefined} any={m.anyTime} options={TIMES} />
      </p>
      <button type="submit" class="first">
        {m.search}
      </button>
    </form>
  </search>
)

const Found = ({
  site,
  question,
  found: { comments, before },
  isFirst,
}: {
  site: Site
  question: SearchQuestion
  found: CommentsFound
  isFirst: boolean
}) => {
  const fields = Object.entries(question).filter(([, value]) => value !== '')
  const further =
    before === null ? null : `/newsroom/review/search?${new URLSearchParams([...fields, ['before', String(before)]])}`
  return (
    <section aria-labelledby="found">
      <h2 id="found">
        {comments.length === 0 ? m.noneFound : further ? m.foundFirst(comments.length) : m.found(comments.length)}
      </h2>
      {comments.length === 0 ? (
        <p class="empty" role="status">
          {further ? m.noneYet : isFirst ? m.noneAtAll : m.noneOlder}
        </p>
      ) : (
        <ol class="plain found">
          {comments.map((comment) => (
            <Line site={site} comment={comment} />
          ))}
        </ol>
      )}
      {further ? (
        <p>
          <a class="button" href={further}>
            {m.older}
          </a>
        </p>
      ) : null}
    </section>
  )
}

const Line = ({ site, comment }: { site: Site; comment: FoundComment }) => (
  <li>
    <p class="found-head">
      <span class={`label state-of-${comment.state}`}>
        {comment.last ? STATES[comment.state] : m.earlierVersion(shared.statesWithin[comment.state])}
      </span>{' '}
      <a href={`/newsroom/comments/${comment.commentId}`} class="who">
        <bdi>{comment.authorName}</bdi>
      </a>{' '}
      <span class="meta">
        {m.on(
          <a href={`/newsroom/stories/${comment.story.id}`}>{comment.story.headline || shared.noHeadline}</a>,
          <time datetime={instant(comment.createdAt)}>{dayAndTime(site, comment.createdAt)}</time>,
        )}
      </span>
    </p>
    <MarkedText text={comment.text} found={comment.found} />
    {comment.last && wasDecided(comment.state) ? (
      <form method="post" action={`/newsroom/comments/${comment.commentId}/reopen`}>
        <button type="submit">
          {m.reopen}
          <span class="visually-hidden">{m.commentBy(comment.authorName)}</span>
        </button>
      </form>
    ) : null}
  </li>
)
